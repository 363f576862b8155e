"""A build of a workspace in which something may be new; only that is worked on."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from telusur import draft, link, review
from telusur.build.job import Job
from telusur.build.opening import open_workspace
from telusur.build.outcome import Outcome, Progress, Where, outcome_of
from telusur.build.planning import Plan, make_plan
from telusur.build.runners.choice import runner
from telusur.build.saving import changes_of
from telusur.build.stages.kit import Kit, Tools
from telusur.link.model import Source, Target
from telusur.store.connection import store_for_writing
from telusur.store.decisions import with_missing
from telusur.store.embeddings import EmbeddingCache
from telusur.store.reading import kept_sources, snapshot
from telusur.store.spool import Spool
from telusur.store.write import note_inputs, save
from telusur.words import language

if TYPE_CHECKING:
    from telusur.store.database import Database


def make(
    root: Path,
    database: Path,
    progress: Progress,
    today: date,
    inputs: str,
    where: Where,
) -> Outcome:
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
            return outcome_of(db, 0, plan.unreadable, {}, journal.set_aside)
        regulation = draft.read_draft(workspace.draft)
        settings = workspace.settings
        tools = Tools(
            Kit(
                lexicon=lexicon,
                model=workspace.model,
                encoder=encoder,
                options=link.Options(**settings.links.model_dump(), calibration=calibration),
                targets=[
                    Target(one.clause_id, one.text, one.heading)
                    for one in draft.provisions(regulation)
                ],
                today=today,
                own=settings.reading.placed,
                columns=settings.corpus.columns,
                language=language(),
            )
        )
        job = Job(
            plan=plan,
            lexicon=lexicon,
            regulation=regulation,
            marked=review.words_marked(with_missing(db, journal.entries)),
            encoder=encoder,
            unsure_below=settings.reading.unsure,
            done=Spool(database.absolute().parent),
            sources=Spool(database.absolute().parent),
            links=Spool(database.absolute().parent),
        )
        watch = _Watch(progress)
        where = replace(where, cluster=where.cluster or settings.build.cluster)
        with contextlib.closing(tools), runner(plan.read, tools, EmbeddingCache(db), where) as run:
            for read in run.read(plan.read, watch):
                job.take_reports(read)
            job.take_others(_kept(plan, db))
            for links in run.link(job.sources, watch):
                job.take_links(links)
        changes = changes_of(job, journal.entries, worth, watch.seconds)
        saved = save(db, changes)
        return outcome_of(
            db,
            len(job.done),
            changes.unreadable,
            watch.seconds,
            journal.set_aside,
            saved=saved,
            worth=worth,
            faults=job.faults,
            encoder=tools.remark,
        )


class _Watch:
    """A progress display that notes how long each stage took, over all batches."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.seconds: dict[str, float] = {}

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        began = time.perf_counter()
        with self._progress.stage(name, total) as advance:
            yield advance
        took = time.perf_counter() - began
        self.seconds[name] = self.seconds.get(name, 0.0) + took


def _kept(plan: Plan, db: Database) -> Iterable[Source]:
    """The findings of reports that are not read again, where links are made anew."""
    if plan.afresh or not plan.relink:
        return ()
    return kept_sources(db, without={file.id for file in plan.read} | set(plan.gone))
