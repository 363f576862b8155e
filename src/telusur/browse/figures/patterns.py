"""Fills that differ by pattern too, for readers who do not tell their colours apart."""

from __future__ import annotations

from markupsafe import Markup

from telusur.browse.figures.svg import tag

_STROKES = {
    "tantangan": "M0 6L6 0M-1 1L1-1M5 7L7 5",
    "peluang": "M3 0V6",
    "kebutuhan": "M0 3H6",
    "kelebihan": "M0 0L6 6M-1 5L1 7M5-1L7 1",
}
"""What is drawn over the colour of a group, in squares of six pixels; others stay plain."""


def patterns(name: str) -> Markup:
    """Return the patterns of the figure called `name`."""
    return tag(
        "defs",
        *(
            tag("pattern", tag("path", d=strokes, class_="stripe"), id=f"{name}-{group}", width=6,
                height=6, patternUnits="userSpaceOnUse")
            for group, strokes in _STROKES.items()
        ),
    )  # fmt: skip


def fill(name: str, group: str, title: str, **where: object) -> Markup:
    """Return a rectangle in the colour and the pattern of a group."""
    inside = [tag("title", title)] if title else []
    over = [tag("rect", fill=f"url(#{name}-{group})", **where)] if group in _STROKES else []
    return tag("g", *inside, tag("rect", class_=f"part part-{group}", **where), *over)
