"""Tracked changes: a document as if they had been rejected, and what each one is."""

from __future__ import annotations

from telusur.corpus.office.word.markup import Element, w

_OPPOSITE = {
    w("ins"): w("del"),
    w("del"): w("ins"),
    w("moveTo"): w("moveFrom"),
    w("moveFrom"): w("moveTo"),
    w("cellIns"): w("cellDel"),
    w("cellDel"): w("cellIns"),
}


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


def is_tracked(root: Element) -> bool:
    """Whether a document holds tracked changes that nobody accepted or rejected."""
    return next(root.iter(*_OPPOSITE), None) is not None
