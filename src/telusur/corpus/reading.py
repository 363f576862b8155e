"""One file of the corpus → a document."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from telusur.corpus.attached import with_attachments
from telusur.corpus.content import Content, OnPage, unreadable
from telusur.corpus.decoding import decode
from telusur.corpus.folder import TEXT_FORMATS
from telusur.corpus.formats import content_of
from telusur.corpus.limits import LARGEST_FILE, LONGEST_TEXT, MOST_PASSAGES, TooLarge
from telusur.corpus.model import Document, Passage
from telusur.corpus.statements.confidential import (
    Mark,
    is_mark_in_title,
    mark_among,
    mark_in,
    mark_in_path,
)
from telusur.corpus.statements.front_matter import split_front_matter
from telusur.corpus.statements.head import head_of
from telusur.corpus.text.blocks import Layout
from telusur.corpus.text.chat import group_of, is_chat
from telusur.corpus.text.headings import has_words, is_dateline, looks_like_title
from telusur.corpus.text.passages import passages_of
from telusur.corpus.text.wrapping import lines_of
from telusur.errors import Problem
from telusur.words import Later, say

_NO_WORDS = {
    ".pdf": (
        Later("there are no words in it, printed or pictured"),
        Later("Type what it says into a .md file"),
    ),
    ".docx": (
        Later("there are no words in it, at most pictures"),
        Later("Type what the pictures show"),
    ),
    "": (Later("there are no words in it"), Later("Write the report, or remove the file")),
}
_LONGEST_FRONT_MATTER = 65_536
_SOURCE = re.compile(r"^Sumber[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)
_LONGEST_TITLE = 200


def read_report(
    path: Path,
    *,
    relative: str,
    id: str,  # noqa: A002
    abbreviations: Collection[str],
) -> Document:
    """Read the report at `path`.

    `relative` is its path below `corpus/`, `id` the id it shall have, `abbreviations` the words
    whose dot ends no sentence. Raises UnreadableFile with every reason why it cannot be read.
    """
    shown = f"corpus/{relative}"
    try:
        data = bytes_of(path, shown)
        document, content = _read(data, relative, id, abbreviations, shown)
        if not content.attached:
            return document
        return with_attachments(
            document, content.attached, partial(_read, abbreviations=abbreviations)
        )
    except TooLarge as error:
        remedy = say("Split it into several reports, or save what is to be read of it as .txt")
        raise unreadable(shown, say("it is too large: {error}", error=error), remedy) from None
    except (MemoryError, RecursionError) as error:
        what = say("it is built so that reading it takes too much memory")
        raise unreadable(shown, what, say("Save its text as .txt")) from error


def _read(
    data: bytes,
    relative: str,
    id: str,  # noqa: A002
    abbreviations: Collection[str],
    shown: str,
) -> tuple[Document, Content]:
    path = PurePosixPath(relative)
    content = content_of(data, path.suffix.lower(), shown)
    text = content.layout.text
    if not has_words(text) and not content.attached:
        raise unreadable(shown, *_NO_WORDS.get(path.suffix.lower(), _NO_WORDS[""]))
    if len(text) > LONGEST_TEXT:
        raise TooLarge(
            say("it has more than {longest_text:,} characters", longest_text=LONGEST_TEXT)
        )
    passages = _on_pages(passages_of(content.layout, abbreviations), content.on_pages)
    if len(passages) > MOST_PASSAGES:
        raise TooLarge(
            say("it has more than {most_passages:,} sentences", most_passages=MOST_PASSAGES)
        )
    known, head = content.front_matter, head_of(text)
    title = known.title or content.title or _title_in(content.layout) or path.stem
    document = Document(
        id=id,
        path=relative,
        title=title,
        genre=known.genre,
        date=known.date or head.date,
        place=known.place or head.place,
        site=known.site,
        source=known.source or _source_in(text) or content.source,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        passages=passages,
        published=known.published or content.published,
        confidential=_mark_of(content, relative, passages, title),
        read_by=content.read_by,
        remarks=tuple(Problem(shown, None, *remark) for remark in content.remarks),
    )
    return document, content


def _on_pages(passages: tuple[Passage, ...], parts: Sequence[OnPage]) -> tuple[Passage, ...]:
    """Say of each passage on which page it begins, and how surely it was read."""
    if not parts:
        return passages
    starts = [part.start for part in parts]
    part_of = (parts[max(0, bisect_right(starts, one.start) - 1)] for one in passages)
    return tuple(
        replace(one, page=part.page, certainty=part.certainty)
        for one, part in zip(passages, part_of, strict=True)
    )


def check_front_matter(path: Path, relative: str) -> list[Problem]:
    """Return the mistakes in a report's front matter, without reading the report.

    A file that cannot be opened has none: reading it says why.
    """
    if path.suffix.lower() not in TEXT_FORMATS:
        return []
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST_FRONT_MATTER)
    except OSError:
        return []
    return split_front_matter(decode(data), f"corpus/{relative}")[2]


def bytes_of(path: Path, shown: str) -> bytes:
    """Return what is in the file of a report, which problems call `shown`.

    Raises:
        UnreadableFile: it is too large, or cannot be opened.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            what = say("it is larger than 50 MB")
            raise unreadable(
                shown, what, say("Take the pictures out, or split it into several reports")
            )
        return path.read_bytes()
    except PermissionError:
        remedy = say("Give yourself the right to read it")
        raise unreadable(shown, say("reading it is not permitted"), remedy) from None
    except OSError as error:
        what = say("it cannot be read: {strerror}", strerror=error.strerror or error)
        raise unreadable(shown, what, say("See whether the file is still there")) from None


def _mark_of(
    content: Content, relative: str, passages: Sequence[Passage], title: str
) -> str | None:
    """What marks a report as confidential. The front matter has the last word."""
    known = content.front_matter
    if known.is_open:
        return None
    if known.mark:
        return str(Mark(known.mark, say("front matter")))
    if mark := content.mark or mark_in_path(relative) or _mark_in_words(content, passages):
        return str(mark)
    names = (title, known.source or "")
    named = next((name for name in names if is_mark_in_title(name)), None)
    return str(Mark(named, say("title"))) if named else None


def _mark_in_words(content: Content, passages: Sequence[Passage]) -> Mark | None:
    """A mark that shows only in the text as it is read: a heading, a sentence over two lines, a
    cell below its column's name."""
    text = content.layout.text
    headings = [text[one.start : one.end] for one in content.layout.blocks if one.kind == "heading"]
    if found := next(filter(is_mark_in_title, headings), None):
        return Mark(found, say("heading"))
    for passage in passages:
        cells = [f"{cell.header}: {text[cell.start : cell.end]}" for cell in passage.cells]
        if mark := mark_among([" ".join(passage.text.split()), *cells], "text"):
            return mark
    return mark_in(text.split("\n"))


def _source_in(text: str) -> str | None:
    """What the last line that begins with `Sumber:` says."""
    named = _SOURCE.findall(text)
    return named[-1].strip() if named else None


def _title_in(layout: Layout) -> str | None:
    """The group of a chat; a first line that is written as a title is; else the first heading, or a
    first line that is short enough to be one."""
    if is_chat(lines_of(layout.text)):
        return group_of(layout.text)
    for block in layout.blocks:
        if block.kind not in {"heading", "paragraph"}:
            break
        words = layout.text[block.start : block.end]
        if looks_like_title(words, longest=_LONGEST_TITLE) and not is_dateline(words):
            return words
        break
    for block in layout.blocks:
        if block.kind == "heading":
            return layout.text[block.start : block.end]
    line = layout.text.lstrip().split("\n", 1)[0].strip()
    return line if 0 < len(line) <= _LONGEST_TITLE else None
