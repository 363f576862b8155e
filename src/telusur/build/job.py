"""What a build works with, and what its stages have made so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from telusur import corpus, draft, extract, link
from telusur.build.batches import Advance, Runner, in_this_process
from telusur.build.planning import Plan, ReportFile
from telusur.corpus.model import Document
from telusur.draft.model import Regulation
from telusur.extract.lexicon import Lexicon
from telusur.extract.model import Reading
from telusur.link.model import Link, Source, Target
from telusur.store.model import Unreadable
from telusur.store.spool import Spool
from telusur.workspace import components

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Doc

    Array = np.ndarray[Any, Any]

Embed = Callable[[Sequence[str], Advance], "Array"]
"""Gives texts their vectors (texts, dimension), and tells how many it has just done."""
MARKED = "kata:"
"""Before words that stand in the place of a finding's id."""


@dataclass
class Job:
    """One build: given first, then made stage by stage."""

    plan: Plan
    lexicon: Lexicon
    regulation: Regulation
    kept: Sequence[Source]
    """The findings of the store that are to be linked anew though their reports are not read."""
    marked: Sequence[str]
    """Words that people marked as findings: linked as the reader's are."""
    encoder: str
    embed: Embed
    options: link.Options
    today: date
    reports: corpus.ReportReader
    """What reads files, whatever they do to it."""
    own: Mapping[str, str] = field(default_factory=dict)
    """Components of reading that the workspace brings, each by the one after which it runs."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Heads of columns of tables that the workspace explains, each by what it stands for."""
    unsure_below: float = 0.0
    """Findings of less confidence are unsure."""
    run: Runner = in_this_process
    """Where the work on reports is done."""

    files: Sequence[ReportFile] = ()
    """The reports at work: a batch of `plan.read`."""
    batch: list[Document] = field(default_factory=list)
    """Those of them that could be read."""
    begun: list[Doc] = field(default_factory=list)
    """What is known of each of `batch` before its clauses have a meaning: some sixty times the
    memory of its text, and gone with the batch."""
    done: Spool[tuple[Document, Reading]] = field(default_factory=Spool)
    """The reports that are finished."""
    read: set[str] = field(default_factory=set)
    """Their ids."""
    found: list[Source] = field(default_factory=list)
    """Their findings, as far as links need them."""
    unreadable: list[Unreadable] = field(default_factory=list)
    faults: int = 0
    """On how many reports Telusur itself failed."""
    meaning: extract.Meaning | None = None
    """Of the clauses of `batch`; None where there is no classifier for the encoder."""
    linking: Sequence[Source] = ()
    """The findings that are being linked: a batch of `sources`."""
    vectors: Array | None = None
    """One row for each of `pair_texts`."""
    links: Spool[Link] = field(default_factory=Spool)
    """Of findings."""
    marked_links: dict[str, list[Link]] = field(default_factory=dict)
    """Of the words that people marked, by these."""

    @cached_property
    def classifier(self) -> extract.Classifier | None:
        """What weighs meaning, where there is one for the encoder."""
        return extract.load_classifier(self.encoder)

    @cached_property
    def reader(self) -> extract.Reader:
        """What reads findings; making one takes a second."""
        components.load(self.own)  # here, since a reader may be made in another process
        return extract.Reader(self.lexicon, self.classifier, self.own)

    @property
    def clauses(self) -> list[str]:
        """The clauses of the batch, each once, where something weighs their meaning."""
        if not self.begun or not self.classifier:
            return []
        return list(dict.fromkeys(text for doc in self.begun for text in self.reader.clauses(doc)))

    @property
    def sources(self) -> Iterator[Source]:
        """The findings to link: the new ones, and all others too when links are made anew."""
        yield from self.found
        yield from self.kept
        yield from (Source(f"{MARKED}{words}", words) for words in self.marked)

    @cached_property
    def targets(self) -> list[Target]:
        """The provisions that links may lead to."""
        found = draft.provisions(self.regulation)
        return [Target(one.clause_id, one.text, one.heading) for one in found]

    @property
    def pair_texts(self) -> list[str]:
        """What has to be embedded before pairs can be linked; none where there are no pairs."""
        if not self.linking or not self.targets:
            return []
        return link.texts_to_embed(self.linking, self.targets, self.lexicon.challenges)
