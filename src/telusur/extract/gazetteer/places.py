"""The provinces, kabupaten and kota of Indonesia, with their codes and coordinates."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

PlaceLevel = Literal["provinsi", "kabupaten", "kota"]


@dataclass(frozen=True, slots=True)
class Place:
    """A province, kabupaten or kota."""

    code: str
    """Kemendagri code: `16` for a province, `16.71` for a kabupaten or kota."""
    name: str
    """Full name with its level: `Kota Palembang`, `Kabupaten Sumedang`, `Sumatera Selatan`."""
    level: PlaceLevel
    parent_code: str | None
    """The province's code; None for a province."""
    latitude: float
    """Of the area's centre, in WGS84 degrees: enough to mark it on a map."""
    longitude: float

    @property
    def bare_name(self) -> str:
        """The name without its level: `Palembang`."""
        return strip_level(self.name)


def strip_level(name: str) -> str:
    """Return a place's name without `Kota`, `Kabupaten` or `Administrasi` before it."""
    for level in ("Kota ", "Kabupaten "):
        if name.startswith(level):
            return name.removeprefix(level).removeprefix("Administrasi ")
    return name


@cache
def all_places() -> tuple[Place, ...]:
    """Return every province, kabupaten and kota, in order of code."""
    file = resources.files("telusur.extract.gazetteer").joinpath("places.csv")
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(
        Place(
            code=row["code"],
            name=row["name"],
            level=_level(row["code"], row["name"]),
            parent_code=row["code"][:2] if "." in row["code"] else None,
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in csv.DictReader(line for line in lines if not line.startswith("#"))
    )


@cache
def places_by_code() -> Mapping[str, Place]:
    """Return every place by its code."""
    return MappingProxyType({place.code: place for place in all_places()})


def place_named(name: str) -> Place | None:
    """Return the place of exactly this official name, whatever its capitals; None if none is."""
    return _places_by_name().get(name.casefold())


@cache
def _places_by_name() -> Mapping[str, Place]:
    return MappingProxyType({place.name.casefold(): place for place in all_places()})


def _level(code: str, name: str) -> PlaceLevel:
    if "." not in code:
        return "provinsi"
    return "kota" if name.startswith("Kota ") else "kabupaten"
