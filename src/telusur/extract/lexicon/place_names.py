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
    if (joined := _joined(bare)) and place.level != "provinsi":
        yield joined
        yield f"{place.level.capitalize()} {joined}"


def _joined(bare: str) -> str | None:
    """Return a name of two words as one, as many write it: `Pematangsiantar`; else None."""
    first, _, second = bare.replace("-", " ").partition(" ")
    if not second or " " in second or second in _DIRECTIONS:
        return None
    return first + second.lower()
