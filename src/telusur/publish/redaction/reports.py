"""What is redacted, and what the rules find in it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from telusur.extract.lexicon import Official
from telusur.publish.model import Hidden
from telusur.publish.text.folding import fold
from telusur.publish.text.secrets import Words

PARTS = ("text", "title", "source", "site", "path")
"""What is looked at; the last two are published only in other words: names of sites, ids."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
_SEPARATORS = re.compile(r"[-_/]|\.(?=[A-Za-z])")


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
    site: str = ""
    """The sites that its front matter names, a line each."""
    path: str = ""
    """Its file below corpus/: folders and files are called like people too."""

    def part(self, name: str) -> str:
        return {
            "text": self.text, "title": self.title, "source": self.source, "site": self.site,
            "path": self.path,
        }[name]  # fmt: skip

    def folded(self) -> Report:
        """The report in plain characters, as the rules look at it."""
        text = fold(self.text)
        return replace(
            self,
            text=text.text,
            title=fold(self.title).text,
            source=fold(self.source).text,
            site=fold(self.site).text,
            path=_SEPARATORS.sub(" ", _ENDING.sub("", fold(self.path).text)),
            no_names=tuple(text.place(start, end) for start, end in self.no_names),
        )


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
    eponyms: set[Words] = field(default_factory=set)
    """Hospitals, streets and the like with names of people, whole."""
