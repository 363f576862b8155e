"""Every way to write the name of a province, kabupaten or kota, and what it can mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from telusur.extract.gazetteer import Place, all_places, place_named
from telusur.extract.lexicon.files import PlacesFile

_DIRECTIONS = frozenset({"Barat", "Daya", "Selatan", "Tengah", "Tenggara", "Timur", "Utara"})


def names_of_places(places: PlacesFile) -> Mapping[str, tuple[Place, ...]]:
    """Return each name, with capitals, and the places it can mean (one, except for bare names).

    Bare names are those without level: `Bogor` can mean a kabupaten and a kota.
    """
    meanings: dict[str, dict[str, Place]] = defaultdict(dict)
    for place in all_places():
        for name in _official_spellings(place):
            meanings[name][place.code] = place
    for alias in places.aliases:
        meant = place_named(alias.place)
        assert meant is not None  # noqa: S101 - the file's shape has checked it
        for name in alias.names:
            meanings[name][meant.code] = meant
            if meant.level != "provinsi":
                meanings[f"{meant.level.capitalize()} {name}"][meant.code] = meant
    return {name: tuple(found.values()) for name, found in meanings.items()}


def _official_spellings(place: Place) -> Iterator[str]:
    bare = place.bare_name
    yield place.name
    yield bare
    match place.level:
        case "provinsi":
            yield f"Provinsi {bare}"
            yield f"Prov. {bare}"
        case "kabupaten":
            yield f"Kabupaten {bare}"
            yield f"Kab. {bare}"
            yield f"Kab {bare}"
        case "kota":
            yield f"Kota {bare}"
            if "Administrasi " in place.name:
                yield f"Kota Adm. {bare}"
                yield f"Kota Adm {bare}"
    if "Kepulauan " in place.name:
        yield place.name.replace("Kepulauan ", "Kep. ")
    other = _joined(bare) or _parted(bare)
    if other and place.level != "provinsi":
        yield other
        yield f"{place.level.capitalize()} {other}"


def _joined(bare: str) -> str | None:
    """Return a name of two words as one, as many write it: `Pematangsiantar`; else None."""
    first, _, second = bare.replace("-", " ").partition(" ")
    if not second or " " in second or second in _DIRECTIONS:
        return None
    return first + second.lower()


_FIRST_PARTS = (
    "Balik", "Bandar", "Banjar", "Batu", "Bukit", "Gunung", "Karang", "Kota", "Kulon", "Lima",
    "Lubuk", "Muara", "Padang", "Pagar", "Palangka", "Pangkal", "Pare", "Paya", "Pematang", "Prabu",
    "Purba", "Sawah", "Singa", "Suka", "Sungai", "Tanjung", "Tebing", "Tulung", "Wono",
)  # fmt: skip
"""With which names of one word begin that many write as two: `Pangkal Pinang`."""
_SHORTEST_PART = 5


def _parted(bare: str) -> str | None:
    """Return a name of one word as two, as some write it: `Pematang Siantar`; else None."""
    if " " in bare or "-" in bare:
        return None
    for first in _FIRST_PARTS:
        rest = bare.removeprefix(first)
        if rest != bare and len(rest) >= _SHORTEST_PART:
            return f"{first} {rest.capitalize()}"
    return None
