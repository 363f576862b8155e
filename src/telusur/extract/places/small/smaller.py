"""Which kecamatan, kelurahan and desa a report names: only behind these words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from telusur.extract.gazetteer import (
    districts_named,
    villages_named,
)
from telusur.extract.lexicon import PlacesFile
from telusur.extract.model import SmallerLevel
from telusur.extract.places.names import NamedPlace
from telusur.extract.places.small.bare import SmallerPlace, bare_districts

_WORD = r"[A-Z][\w’'-]*"
_NAME = re.compile(rf"{_WORD}(?:[ ]{_WORD}){{0,3}}")
_LEVELS: dict[str, SmallerLevel] = {
    "kecamatan": "kecamatan",
    "kec": "kecamatan",
    "distrik": "kecamatan",
    "kelurahan": "kelurahan",
    "kel": "kelurahan",
    "desa": "desa",
    "kades": "desa",
    "lurah": "kelurahan",
    "nagari": "desa",
    "gampong": "desa",
    "pekon": "desa",
}
_BEFORE = re.compile(
    r"\b(?P<level>Kecamatan|Kec(?=[. ])|Distrik|Kelurahan|Kel(?=[. ])|Desa|kecamatan|distrik"
    r"|kelurahan|desa|KECAMATAN|DISTRIK|KELURAHAN|DESA|[Kk]ades|[Ll]urah|[Nn]agari|[Gg]ampong"
    r"|[Pp]ekon)(?:(?<=\bKec)\.|(?<=\bKel)\.)?(?:[ ]|[ ]?:[ ]?)(?=[A-Z])"
)
_BY_HEAD = re.compile(r"(?i)kades|lurah")
"""A name after these is as often that of the head as of the place."""
_NEXT = re.compile(r",[ ](?:dan[ ]|serta[ ])?|[ ](?:dan|serta)[ ]|[ ]?/[ ]?")
"""What parts the names of a list: `Kecamatan Garung, Kejajar dan Kertek`."""
_PARTED = re.compile(r"[.!?;]\s|,\s+(?:dan|serta)\s")
_NEAR = 60
"""Characters after a name within which the kabupaten named is the one that it lies in."""


class SmallerPlaceReader:
    """Recognises smaller places by the word for their level."""

    def __init__(self, places: PlacesFile) -> None:
        self._no_names = frozenset(word.lower() for word in places.not_villages)

    def places_in(self, text: str, named: Sequence[NamedPlace]) -> list[SmallerPlace]:
        """Return the smaller places in `text`, in order; `named` are the larger ones it names.

        A name gets its code where only one place of that name lies in the kabupaten and kota
        named (or else the provinces, or the country).
        """
        written = list(self._written(text))
        inside = _Inside(named)
        found = [
            place
            for one in written
            for place in _resolved(text, *one, inside)
            if place.code or not _BY_HEAD.match(text, place.start)
        ]
        return sorted([*found, *bare_districts(text, named, found)], key=lambda one: one.start)

    def _written(self, text: str) -> Iterator[tuple[SmallerLevel, int, int, int]]:
        """Yield level, where the word for it begins, and the span of the capitals after it."""
        for found in _BEFORE.finditer(text):
            name = _NAME.match(text, found.end())
            if name and name[0].split()[0].lower() not in self._no_names:
                yield _LEVELS[found["level"].lower()], found.start(), *name.span()


class _Inside:
    """Where smaller places are looked for."""

    def __init__(self, named: Sequence[NamedPlace]) -> None:
        self.named = named
        self.starts = [one.start for one in named]
        self.regencies = {one.place.code for one in named if one.place.level != "provinsi"}
        self.provinces = {one.place.code[:2] for one in named}
        self.districts: set[str] = set()
        """Codes of the kecamatan that were resolved so far."""

    def following(self, position: int) -> NamedPlace | None:
        """Return the larger place named next after `position`."""
        at = bisect_right(self.starts, position)
        return self.named[at] if at < len(self.named) else None

    def choose(self, codes: Sequence[str], after: str | None) -> str | None:
        """Return the only one of `codes` that lies where the report is; `after` is the kabupaten
        named right after it."""
        if after:
            codes = [code for code in codes if code.startswith(after)]
            return codes[0] if len(codes) == 1 else self._in_districts(codes)
        for known in (self.regencies, self.provinces):
            near = [code for code in codes if any(code.startswith(f"{one}.") for one in known)]
            if near:
                return near[0] if len(near) == 1 else self._in_districts(near)
            if self.regencies:  # named, but elsewhere: a namesake
                return None
        return codes[0] if len(codes) == 1 else None

    def _in_districts(self, codes: Sequence[str]) -> str | None:
        near = [code for code in codes if code[:8] in self.districts]
        return near[0] if len(near) == 1 else None


def _resolved(
    text: str, level: SmallerLevel, start: int, first: int, last: int, inside: _Inside
) -> Iterator[SmallerPlace]:
    """Yield the place whose name begins at `first`, and those of the list that goes on after it."""
    place = _place(text, level, start, first, last, inside)
    yield place
    while place.code and (parted := _NEXT.match(text, place.end)):
        name = _NAME.match(text, parted.end())
        if name is None:
            return
        following = _place(text, level, name.start(), *name.span(), inside)
        if following.code is None or following.code[:5] != place.code[:5]:
            return
        place = following
        yield place


def _place(
    text: str, level: SmallerLevel, start: int, first: int, last: int, inside: _Inside
) -> SmallerPlace:
    words = text[first:last].split(" ")
    following = inside.following(first)
    after = following.start if following and following.start <= last + _NEAR else None
    regency = None
    if following and after and not _PARTED.search(text, last, after):
        regency = following.place.code
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        codes = _codes(level, name, tuple(sorted(inside.regencies)), tuple(inside.districts))
        if code := inside.choose(codes, regency):
            if level == "kecamatan":
                inside.districts.add(code)
            return SmallerPlace(name, level, code, start, first + len(name))
    if after and after < last:  # Desa Maju Kota Palembang
        words = text[first:after].split()
    name = " ".join(words) or text[first:last]
    return SmallerPlace(name, level, None, start, first + len(name))


def _codes(
    level: SmallerLevel, name: str, regencies: tuple[str, ...], districts: tuple[str, ...]
) -> Sequence[str]:
    if level == "kecamatan":
        return districts_named(name)
    parents = regencies or tuple({code[:5] for code in districts})
    return [code for parent in parents for code in villages_named(name, parent)]
