"""The map of Indonesia with what was found where.

It is drawn twice: finely for wide screens and coarsely, with larger and fewer signs, for phones.
The style sheet shows one of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from markupsafe import Markup

from telusur.browse.figures.clusters import Cluster, Spot, clustered
from telusur.browse.figures.naming import Box, Name, placed, short
from telusur.browse.figures.naming import around as naming_around
from telusur.browse.figures.svg import image, tag
from telusur.browse.writing.addresses import Addresses
from telusur.browse.writing.language import Language

NORTH, SOUTH, WEST, EAST = 7.0, -12.0, 94.0, 142.0
"""What the whole map shows, in degrees."""
DEEPEST = 5
_UNIT = 100  # the outline counts in hundredths of a degree, and down from the equator
_NAMED_FROM = 2


@dataclass(frozen=True, slots=True)
class Grain:
    """How finely a map is drawn: all in shares of its width."""

    name: str
    """`fine` or `coarse`: a class of the style sheet."""
    apart: float
    """How far clusters are from each other."""
    smallest: float
    """Radius of a cluster; likewise the largest."""
    largest: float
    text: float
    """Size of a number; names are somewhat smaller."""


FINE = Grain("fine", 0.047, 0.0185, 0.03, 0.0135)
MIDDLE = Grain("fine", 0.075, 0.03, 0.042, 0.021)  # for half the width of a screen
COARSE = Grain("coarse", 0.12, 0.046, 0.06, 0.034)


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
        """Whether a place is in view."""
        return (
            abs(spot.longitude - self.longitude) <= self.width / 2
            and abs(spot.latitude - self.latitude) <= self.height / 2
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
    provinces: Sequence[Spot] = (),
    **asked: str | None,
) -> Markup:
    """Draw the part in view, finely and coarsely. Each cluster leads to a closer look, each place
    alone to its page. `provinces` are named where there is room.

    `asked` is what the addresses of closer looks keep.
    """
    return Markup("").join(
        drawn(spots, groups, view, t, to, provinces, grain, **asked) for grain in (FINE, COARSE)
    )


def drawn(
    spots: Sequence[Spot],
    groups: Mapping[str, Group],
    view: View,
    t: Language,
    to: Addresses,
    provinces: Sequence[Spot] = (),
    grain: Grain = FINE,
    **asked: str | None,
) -> Markup:
    """Draw the part in view once."""
    scale = view.width * _UNIT
    seen = [spot for spot in spots if view.sees(spot)]
    clusters = clustered(seen, 0 if view.zoom == DEEPEST else view.width * grain.apart)
    most = max((cluster.total for cluster in clusters), default=1)
    discs = [
        _Disc(one, one.middle.longitude * _UNIT, -one.middle.latitude * _UNIT,
              scale * (grain.smallest + (grain.largest - grain.smallest) * sqrt(one.total / most)))
        for one in sorted(clusters, key=lambda one: (-one.middle.latitude, one.middle.longitude))
    ]  # fmt: skip
    margin = scale * grain.largest  # so that no ring is cut off at the edge
    left = (view.longitude - view.width / 2) * _UNIT - margin
    top = -(view.latitude + view.height / 2) * _UNIT - margin
    width, height = scale + 2 * margin, view.height * _UNIT + 2 * margin
    box = Box(left, top, left + width, top + height)
    outline = to.static("indonesia.svg")
    return image(
        f"peta-{grain.name}",
        t("Map of Indonesia with the number of findings in each place"),
        t(
            "Shows {n} findings from {places} places. The table below the map "
            "has the same numbers.",
            n=sum(spot.total for spot in seen),
            places=len(seen),
        ),
        tag("rect", x=left, y=top, width=width, height=height, class_="sea"),
        tag("use", href=f"{outline}#tetangga", class_="abroad"),
        tag("use", href=f"{outline}#indonesia", class_="land"),
        tag("use", href=f"{outline}#batas", class_="borders"),
        *_names(discs, provinces, view, box, scale * grain.text),
        *(_cluster(one, groups, view, scale * grain.text, t, to, asked) for one in discs),
        class_=f"map {grain.name}",
        viewBox=f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}",
        role="group",
    )


def small(
    spots: Sequence[Spot],
    groups: Mapping[str, Group],
    t: Language,
    to: Addresses,
    provinces: Sequence[Spot] = (),
) -> Markup:
    """Draw the whole map, as `large` does, for half the width."""
    return Markup("").join(
        drawn(spots, groups, View(), t, to, provinces, grain) for grain in (MIDDLE, COARSE)
    )


@dataclass(frozen=True, slots=True)
class _Disc:
    """Where a cluster is drawn, in the units of the drawing."""

    cluster: Cluster
    x: float
    y: float
    radius: float


def _names(
    discs: Sequence[_Disc], provinces: Sequence[Spot], view: View, box: Box, size: float
) -> list[Markup]:
    """The names of places that stand alone, then of provinces, as far as there is room."""
    wanted = [
        Name(one.cluster.middle.name, one.x, one.y, size * 0.95, one.radius)
        for one in discs
        if len(one.cluster.spots) == 1 and view.zoom >= _NAMED_FROM
    ]
    wanted += [
        Name(short(one.name), one.longitude * _UNIT, -one.latitude * _UNIT, size * 0.85,
             look="province")
        for one in provinces if view.sees(one)
    ]  # fmt: skip
    taken = [naming_around(one.x, one.y, one.radius) for one in discs]
    return [
        tag("text", name.words, x=x, y=y, text_anchor="middle", font_size=name.size,
            class_=name.look, aria_hidden="true")
        for name, x, y in placed(wanted, taken, box)
    ]  # fmt: skip


def _cluster(
    disc: _Disc,
    groups: Mapping[str, Group],
    view: View,
    size: float,
    t: Language,
    to: Addresses,
    asked: Mapping[str, str | None],
) -> Markup:
    cluster, x, y, radius = disc.cluster, disc.x, disc.y, disc.radius
    spot, counts, total = cluster.middle, cluster.counts, cluster.total
    alone = len(cluster.spots) == 1
    first = groups[max(counts, key=lambda one: (groups[one].told, counts[one]))]
    if alone:
        label = t(
            "{place}: {n} finding, {mostly}", "{place}: {n} findings, mostly {mostly}",
            place=spot.name, n=total, mostly=first.label,
        )  # fmt: skip
    else:
        label = t(
            "{place} and {others} places nearby: {n} findings, mostly {mostly}. Look closer",
            place=spot.name, n=total, others=len(cluster.spots) - 1, mostly=first.label,
        )  # fmt: skip
    closer = View(spot.latitude, spot.longitude, view.zoom).moved(closer=1)
    address = to.place(spot.code) if alone else to("/peta", **asked, **closer.asked())
    return tag(
        "a",
        tag("title", label),
        tag("circle", cx=x, cy=y, r=radius, class_="disc"),
        *_ring(x, y, radius, counts, groups),
        tag("text", t.number(total), x=x, y=y + size / 3, text_anchor="middle",
            font_size=size, class_="total"),
        tag("text", first.sign, x=x, y=y + radius * 0.68, text_anchor="middle",
            font_size=size * 0.63, class_=f"sign {first.colour}"),
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
