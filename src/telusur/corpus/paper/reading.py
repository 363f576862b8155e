"""PDF files and pictures → what they hold, and how surely it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean

from telusur.corpus.content import Content
from telusur.corpus.limits import MOST_PICTURES
from telusur.corpus.paper.pdf import joined, read_pdf
from telusur.corpus.paper.printed import PrintedLine
from telusur.corpus.paper.scanned import read_pages, read_photograph
from telusur.corpus.paper.tesseract import REMEDY, Seen
from telusur.corpus.paper.tesseract import NoReader as _NotThere
from telusur.corpus.statements.confidential import mark_in
from telusur.corpus.text.plain import read_plain
from telusur.words import Later, say, say_of

_MACHINE = "Tesseract"
_DOUBTFUL = 0.8
"""The certainty of a page below which it is named."""
_COMPARE = Later("Compare it with the original before you rely on it")


class NoReader(Exception):
    """Nothing is there that reads pictures; its words are the remedy."""


def read_pdf_file(data: bytes) -> tuple[Content, int]:
    """Return what a PDF holds, and how many pages it has.

    Raises NoReader where all of it is pictures that nothing can read; as `read_pdf` else.
    """
    scan = _Scan()
    pages = read_pdf(data, scan.look)
    if scan.unread and not any(map(str.isalpha, pages.text)) and not scan.seen:
        raise NoReader(REMEDY)
    content = Content(
        read_plain(pages.text),
        mark=pages.mark,
        remarks=tuple(scan.remarks()),
        on_pages=pages.on_pages,
        read_by=_MACHINE if scan.seen else None,
    )
    return content, pages.count


def read_picture_file(data: bytes) -> Content:
    """Return what a photograph or a scan holds.

    Raises NoReader, and as `read_photograph`.
    """
    try:
        seen, left = read_photograph(data)
    except _NotThere:
        raise NoReader(REMEDY) from None
    scan = _Scan(seen=dict(enumerate(seen, start=1)), beyond=left)
    text, places = joined([one.lines for one in seen])
    lines = [line.text for one in seen for line in one.lines]
    return Content(
        read_plain(text),
        mark=mark_in(lines),
        remarks=tuple(scan.remarks()),
        on_pages=places,
        read_by=_MACHINE,
    )


class _Scan:
    """What became of the pages that are pictures."""

    def __init__(self, seen: dict[int, Seen] | None = None, beyond: int = 0) -> None:
        self.seen = seen or {}
        self.unread: list[int] = []
        self.illegible: list[int] = []
        self.beyond = beyond

    def look(
        self, data: bytes, pages: Sequence[int]
    ) -> Iterator[tuple[int, Sequence[PrintedLine]]]:
        """Read them, as far as something can and the limit allows."""
        self.beyond = len(pages[MOST_PICTURES:])
        try:
            for number, seen in read_pages(data, pages[:MOST_PICTURES]) if pages else ():
                if seen is None:
                    self.illegible.append(number)
                elif seen.lines:
                    self.seen[number] = seen
                    yield number, seen.lines
        except _NotThere:
            self.unread = list(pages)

    def remarks(self) -> Iterator[tuple[str, str]]:
        """What a reader of it has to know."""
        if self.seen:
            certain = [one.certainty for one in self.seen.values()]
            what = say(
                "{machine} read {seen} from a picture, {certain:.0%} sure",
                machine=_MACHINE,
                seen=_pages(self.seen),
                certain=fmean(certain),
            )
            doubtful = [at for at, one in self.seen.items() if one.certainty < _DOUBTFUL]
            what += (
                say("; {doubtful} can hardly be read", doubtful=_pages(doubtful))
                if doubtful
                else ""
            )
            yield what, _COMPARE
        if dropped := sum(one.dropped for one in self.seen.values()):
            yield (
                say("{dropped} lines that cannot be made out are left out", dropped=dropped),
                _COMPARE,
            )
        if self.illegible:
            yield (
                say("{illegible} cannot be read: pictures", illegible=_pages(self.illegible)),
                say("Scan them once more"),
            )
        if self.unread:
            yield say("{unread} are not read: pictures", unread=_pages(self.unread)), REMEDY
        if self.beyond:
            what = say("{beyond} more pages are pictures and not read", beyond=self.beyond)
            yield (
                what,
                say("Split it into files of {most_pictures} pages", most_pictures=MOST_PICTURES),
            )


def _pages(numbers: Sequence[int] | dict[int, Seen]) -> str:
    named = [str(one) for one in numbers]
    if len(named) > 6:
        named = [*named[:5], say("{count} more", count=len(named) - 5)]
    return say_of("page {pages}", "pages {pages}", len(numbers), pages=", ".join(named))
