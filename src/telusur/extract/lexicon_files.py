"""The shapes of the files in `extract/`. What each key means to people stands in the files."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from telusur.extract.cues import Cue
from telusur.extract.gazetteer import place_named
from telusur.extract.model import Kind
from telusur.validation import Strict

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]


def _known_place(name: str) -> str:
    if place_named(name) is None:
        raise ValueError(f"there is no province, kabupaten or kota with the official name “{name}”")
    return name


class Cues(Strict):
    """Cues of one meaning, by how much each says."""

    strong: tuple[Cue, ...] = ()
    medium: tuple[Cue, ...] = ()
    weak: tuple[Cue, ...] = ()


class Challenge(Strict):
    """A challenge of the taxonomy."""

    id: Identifier
    label: str
    label_en: str
    definition: str
    cues: Cues
    examples: tuple[str, ...]


class KindEntry(Strict):
    """A kind of finding, with its signals."""

    id: Kind
    label: str
    label_en: str
    definition: str
    headings: tuple[Cue, ...] = ()
    cues: Cues


class SiteType(Strict):
    """A type of service site."""

    id: Identifier
    name: str
    names: tuple[str, ...] = ()
    since: int | None = Field(default=None, ge=1900, le=2100)
    one_per_place: bool = False


class Fact(Strict):
    """Something that reports state of a site."""

    id: Identifier
    label: str
    label_en: str
    units: tuple[Cue, ...] = ()
    before: tuple[Cue, ...] = ()
    cues: tuple[Cue, ...] = ()


class Alias(Strict):
    """Other names of a place."""

    place: Annotated[str, AfterValidator(_known_place)]
    names: tuple[str, ...]


class ChallengesFile(Strict):
    """challenges.yml"""

    challenges: Annotated[tuple[Challenge, ...], Field(min_length=1)]


class KindsFile(Strict):
    """kinds.yml"""

    kinds: tuple[KindEntry, ...]


class NotFindingsFile(Strict):
    """not-findings.yml"""

    sections: tuple[Cue, ...] = ()
    lines: tuple[str, ...] = ()
    cues: Cues = Cues()


class SitesFile(Strict):
    """sites.yml"""

    types: tuple[SiteType, ...]
    facts: tuple[Fact, ...] = ()


class PlacesFile(Strict):
    """places.yml"""

    aliases: tuple[Alias, ...] = ()
    also_words: tuple[str, ...] = ()
    visit: tuple[Cue, ...] = ()
    not_villages: tuple[str, ...] = ()


class PeopleFile(Strict):
    """people.yml"""

    titles: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    saying: tuple[str, ...] = ()
    according_to: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()


class AbbreviationsFile(Strict):
    """abbreviations.yml"""

    abbreviations: tuple[str, ...] = ()
