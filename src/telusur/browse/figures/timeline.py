"""A time line: a column a month or a year, stacked by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from telusur.browse.figures.parts import part_of
from telusur.browse.figures.svg import image, percent, tag

_MOST_MONTHS = 30
_HEIGHT, _TOP, _FOOT = 200, 18, 24  # pixels: of the columns, above and below them
_MOST_LABELS = 10


@dataclass(frozen=True, slots=True)
class Column:
    """A month or a year."""

    period: str
    """`2021-05` or `2021`."""
    counts: Counter[str]
    """By group."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def columns(dated: Iterable[tuple[str, str, int]]) -> list[Column]:
    """Return the columns for days (ISO 8601), groups and how many there are, without gaps.

    A short span is told by month, a longer one by year.
    """
    known = [(day, group, number) for day, group, number in dated if day]
    if not known:
        return []
    first, last = min(known)[0], max(known)[0]
    years = range(int(first[:4]), int(last[:4]) + 1)
    months = [f"{year:04d}-{month:02d}" for year in years for month in range(1, 13)]
    periods = [month for month in months if first[:7] <= month <= last[:7]]
    if len(periods) > _MOST_MONTHS:
        periods = [f"{year:04d}" for year in years]
    length = len(periods[0])
    counted: dict[str, Counter[str]] = {period: Counter() for period in periods}
    for day, group, number in known:
        counted[day[:length]][group] += number
    return [Column(period, counts) for period, counts in counted.items()]


def timeline(
    name: str, title: str, description: str, drawn: Sequence[Column], groups: dict[str, str]
) -> Markup:
    """Draw columns, as wide as there is room; `groups` gives each group's name, lowest first."""
    highest = max((column.total for column in drawn), default=0) or 1
    parts = []
    every = -(-len(drawn) // _MOST_LABELS)
    for place, column in enumerate(drawn):
        left = percent(place + 0.12, len(drawn))
        middle = percent(place + 0.5, len(drawn))
        y = float(_TOP + _HEIGHT)
        for group, label in groups.items():
            if number := column.counts[group]:
                height = _HEIGHT * number / highest
                y -= height
                parts.append(
                    part_of(group, f"{column.period}, {label}: {number}", 0.76 / len(drawn),
                            x=left, y=y, width=percent(0.76, len(drawn)), height=height,
                            middle=middle)
                )  # fmt: skip
        if column.total:
            parts.append(
                tag("text", str(column.total), x=middle, y=y - 4, text_anchor="middle",
                    class_="number")
            )  # fmt: skip
        if place % every == 0:
            spare = " spare" if place // every % 2 else ""  # left out where it is narrow
            parts.append(
                tag("text", column.period, x=middle, y=_TOP + _HEIGHT + 17, text_anchor="middle",
                    class_=f"tick{spare}")
            )  # fmt: skip
    base = tag("rect", class_="base", x=0, y=_TOP + _HEIGHT, width="100%", height=1)
    height = _TOP + _HEIGHT + _FOOT
    return image(
        name, title, description, *parts, base,
        class_="chart timeline", width="100%", height=height, role="img",
    )  # fmt: skip
