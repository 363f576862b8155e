"""Which institutions are named: words with which such a name begins, and the capitals after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import Pattern

from telusur.extract.lexicon import PeopleFile
from telusur.extract.model import InstitutionMention
from telusur.extract.places.names import NamedPlace

_WORD = r"[A-Z][\w/-]{0,40}"
_ABBREVIATION = r"[A-Z][A-Z/-]+"


def institution_pattern(people: PeopleFile) -> Pattern[str]:
    """Return the pattern of an institution's name; an abbreviation ends it."""
    heads = "|".join(re.escape(head) for head in sorted(people.institutions, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{heads or '(?!)'})\b"
        rf"(?:[ ](?!{_ABBREVIATION}\b)(?:{_WORD}|dan[ ]{_WORD})){{0,10}}"
        rf"(?:(?:[ ]{_ABBREVIATION}\b){{1,2}}|[ ]\([A-Z]\w+\))?"
        rf"(?:[ ](?:Kota|Kabupaten|Provinsi)(?:[ ]{_WORD})+)?"
    )


def institutions_in(
    text: str, pattern: Pattern[str], places: Sequence[NamedPlace]
) -> Iterator[InstitutionMention]:
    """Yield the institutions named in `text`, in order. A single general word is none.

    A place ends the name: what follows it is mostly a person.
    """
    place_ends = {place.end for place in places}
    at = 0
    while found := pattern.search(text, at):
        ends = place_ends.intersection(range(found.start(), found.end()))
        end = min(ends, default=found.end())
        at = end
        name = text[found.start() : end]
        if " " in name or name[1:] != name[1:].lower():
            yield InstitutionMention(name, found.start(), end)
