"""What a build has made so far, and what of it the store is told at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from telusur.build.planning import Plan
from telusur.build.stages.reading import Read
from telusur.corpus.model import Document
from telusur.draft.model import Regulation
from telusur.extract.lexicon import Lexicon
from telusur.extract.model import Reading
from telusur.link.model import Link, Source
from telusur.store.model import Unreadable
from telusur.store.spool import Spool

MARKED = "kata:"
"""Before words that stand in the place of a finding's id."""


@dataclass
class Job:
    """One build: given first, then filled batch by batch."""

    plan: Plan
    lexicon: Lexicon
    regulation: Regulation
    marked: Sequence[str]
    """Words that people marked as findings: linked as the reader's are."""
    encoder: str
    unsure_below: float
    """Findings of less confidence are unsure."""

    done: Spool[tuple[Document, Reading]]
    """The reports that are finished."""
    sources: Spool[Source]
    """The findings to link, as far as links need them."""
    links: Spool[Link]
    """Of findings."""
    read: set[str] = field(default_factory=set)
    """The ids of the reports that are finished."""
    unreadable: list[Unreadable] = field(default_factory=list)
    faults: int = 0
    """On how many reports Telusur itself failed."""
    marked_links: dict[str, list[Link]] = field(default_factory=dict)
    """Of the words that people marked, by these."""

    def take_reports(self, read: Read) -> None:
        """Take what became of some reports."""
        self.done.add(read.done)
        self.unreadable += read.unreadable
        self.faults += read.faults
        for document, reading in read.done:
            self.read.add(document.id)
            self.sources.add(Source(one.id, one.quote, one.kind) for one in reading.findings)

    def take_others(self, kept: Iterable[Source]) -> None:
        """Take what is to be linked beside what was read: `kept` are findings of the store."""
        self.sources.add(kept)
        self.sources.add(Source(f"{MARKED}{words}", words) for words in self.marked)

    def take_links(self, links: Sequence[Link]) -> None:
        """Take links of some findings, and of words."""
        self.links.add(one for one in links if not one.finding_id.startswith(MARKED))
        for one in links:
            if one.finding_id.startswith(MARKED):
                words = one.finding_id.removeprefix(MARKED)
                self.marked_links.setdefault(words, []).append(one)
