"""Where a report was made: the roles of the places it names, and the place of each clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from telusur.extract.gazetteer import Place
from telusur.extract.model import OpenPlaceMention, PlaceMention, Role, SmallerPlaceMention
from telusur.extract.places.names import NamedPlace, OpenName
from telusur.extract.places.smaller import SmallerPlace
from telusur.extract.places.visited import Visited

_NEWSROOM = r"(?:\([^)\n]{1,40}\)\s*|,\s*[A-Z][\w. ]{2,30}?\s*(?=[–—(-]))"
_DATELINE = re.compile(rf"\s*{_NEWSROOM}?(?:[–—-]\s|[.,:]\s|\()")
_AFTER_NEWSROOM = re.compile(
    r"[A-Z][\w. ]{2,40}(?:,| [–—-]|\s\|)\s|[^\n]{6,40}\b(?:19|20)\d\d\)?\s*[–—-]\s"
)
_DATELINE_LINES = 4
"""Lines at the beginning of a report, one of which can begin with the newsroom's place."""
_HEADS = re.compile(
    r"\b(?P<kabupaten>[Bb]upati|[Ww]abup|[Pp]emkab|[Kk]abupaten (?:ini|kami|kita|tersebut))\b"
    r"|\b(?P<kota>[Ww]ali ?[Kk]ota|[Pp]emkot|[Kk]ota (?:ini|kami|kita|tersebut))\b"
)
_OF_THE_COUNTRY = re.compile(
    r"(?i)\b(?:di )?seluruh (?:indonesia|nusantara)\b|\bsecara nasional\b"
    r"|\b(?:tingkat|skala) (?:nasional|pusat)\b"
    r"|\b(?:di)?(?:setiap|tiap|seluruh|semua) (?:pemerintah )?daerah\b|\bantar ?daerah\b"
)
_HOME_IS_NAMED = 3
"""Times that a report on a visit elsewhere names the place its visitors come from, at least."""


@dataclass(frozen=True)
class Whereabouts:
    """The places of a report, and which of them were visited."""

    text: str
    named: tuple[NamedPlace, ...]
    """In order of position."""
    dateline: NamedPlace | None
    visits: Visited
    smaller: tuple[SmallerPlace, ...] = ()
    """In order of position."""
    unsure: tuple[OpenName, ...] = ()
    """In order of position."""

    @property
    def visited(self) -> tuple[Place, ...]:
        return self.visits.places

    @property
    def main(self) -> Place | None:
        """The place that a finding is about unless its sentence says otherwise."""
        return self.visited[0] if self.visited else None

    def mentions(self) -> list[PlaceMention]:
        """Return every mention with its role; a visited place that is only in the front matter
        stands at the beginning of the text, without length."""
        found = [
            PlaceMention(named.place.code, self._role(named), named.start, named.end)
            for named in self.named
        ]
        unnamed = self._visited_codes - {named.place.code for named in self.named}
        return [
            PlaceMention(code, "visited", *self._implied(code)) for code in sorted(unnamed)
        ] + found

    def smaller_mentions(self) -> tuple[SmallerPlaceMention, ...]:
        """Return the mentions of kecamatan, kelurahan and desa, with their roles."""
        return tuple(
            SmallerPlaceMention(
                name=one.name,
                level=one.level,
                code=one.code,
                parent_code=one.code[:5] if one.code else self._parent(one),
                role="visited" if (one.start, one.end) in self.visits.names else "mentioned",
                start=one.start,
                end=one.end,
            )
            for one in self.smaller
        )

    def open_mentions(self) -> tuple[OpenPlaceMention, ...]:
        """Return the names that stay open, with their roles."""
        return tuple(
            OpenPlaceMention(
                name=one.name,
                candidates=tuple(place.code for place in one.candidates),
                role="visited" if (one.start, one.end) in self.visits.names else "mentioned",
                start=one.start,
                end=one.end,
            )
            for one in self.unsure
        )

    def place_of(self, start: int, end: int, clause: tuple[int, int] | None = None) -> Place | None:
        """Return the place that the sentence between two offsets, or a clause of it, is about.

        That is the only place that the clause, or else the sentence, names; else, in a report on
        several places, the one that was named last; else the main place. What is said of all the
        country is about no place.
        """
        if clause and len(inside := self._named_in(*clause)) == 1:
            return next(iter(inside.values()))
        local = self._named_in(start, end)
        if len(local) == 1:
            return next(iter(local.values()))
        if self.main and self.main.code in local:
            return self.main
        if not local and _OF_THE_COUNTRY.search(self.text, start, end):
            return None
        if not local and (place := self._of_head(start, end)):
            return place
        if len(self._subjects) > 1:
            last = bisect_right(self.named, start, key=lambda named: named.start)
            for named in reversed(self.named[max(0, last - 50) : last]):
                if named.place.code in self._subjects:
                    return named.place
        return self.main

    def _named_in(self, start: int, end: int) -> dict[str, Place]:
        """The kabupaten and kota that a clause names, or whose kecamatan and desa it names."""
        first = bisect_left(self.named, start, key=lambda named: named.start)
        last = bisect_left(self.named, end, key=lambda named: named.start)
        local = {
            named.place.code: named.place
            for named in self.named[first:last]
            if named.place.level != "provinsi"
        }
        if local:
            return local
        first = bisect_left(self.smaller, start, key=lambda one: one.start)
        last = bisect_left(self.smaller, end, key=lambda one: one.start)
        parents = (one.parent for one in self.smaller[first:last])
        return {parent.code: parent for parent in parents if parent}

    def _of_head(self, start: int, end: int) -> Place | None:
        """The place whose Bupati or Wali Kota a clause speaks of, where the report names one."""
        levels = {found.lastgroup for found in _HEADS.finditer(self.text, start, end)}
        if len(levels) != 1 or (self.main and self.main.level in levels):
            return None
        fitting = [place for place in self._regencies.values() if place.level in levels]
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def _regencies(self) -> dict[str, Place]:
        return {one.place.code: one.place for one in self.named if one.place.level != "provinsi"}

    @cached_property
    def _visited_codes(self) -> frozenset[str]:
        return frozenset(place.code for place in self.visited)

    @cached_property
    def _subjects(self) -> frozenset[str]:
        """The places visited, and the one that the visitors come from, if the report is as much
        about that."""
        if not self.visits.names:
            return self._visited_codes
        counted = Counter(
            one.place.code for one in self.named if one.place.code not in self._visited_codes
        )
        most = counted.most_common(1)
        home = [code for code, times in most if times >= _HOME_IS_NAMED and "." in code]
        return self._visited_codes | set(home)

    def _role(self, named: NamedPlace) -> Role:
        if named.place.code in self._visited_codes:
            return "visited"
        return "dateline" if named is self.dateline else "mentioned"

    def _implied(self, code: str) -> tuple[int, int]:
        """The span of the first kecamatan or desa that tells of an unnamed place visited."""
        spans = ((one.start, one.end) for one in self.smaller if one.code and one.code[:5] == code)
        return next(spans, (0, 0))

    def _parent(self, one: SmallerPlace) -> str | None:
        place = self.place_of(one.start, one.end)
        return place.code if place and place.level != "provinsi" else None


def dateline_of(text: str, named: Sequence[NamedPlace]) -> NamedPlace | None:
    """Return the place of the newsroom's line: `PALEMBANG – …`; None where there is none."""
    starts = {0}
    for found in re.finditer(r"\n", text):
        starts.add(found.end())
        if len(starts) >= _DATELINE_LINES:
            break
    starts |= {
        room.end() for start in tuple(starts) if (room := _AFTER_NEWSROOM.match(text, start))
    }
    for place in named[:10]:
        if place.start in starts and _DATELINE.match(text, place.end):
            return place
    return None
