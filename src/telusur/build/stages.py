"""The stages of a build, in their order: from reports to links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from telusur import corpus, extract, link
from telusur.build.batches import Advance
from telusur.build.job import Job
from telusur.build.planning import ReportFile, as_unreadable
from telusur.corpus.model import Document
from telusur.errors import UnreadableFile
from telusur.extract.model import Reading
from telusur.store.model import Unreadable


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way."""

    name: str
    """As the progress display and `builds.seconds` know it."""
    steps: Callable[[Job], int]
    """How many there are to take; a stage without any is passed over."""
    work: Callable[[Job, Advance], None]
    """Fills in what this stage gives the job."""


def read(job: Job, advance: Advance) -> None:
    """Read the new reports; those that cannot be read are named, and the rest goes on."""
    read_some = partial(_read, job.lexicon.abbreviations)
    for document, unreadable in job.run(read_some, job.plan.read, advance):
        job.documents += [document] if document else []
        job.unreadable += unreadable


def _read(
    abbreviations: frozenset[str], files: Sequence[ReportFile]
) -> list[tuple[Document | None, list[Unreadable]]]:
    read: list[tuple[Document | None, list[Unreadable]]] = []
    for file in files:
        try:
            document = corpus.read_report(
                file.path, relative=file.relative, id=file.id, abbreviations=abbreviations
            )
            read.append((document, []))
        except UnreadableFile as error:
            read.append((None, as_unreadable(error.problems, file.sha256)))
    return read


def embed_clauses(job: Job, advance: Advance) -> None:
    """Embed the clauses of all documents in one go, which is quicker than one by one."""
    import numpy as np

    known = dict(zip(job.clauses, job.embed(job.clauses, advance), strict=True))
    job.meaning = lambda clauses: np.stack([known[clause] for clause in clauses])


def find_findings(job: Job, advance: Advance) -> None:
    """Read the findings; by cues and meaning where there is a classifier for the encoder."""
    find_some = partial(_find, job.reader, job.today, job.meaning)
    job.readings = job.run(find_some, job.documents, advance)


def _find(
    reader: extract.Reader,
    today: date,
    meaning: extract.Meaning | None,
    documents: Sequence[Document],
) -> list[Reading]:
    return [reader.read(document, today=today, meaning=meaning) for document in documents]


def embed_pairs(job: Job, advance: Advance) -> None:
    """Embed what the links are made from: findings, clauses, and what names each challenge."""
    job.vectors = job.embed(job.pair_texts, advance)


def link_pairs(job: Job, advance: Advance) -> None:
    """Link the findings to the clauses."""
    assert job.vectors is not None  # noqa: S101 (the stage before gave them)
    challenges = job.lexicon.challenges
    job.links = link.rank(job.sources, job.targets, challenges, job.vectors, job.options)
    advance(1)


STAGES = (
    Stage("read", lambda job: len(job.plan.read), read),
    Stage("embed clauses", lambda job: len(job.clauses), embed_clauses),
    Stage("extract", lambda job: len(job.documents), find_findings),
    Stage("embed", lambda job: len(job.pair_texts), embed_pairs),
    Stage("link", lambda job: min(1, len(job.pair_texts)), link_pairs),
)
"""Each works with what those before it made."""
