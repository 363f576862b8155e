"""Counts as Word does: `numbering.xml` says how each level of a list is numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from telusur.corpus.office.word.markup import Element, value, w
from telusur.draft.numerals import ordinal, roman

_PLACEHOLDER = re.compile(r"%(\d)")
_UNNUMBERED = frozenset({"bullet", "none"})
_MOST_STYLES = 20


@dataclass(slots=True)
class _Num:
    """A list as paragraphs name it (`numId`)."""

    counter: str
    """What counts: lists of one kind (`abstractNumId`) count on from one another."""
    levels: dict[int, Element]
    starts: dict[int, int] = field(default_factory=dict)
    """Where it begins anew when it is used for the first time, by level."""


class Numbers:
    """The number of each paragraph, asked in reading order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        found = [] if styles is None else styles.findall(w("style"))
        self._styles = {each.get(w("styleId"), ""): each for each in found}
        self._default = next((name for name, each in self._styles.items() if _is_default(each)), "")
        self._nums: dict[str, _Num] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def before(self, paragraph: Element) -> str:
        """Return the number that Word shows before the paragraph; empty where it shows none."""
        name, depth = self.place(paragraph)
        num = self._nums.get(name)
        level = num.levels.get(depth) if num else None
        if num is None or level is None:
            return ""
        counts = self._count(name, num, depth)
        if value(level, "numFmt") == "bullet":
            return ""
        in_digits = level.find(w("isLgl")) is not None
        shown = _PLACEHOLDER.sub(
            lambda found: _spelled(num, int(found[1]) - 1, counts, in_digits),
            value(level, "lvlText") or "",
        )
        return shown.strip()

    def place(self, paragraph: Element) -> tuple[str, int]:
        """Return the list and the level (from 0) of a paragraph; an empty name where in none.

        What the paragraph leaves open its style says. Which level belongs to a style stands in the
        level; what the style itself says of it is only asked where no level is linked to it.
        """
        own = value(paragraph, "pPr/numPr/numId"), value(paragraph, "pPr/numPr/ilvl")
        style, number, depth = value(paragraph, "pPr/pStyle") or self._default, own[0], own[1]
        lineage = self._lineage(style)
        if number is None:
            number = next(
                (said for each in lineage if (said := value(each, "pPr/numPr/numId")) is not None),
                None,
            )
        if number in (None, "", "0"):
            return "", 0
        if depth is None:
            depth = self._level_of(lineage, number or "")
        return number or "", int(depth) if str(depth).isdecimal() else 0

    def _level_of(self, lineage: list[Element], number: str) -> str:
        levels = self._nums[number].levels if number in self._nums else {}
        linked = {value(level, "pStyle"): depth for depth, level in levels.items()}
        for style in lineage:
            depth = linked.get(style.get(w("styleId"), ""))
            if depth is not None:
                return str(depth)
            said = value(style, "pPr/numPr/ilvl")
            if said is not None:
                return said
        return "0"

    def _lineage(self, name: str) -> list[Element]:
        """Return a style and those that it is based on, the nearest first."""
        lineage: list[Element] = []
        while name in self._styles and len(lineage) < _MOST_STYLES:
            lineage.append(self._styles[name])
            name = value(lineage[-1], "basedOn") or ""
        return lineage

    def _read(self, numbering: Element) -> None:
        kinds = {
            each.get(w("abstractNumId"), ""): each for each in numbering.findall(w("abstractNum"))
        }
        nums = {each.get(w("numId"), ""): each for each in numbering.findall(w("num"))}
        for name, num in nums.items():
            base = self._kind_of(num, kinds, nums)
            if base is None:
                continue
            read = _Num(base, {_depth(each): each for each in kinds[base].findall(w("lvl"))})
            for override in num.findall(w("lvlOverride")):
                if (level := override.find(w("lvl"))) is not None:
                    read.levels[_depth(override)] = level
                if (start := value(override, "startOverride")) is not None:
                    read.starts[_depth(override)] = _number(start, 1)
            self._nums[name] = read

    def _kind_of(
        self, num: Element, kinds: dict[str, Element], nums: dict[str, Element]
    ) -> str | None:
        """Return the kind of a list; one that only names a list style has the kind of that one."""
        for _ in range(_MOST_STYLES):
            base = value(num, "abstractNumId") or ""
            if base not in kinds:
                return None
            style = value(kinds[base], "numStyleLink")
            if style is None:
                return base
            by_style = value(self._styles.get(style), "pPr/numPr/numId")
            target = nums.get(by_style or "")
            if target is None or target is num:
                return _defining(style, kinds) or base
            num = target
        return None

    def _count(self, name: str, num: _Num, depth: int) -> dict[int, int]:
        """Count one on in a level of a list, and return where all levels stand."""
        counts = self._counts.setdefault(num.counter, {})
        if depth in num.starts and (name, depth) not in self._begun:
            counts[depth] = num.starts[depth]
        else:
            counts[depth] = counts.get(depth, _start(num, depth) - 1) + 1
        self._begun.add((name, depth))
        for deeper in [each for each in counts if each > depth and _restarts(num, each, depth)]:
            del counts[deeper]
        return counts


def _start(num: _Num, depth: int) -> int:
    level = num.levels.get(depth)
    said = None if level is None else value(level, "start")
    return num.starts.get(depth, _number(said, 1))


def _restarts(num: _Num, depth: int, after: int) -> bool:
    """Whether a level begins anew after a higher one: after any, unless `lvlRestart` names which.

    It counts levels from 1, and 0 is never.
    """
    level = num.levels.get(depth)
    said = None if level is None else value(level, "lvlRestart")
    return said is None or after < _number(said, 0)


def _spelled(num: _Num, depth: int, counts: dict[int, int], in_digits: bool) -> str:
    level = num.levels.get(depth)
    form = None if level is None else value(level, "numFmt")
    number = counts.get(depth, _start(num, depth))  # a level that was left out shows its first
    return str(number) if in_digits and form not in _UNNUMBERED else spell(number, form)


def spell(number: int, form: str | None) -> str:
    """Return a number in the numerals that Word names `form`."""
    match form:
        case _ if number < 1 and form not in (None, "decimal", "decimalZero"):
            return str(number) if form not in _UNNUMBERED else ""
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "upperRoman":
            return roman(number)
        case "lowerRoman":
            return roman(number).lower()
        case "decimalZero":
            return f"{number:02d}"
        case "ordinalText":
            return ordinal(number)
        case "bullet" | "none":
            return ""
        case _:
            return str(number)


def _defining(style: str, kinds: dict[str, Element]) -> str | None:
    """Return the kind that a list style is defined by, where the style does not say it."""
    return next((name for name, each in kinds.items() if value(each, "styleLink") == style), None)


def _is_default(style: Element) -> bool:
    is_default = style.get(w("default"), "").lower() in {"1", "true", "on"}
    return style.get(w("type")) == "paragraph" and is_default


def _depth(element: Element) -> int:
    return _number(element.get(w("ilvl")), 0)


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said is not None and said.lstrip("-").isdecimal() else otherwise
