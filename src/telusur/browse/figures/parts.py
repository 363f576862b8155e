"""Parts of bars and columns: each in its colour, with a sign in it where there is room."""

from __future__ import annotations

from markupsafe import Markup

from telusur.browse.figures.standings import stretch
from telusur.browse.figures.svg import tag
from telusur.store.standing import OF_PROVISIONS

SIGNS = {"kendala": "▼", "tantangan": "◆", "kelebihan": "▲", "peluang": "●", "kebutuhan": "■"}
"""The shape of each kind; a team's own kinds have none."""
_NARROWEST = 0.035  # share of the width in which a sign has room
_LOWEST = 14  # pixels


def part_of(
    group: str, title: str, share: float, *, middle: str, y: float, height: float, **where: object
) -> Markup:
    """Return a part; `share` is that of the width it has, `middle` where its sign would stand."""
    if group in OF_PROVISIONS:
        return stretch(group, title, y=y, height=height, **where)
    said = [tag("title", title)] if title else []
    sign = SIGNS.get(group)
    drawn = [tag("rect", class_=f"part part-{group}", y=y, height=height, **where)]
    if sign and share >= _NARROWEST and height >= _LOWEST:
        drawn.append(
            tag("text", sign, x=middle, y=y + height / 2 + 4, text_anchor="middle",
                class_="part-sign", aria_hidden="true")
        )  # fmt: skip
    return tag("g", *said, *drawn)
