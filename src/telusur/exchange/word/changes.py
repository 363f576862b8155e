"""Tracked changes: a document as if they had been rejected, and what each one is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from telusur.corpus.office.word.markup import Element, w

_OPPOSITE = {
    w("ins"): w("del"),
    w("del"): w("ins"),
    w("moveTo"): w("moveFrom"),
    w("moveFrom"): w("moveTo"),
    w("cellIns"): w("cellDel"),
    w("cellDel"): w("cellIns"),
}


_STANDS, _GOES = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))


@dataclass(frozen=True, slots=True)
class Revision:
    """Whose tracked changes are in a paragraph, and what it says with them and without."""

    by: tuple[tuple[str, str], ...]
    """Author and day (ISO 8601) of each; either may be empty."""
    accepted: str
    """Its words without blanks, with all changes made."""
    rejected: str


def revisions_of(root: Element) -> Iterator[Revision]:
    """Yield the paragraphs of a document that hold tracked changes."""
    for paragraph in root.iter(w("p")):
        changes = [each for each in paragraph.iter(*_STANDS, *_GOES) if each.get(w("author"))]
        if not changes:
            continue
        by = {(each.get(w("author"), ""), each.get(w("date"), "")[:10]): None for each in changes}
        yield Revision(tuple(by), _words(paragraph, _GOES), _words(paragraph, _STANDS))


def _words(paragraph: Element, without: tuple[str, ...]) -> str:
    said = (
        each.text or ""
        for each in paragraph.iter(w("t"), w("delText"))
        if next(each.iterancestors(*without), None) is None
    )
    return "".join("".join(said).split())


def reject_changes(root: Element) -> None:
    """Turn each tracked change into its opposite: to accept these is to reject the others."""
    for change in list(root.iter(w("pPrChange"))):
        properties, before = change.getparent(), change.find(w("pPr"))
        if properties is None:
            continue
        kept = [each for each in properties if each.tag in (w("rPr"), w("sectPr"))]
        properties[:] = [*(() if before is None else list(before)), *kept]
    for element in root.iter(*_OPPOSITE):
        element.tag = _OPPOSITE[element.tag]
    for words in root.iter(w("delText")):
        words.tag = w("t")
