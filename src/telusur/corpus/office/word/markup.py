"""WordprocessingML: its names, and the words, styles and lists of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NO = frozenset({"0", "false", "off", "none"})
_BREAKS = frozenset({"tab", "br", "cr"})
_MOST_STYLES = 20
"""How many styles may build on one another; a ring of them has no end."""

Element: TypeAlias = etree._Element


def w(name: str) -> str:
    """`p` → the full name of a paragraph."""
    return f"{{{WORD}}}{name}"


def parse(xml: bytes) -> Element:
    """Parse one part; raises lxml's XMLSyntaxError where it is not well formed."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def words_of(paragraph: Element) -> str:
    """The words of a paragraph, in one line."""
    parts = (
        one.text or "" if one.tag == w("t") else " "
        for one in paragraph.iter(w("t"), *map(w, _BREAKS))
    )
    return " ".join("".join(parts).split())


def value(parent: Element | None, path: str) -> str | None:
    """The `w:val` of the element at `path` (`pPr/numPr/ilvl`) below `parent`; None without one."""
    found = None if parent is None else parent.find("/".join(map(w, path.split("/"))))
    return None if found is None else found.get(w("val"), "")


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a switch such as `b` is on; None where nothing is said."""
    said = value(properties, name)
    return None if said is None else said.lower() not in _NO


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in the lists of a document."""

    list: str
    level: int


class Styles:
    """What styles say of paragraphs, with all that they build on."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in styles}
        self._default = next(
            (
                style.get(w("styleId"), "")
                for style in styles
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}
            ),
            "",
        )

    def outline(self, paragraph: Element) -> int | None:
        """The level (from 0) at which a paragraph stands in the outline; None for running text."""
        said = value(paragraph, "pPr/outlineLvl") or self._first(paragraph, "pPr/outlineLvl")
        return int(said) if said and said.isdecimal() and int(said) < 9 else None

    def list_place(self, paragraph: Element) -> ListPlace | None:
        """The list a paragraph stands in, by itself or by its style; None where in none."""
        number = value(paragraph, "pPr/numPr/numId") or self._first(paragraph, "pPr/numPr/numId")
        if number in (None, "", "0"):
            return None
        level = value(paragraph, "pPr/numPr/ilvl") or self._first(paragraph, "pPr/numPr/ilvl")
        return ListPlace(str(number), int(level) if level and level.isdecimal() else 0)

    def is_bold(self, paragraph: Element) -> bool:
        """Whether all words of a paragraph are in bold, by themselves or by their styles."""
        runs = [run for run in paragraph.iter(w("r")) if words_of(run)]
        by_style = any(
            is_on(style.find(w("rPr")), "b") for style in self._chain(self._style_of(paragraph))
        )
        return bool(runs) and all(self._is_bold_run(run, by_style) for run in runs)

    def _is_bold_run(self, run: Element, by_style: bool) -> bool:
        own = is_on(run.find(w("rPr")), "b")
        if own is not None:
            return own
        named = value(run, "rPr/rStyle") or ""
        return by_style or any(is_on(style.find(w("rPr")), "b") for style in self._chain(named))

    def _style_of(self, paragraph: Element) -> str:
        return value(paragraph, "pPr/pStyle") or self._default

    def _first(self, paragraph: Element, path: str) -> str | None:
        said = (value(style, path) for style in self._chain(self._style_of(paragraph)))
        return next((one for one in said if one is not None), None)

    def _chain(self, identity: str) -> Iterator[Element]:
        for _ in range(_MOST_STYLES):
            style = self._styles.get(identity)
            if style is None:
                return
            yield style
            identity = value(style, "basedOn") or ""


def formats_of(numbering: Element | None) -> dict[tuple[str, int], str]:
    """Map each list and level (from 0) to how its numbers are written: `upperLetter`."""
    if numbering is None:
        return {}
    kinds = {one.get(w("abstractNumId"), ""): one for one in numbering.findall(w("abstractNum"))}
    formats: dict[tuple[str, int], str] = {}
    for number in numbering.findall(w("num")):
        kind = kinds.get(value(number, "abstractNumId") or "")
        levels = [] if kind is None else kind.findall(w("lvl"))
        for level in [*levels, *number.iter(w("lvl"))]:
            at, written = level.get(w("ilvl"), ""), value(level, "numFmt")
            if at.isdecimal() and written is not None:
                formats[number.get(w("numId"), ""), int(at)] = written
    return formats
