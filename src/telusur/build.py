"""The main job: reports and draft in, evidence store out; only what is new is worked on."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlite_utils import Database

from telusur import components, corpus, draft, extract, link, review
from telusur.corpus.model import Document
from telusur.draft.model import Regulation
from telusur.errors import InvalidWorkspace, UnreadableFile
from telusur.extract.lexicon import Lexicon
from telusur.extract.model import Reading
from telusur.link.model import Link, Source, Target
from telusur.plan import Plan, as_unreadable, make_plan
from telusur.store.connection import store_for_writing
from telusur.store.embeddings import EmbeddingCache
from telusur.store.model import Changes, Unreadable, Vocabulary
from telusur.store.read import counts, kept_sources, snapshot
from telusur.store.write import save
from telusur.workspace import Workspace, read_settings
from telusur.worth import Worth, weigh_decisions

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_BATCH = 3_000_000
"""Characters of reports that are read at a time."""

Embed = Callable[[Sequence[str], Callable[[int], None]], "Array"]
"""Gives texts their vectors (texts, dimension), and tells how many it has just done."""


class Progress(Protocol):
    """Shows how far a stage is."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a stage of `total` steps; the function it gives takes the steps just done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and what the store now holds."""

    counts: Mapping[str, int]
    """How many of what, as `telusur.store.read.counts` names them."""
    read: int
    """Reports read in this build."""
    unreadable: tuple[Unreadable, ...]
    """Why files were passed over."""
    seconds: Mapping[str, float]
    """How long each stage took; empty where nothing was new."""
    worth: Worth | None = None
    """What decisions say of the scores; None where nothing was new, or too little is judged."""


def open_workspace(root: Path) -> tuple[Workspace, Lexicon]:
    """Read the settings and the lexicon of the workspace at `root`.

    Raises:
        InvalidWorkspace: with every mistake in telusur.toml and extract/, and with those in the
            front matter of reports, which alone would only cost the reports they stand in.
    """
    settings, problems = read_settings(root)
    lexicon, mistakes = extract.read_lexicon(root / "extract")
    problems += mistakes
    if settings is None or lexicon is None or problems:
        reports, _ = corpus.find_reports(root / "corpus")
        for path in reports:
            relative = path.relative_to(root / "corpus").as_posix()
            problems += corpus.check_front_matter(path, relative)
        raise InvalidWorkspace(problems)
    return Workspace(root, settings), lexicon


def build(root: Path, database: Path | None, progress: Progress, today: date) -> Outcome:
    """Bring the evidence store of the workspace at `root` up to date.

    `database` is the store; None means `evidence.db` in the workspace. `today` bounds the years
    that a date without one may have.

    Raises:
        InvalidWorkspace: settings, lexicon or draft hold mistakes; the store is as it was.
        EncoderUnavailable, StoreUnusable: likewise.
    """
    workspace, lexicon = open_workspace(root)
    encoder = link.identify(workspace.model)
    with store_for_writing(database or workspace.database) as db:
        journal, mistakes = review.read_journal(workspace.journal, "draft/review.jsonl")
        worth = weigh_decisions(journal)
        calibration = worth.calibration if worth else None
        plan = make_plan(workspace, snapshot(db), encoder, calibration)
        if plan.nothing_new:
            return Outcome(counts(db), 0, plan.unreadable, {})
        stages = _Stages(progress)
        regulation = draft.read_draft(workspace.draft)
        if mistakes:
            raise InvalidWorkspace(mistakes)
        documents, unreadable = _read(plan, lexicon, stages)
        embed = _embedder(workspace.model, EmbeddingCache(db))
        own = workspace.settings.reading.placed
        components.load(own)
        readings = _extract(documents, lexicon, own, encoder, embed, stages, today)
        sources = _sources(plan, readings, db)
        options = link.Options(**workspace.settings.links.model_dump(), calibration=calibration)
        links = _link(sources, regulation, lexicon, options, embed, stages)
        changes = Changes(
            since_build=plan.before.build_id,
            vocabulary=_vocabulary(lexicon) if plan.afresh else None,
            gone=_gone(plan, documents),
            readings=tuple(zip(documents, readings, strict=True)),
            regulation=regulation if plan.redraft else None,
            links=tuple(links),
            relinked=plan.relink,
            unreadable=(*plan.unreadable, *unreadable),
            journal=tuple(journal),
            worth=worth.told() if worth else None,
            encoder=encoder,
            inputs=plan.inputs,
            seconds=stages.seconds,
        )
        save(db, changes)
        return Outcome(counts(db), len(documents), changes.unreadable, stages.seconds, worth)


@dataclass(slots=True)
class _Stages:
    """Times the stages of a build and shows their progress."""

    progress: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        began = time.perf_counter()
        with self.progress.stage(name, total) as advance:
            yield advance
        took = time.perf_counter() - began
        self.seconds[name] = self.seconds.get(name, 0.0) + took


def _read(plan: Plan, lexicon: Lexicon, stages: _Stages) -> tuple[list[Document], list[Unreadable]]:
    """Read the new reports; those that cannot be read are named, and the rest goes on."""
    documents, unreadable = [], []
    with stages("read", len(plan.read)) as advance:
        for file in plan.read:
            try:
                documents.append(
                    corpus.read_report(
                        file.path,
                        relative=file.relative,
                        id=file.id,
                        abbreviations=lexicon.abbreviations,
                    )
                )
            except UnreadableFile as error:
                unreadable += as_unreadable(error.problems, file.sha256)
            advance(1)
    return documents, unreadable


def _embedder(model: str, cache: EmbeddingCache) -> Embed:
    """Return what gives texts their vectors; the model is loaded once, and only if need be."""
    load = functools.cache(lambda: link.load_encoder(model))

    def embed(texts: Sequence[str], advance: Callable[[int], None]) -> Array:
        return link.embed_all(texts, link.identify(model), load, cache, advance)

    return embed


def _extract(
    documents: Sequence[Document],
    lexicon: Lexicon,
    own: Mapping[str, str],
    encoder: str,
    embed: Embed,
    stages: _Stages,
    today: date,
) -> list[Reading]:
    """Read the findings; by cues and meaning where there is a classifier for the encoder.

    Each report is begun, then the clauses of all are embedded in one go, which is quicker than one
    by one, then each is finished. `own` are the workspace's components.
    """
    if not documents:
        return []
    classifier = extract.load_classifier(encoder)
    reader = extract.Reader(lexicon, classifier, own)
    readings = []
    for batch in _batches(documents):
        begun = []
        with stages("extract", len(batch)) as advance:
            for document in batch:
                begun.append(reader.begin(document, today=today))
                advance(1)
        clauses = [text for doc in begun for text in reader.clauses(doc)]
        meaning = _meanings(clauses, embed, stages) if classifier else None
        with stages("findings", len(batch)) as advance:
            for doc in begun:
                readings.append(reader.finish(doc, meaning))
                advance(1)
    return readings


def _batches(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """Yield the documents in batches: what is known of a report before its clauses have a meaning
    takes some sixty times the memory of its text."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _meanings(clauses: Sequence[str], embed: Embed, stages: _Stages) -> extract.Meaning:
    """Embed clauses, and return what looks their vectors up."""
    import numpy as np

    texts = list(dict.fromkeys(clauses))
    with stages("embed clauses", len(texts)) as advance:
        known = dict(zip(texts, embed(texts, advance), strict=True))
    return lambda clauses: np.stack([known[clause] for clause in clauses])


def _gone(plan: Plan, documents: Sequence[Document]) -> tuple[str, ...]:
    """Reports that left the corpus, and those that could be read before and now cannot."""
    read = {document.id for document in documents}
    lost = {file.id for file in plan.read} & set(plan.before.documents) - read
    return tuple(sorted(lost | set(plan.gone)))


def _sources(plan: Plan, readings: Sequence[Reading], db: Database) -> list[Source]:
    """The findings to link: the new ones, and all others too when links are made anew."""
    new = [Source(one.id, one.quote) for reading in readings for one in reading.findings]
    if plan.afresh or not plan.relink:
        return new
    return new + kept_sources(db, without={file.id for file in plan.read} | set(plan.gone))


def _link(
    sources: Sequence[Source],
    regulation: Regulation,
    lexicon: Lexicon,
    options: link.Options,
    embed: Embed,
    stages: _Stages,
) -> list[Link]:
    targets = [Target(one.clause_id, one.text, one.heading) for one in draft.provisions(regulation)]
    if not sources or not targets:
        return []
    texts = link.texts_to_embed(sources, targets, lexicon.challenges)
    with stages("embed", len(texts)) as advance:
        vectors = embed(texts, advance)
    with stages("link", 1) as advance:
        links = link.rank(sources, targets, lexicon.challenges, vectors, options)
        advance(1)
    return links


def _vocabulary(lexicon: Lexicon) -> Vocabulary:
    return Vocabulary(extract.all_places(), lexicon.challenges)
