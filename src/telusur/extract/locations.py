"""Where a report was made: the roles of the places it names, and the place of each clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from telusur.extract.gazetteer import Place
from telusur.extract.model import PlaceMention, Role
from telusur.extract.places import NamedPlace
from telusur.extract.sites import NamedSite

_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:[–—-]\s|[.,:]\s|\()")
_DATELINE_LINES = 4
"""Lines at the beginning of a report, one of which can begin with the newsroom's place."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places of a report, and which of them were visited."""

    named: tuple[NamedPlace, ...]
    """In order of position."""
    visited: tuple[Place, ...]
    """Most certain first; empty where the report names no place."""
    dateline: NamedPlace | None

    @property
    def main(self) -> Place | None:
        """The place that a finding is about unless its sentence says otherwise."""
        return self.visited[0] if self.visited else None

    def mentions(self) -> list[PlaceMention]:
        """Return every mention with its role; a visited place that is only in the front matter
        stands at the beginning of the text, without length."""
        visited = {place.code for place in self.visited}
        found = [
            PlaceMention(named.place.code, self._role(named, visited), named.start, named.end)
            for named in self.named
        ]
        unnamed = visited - {named.place.code for named in self.named}
        return [PlaceMention(code, "visited", 0, 0) for code in sorted(unnamed)] + found

    def _role(self, named: NamedPlace, visited: set[str]) -> Role:
        if named.place.code in visited:
            return "visited"
        return "dateline" if named is self.dateline else "mentioned"

    def place_of(self, start: int, end: int) -> Place | None:
        """Return the place that the clause between two offsets is about.

        That is the only place it names; else, in a report on several places, the one visited
        that was named last; else the main place.
        """
        first = bisect_left(self.named, start, key=lambda named: named.start)
        last = bisect_left(self.named, end, key=lambda named: named.start)
        local = {
            named.place.code: named.place
            for named in self.named[first:last]
            if named.place.level != "provinsi"
        }
        if len(local) == 1:
            return next(iter(local.values()))
        if self.main and self.main.code in local:
            return self.main
        if len(self.visited) > 1:
            codes = {place.code for place in self.visited}
            before = self.named[: bisect_right(self.named, start, key=lambda named: named.start)]
            for named in reversed(before[-50:]):
                if named.place.code in codes:
                    return named.place
        return self.main


def dateline_of(text: str, named: Sequence[NamedPlace]) -> NamedPlace | None:
    """Return the place of the newsroom's line: `PALEMBANG – …`; None where there is none."""
    starts = {0}
    for found in re.finditer(r"\n", text):
        starts.add(found.end())
        if len(starts) >= _DATELINE_LINES:
            break
    for place in named[:10]:
        if place.start in starts and _DATELINE.match(text, place.end):
            return place
    return None


def visited_places(
    front_matter: Sequence[Place],
    named: Sequence[NamedPlace],
    sites: Sequence[NamedSite],
    visits: Sequence[NamedPlace],
    dateline: NamedPlace | None,
) -> tuple[Place, ...]:
    """Return the places that were visited, most certain first.

    The front matter decides; then the places after words of visiting (`visits`); then those of
    the sites named; and where nothing tells, the place that the report names most.
    """
    if front_matter:
        return tuple(front_matter)
    by_code = {place.place.code: place.place for place in named}
    found = dict.fromkeys(place.place.code for place in visits if place.place.level != "provinsi")
    if not found:
        found = dict.fromkeys(
            site.site.place_code for site in sites if site.site.place_code in by_code
        )
        if len(found) > 1:  # sites in several places: those of a comparison, not of a visit
            found = {}
    if not found:
        counted = Counter(place.place.code for place in named if place.place.level != "provinsi")
        if not counted:
            counted = Counter(place.place.code for place in named)
        if dateline is not None and dateline.place.code in counted:
            counted[dateline.place.code] -= 1
        best = counted.most_common(1)
        found = dict.fromkeys(code for code, _ in best)
    return tuple(by_code[code] for code in found if code in by_code)
