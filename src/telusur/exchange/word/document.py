"""A Word file, opened: its lines in reading order, and what is not among them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from telusur.corpus.limits import TooLarge
from telusur.corpus.office.package import check_size
from telusur.corpus.office.word.markup import Element, parse, w
from telusur.corpus.office.word.parts import main_part, parts_of
from telusur.corpus.office.word.tracked import accept_changes, set_text_boxes_apart
from telusur.errors import InvalidWorkspace, Problem
from telusur.exchange.word.aside import WordComment, comments_of, set_boxes_aside, words_outside
from telusur.exchange.word.changes import reject_changes
from telusur.exchange.word.counting import Numbers
from telusur.exchange.word.looks import Looks
from telusur.exchange.word.words import Paragraph, WordsReader
from telusur.words import say

_PROVISION = re.compile(r"(?:Pasal|Diktum)\s+\w|(?:KESATU|PERTAMA)\b")
_ANNEX = re.compile(r"LAMPIRAN\b")
_OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class WordLine:
    """A paragraph, or a row of a table that lays out the opening."""

    text: str
    """With its number; may hold line breaks."""
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that are not among the lines."""

    what: str
    """Told in Indonesian, without a full stop."""
    line: int = 0
    """The index of the line that they belong to."""


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What stands in a Word file."""

    lines: tuple[WordLine, ...]
    unread: tuple[Unread, ...]
    parts: dict[str, bytes]
    main: str
    """The name of the part with the text."""


def open_word(path: Path, *, rejecting: bool = False) -> WordDocument:
    """Return what a Word file says with all tracked changes accepted, or rejected.

    Raises InvalidWorkspace where it cannot be read: damaged, protected, or no Word file.
    """
    return read_word(path.read_bytes(), path, rejecting=rejecting)


def read_word(data: bytes, path: Path, *, rejecting: bool = False) -> WordDocument:
    """Return what the bytes of a Word file say; `path` is what errors name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_size(archive)
            parts = parts_of(archive)
        return _opened(parts, rejecting=rejecting)
    except TooLarge as error:
        raise _refused(
            path,
            say("this file is not read: {error}", error=error),
            say("Save it without pictures"),
        ) from error
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        KeyError,
        ValueError,
        RecursionError,
    ) as error:
        if data.startswith(_OLD_OFFICE_FILE) and _LOCKED in data:
            what, remedy = (
                say("a password protects this file"),
                say("Open it in Word, remove the password"),
            )
        elif data.startswith(_OLD_OFFICE_FILE):
            what, remedy = (
                say("this is a Word file of the old kind (.doc)"),
                say("Save it as .docx"),
            )
        else:
            what = say("this is not a Word file that can be read")
            remedy = say("Open it in Word, let it repair it, and save it again as .docx")
        raise _refused(path, what, remedy) from error


def laid_out(lines: Sequence[WordLine]) -> tuple[str, list[int]]:
    """Return the text of some lines, with empty ones between, and where each begins, from 1."""
    text, starts, count = list[str](), list[int](), 1
    for line in lines:
        starts.append(count)
        text.append(line.text + "\n\n")
        count += line.text.count("\n") + 2
    return "".join(text).removesuffix("\n"), starts


def _refused(path: Path, what: str, remedy: str) -> InvalidWorkspace:
    return InvalidWorkspace([Problem(path.name, None, what, remedy)])


def _opened(parts: dict[str, bytes], *, rejecting: bool) -> WordDocument:
    main = main_part(parts)
    base = posixpath.dirname(main)
    root = parse(parts[main])
    if rejecting:
        reject_changes(root)
    accept_changes(root)
    told = [Unread(each) for each in set_boxes_aside(root)]
    set_text_boxes_apart(root)
    body = root.find(w("body"))
    if body is None:
        raise ValueError(say("it has no text in it"))
    styles, numbering = (_part(parts, f"{base}/{name}.xml") for name in ("styles", "numbering"))
    reader = _LineReader(Looks(styles), Numbers(numbering, styles))
    lines = tuple(reader.lines(body))
    told += reader.told
    told += [Unread(each) for each in words_outside(parts, base, root)]
    told += _comments(comments_of(parts, base), lines)
    return WordDocument(lines, tuple(told), parts, main)


def _comments(comments: dict[str, WordComment], lines: Sequence[WordLine]) -> Iterator[Unread]:
    places = {
        each: index
        for index, line in enumerate(lines)
        for paragraph in line.paragraphs
        for each in paragraph.comments
    }
    for comment in comments.values():
        by = f" {comment.author}" if comment.author else ""
        what = f"komentar{by} tidak diambil: `{comment.text}`"
        yield Unread(what, places.get(comment.id, 0))


def _part(parts: dict[str, bytes], name: str) -> Element | None:
    return parse(parts[name]) if name in parts else None


class _LineReader:
    """Reads the paragraphs and tables of a document in order."""

    def __init__(self, looks: Looks, numbers: Numbers) -> None:
        self._looks, self._numbers = looks, numbers
        self._words = WordsReader(looks)
        self._body_seen = self._in_annex = False
        self.told: list[Unread] = []
        self._count = 0

    def lines(self, parent: Element) -> Iterator[WordLine]:
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child)
            elif child.tag == w("tbl"):
                for row in child.findall(w("tr")):
                    yield from self._row(row)
            elif child.tag in (w("bookmarkStart"), w("bookmarkEnd")):
                holder = etree.Element(w("p"))
                holder.append(deepcopy(child))
                self._words.read(holder)  # one that begins between two paragraphs
            elif isinstance(child.tag, str) and child.tag != w("sectPr"):
                yield from self.lines(child)

    def _paragraph(self, element: Element) -> Iterator[WordLine]:
        made = self._words.read(element)
        made.number = self._numbers.before(element)
        if made.hidden.strip():
            self.told.append(
                Unread(f"teks tersembunyi tidak diambil: `{_flat(made.hidden)}`", self._count)
            )
        if self._looks.name_of(element).startswith(("toc ", "toc1", "toc2", "toc3")):
            if made.text.strip():
                self.told.append(
                    Unread(f"daftar isi tidak diambil: `{_flat(made.text)}`", self._count)
                )
            return
        self._count += 1
        line = WordLine(
            f"{made.number} {made.text}".strip(" ") if made.number else made.text, (made,)
        )
        self._body_seen = self._body_seen or bool(_PROVISION.match(line.text))
        self._in_annex = self._in_annex or (self._body_seen and bool(_ANNEX.match(line.text)))
        yield line

    def _row(self, row: Element) -> Iterator[WordLine]:
        """Yield the row's cells: `Menimbang`, `:` and the first consideration share a line.

        A table of a Lampiran is one, and its rows are written as such: `| 1 | Pendaftaran |`.
        """
        was_in_annex = self._in_annex
        cells = [
            [line for line in self.lines(cell) if line.text.strip()]
            for cell in row.iter(w("tc"))
            if next(cell.iterancestors(w("tr")), None) is row
        ]
        if was_in_annex and sum(map(bool, cells)) > 1:
            self._count -= sum(map(len, cells)) - 1
            yield WordLine(
                "| " + " | ".join(map(_cell, cells)) + " |",
                tuple(each for lines in cells for line in lines for each in line.paragraphs),
            )
            return
        first: list[WordLine] = []
        rest: list[WordLine] = []
        for lines in cells:
            if lines and not rest:
                first.append(lines[0])
                rest = lines[1:]
            else:
                rest += lines
        self._count -= max(0, len(first) - 1)
        yield WordLine(
            " ".join(line.text.strip() for line in first),
            tuple(each for line in first for each in line.paragraphs),
        )
        yield from rest


def _cell(lines: Sequence[WordLine]) -> str:
    return _flat(" ".join(line.text for line in lines)).replace("|", "/")


def _flat(words: str) -> str:
    return " ".join(words.split())
