"""What is read from one report: findings, and where, when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["kendala", "tantangan", "kelebihan", "peluang", "kebutuhan"]
"""What obstructs, what must be faced, what works well, what could be used, what is asked for."""

Role = Literal["visited", "mentioned", "dateline"]
"""How a report names a place."""


SmallerLevel = Literal["kecamatan", "kelurahan", "desa"]
"""Units below the kabupaten and kota."""


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
class SmallerPlaceMention:
    """A kecamatan, kelurahan or desa named in the text."""

    name: str
    """As it is written, without its level: `Kejajar`."""
    level: SmallerLevel
    code: str | None
    """Kemendagri code, such as `33.07.12`; None where it is not known which one is meant."""
    parent_code: str | None
    """The kabupaten or kota it lies in; None where the report does not tell."""
    role: Role
    start: int
    """Where its name begins in the document's text (characters), its level included."""
    end: int


@dataclass(frozen=True, slots=True)
class OpenPlaceMention:
    """A name in the text that can mean several places, where nothing says which."""

    name: str
    candidates: tuple[str, ...]
    """The codes of the places that it can mean."""
    role: Role
    start: int
    """Where the name begins in the document's text (characters)."""
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
    twice, which time it is): it stays the same when other parts of the report are edited."""
    document_id: str
    passage_number: int
    start: int
    """Where the quote begins in the document's text (characters)."""
    end: int
    quote: str
    """The span, verbatim: `document.text[start:end] == quote`."""
    kind: Kind
    place_code: str | None
    """The kabupaten, kota or province it is about; None when that is the country, or no place."""
    site_id: str | None
    said_by: str | None
    """Who says so, where the text tells."""
    confidence: float
    """Between 0 and 1: how likely it is a finding, and of its kind."""
    rule: str
    """What fired, in words that a reviewer understands (Indonesian)."""
    challenges: tuple[ChallengeMatch, ...]
    """Most confident first; may be empty."""
    smaller_code: str | None = None
    """The kecamatan, kelurahan or desa in that place, where the text says so and it is known which
    one is meant: `33.07.13.2003`."""


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
    smaller_places: tuple[SmallerPlaceMention, ...] = ()
    open_places: tuple[OpenPlaceMention, ...] = ()
