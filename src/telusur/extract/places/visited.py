"""Which of the places that a report names were visited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from telusur.extract.gazetteer import Place, places_by_code
from telusur.extract.places.names import NamedPlace, OpenName
from telusur.extract.places.small.bare import SmallerPlace
from telusur.extract.places.visits import VisitReader, hosts_in, scenes_in

Name = NamedPlace | OpenName | SmallerPlace

_VIRTUAL = re.compile(
    r"(?i)\b(?:video\s?con\w*|vidcon|vicon|konferensi video|telekonferensi|teleconference|webinar"
    r"|secara virtual|virtual meeting|(?:aplikasi|melalui|via) zoom|zoom meeting|google meet)\b"
)
_BEGINNING = 1500
"""Characters at the beginning of a report that tell how people met."""
_GOVERNOR = re.compile(r"(?i)\b(?:gubernur|pemprov)\b")
_MAYOR = re.compile(r"(?i)\b(?:bupati|pemkab|pemkot|wali ?kota)\b")
_CAPITAL = "31"
_TIMES_MORE = 3
"""How much oftener a report on a province names it than any town in it, where heads of such towns
speak too."""


@dataclass(frozen=True, slots=True)
class Visited:
    """What was visited, as far as the report tells."""

    places: tuple[Place, ...]
    """Most certain first."""
    names: frozenset[tuple[int, int]]
    """The spans of the names, of whatever size, that words of visiting lead to."""


def visited_places(
    text: str,
    front_matter: Sequence[Place],
    named: Sequence[NamedPlace],
    unsure: Sequence[OpenName],
    smaller: Sequence[SmallerPlace],
    of_sites: Sequence[Place],
    visits: VisitReader,
    dateline: NamedPlace | None,
    of_structure: Sequence[Place] = (),
) -> Visited:
    """Return the places that were visited.

    The front matter decides; then words of visiting and of receiving guests, and what headings, a
    table's column or the title set apart (`of_structure`); then the sites
    named, whose places are `of_sites`; then the scene of what happened; and where nothing tells,
    the place that the report names most. A name that stays open leaves open what was visited, too.
    """
    names: list[Name] = sorted([*named, *unsure, *smaller], key=lambda name: name.start)
    told = [*visits.visits_in(text, names), *hosts_in(text, names)]
    spans = frozenset((name.start, name.end) for name in told)
    if front_matter:
        return Visited(tuple(front_matter), spans)
    found = _places_of(told)
    if len(of_structure) > 1 or (of_structure and not found):
        found = _smallest([*found, *of_structure])
    if not found and any(isinstance(name, OpenName) for name in told):
        return Visited((), spans)
    if not found or _is_only_a_province(found, named, smaller):
        found = _without_words(text, named, smaller, of_sites, dateline) or found
    return Visited(tuple(found), spans)


def _is_only_a_province(
    found: Sequence[Place], named: Sequence[NamedPlace], smaller: Sequence[SmallerPlace]
) -> bool:
    """Whether the report also names a kabupaten or kota of the only province in `found`."""
    if len(found) != 1 or found[0].level != "provinsi":
        return False
    codes = [one.place.code for one in named] + list(_parents(smaller))
    return any(code.startswith(f"{found[0].code}.") for code in codes)


def _without_words(
    text: str,
    named: Sequence[NamedPlace],
    smaller: Sequence[SmallerPlace],
    of_sites: Sequence[Place],
    dateline: NamedPlace | None,
) -> list[Place]:
    """Return the places visited where no words of visiting tell."""
    below = {one.place.code for one in named if one.place.level != "provinsi"}
    at_sites = _smallest(of_sites)
    if len(at_sites) == 1 and not _is_only_a_province(at_sites, named, smaller):
        return at_sites  # more than one are those of a comparison
    if len(below) > 1 and _VIRTUAL.search(text, 0, _BEGINNING):
        return []
    scenes = list(scenes_in(text, named))
    happened = _places_of([one for one, said in scenes if not said])
    if happened and happened[0].code[:2] != _CAPITAL:
        return happened[:1]
    if most := _most_named(text, named, smaller, dateline):
        return [most]
    return happened[:1]


def _places_of(names: Iterable[Name]) -> list[Place]:
    """Return the places of names, each once: the kabupaten and kota; else the provinces."""
    return _smallest(place for name in names if (place := _place_of(name)))


def _place_of(name: Name) -> Place | None:
    """The kabupaten or kota that a name means or lies in, or the province; None if it is open."""
    match name:
        case NamedPlace():
            return name.place
        case SmallerPlace():
            return name.parent
        case OpenName():
            return None


def _smallest(places: Iterable[Place]) -> list[Place]:
    """Return each place once: the kabupaten and kota; else the provinces."""
    once = list({place.code: place for place in places}.values())
    below = [place for place in once if place.level != "provinsi"]
    return below or once


def _most_named(
    text: str,
    named: Sequence[NamedPlace],
    smaller: Sequence[SmallerPlace],
    dateline: NamedPlace | None,
) -> Place | None:
    """Return the place that a report names most, leaving out the newsroom's line."""
    counted = Counter(one.place.code for one in named)
    counted.update(_parents(smaller))
    if dateline is not None:
        counted[dateline.place.code] -= 1
    below = Counter({code: times for code, times in counted.items() if "." in code})
    provinces = counted - below
    best, times = _first(below)
    province, often = _first(provinces)
    if best and not (best.startswith(province) and _is_of_province(text, times, often)):
        return places_by_code()[best]
    code = province or best
    return places_by_code()[code] if code else None


def _first(counted: Counter[str]) -> tuple[str, int]:
    return counted.most_common(1)[0] if counted else ("", 0)


def _is_of_province(text: str, of_town: int, of_province: int) -> bool:
    """Whether a report is about a province rather than about the town in it that it names most."""
    if not _GOVERNOR.search(text) or of_province < of_town:
        return False
    return of_province >= _TIMES_MORE * of_town or not _MAYOR.search(text)


def _parents(smaller: Sequence[SmallerPlace]) -> Iterator[str]:
    for one in smaller:
        if one.parent:
            yield one.parent.code
