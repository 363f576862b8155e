"""What came with a report, such as the files of a mail: reports of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from telusur.corpus.content import Attachment, Content
from telusur.corpus.limits import LARGEST_FILE, TooLarge
from telusur.corpus.model import Document
from telusur.errors import Problem, UnreadableFile
from telusur.words import Later, say

_BESIDE = Later("Save it as a file of its own in corpus/")
_DEEPEST = 3
"""Mails within mails."""
_MOST = 100
"""Files that are read of one mail, with those of the mails in it."""


class Read(Protocol):
    """Reads one file, without what came with it."""

    def __call__(
        self,
        data: bytes,
        relative: str,
        id: str,  # noqa: A002
        *,
        shown: str,
    ) -> tuple[Document, Content]: ...


def with_attachments(document: Document, attached: Sequence[Attachment], read: Read) -> Document:
    """Return `document` with all that came with it, and what of that is not read among its
    remarks.

    Each is read by its own format, has the report that it came with for its source, and is as
    confidential as that.
    """
    reader = _Reader(read)
    found = tuple(reader.reports(document, document, attached, 1))
    remarks = (*document.remarks, *reader.remarks)
    return replace(document, attached=found, remarks=remarks)


class _Reader:
    def __init__(self, read: Read) -> None:
        self._read = read
        self._left = _MOST
        self.remarks: list[Problem] = []

    def reports(
        self, top: Document, above: Document, attached: Sequence[Attachment], depth: int
    ) -> Iterator[Document]:
        for number, one in enumerate(attached, start=1):
            name = _file_name(one.name)
            relative = f"{above.path}/{name}"
            identity = f"{above.id}--{number}-{_slug(name)}".rstrip("-")
            try:
                read = self._one(one, relative, identity, depth)
            except (UnreadableFile, TooLarge) as error:
                told, remedy = _why(error)
                what = say("what is attached, `{name}`, is not read: {told}", name=name, told=told)
                self.remarks.append(Problem(f"corpus/{top.path}", None, what, remedy))
                continue
            document, content = read
            yield replace(
                document,
                attached_to=top.id,
                source=document.source or f"Lampiran surel “{above.title}”",
                published=document.published or above.published,
                confidential=document.confidential or above.confidential,
            )
            yield from self.reports(top, document, content.attached, depth + 1)

    def _one(
        self, one: Attachment, relative: str, identity: str, depth: int
    ) -> tuple[Document, Content]:
        shown = f"corpus/{relative}"
        if one.data is None:
            raise TooLarge(say("it is a link, and no file"))
        if depth > _DEEPEST or self._left < 1:
            raise TooLarge(
                say(
                    "more than {most} files, or {deepest} mails within each other",
                    most=_MOST,
                    deepest=_DEEPEST,
                )
            )
        if len(one.data) > LARGEST_FILE:
            raise TooLarge(say("it is larger than 50 MB"))
        self._left -= 1
        return self._read(one.data, relative, identity, shown=shown)


def _why(error: UnreadableFile | TooLarge) -> tuple[str, str]:
    """What to say of a file that is not read, and what to do: install what reads it, if that is."""
    if isinstance(error, TooLarge):
        return str(error), _BESIDE
    problem = error.problems[0]
    return problem.what, problem.remedy if "install" in problem.remedy.lower() else _BESIDE


def _file_name(name: str) -> str:
    """A name without folders and what no file is called."""
    bare = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff/\\\\]+", " ", name)
    return " ".join(bare.split())[:120] or "lampiran"


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80]
