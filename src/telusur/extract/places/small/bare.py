"""The kecamatan, kelurahan and desa that a report names; and kecamatan without that word.

`Camat Tamako`, `di Tamako`, and `Tamako` once `Kecamatan Tamako` has been named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from telusur.extract.gazetteer import Place, districts_of, places_by_code
from telusur.extract.model import SmallerLevel
from telusur.extract.places.names import NamedPlace

_MOST_REGENCIES = 12
"""In so many kabupaten and kota, at most, are kecamatan looked for without their word."""
_SHORTEST = 4
_LEADS = re.compile(
    r"(?i)(?:\b(?:di|ke|dari|se|camat|kec|puskesmas|pkm|upt\w*|uptd|kua|polsek|koramil|pasar|pulau"
    r"|pelabuhan|warga|masyarakat|orang|org|penduduk|kantor|loket|wilayah|mpp|gerai|korwil|daerah"
    r"|kecamatan|distrik|nelayan|petani|pedagang|pengrajin|guru|bidan|karang taruna|dan|serta)"
    r"\.?\s+|(?:\A|\n|[.!?:]\s+|[-–•]\s+))\Z"
)
"""Before a name: where the name of a place can stand."""
_STANDS_ALONE = re.compile(r"[.:,\n]|\s[–-]\s|\Z")
"""After a name that begins a line or sentence: it says where."""


@dataclass(frozen=True, slots=True)
class SmallerPlace:
    """A kecamatan, kelurahan or desa named in the text."""

    name: str
    """As it is written, without its level: `Kejajar`."""
    level: SmallerLevel
    code: str | None
    """Kemendagri code, such as `33.07.12`; None where it cannot be told which one is meant."""
    start: int
    """Where its name begins in the text (characters), the word for its level included."""
    end: int

    @property
    def parent(self) -> Place | None:
        """The kabupaten or kota it lies in, where the code is known."""
        return places_by_code().get(self.code[:5]) if self.code else None


def bare_districts(
    text: str, named: Sequence[NamedPlace], known: Sequence[SmallerPlace]
) -> Iterator[SmallerPlace]:
    """Yield the kecamatan that `text` names without their word, in order.

    They are those of the kabupaten and kota in `named`; `known` are the smaller places that stand
    in the text with their word.
    """
    regencies = dict.fromkeys(one.place.code for one in named if one.place.level != "provinsi")
    if not 0 < len(regencies) <= _MOST_REGENCIES:
        return
    codes = _districts(tuple(sorted(regencies)))
    taken = _Taken([*((one.start, one.end) for one in named), *((k.start, k.end) for k in known)])
    introduced = {one.code for one in known}
    for found in _pattern(tuple(sorted(codes))).finditer(text):
        code, start, end = codes[found[0]], *found.span()
        if taken.touches(start, end):
            continue
        if code in introduced or _is_placed(text, start, end):
            yield SmallerPlace(found[0], "kecamatan", code, start, end)


def _is_placed(text: str, start: int, end: int) -> bool:
    lead = _LEADS.search(text[max(0, start - 16) : start])
    if lead is None:
        return False
    return lead[0].strip(" .-–•")[-1:].isalpha() or _STANDS_ALONE.match(text, end) is not None


@lru_cache(maxsize=64)
def _districts(regencies: tuple[str, ...]) -> dict[str, str]:
    """Return the code of each kecamatan by its name, where only one has it, and no regency does."""
    larger = {place.bare_name.casefold() for place in places_by_code().values()}
    found: dict[str, str] = {}
    for regency in regencies:
        for name, code in districts_of(regency):
            if len(name) >= _SHORTEST and name.casefold() not in larger:
                found[name] = "" if name in found else code
    return {name: code for name, code in found.items() if code}


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest)) or '(?!)'})\b")


class _Taken:
    """The spans of names that are known already."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def touches(self, start: int, end: int) -> bool:
        """Whether one of them reaches as far as this: a longer name goes before a shorter."""
        at = bisect_left(self._spans, (end, 0)) - 1
        near = self._spans[max(0, at - 1) : at + 1]
        return any(last > start and last - first >= end - start for first, last in near)
