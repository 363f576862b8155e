"""Which provinces, kabupaten and kota a report names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telusur.extract.gazetteer import Place
from telusur.extract.language import PLACE
from telusur.extract.lexicon_files import PlacesFile
from telusur.extract.place_names import names_of_places

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
        "universitas",
        "stadion",
        "bandara",
        "hotel",
        "bank",
        "pasar",
        "kerajaan",
        "suku",
    ]
)
_KABUPATEN = frozenset({"kabupaten", "kab", "pemkab", "bupati", "wabup"})
_KOTA = frozenset({"kota", "pemkot", "walikota", "wawali"})
_PREPOSITIONS = frozenset({"di", "ke", "dari", "kota", "kabupaten", "pemkab", "pemkot", "se"})


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name in the text, and the place it means."""

    place: Place
    start: int
    """Where the name begins in the text (characters)."""
    end: int


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

    def places_in(self, doc: Doc, known: Sequence[Place]) -> list[NamedPlace]:
        """Return the places that `doc` names, in order.

        `known` are places named elsewhere (the front matter). A bare name that can mean several
        places is resolved by the words beside it, or by the other places named; else left out.
        """
        spans = [span for span in doc.ents if span.label_ == PLACE and self._in_place(doc, span)]
        candidates = [(span, self._candidates(doc, span)) for span in spans]
        sure = {found[0].code: found[0] for _, found in candidates if len(found) == 1}
        sure |= {place.code: place for place in known}
        return list(_resolved(candidates, sure))

    def _in_place(self, doc: Doc, span: Span) -> bool:
        """Whether the name stands where a place's name can stand."""
        before = doc[span.start - 1].lower_ if span.start else ""
        if before == "." and span.start > 1:
            before = doc[span.start - 2].lower_
            if before not in _NOT_A_PLACE:
                before = ""
        if before in _NOT_A_PLACE:
            return False
        if _level_of(span.text):
            return True
        if span.ent_id_ in self._also_words:
            return before in _PREPOSITIONS or _followed_by_place(doc, span)
        return True

    def _candidates(self, doc: Doc, span: Span) -> tuple[Place, ...]:
        found = self._meanings[span.ent_id_]
        if len(found) == 1:
            return found
        before = [token.lower_ for token in doc[max(0, span.start - 2) : span.start]]
        if before and (before[-1] in _KOTA or before == ["wali", "kota"]):
            return tuple(place for place in found if place.level == "kota") or found
        if before and before[-1] in _KABUPATEN:
            return tuple(place for place in found if place.level == "kabupaten") or found
        if before and before[-1] == "gubernur":
            return tuple(place for place in found if place.level == "provinsi") or found
        return found


def _resolved(
    candidates: Sequence[tuple[Span, tuple[Place, ...]]], sure: Mapping[str, Place]
) -> Iterator[NamedPlace]:
    for span, found in candidates:
        named = [place for place in found if place.code in sure]
        if len(found) == 1 or len(named) == 1:
            yield NamedPlace((named or found)[0], span.start_char, span.end_char)


def _level_of(name: str) -> str | None:
    found = re.match(r"(?i:provinsi|prov|kabupaten|kab|kota)\b", name)
    return found[0].lower() if found else None


def _followed_by_place(doc: Doc, span: Span) -> bool:
    """Whether a comma or bracket and another place follow: `Batu, Jawa Timur`."""
    after = span.end + 1
    return after < len(doc) and doc[span.end].text in {",", "("} and doc[after].ent_type_ == PLACE
