"""Bars that tell evidence from suggestions: solid, hatched, an outline; on paper and to readers who
do not tell their colours apart as well."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from telusur.browse.figures.svg import percent, tag
from telusur.browse.writing.language import Language
from telusur.store.standing import BY_STANDING

_STROKES = {"suspect": "M2 0V6M5 0V6", "strong": "M0 6L6 0M-1 1L1-1M5 7L7 5"}
"""What is drawn in squares of six pixels."""


def hatch() -> Markup:
    """Return the patterns that bars are filled with: once on a page, and invisible."""
    return tag(
        "svg",
        tag(
            "defs",
            *(
                tag("pattern", tag("rect", width=6, height=6, class_=f"ground-{name}"),
                    tag("path", d=strokes, class_=f"stroke-{name}"), id=f"pola-{name}",
                    width=6, height=6, patternUnits="userSpaceOnUse")
                for name, strokes in _STROKES.items()
            ),
        ),
        class_="hatch", width=0, height=0, aria_hidden="true", focusable="false",
    )  # fmt: skip


def stretch(standing: str, title: str, **where: object) -> Markup:
    """Return a rectangle that looks as what stands so."""
    fill = f"url(#pola-{standing})" if standing in _STROKES else None
    said = [tag("title", title)] if title else []
    return tag("rect", *said, class_=f"stretch stretch-{standing}", fill=fill, **where)


def provisions_bar(counts: Mapping[str, int], t: Language) -> Markup:
    """Draw what the provisions of a row of `coverage` rest on, as wide as there is room."""
    drawn, at = [], 0.0
    for standing, column in BY_STANDING.items():
        if number := counts[column]:
            drawn.append(
                stretch(standing, t.term("rests", f"{standing}.n", n=number), y=1, height=12,
                        x=percent(at, counts["provisions"]),
                        width=percent(number, counts["provisions"]))
            )  # fmt: skip
            at += number
    return tag("svg", *drawn, class_="rests", width="100%", height=14, aria_hidden="true")
