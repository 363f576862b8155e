"""Bars: one a row, perhaps of several parts, each row with its name above and its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from telusur.browse.figures.parts import part_of
from telusur.browse.figures.svg import image, percent, tag

_LINE, _BAR, _GAP, _TEXT = 19, 16, 12, 14  # pixels: of a line of a name, of its bar, below it
_ROOM = 0.75  # the longest bar's share of the width; its number stands beside it
_LONGEST_LINE = 40  # characters, as many as fit on a phone


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar."""

    group: str
    """What it is drawn as: `kendala`, `accepted`."""
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


def bars(name: str, title: str, description: str, rows: Sequence[Bar]) -> Markup:
    """Draw the rows below each other; as wide as there is room, with their whole names."""
    longest = max((sum(part.value for part in row.parts) for row in rows), default=1) / _ROOM
    drawn, y = [], 0
    for row in rows:
        lines = wrap(row.label, _LONGEST_LINE) or [""]
        drawn.append(_row(row, lines, y, longest))
        y += len(lines) * _LINE + _BAR + _GAP
    return image(
        name,
        title,
        description,
        *drawn,
        class_="chart bars",
        width="100%",
        height=y,
        role="group" if any(row.address for row in rows) else "img",
    )


def _row(row: Bar, lines: Sequence[str], y: int, longest: float) -> Markup:
    top = y + len(lines) * _LINE
    drawn, at = [], 0.0
    for part in row.parts:
        share = part.value / (longest or 1)
        drawn.append(
            part_of(part.group, part.title, share, x=percent(at, longest), y=top,
                    width=percent(part.value, longest), height=_BAR,
                    middle=percent(at + part.value / 2, longest))
        )  # fmt: skip
        at += part.value
    spans = [
        tag("tspan", f"{line} " if number < len(lines) - 1 else line, x=0,
            y=y + number * _LINE + _TEXT)
        for number, line in enumerate(lines)
    ]  # fmt: skip
    label = tag("text", *spans, class_="label")
    if row.address:
        label = tag("a", label, href=row.address)
    number = tag("text", row.number, x="100%", y=top + 13, text_anchor="end", class_="number")
    return tag("g", label, number, *drawn)
