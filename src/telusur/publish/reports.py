"""What is redacted, and what the rules find in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from telusur.extract.lexicon import Official
from telusur.publish.model import Hidden
from telusur.publish.secrets import Words

PARTS = ("text", "title", "source")


@dataclass(frozen=True, slots=True)
class Report:
    """A report as the store has it."""

    id: str
    text: str
    title: str
    source: str
    published: bool
    """False for one that is withheld: what is personal in it is hidden elsewhere all the same."""
    no_names: tuple[tuple[int, int], ...]
    """Places, sites and institutions in its text."""
    places: tuple[str, ...] = ()
    """Kecamatan, kelurahan and desa that it names: none of their words is a name by itself."""
    day: date | None = None
    """Of the visit, or else of publication."""
    withheld: str = ""
    """The file and what withholds it, for the person who publishes; empty where nothing does."""

    def part(self, name: str) -> str:
        return {"text": self.text, "title": self.title, "source": self.source}[name]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the settings and the register ask for beside the rules."""

    redact: tuple[str, ...]
    keep: tuple[str, ...]
    """Names that stay: officials, and words that only look like names."""
    reviewers: tuple[str, ...] = ()
    officials: tuple[Official, ...] = ()
    """Who holds which public office."""


@dataclass
class Found:
    """What the rules find in one report, by part."""

    hidden: dict[str, list[Hidden]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, list[Hidden]] = field(default_factory=lambda: defaultdict(list))
    """Names that may be those of officials."""
    products: set[Words] = field(default_factory=set)
    """Programmes, buildings and phrases that are called like people."""
