"""What a stretch of text is about: a kabupaten or kota, and the kecamatan or desa in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telusur.extract.gazetteer import Place
from telusur.extract.places.names import NamedPlace
from telusur.extract.places.small.bare import SmallerPlace

_ONLY_A_WAY = re.compile(
    r"\b(?:ke|menuju|dari|via|lewat|melalui|transit di)\s+(?:kota\s+)?\Z", re.I
)
"""Before a place to which or from which people go: not where the matter is."""
_AND = re.compile(r",?\s+(?:dan|serta|maupun|atau)\s+|,\s+|/")
_LOOK_BACK = 24
_MOST_BEFORE = 50


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is."""

    place: Place | None
    """The kabupaten or kota, or the province; None for the country, or no place."""
    smaller: SmallerPlace | None
    """The kecamatan, kelurahan or desa in it, where the text says so."""


class Spots:
    """The names of a report's places, by position."""

    def __init__(
        self,
        text: str,
        named: Sequence[NamedPlace],
        smaller: Sequence[SmallerPlace],
        visited: frozenset[str],
    ) -> None:
        """Both in order of position; `visited` are codes."""
        self._text = text
        self._named = [one for one in named if one.place.level != "provinsi"]
        self._smaller = smaller
        self._visited = visited
        self._times = Counter(one.place.code for one in named)
        self._starts = [one.start for one in self._named]
        self._starts_of_smaller = [one.start for one in smaller]

    def between(self, start: int, end: int) -> Spot | None:
        """Return the only place named between two offsets; None where there is none, or several."""
        places = self._places(start, end)
        smaller = list(self._where(self._smaller_in(start, end)))
        if len(places) > 1:
            return None
        parents = {one.parent.code: one.parent for one in smaller if one.parent}
        if not places and len(parents) > 1:
            return None
        place = next(iter(places.values()), None) or next(iter(parents.values()), None)
        inside = [one for one in smaller if not (place and one.parent and one.parent != place)]
        if place is None:
            return None
        return Spot(place, smallest(inside))

    def several(self, start: int, end: int) -> list[Place]:
        """Return the places named between two offsets."""
        places = self._places(start, end)
        for one in self._smaller_in(start, end):
            if one.parent:
                places[one.parent.code] = one.parent
        return list(places.values())

    def before(self, position: int, first: int) -> Iterator[Place]:
        """Yield the kabupaten and kota named from `first` to `position`, the nearest first."""
        begin = bisect_left(self._starts, first)
        end = bisect_left(self._starts, position)
        for one in reversed(self._named[max(begin, end - _MOST_BEFORE) : end]):
            yield one.place

    def _places(self, start: int, end: int) -> dict[str, Place]:
        """The kabupaten and kota named; none that the report only names as a way's end."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return {
            one.place.code: one.place
            for one in self._named[first:last]
            if one.place.code in self._visited
            or self._times[one.place.code] > 1
            or not self._is_a_way(one.start)
        }

    def _smaller_in(self, start: int, end: int) -> Sequence[SmallerPlace]:
        first = bisect_left(self._starts_of_smaller, start)
        return self._smaller[first : bisect_left(self._starts_of_smaller, end)]

    def _where(self, smaller: Sequence[SmallerPlace]) -> Iterator[SmallerPlace]:
        """Yield those that are not only a way's end, nor go on a list of such ends."""
        end, is_a_way = -1, False
        for one in smaller:
            goes_on = end >= 0 and _AND.fullmatch(self._text, end, one.start) is not None
            is_a_way = (is_a_way and goes_on) or self._is_a_way(one.start)
            end = one.end
            if not is_a_way:
                yield one

    def _is_a_way(self, start: int) -> bool:
        before = self._text[max(0, start - _LOOK_BACK) : start]
        return _ONLY_A_WAY.search(before) is not None


def smallest(found: Sequence[SmallerPlace]) -> SmallerPlace | None:
    """Return the only place among `found`, or the only one in which none of the others is wider."""
    once = {one.code or one.name.casefold(): one for one in found}
    inner = [
        one
        for one in once.values()
        if not any(other is not one and _is_in(other, one) for other in once.values())
    ]
    return inner[0] if len(inner) == 1 else None


def _is_in(one: SmallerPlace, other: SmallerPlace) -> bool:
    """Whether one lies in the other, as far as their codes tell; a desa without a code does in
    the kecamatan that is named with it."""
    if one.code and other.code:
        return one.code.startswith(f"{other.code}.")
    return one.level != "kecamatan" and other.level == "kecamatan"
