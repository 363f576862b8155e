"""Where a report was made: the roles of the places it names, and the place of each clause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from telusur.corpus.text.chat import sender_at
from telusur.extract.gazetteer import Place
from telusur.extract.model import OpenPlaceMention, PlaceMention, Role, SmallerPlaceMention
from telusur.extract.places.names import NamedPlace, OpenName
from telusur.extract.places.small.arrivals import Arrivals
from telusur.extract.places.small.bare import SmallerPlace
from telusur.extract.places.spots import Spot, Spots, smallest
from telusur.extract.places.standing import Standing
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
_OF_ALL_VISITED = re.compile(
    r"(?i)\b(?:ke(?:dua|tiga|empat|lima|enam|tujuh)|semua|seluruh|setiap|masing-masing|lintas|antar"
    r"|tidak satu ?pun|di (?:dua|tiga|empat|lima|enam|tujuh)|both|all)\s"
    r"(?:\w+\s)?(?:lokus|lokasi|daerah|kabupaten(?:/| dan | maupun )kota|wilayah|pemda|pemerintah"
    r" daerah|local governments|regions)\b"
)
_BY_VISITORS = re.compile(
    r"(?i)\bnota dinas\b|\blaporan (?:perjalanan|kunjungan|hasil|singkat|lapangan|monitoring)\b"
    r"|\bberita acara\b|\bnotul(?:en|a|ensi)\b|\bcatatan\b|\bformulir\b|\bdaftar periksa\b"
    r"|\b(?:kami|tim) (?:me)?(?:laporkan|laporan|kunjungi|ngunjungi|mantau)\b|\bhasil (?:observasi"
    r"|pemantauan|monitoring|wawancara|inspeksi|pemeriksaan)\b|\bchecklist\b|\bkuesioner\b|\bangket\b"
    r"|\binstrumen\b|\bborang\b|\btranskrip\b|\bdaftar isian\b"
)
"""In a report of those who were there, not of a newsroom: what it says is about that place."""
_BEGINNING = 1500
_ON_A_FORM = re.compile(r"\w+\.?[ ]?[:|]")
"""`Kecamatan: …`, as a form has it."""
_HOME_IS_NAMED = 3
"""Times that a report on a visit elsewhere names the place its visitors come from, at least."""
_NOWHERE = Spot(None, None)


@dataclass(frozen=True)
class Whereabouts:
    """The places of a report, and which of them were visited."""

    text: str
    named: tuple[NamedPlace, ...]
    """In order of position."""
    dateline: NamedPlace | None
    visits: Visited
    standing: Standing
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

    def spot_of(self, start: int, end: int, clause: tuple[int, int] | None = None) -> Spot:
        """Return the place that the unit between two offsets, or a clause of it, is about.

        That is the only place that the clause, or else the unit, names; else the one beside it
        (its row, its sender); else that of the heading it stands under; else, in a report on
        several places, the one named last under this heading; else the main place. What is said
        of all the country, or of all that was visited, is about no place.
        """
        index = self.standing.at(start)
        beside = () if index is None else tuple(self.standing.beside(index))
        for span in (*((clause,) if clause else ()), (start, end), *beside):
            if spot := self._spots.between(*span):
                return spot
        if several := self._spots.several(start, end):
            return Spot(self.main, None) if self.main in several else self._before(start, index)
        if self._is_of_none(start, end):
            return _NOWHERE
        if place := self._of_head(start, end):
            return Spot(place, None)
        return self._inherited(start, index)

    def _inherited(self, start: int, index: int | None) -> Spot:
        """What the paragraph was about up to here; else what stands above it."""
        if index is not None:
            if spot := self._of_paragraph(index):
                return spot
            section = self.standing.section(index)
            for span in (*self.standing.merged(index), *section.headings):
                if spot := self._spots.between(*span):
                    return spot
            here = self._arrivals.last(start, section.start) if self._arrivals else None
            if here and here.parent and (not self.main or here.parent == self.main):
                return Spot(here.parent, here)
            if section.headings and len(self._of_headings) > 1:
                return _NOWHERE if self._of_headings >= self._visited_codes else self._main
        return self._before(start, index)

    def _of_paragraph(self, index: int) -> Spot | None:
        """The only place that the sentence named which named one last in this paragraph."""
        for span in self.standing.before(index):
            if self._spots.several(*span):
                spot = self._spots.between(*span)
                known = spot and spot.place and spot.place.code in self._subjects
                return spot if known else None
        return None

    @cached_property
    def _main(self) -> Spot:
        """The main place, and the only kecamatan or desa in it that was visited."""
        visited = [
            one
            for one in self.smaller
            if (one.start, one.end) in self.visits.names
            or (one.start < _BEGINNING and _ON_A_FORM.match(self.text, one.start))
        ]
        own = [one for one in visited if not one.parent or one.parent == self.main]
        alone = len(self.visited) == 1 and _BY_VISITORS.search(self.text, 0, _BEGINNING)
        return Spot(self.main, smallest(own) if alone else None)

    def _before(self, start: int, index: int | None) -> Spot:
        """The place named last in running text, in a report on several."""
        if len(self._subjects) > 1 and (index is None or self.standing.is_running(index)):
            first = 0 if index is None else self.standing.section(index).start
            for place in self._spots.before(start, first):
                if place.code in self._subjects:
                    return Spot(place, None)
        return self._main

    def _is_of_none(self, start: int, end: int) -> bool:
        if _OF_THE_COUNTRY.search(self.text, start, end):
            return True
        several = len(self.visited) > 1
        return several and _OF_ALL_VISITED.search(self.text, start, end) is not None

    @cached_property
    def _arrivals(self) -> Arrivals:
        def sender(position: int) -> str | None:
            return sender_at(self.text, position)

        return Arrivals(self.text, self.smaller, self.standing.begins, sender)

    @cached_property
    def _spots(self) -> Spots:
        return Spots(self.text, self.named, self.smaller, self._visited_codes)

    @cached_property
    def _of_headings(self) -> frozenset[str]:
        """The kabupaten and kota that headings name."""
        found = (self._spots.between(*one) for one in self.standing.headings)
        return frozenset(one.place.code for one in found if one and one.place)

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
        place = self.spot_of(one.start, one.end).place
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
