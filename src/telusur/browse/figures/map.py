"""The map of Indonesia with what was found where.

For the start page: `small(spots, groups, t, to)`, where `spots` come from
`telusur.browse.pages.map.spots_by(visit, "kind")` and `groups` from
`telusur.browse.pages.map.groups_by(visit, "kind")`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from markupsafe import Markup

from telusur.browse.figures.clusters import Cluster, Spot, clustered
from telusur.browse.figures.svg import image, tag
from telusur.browse.writing.addresses import Addresses
from telusur.browse.writing.language import Language

NORTH, SOUTH, WEST, EAST = 7.0, -12.0, 94.0, 142.0
"""What the whole map shows, in degrees."""
DEEPEST = 5
_UNIT = 100  # the outline counts in hundredths of a degree, and down from the equator
_APART = 0.047  # clusters are so far from each other, as a share of the map's width
_SMALLEST, _LARGEST = 0.0185, 0.03  # radius, as shares of the map's width
_NAMED_FROM = 2


@dataclass(frozen=True, slots=True)
class View:
    """What part of the map is seen."""

    latitude: float = (NORTH + SOUTH) / 2
    longitude: float = (WEST + EAST) / 2
    zoom: int = 0
    """How often what is seen was halved."""

    @property
    def width(self) -> float:
        """Degrees."""
        return (EAST - WEST) / float(2**self.zoom)

    @property
    def height(self) -> float:
        """Degrees."""
        return (NORTH - SOUTH) / float(2**self.zoom)

    def moved(self, east: float = 0, north: float = 0, closer: int = 0) -> View:
        """Return the view moved by shares of its width and height, and closer, within the map."""
        zoom = min(max(self.zoom + closer, 0), DEEPEST)
        new = View(0, 0, zoom)
        longitude = self.longitude + east * self.width
        latitude = self.latitude + north * self.height
        return View(
            min(max(latitude, SOUTH + new.height / 2), NORTH - new.height / 2),
            min(max(longitude, WEST + new.width / 2), EAST - new.width / 2),
            zoom,
        )

    def sees(self, spot: Spot) -> bool:
        """Whether a place is in view or just outside."""
        return (
            abs(spot.longitude - self.longitude) <= self.width * 0.55
            and abs(spot.latitude - self.latitude) <= self.height * 0.55
        )

    def asked(self) -> dict[str, str | None]:
        """Return what an address asks for to see it; nothing for the whole map."""
        if not self.zoom:
            return {"pusat": None, "perbesar": None}
        return {"pusat": f"{self.latitude:.2f},{self.longitude:.2f}", "perbesar": str(self.zoom)}


@dataclass(frozen=True, slots=True)
class Group:
    """What findings are told apart by: a kind, a challenge."""

    key: str
    label: str
    sign: str
    """A shape or letter that stands for it beside its colour."""
    colour: str
    """Class of the style sheet."""
    told: bool = True
    """Whether a cluster is told by it, when it is the largest: not so the rest."""


def large(
    spots: Sequence[Spot],
    groups: Mapping[str, Group],
    view: View,
    t: Language,
    to: Addresses,
    **asked: str | None,
) -> Markup:
    """Draw the part in view. Each cluster leads to a closer look, each place alone to its page.

    `asked` is what the addresses of closer looks keep.
    """
    scale = view.width * _UNIT
    seen = [spot for spot in spots if view.sees(spot)]
    clusters = clustered(seen, 0 if view.zoom == DEEPEST else view.width * _APART)
    most = max((cluster.total for cluster in clusters), default=1)
    signs = [
        _cluster(one, groups, most, view, scale, t, to, asked)
        for one in sorted(clusters, key=lambda one: (-one.middle.latitude, one.middle.longitude))
    ]
    left, top = (
        (view.longitude - view.width / 2) * _UNIT,
        -(view.latitude + view.height / 2) * _UNIT,
    )
    outline = to.static("indonesia.svg")
    return image(
        "peta",
        t("map.figure"),
        t("map.figure.about", n=sum(spot.total for spot in seen), places=len(seen)),
        tag("rect", x=left, y=top, width=scale, height=view.height * _UNIT, class_="sea"),
        tag("use", href=f"{outline}#tetangga", class_="abroad"),
        tag("use", href=f"{outline}#indonesia", class_="land"),
        *signs,
        class_="map",
        viewBox=f"{left:.0f} {top:.0f} {scale:.0f} {view.height * _UNIT:.0f}",
        role="group",
    )


def small(spots: Sequence[Spot], groups: Mapping[str, Group], t: Language, to: Addresses) -> Markup:
    """Draw the whole map, as `large` does."""
    return large(spots, groups, View(), t, to)


def _cluster(
    cluster: Cluster,
    groups: Mapping[str, Group],
    most: int,
    view: View,
    scale: float,
    t: Language,
    to: Addresses,
    asked: Mapping[str, str | None],
) -> Markup:
    spot, counts, total = cluster.middle, cluster.counts, cluster.total
    x, y = spot.longitude * _UNIT, -spot.latitude * _UNIT
    radius = scale * (_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(total / most))
    alone = len(cluster.spots) == 1
    first = groups[max(counts, key=lambda one: (groups[one].told, counts[one]))]
    label = t(
        "map.place" if alone else "map.cluster",
        place=spot.name, n=total, others=len(cluster.spots) - 1, mostly=first.label,
    )  # fmt: skip
    closer = View(spot.latitude, spot.longitude, view.zoom).moved(closer=1)
    address = to.place(spot.code) if alone else to("/peta", **asked, **closer.asked())
    name = []
    if alone and view.zoom >= _NAMED_FROM:
        name = [
            tag("text", spot.name, x=x, y=y + radius + scale * 0.017, text_anchor="middle",
                font_size=scale * 0.013, class_="name")
        ]  # fmt: skip
    return tag(
        "a",
        tag("title", label),
        tag("circle", cx=x, cy=y, r=radius, class_="disc"),
        *_ring(x, y, radius, counts, groups),
        tag("text", t.number(total), x=x, y=y + scale * 0.0045, text_anchor="middle",
            font_size=scale * 0.0135, class_="total"),
        tag("text", first.sign, x=x, y=y + radius * 0.68, text_anchor="middle",
            font_size=scale * 0.0085, class_=f"sign {first.colour}"),
        *name,
        href=address,
        aria_label=label,
        class_="cluster",
    )  # fmt: skip


def _ring(
    x: float, y: float, radius: float, counts: Mapping[str, int], groups: Mapping[str, Group]
) -> list[Markup]:
    """Draw how much of the findings each group has, clockwise from the top."""
    total = sum(counts.values())
    thick = radius * 0.22
    middle = radius - thick / 2
    drawn, begin = [], 0.0
    for key, group in groups.items():
        if not (number := counts.get(key, 0)):
            continue
        look = {"class_": f"ring {group.colour}", "stroke_width": thick, "fill": "none"}
        if number == total:
            return [tag("circle", cx=x, cy=y, r=middle, **look)]
        end = begin + number / total
        (x1, y1), (x2, y2) = (
            (x + middle * sin(2 * pi * at), y - middle * cos(2 * pi * at)) for at in (begin, end)
        )
        bow = 1 if end - begin > 0.5 else 0
        path = f"M{x1:.1f} {y1:.1f}A{middle:.1f} {middle:.1f} 0 {bow} 1 {x2:.1f} {y2:.1f}"
        drawn.append(tag("path", d=path, **look))
        begin = end
    return drawn
