"""The shapes of the files in `extract/`. What each key means to people stands in the files."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from telusur.extract.gazetteer import place_named
from telusur.extract.lexicon.cues import Cue
from telusur.extract.model import Kind
from telusur.validation import Day, Strict

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]


def _known_place(name: str) -> str:
    if place_named(name) is None:
        raise ValueError(f"there is no province, kabupaten or kota with the official name “{name}”")
    return name


def _with_letters(name: str) -> str:
    if not any(character.isalpha() for character in name):
        raise ValueError(f"“{name}” is no name")
    return name


PersonName = Annotated[str, AfterValidator(_with_letters)]


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
    other_sections: tuple[Cue, ...] = ()
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


class PolarityFile(Strict):
    """polarity.yml"""

    burdens: tuple[Cue, ...] = ()
    loads: tuple[Cue, ...] = ()
    boons: tuple[Cue, ...] = ()
    holders: tuple[Cue, ...] = ()
    rising: tuple[Cue, ...] = ()
    falling: tuple[Cue, ...] = ()
    broken: tuple[Cue, ...] = ()
    working: tuple[Cue, ...] = ()
    existing: tuple[Cue, ...] = ()
    neutral: tuple[Cue, ...] = ()
    negation: tuple[Cue, ...] = ()
    only: tuple[Cue, ...] = ()
    enough: tuple[Cue, ...] = ()
    late: tuple[Cue, ...] = ()
    lasting: tuple[Cue, ...] = ()
    reaching: tuple[Cue, ...] = ()
    must: tuple[Cue, ...] = ()
    people: tuple[Cue, ...] = ()
    contrast: tuple[Cue, ...] = ()
    asking: tuple[Cue, ...] = ()


class AbbreviationsFile(Strict):
    """abbreviations.yml"""

    abbreviations: tuple[str, ...] = ()


class Official(Strict):
    """Someone who holds a public office, or held it for a time."""

    name: PersonName
    office: str
    aliases: tuple[PersonName, ...] = ()
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    place: Annotated[str, AfterValidator(_known_place)] | None = None
    institution: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"`until` ({self.until}) is before `from` ({self.since})")
        return self

    def in_office_with(self, other: Official) -> bool:
        """Whether both were in office on the same day."""
        begun = max(self.since or date.min, other.since or date.min)
        return begun <= min(self.until or date.max, other.until or date.max)


class OfficialsFile(Strict):
    """officials.yml"""

    officials: tuple[Official, ...] = ()
