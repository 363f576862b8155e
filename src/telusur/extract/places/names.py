"""Which provinces, kabupaten and kota a report names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telusur.extract.gazetteer import Place
from telusur.extract.language.labels import PLACE, SITE
from telusur.extract.lexicon import PlacesFile, names_of_places

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# A name after one of these is that of something smaller or something else.
_NOT_A_PLACE = frozenset(
    [
        "kecamatan",
        "kec",
        "kelurahan",
        "kel",
        "desa",
        "dusun",
        "distrik",
        "nagari",
        "kampung",
        "jalan",
        "jl",
        "jln",
        "gunung",
        "bukit",
        "sungai",
        "kali",
        "danau",
        "pulau",
        "selat",
        "teluk",
        "laut",
        "tanjung",
        "universitas",
        "institut",
        "politeknik",
        "stadion",
        "bandara",
        "pelabuhan",
        "terminal",
        "hotel",
        "bank",
        "pasar",
        "kerajaan",
        "suku",
        "etnis",
    ]
)
_SHORTENED = frozenset({"kec", "kel", "jl", "jln"})
# Words between those and the name: Universitas Negeri Malang, Jalan Raya Bogor.
_BETWEEN = frozenset(
    [
        "negeri",
        "islam",
        "teknologi",
        "seni",
        "raya",
        "muhammadiyah",
        "katolik",
        "kristen",
        "internasional",
    ]
)
_KABUPATEN = frozenset({"kabupaten", "kab", "pemkab", "bupati", "wabup"})
_KOTA = frozenset({"kota", "pemkot", "pemko", "walikota", "wawali"})
_PROVINSI = frozenset({"gubernur", "wagub", "pemprov", "provinsi", "prov"})
_PREPOSITIONS = frozenset({"di", "ke", "dari", "kota", "kabupaten", "pemkab", "pemkot", "se"})

_HEAD_OF_KOTA = re.compile(r"(?i)\b(?:wali ?kota|pemkot|pemko|wawali)\b")
_HEAD_OF_KABUPATEN = re.compile(r"(?i)\b(?:bupati|pemkab|wabup)\b")
_BESIDE = re.compile(r"\s*(?:,\s*|\(\s*|/\s*|di\s+)(?:provinsi\s+)?", re.IGNORECASE)
"""What stands between a place and the province it lies in."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name in the text, and the place it means."""

    place: Place
    start: int
    """Where the name begins in the text (characters)."""
    end: int


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name in the text that can mean several places, where nothing says which."""

    name: str
    candidates: tuple[Place, ...]
    start: int
    """Where the name begins in the text (characters)."""
    end: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """A name in the text, with what it can mean."""

    span: Span
    found: tuple[Place, ...]


class PlaceReader:
    """Recognises the names of places among a Doc's entities."""

    def __init__(self, places: PlacesFile) -> None:
        self._meanings: Mapping[str, tuple[Place, ...]] = {
            name.lower(): found for name, found in names_of_places(places).items()
        }
        self._also_words = frozenset(word.lower() for word in places.also_words)

    def meanings(self, name: str) -> tuple[Place, ...]:
        """Return the places that `name` can mean, whatever its capitals."""
        return self._meanings.get(" ".join(name.lower().split()), ())

    def places_in(
        self, doc: Doc, text: str, known: Sequence[Place]
    ) -> tuple[list[NamedPlace], list[OpenName]]:
        """Return the places that `doc` names, and the names that stay open, in order.

        `text` is the Doc's, `known` are places named elsewhere (the front matter). A bare name
        that can mean several places is resolved by the words beside it, by the other places
        named, or by whose head the report speaks of.
        """
        readings = [
            _Reading(span, self._candidates(doc, span))
            for span in doc.ents
            if span.label_ == PLACE and self._in_place(doc, span)
        ]
        readings = list(_beside_their_province(text, readings))
        sure = {one.found[0].code: one.found[0] for one in readings if len(one.found) == 1}
        sure |= {place.code: place for place in known}
        named: list[NamedPlace] = []
        unsure: list[OpenName] = []
        level = _level_of_heads(text) if _is_single(readings) else None
        for one in readings:
            found = _in_company(one.found, sure)
            if len(found) > 1 and level:
                found = tuple(place for place in found if place.level == level) or found
            start, end = one.span.start_char, one.span.end_char
            if len(found) == 1:
                named.append(NamedPlace(found[0], start, end))
            else:
                unsure.append(OpenName(one.span.text, found, start, end))
        return named, unsure

    def _in_place(self, doc: Doc, span: Span) -> bool:
        """Whether the name stands where a place's name can stand."""
        at = span.start - 1
        while at > 0 and doc[at].lower_ in _BETWEEN:
            at -= 1
        before = doc[at].lower_ if at >= 0 else ""
        if before == "." and at > 0:
            before = doc[at - 1].lower_
            if before not in _SHORTENED:  # the end of a sentence: `… tiga kali. Kota Bogor`
                before = ""
        if before in _NOT_A_PLACE:
            return False
        if _level_of(span.text):
            return True
        if span.ent_id_ in self._also_words:
            return before in _PREPOSITIONS or _is_site(doc, span) or _followed_by_place(doc, span)
        return True

    def _candidates(self, doc: Doc, span: Span) -> tuple[Place, ...]:
        found = self._meanings[span.ent_id_]
        if len(found) == 1:
            return found
        before = [token.lower_ for token in doc[max(0, span.start - 2) : span.start]]
        last = before[-1] if before else ""
        if last in _KOTA or before == ["wali", "kota"]:
            return _of_level(found, {"kota"})
        if last in _KABUPATEN or before == ["kab", "."]:
            return _of_level(found, {"kabupaten"})
        if last in _PROVINSI or before == ["prov", "."]:
            return _of_level(found, {"provinsi"})
        if _is_site(doc, span):  # an office of the province would be called one
            return _of_level(found, {"kabupaten", "kota"})
        return found


def _of_level(found: tuple[Place, ...], levels: set[str]) -> tuple[Place, ...]:
    return tuple(place for place in found if place.level in levels) or found


def _beside_their_province(text: str, readings: Sequence[_Reading]) -> Iterator[_Reading]:
    """Let a name and its neighbour tell what they mean: `Banjar, Kalimantan Selatan`, and the
    province in `Kabupaten Muaro Jambi, Jambi`."""
    for number, one in enumerate(readings):
        found = one.found
        if len(found) > 1 and number:
            before = readings[number - 1]
            if len(before.found) == 1 and _touch(text, before.span, one.span):
                parent = before.found[0].parent_code
                found = tuple(place for place in found if place.code == parent) or found
        if len(found) > 1 and number + 1 < len(readings):
            after = readings[number + 1]
            if len(after.found) == 1 and _touch(text, one.span, after.span):
                code = after.found[0].code
                found = tuple(place for place in found if place.parent_code == code) or found
        yield _Reading(one.span, found)


def _touch(text: str, first: Span, second: Span) -> bool:
    return _BESIDE.fullmatch(text, first.end_char, second.start_char) is not None


def _in_company(found: tuple[Place, ...], sure: Mapping[str, Place]) -> tuple[Place, ...]:
    """Return what a name can mean among the places that are named for certain."""
    if len(found) == 1:
        return found
    named = tuple(place for place in found if place.code in sure)
    if len(named) == 1:
        return named
    provinces = {code[:2] for code in sure}
    near = tuple(place for place in found if place.code[:2] in provinces)
    return near if len(near) == 1 else found


def _is_single(readings: Sequence[_Reading]) -> bool:
    """Whether all names below the province can mean one and the same place."""
    below = [
        {place.code for place in one.found if place.level != "provinsi"}
        for one in readings
        if any(place.level != "provinsi" for place in one.found)
    ]
    return bool(below) and bool(set.intersection(*below))


def _level_of_heads(text: str) -> str | None:
    """Return whether a report speaks only of a Bupati or only of a Wali Kota."""
    kota, kabupaten = _HEAD_OF_KOTA.search(text), _HEAD_OF_KABUPATEN.search(text)
    if bool(kota) == bool(kabupaten):
        return None
    return "kota" if kota else "kabupaten"


def _is_site(doc: Doc, span: Span) -> bool:
    """Whether the name of a type of site stands right before: `MPP Batu`."""
    at = span.start - 1
    if at >= 0 and doc[at].text == ")":  # Mal Pelayanan Publik (MPP) Batu
        while at > 0 and span.start - at < 5 and doc[at].text != "(":
            at -= 1
        at -= 1
    return at >= 0 and doc[at].ent_type_ == SITE


def _level_of(name: str) -> str | None:
    found = re.match(r"(?i:provinsi|prov|kabupaten|kab|kota)\b", name)
    return found[0].lower() if found else None


def _followed_by_place(doc: Doc, span: Span) -> bool:
    """Whether a comma or bracket and another place follow: `Batu, Jawa Timur`."""
    after = span.end + 1
    return after < len(doc) and doc[span.end].text in {",", "("} and doc[after].ent_type_ == PLACE
