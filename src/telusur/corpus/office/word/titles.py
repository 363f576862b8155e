"""Headings of a Word document that are none by their style: numbered, in bold, in capitals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from telusur.corpus.office.word.markup import (
    Element,
    ListPlace,
    Styles,
    value,
    w,
    words_of,
)
from telusur.corpus.text.headings import is_in_capitals, is_numbered, looks_like_title

HEADING = "TelusurHeading"
"""The style that such headings are given; its level follows: `TelusurHeading2`."""
_USUAL_LEVEL = 2
_LIKE_SECTIONS = frozenset({"upperLetter", "upperRoman"})


def show_headings(body: Element, styles: Styles, formats: dict[tuple[str, int], str]) -> None:
    """Give each paragraph of `body` that is a heading in all but its style a style that says so,
    and write the bold of styles where the converter looks for it."""
    blocks = [one for one in body if one.tag in {w("p"), w("tbl")}]
    filled = [one for one in blocks if one.tag == w("tbl") or words_of(one)]
    if not filled:
        return
    for before, block, following in zip(
        [None, *filled[:-1]], filled, [*filled[1:], None], strict=True
    ):
        if block.tag != w("p"):
            continue
        if (outline := styles.outline(block)) is not None:
            if not _has_heading_style(block):
                _make_heading(block, outline + 1)
        elif following is not None and _is_heading(block, (before, following), styles, formats):
            _make_heading(block, _USUAL_LEVEL)
        elif styles.is_bold(block):
            _write_bold(block)


def _is_heading(
    block: Element,
    around: tuple[Element | None, Element],
    styles: Styles,
    formats: dict[tuple[str, int], str],
) -> bool:
    """Whether a paragraph heads those below it. An item beside another of its list is none."""
    words = words_of(block)
    place = styles.list_place(block)
    if place is None:
        return _is_heading_outside_lists(words, around[1])
    beside = any(one is not None and _is_sibling(place, one, styles) for one in around)
    if beside or not looks_like_title(words.rstrip(": ")):
        return False
    written = formats.get((place.list, place.level), "")
    return styles.is_bold(block) or is_in_capitals(words) or written in _LIKE_SECTIONS


def _is_heading_outside_lists(words: str, following: Element) -> bool:
    if is_in_capitals(words):
        return True
    return is_numbered(words) and (following.tag != w("p") or not is_numbered(words_of(following)))


def _is_sibling(place: ListPlace, following: Element, styles: Styles) -> bool:
    return following.tag == w("p") and styles.list_place(following) == place


def _has_heading_style(block: Element) -> bool:
    return (value(block, "pPr/pStyle") or "").lower().startswith(("heading", "judul", "title"))


def _make_heading(block: Element, level: int) -> None:
    properties = block.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        block.insert(0, properties)
    for name in ("pStyle", "numPr"):
        for old in properties.findall(w(name)):
            properties.remove(old)
    style = etree.Element(w("pStyle"))
    style.set(w("val"), f"{HEADING}{min(level, 6)}")
    properties.insert(0, style)
    _unbold(block.iter(w("b")))


def _unbold(bolds: Iterable[Element]) -> None:
    for bold in list(bolds):
        parent = bold.getparent()
        if parent is not None:
            parent.remove(bold)


def _write_bold(block: Element) -> None:
    for run in block.iter(w("r")):
        properties = run.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            run.insert(0, properties)
        if properties.find(w("b")) is None:
            etree.SubElement(properties, w("b"))


def style_map(levels: Sequence[int] = range(1, 7)) -> str:
    """What tells the converter of these headings."""
    return "\n".join(f"p.{HEADING}{level} => h{level}:fresh" for level in levels)
