"""The main job: reports and draft in, evidence store out; only what is new is worked on."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from telusur import corpus, draft, extract, link, review
from telusur.build.batches import by_size
from telusur.build.job import Embed, Job
from telusur.build.opening import open_workspace
from telusur.build.planning import Plan, make_plan
from telusur.build.saving import changes_of
from telusur.build.stages import LINKING, READING, Stage
from telusur.errors import Problem
from telusur.link.model import Source
from telusur.review import State, Worth
from telusur.store.connection import store_for_writing
from telusur.store.decisions import with_missing
from telusur.store.embeddings import EmbeddingCache
from telusur.store.model import Unreadable
from telusur.store.reading import (
    confidential,
    copies,
    counts,
    decisions_by_state,
    kept_sources,
    not_read,
    remarks,
    snapshot,
)
from telusur.store.write import save

if TYPE_CHECKING:
    import numpy as np
    from sqlite_utils import Database

    Array = np.ndarray[Any, Any]


_BATCH = 3_000_000
"""Bytes of reports that are read at a time."""


class Progress(Protocol):
    """Shows how far a stage is."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a stage of `total` steps; the function it gives takes the steps just done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and what the store now holds."""

    counts: Mapping[str, int]
    """How many of what, as `telusur.store.reading.read.counts` names them."""
    read: int
    """Reports read in this build."""
    unreadable: tuple[Unreadable, ...]
    """Why files were passed over."""
    seconds: Mapping[str, float]
    """How long each stage took; empty where there was no work for any."""
    decisions: Mapping[str, int]
    """How many decisions are of which `telusur.review.State`."""
    set_aside: tuple[Problem, ...]
    """Lines of the journal that are no decisions."""
    saved: bool = True
    """Whether anything was new."""
    worth: Worth | None = None
    """What decisions say of the scores; None where nothing was new, or too little is judged."""
    faults: int = 0
    """On how many reports Telusur itself failed, in this build."""
    confidential: tuple[tuple[str, str], ...] = ()
    """The reports that are never published: path below corpus/, and what marks them."""
    copies: tuple[tuple[str, str], ...] = ()
    """The reports that repeat another, and which: paths below corpus/. They are one source."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What was passed over of reports that were read: path below the workspace, and the words."""
    not_read: tuple[tuple[str, str], ...] = ()
    """The reports in a language in which no findings are looked for: path, and the language."""
    encoder: str | None = None
    """What there is to say of the model that embedded in this build, if anything."""

    @property
    def incomplete(self) -> bool:
        """Whether something of the user's is not in the store, or only there."""
        return bool(self.unreadable or self.set_aside or self.decisions.get(State.MISSING))


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
        journal = review.read_journal(workspace.journal)
        worth = review.weigh_decisions(journal.entries)
        calibration = worth.calibration if worth else None
        plan = make_plan(workspace, snapshot(db), encoder, calibration)
        if plan.nothing_new:
            return _outcome(db, 0, plan.unreadable, {}, journal, saved=False)
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
                unsure_below=workspace.settings.reading.unsure,
            )
            seconds = _work(job, progress)
        changes = changes_of(job, journal.entries, worth, seconds)
        save(db, changes)
        read = len(job.documents)
        return _outcome(
            db,
            read,
            changes.unreadable,
            seconds,
            journal,
            worth=worth,
            faults=job.faults,
            encoder=" ".join(said) or None,
        )


def _outcome(
    db: Database,
    read: int,
    unreadable: tuple[Unreadable, ...],
    seconds: Mapping[str, float],
    journal: review.Journal,
    *,
    saved: bool = True,
    worth: Worth | None = None,
    faults: int = 0,
    encoder: str | None = None,
) -> Outcome:
    return Outcome(
        counts=counts(db),
        read=read,
        unreadable=unreadable,
        seconds=seconds,
        decisions=decisions_by_state(db),
        set_aside=journal.set_aside,
        saved=saved,
        worth=worth,
        faults=faults,
        confidential=confidential(db),
        copies=copies(db),
        remarks=remarks(db),
        not_read=not_read(db, extract.READ),
        encoder=encoder,
    )


def _work(job: Job, progress: Progress) -> dict[str, float]:
    """Do all stages; return the seconds that each took, over all batches."""
    seconds = dict[str, float]()
    for batch in by_size(job.plan.read, lambda file: file.size, _BATCH):
        job.files = batch
        _do(READING, job, progress, seconds)
    _do(LINKING, job, progress, seconds)
    return seconds


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
