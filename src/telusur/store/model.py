"""What a build hands to the store, and what it finds there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from telusur.corpus.model import Document
    from telusur.draft.model import Regulation
    from telusur.extract.gazetteer import Place
    from telusur.extract.lexicon import Challenge
    from telusur.extract.model import Reading
    from telusur.link.model import Link
    from telusur.review import Entry


@dataclass(frozen=True, slots=True, order=True)
class Unreadable:
    """One reason why a file was passed over."""

    path: str
    """Below the workspace."""
    line: int
    """From 1; 0 where the reason has no line."""
    message: str
    """What is wrong, and what to do."""
    sha256: str
    """Of the file's bytes; empty where not even these could be read."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the last build left, as far as the next one must know it."""

    build_id: int | None
    """None where no build has finished, or only one of another version."""
    inputs: Mapping[str, str]
    """Fingerprints of what it was built from, by stage."""
    documents: Mapping[str, tuple[str, str]]
    """Path below corpus/ and SHA-256 of each report's file, by id."""
    unreadable: tuple[Unreadable, ...]
    waiting: frozenset[str] = frozenset()
    """Ids of reports of which a part, such as a scanned page, waits for a program to read it."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What findings are described with."""

    places: tuple[Place, ...]
    challenges: tuple[Challenge, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the build before; None and empty where all stays as it was."""

    since_build: int | None
    """The build that this one was planned on; None for a store made anew."""
    vocabulary: Vocabulary | None
    """Given when every report was read anew."""
    gone: tuple[str, ...]
    """Ids of reports that are no longer there, or no longer readable."""
    readings: Iterable[tuple[Document, Reading]]
    """What was read, to be gone through more than once."""
    regulation: Regulation | None
    links: Iterable[Link]
    relinked: bool
    """Whether `links` replace all links, or only those of the reports read anew."""
    unreadable: tuple[Unreadable, ...]
    """All of them, each time."""
    journal: tuple[Entry, ...]
    """All lines of the journal that could be read, each time."""
    worth: Mapping[str, Any] | None
    """What decisions say of the scores, as `telusur.review.Worth` tells it; None without any."""
    encoder: str
    inputs: Mapping[str, str]
    """Fingerprints of what was built from, by stage."""
    seconds: Mapping[str, float]
    """How long each stage took, by stage."""
    unsure_below: float = 0.0
    """Findings of less confidence are unsure."""
    marked: Mapping[str, Sequence[Link]] = field(default_factory=dict)
    """The links of words that people marked as findings, all of them, each time."""
