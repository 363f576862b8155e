"""A build of a workspace in which something may be new; only that is worked on."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur import corpus, draft, link, review
from telusur.build.batches import by_size
from telusur.build.job import Embed, Job
from telusur.build.opening import open_workspace
from telusur.build.outcome import Outcome, Progress, outcome_of
from telusur.build.planning import Plan, make_plan
from telusur.build.saving import changes_of
from telusur.build.stages import LINKING, READING, Stage
from telusur.link.model import Source
from telusur.store.connection import store_for_writing
from telusur.store.decisions import with_missing
from telusur.store.embeddings import EmbeddingCache
from telusur.store.reading import kept_sources, snapshot
from telusur.store.spool import Spool
from telusur.store.write import note_inputs, save

if TYPE_CHECKING:
    import numpy as np

    from telusur.store.database import Database

    Array = np.ndarray[Any, Any]


_BATCH = 3_000_000
"""Bytes of reports that are read at a time."""
_LINKED = 4096
"""Findings that are linked at a time."""


def make(root: Path, database: Path, progress: Progress, today: date, inputs: str) -> Outcome:
    """Work on what is new, and save it; as `telusur.build.build`, once something may be new.

    `inputs` is what the next build knows it by that nothing is.
    """
    workspace, lexicon = open_workspace(root)
    encoder = link.identify(workspace.model)
    with store_for_writing(database) as db:
        journal = review.read_journal(workspace.journal)
        worth = review.weigh_decisions(journal.entries)
        calibration = worth.calibration if worth else None
        plan = make_plan(workspace, snapshot(db), encoder, calibration, inputs)
        if plan.nothing_new:
            note_inputs(db, plan.before.build_id, plan.inputs)
            return outcome_of(db, 0, plan.unreadable, {}, journal.set_aside, saved=False)
        regulation = draft.read_draft(workspace.draft)
        said: list[str] = []
        with corpus.ReportReader(lexicon.abbreviations) as reports:
            job = Job(
                plan=plan,
                lexicon=lexicon,
                regulation=regulation,
                kept=_kept(plan, db),
                marked=review.words_marked(with_missing(db, journal.entries)),
                encoder=encoder,
                embed=_embedder(workspace.model, EmbeddingCache(db), said),
                options=link.Options(
                    **workspace.settings.links.model_dump(), calibration=calibration
                ),
                today=today,
                reports=reports,
                own=workspace.settings.reading.placed,
                columns=workspace.settings.corpus.columns,
                unsure_below=workspace.settings.reading.unsure,
                done=Spool(database.absolute().parent),
                links=Spool(database.absolute().parent),
            )
            seconds = _work(job, progress)
        changes = changes_of(job, journal.entries, worth, seconds)
        save(db, changes)
        return outcome_of(
            db,
            len(job.done),
            changes.unreadable,
            seconds,
            journal.set_aside,
            worth=worth,
            faults=job.faults,
            encoder=" ".join(said) or None,
        )


def _work(job: Job, progress: Progress) -> dict[str, float]:
    """Do all stages; return the seconds that each took, over all batches."""
    seconds = dict[str, float]()
    for batch in by_size(job.plan.read, lambda file: file.size, _BATCH):
        job.files = batch
        _do(READING, job, progress, seconds)
    for some in _some(job.sources):
        job.linking = some
        _do(LINKING, job, progress, seconds)
    return seconds


def _some(sources: Iterator[Source]) -> Iterator[list[Source]]:
    while some := list(islice(sources, _LINKED)):
        yield some


def _do(
    stages: Iterable[Stage], job: Job, progress: Progress, seconds: MutableMapping[str, float]
) -> None:
    for stage in stages:
        began = time.perf_counter()
        if steps := stage.steps(job):
            with progress.stage(stage.name, steps) as advance:
                stage.work(job, advance)
            took = time.perf_counter() - began
            seconds[stage.name] = seconds.get(stage.name, 0.0) + took


def _kept(plan: Plan, db: Database) -> list[Source]:
    """The findings of reports that are not read again, where links are made anew."""
    if plan.afresh or not plan.relink:
        return []
    return kept_sources(db, without={file.id for file in plan.read} | set(plan.gone))


def _embedder(model: str, cache: EmbeddingCache, said: list[str]) -> Embed:
    """Return what gives texts their vectors; the model is loaded once, and only if need be.

    What there is to say of the model is put into `said`.
    """

    @functools.cache
    def load() -> link.Encoder:
        encoder = link.load_encoder(model)
        said.extend(filter(None, [encoder.remark]))
        return encoder

    def embed(texts: Sequence[str], advance: Callable[[int], None]) -> Array:
        return link.embed_all(texts, link.identify(model), load, cache, advance)

    return embed
