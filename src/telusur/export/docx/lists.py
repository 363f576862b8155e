"""The lists that count, and what Word will count: so that no number is printed that is not meant.

Buku, bab, bagian and paragraf are one list, since each begins anew below the one above it. Pasal
and all items are another: a Pasal runs through the whole regulation, and an item begins anew below
any item that stands higher. Each level belongs to a style, so that a paragraph which gets the style
in Word gets its number too.

Where a draft has a number that Word would not count to (`Pasal 12A`, `ayat (2a)`, a gap), it is
typed, and what stands below it is counted by a list of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from telusur.draft.numerals import roman
from telusur.export.docx.styles import (
    BASES,
    CONSIDERATIONS,
    DIVISIONS,
    PROVISIONS,
    STYLES,
)
from telusur.export.docx.xml import Xml, parse


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list."""

    format: str
    """Word's name for the numerals."""
    text: str
    """What is printed, with `{}` for the number."""
    suffix: str = "tab"


_BUKU = Level("decimal", "BUKU", "space")
_BAGIAN = Level("decimal", "Bagian", "space")
"""Counted, so that what stands below begins anew; the ordinal behind it is typed."""
LEVELS: dict[int, tuple[Level, ...]] = {
    DIVISIONS: (
        _BUKU, Level("upperRoman", "BAB {}", "nothing"), _BAGIAN,
        Level("decimal", "Paragraf {}", "nothing"),
    ),
    PROVISIONS: (
        Level("decimal", "Pasal {}", "nothing"), Level("decimal", "({})"), Level("decimal", "{}."),
        Level("lowerLetter", "{}."), Level("decimal", "{}."), Level("lowerLetter", "{})"),
        Level("decimal", "{})"),
    ),
    CONSIDERATIONS: (Level("lowerLetter", "{}."),),
    BASES: (Level("decimal", "{}."),),
}  # fmt: skip


@dataclass(slots=True)
class Counter:
    """One list, and how far Word has counted."""

    id: int
    """Its numId."""
    kind: int
    """The list whose levels it has."""
    counts: dict[int, int] = field(default_factory=dict)

    def counts_to(self, level: int, printed: str) -> bool:
        """Count one on and return True if that is the number meant; else leave all as it is."""
        number = self.counts.get(level, 0) + 1
        definition = LEVELS[self.kind][level]
        if definition.text.format(_NUMERALS[definition.format](number)) != printed:
            return False
        self.counts = {each: n for each, n in self.counts.items() if each < level}
        self.counts[level] = number
        return True


class Lists:
    """All lists of a document."""

    def __init__(self) -> None:
        self.counters = [Counter(kind, kind) for kind in LEVELS]

    def __getitem__(self, kind: int) -> Counter:
        """Return the list that the styles of a kind belong to."""
        return self.counters[kind - 1]

    def another(self, kind: int) -> Counter:
        """Return a list with the levels of `kind` that begins anew."""
        self.counters.append(Counter(len(self.counters) + 1, kind))
        return self.counters[-1]

    def numbering(self) -> Xml:
        """Return the part `numbering.xml`."""
        definitions = "".join(_definition(counter) for counter in self.counters)
        instances = "".join(
            f'<w:num w:numId="{each.id}"><w:abstractNumId w:val="{each.id}"/></w:num>'
            for each in self.counters
        )
        return parse("numbering", definitions + instances)


def _definition(counter: Counter) -> str:
    levels = "".join(
        _level(counter, number, level) for number, level in enumerate(LEVELS[counter.kind])
    )
    return (
        f'<w:abstractNum w:abstractNumId="{counter.id}"><w:nsid w:val="{counter.id:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{counter.id:08X}"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(counter: Counter, number: int, level: Level) -> str:
    style = next(each for each in STYLES if each.numbered == (counter.kind, number))
    linked = f'<w:pStyle w:val="{style.id}"/>' if counter.id == counter.kind else ""
    text = level.text.format(f"%{number + 1}")
    tab = f'<w:tabs><w:tab w:val="num" w:pos="{style.left}"/></w:tabs>' if style.hanging else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>{linked}'
        f'<w:suff w:val="{level.suffix}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{tab}'
        f'<w:ind w:left="{style.left}" w:hanging="{style.hanging}"/></w:pPr></w:lvl>'
    )


def _letters(number: int) -> str:
    """Return 1 as `a`, 27 as `aa`, 28 as `bb`, as Word counts."""
    repeat, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeat + 1)


_NUMERALS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "upperRoman": roman,
    "lowerLetter": _letters,
}
