"""Bars: one a row, perhaps of several parts, each row with its name above and its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from telusur.browse.figures.patterns import fill, patterns
from telusur.browse.figures.svg import image, percent, tag

_ROW, _BAR, _TEXT = 46, 16, 14  # pixels: of a row, of its bar, and down to the foot of its name
_ROOM = 0.75  # the longest bar's share of the width; its number stands beside it
_LONGEST_LABEL = 40  # characters, as many as fit on a phone


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar."""

    group: str
    """A class of the style sheet: `kendala`, `covered`."""
    value: float
    title: str
    """What a reader is told who points at it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row."""

    label: str
    parts: tuple[Part, ...]
    number: str
    """Written at the end of the bar."""
    address: str | None = None
    whole: float | None = None
    """What the bar would be when full, drawn behind it."""


def bars(name: str, title: str, description: str, rows: Sequence[Bar]) -> Markup:
    """Draw the rows below each other; as wide as there is room."""
    lengths = [max(row.whole or 0, sum(part.value for part in row.parts)) for row in rows]
    longest = max(lengths, default=1) / _ROOM
    drawn = [_row(name, row, place * _ROW, longest) for place, row in enumerate(rows)]
    return image(
        name,
        title,
        description,
        patterns(name),
        *drawn,
        class_="chart bars",
        width="100%",
        height=len(rows) * _ROW,
        role="group" if any(row.address for row in rows) else "img",
    )


def _row(name: str, row: Bar, y: int, longest: float) -> Markup:
    whole = row.whole or 0
    drawn = [tag("rect", class_="whole", x=0, y=y + 20, width=percent(whole, longest), height=_BAR)]
    at = 0.0
    for part in row.parts:
        drawn.append(
            fill(name, part.group, part.title, x=percent(at, longest), y=y + 20,
                 width=percent(part.value, longest), height=_BAR)
        )  # fmt: skip
        at += part.value
    short = row.label
    if len(short) > _LONGEST_LABEL:
        short = short[: _LONGEST_LABEL - 1].rstrip() + "…"
    title = [tag("title", row.label)] if short != row.label else []
    label = tag("text", *title, short, x=0, y=y + _TEXT, class_="label")
    if row.address:
        label = tag("a", label, href=row.address, aria_label=row.label if title else None)
    return tag(
        "g",
        label,
        tag("text", row.number, x="100%", y=y + 20 + 13, text_anchor="end", class_="number"),
        *(drawn if whole else drawn[1:]),
    )
