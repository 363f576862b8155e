"""What is read from one report: findings, and where, when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["kendala", "tantangan", "kelebihan", "peluang", "kebutuhan"]
"""What obstructs, what must be faced, what works well, what could be used, what is asked for."""

Role = Literal["visited", "mentioned", "dateline"]
"""How a report names a place."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A province, kabupaten or kota named in the text."""

    place_code: str
    """Kemendagri code: `16` for a province, `16.71` for a kabupaten or kota."""
    role: Role
    start: int
    """Where the name begins in the document's text (characters); equal to `end` when only the
    front matter names the place."""
    end: int


@dataclass(frozen=True, slots=True)
class Site:
    """A service site, such as MPP Kota Palembang."""

    id: str
    """Slug of type and place: `mpp-kota-palembang`."""
    name: str
    place_code: str | None
    """The place it serves; None where the report does not tell."""


@dataclass(frozen=True, slots=True)
class SiteFact:
    """Something that a report states of a site, mostly a figure."""

    site_id: str
    fact: str
    """What is stated, as an id of `extract/sites.yml`: `jenis_layanan`, `antrean_daring` …"""
    value: float | None
    """The figure; None for a fact without one."""
    unit: str
    """The figure's unit as the report writes it: `meter persegi`; empty without a figure."""
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Someone named in the text, where the text gives a title or a position."""

    name: str
    position: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class InstitutionMention:
    """An institution named in the text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ChallengeMatch:
    """A challenge that a finding bears on."""

    challenge_id: str
    confidence: float
    """Between 0 and 1."""
    why: str
    """The words that say so, for a reviewer (Indonesian)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement of a report on how a public service works, or how it ought to."""

    id: str
    """Comes from the document and the normalised quote (and, where a report says the same thing
    twice, which time it is): editing another part of the report never changes it."""
    document_id: str
    passage_number: int
    start: int
    """Where the quote begins in the document's text (characters)."""
    end: int
    quote: str
    """The span, verbatim: `document.text[start:end] == quote`."""
    kind: Kind
    place_code: str | None
    """The place it is about; None when it is about the country or no place."""
    site_id: str | None
    said_by: str | None
    """Who says so, where the text tells."""
    confidence: float
    """Between 0 and 1: how surely this is a finding."""
    rule: str
    """What fired, in words that a reviewer understands (Indonesian)."""
    challenges: tuple[ChallengeMatch, ...]
    """Most confident first; may be empty."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document."""

    visited_on: date | None
    """The day of the visit, or of what is reported; None where it cannot be known."""
    published_on: date | None
    """The day of publication, where the text or the front matter tells."""
    language: str
    """`id`, `en` …; `und` where the text is too short to tell."""
    places: tuple[PlaceMention, ...]
    sites: tuple[Site, ...]
    site_facts: tuple[SiteFact, ...]
    people: tuple[PersonMention, ...]
    institutions: tuple[InstitutionMention, ...]
    findings: tuple[Finding, ...]
    """In order of position."""
