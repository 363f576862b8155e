"""The stages of a build, in their order: from reports to links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from telusur import corpus, extract, link
from telusur.build.batches import Advance
from telusur.build.job import MARKED, Job
from telusur.build.planning import ReportFile, as_unreadable
from telusur.corpus.model import Document
from telusur.errors import ReaderFailed, TelusurError, UnreadableFile
from telusur.extract.model import Reading
from telusur.link.model import Source
from telusur.store.model import Unreadable

if TYPE_CHECKING:
    from spacy.tokens import Doc

Result = TypeVar("Result")


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
    job.batch = []
    for document, unreadable, is_fault in job.run(partial(_read, job.reports), job.files, advance):
        job.batch += [corpus.with_columns(document, job.columns)] if document else []
        job.unreadable += unreadable
        job.faults += is_fault


def _read(
    reports: corpus.ReportReader, files: Sequence[ReportFile]
) -> list[tuple[Document | None, list[Unreadable], bool]]:
    read: list[tuple[Document | None, list[Unreadable], bool]] = []
    for file in files:
        try:
            document = reports.read(file.path, relative=file.relative, id=file.id)
            read += [(one, [], False) for one in (document, *document.attached)]
        except UnreadableFile as error:
            told = as_unreadable(error.problems, file.sha256)
            read.append((None, told, isinstance(error, ReaderFailed)))
    return read


def begin_reading(job: Job, advance: Advance) -> None:
    """Find what can be found before the clauses have a meaning."""
    job.begun = _sift(job, job.run(partial(_begin, job.reader, job.today), job.batch, advance))


def _begin(
    reader: extract.Reader, today: date, documents: Sequence[Document]
) -> list[Doc | Exception]:
    return [_tried(partial(reader.begin, one, today=today)) for one in documents]


def embed_clauses(job: Job, advance: Advance) -> None:
    """Embed the clauses of all reports at work in one go, which is quicker than one by one."""
    import numpy as np

    clauses = job.clauses
    known = dict(zip(clauses, job.embed(clauses, advance), strict=True))
    job.meaning = lambda clauses: np.stack([known[clause] for clause in clauses])


def find_findings(job: Job, advance: Advance) -> None:
    """Find the findings; by cues and meaning where there is a classifier for the encoder."""
    finish_some = partial(_finish, job.reader, job.meaning)
    readings = _sift(job, job.run(finish_some, job.begun, advance))
    job.done.add(zip(job.batch, readings, strict=True))
    job.read |= {document.id for document in job.batch}
    findings = (one for reading in readings for one in reading.findings)
    job.found += [Source(one.id, one.quote, one.kind) for one in findings]
    job.begun = []


def _finish(
    reader: extract.Reader, meaning: extract.Meaning | None, begun: Sequence[Doc]
) -> list[Reading | Exception]:
    return [_tried(partial(reader.finish, one, meaning)) for one in begun]


def _tried(work: Callable[[], Result]) -> Result | Exception:
    """What `work` on one report gives, or what went wrong with it: one of a thousand reports
    must not stop the others."""
    try:
        return work()
    except TelusurError:
        raise  # about the workspace, and told as it is
    except Exception as error:
        return error


def _sift(job: Job, results: Sequence[Result | Exception]) -> list[Result]:
    """Return the results for the reports of the batch, and pass over those that have none."""
    batch, job.batch, kept = job.batch, [], list[Result]()
    for document, result in zip(batch, results, strict=True):
        if isinstance(result, Exception):
            failed = ReaderFailed.of(f"corpus/{document.path}", result)
            job.unreadable += as_unreadable(failed.problems, document.sha256)
            job.faults += 1
        else:
            job.batch.append(document)
            kept.append(result)
    return kept


def embed_pairs(job: Job, advance: Advance) -> None:
    """Embed what the links are made from: findings, clauses, and what names each challenge."""
    job.vectors = job.embed(job.pair_texts, advance)


def link_pairs(job: Job, advance: Advance) -> None:
    """Link the findings to the clauses."""
    assert job.vectors is not None  # noqa: S101 (the stage before gave them)
    pairs = job.linking, job.targets, job.lexicon.challenges
    links = link.rank(*pairs, job.vectors, job.options, job.encoder)
    job.links.add(one for one in links if not one.finding_id.startswith(MARKED))
    for one in links:
        if one.finding_id.startswith(MARKED):
            words = one.finding_id.removeprefix(MARKED)
            job.marked_links.setdefault(words, []).append(one)
    advance(len(job.linking))


READING = (
    Stage("read", lambda job: len(job.files), read),
    Stage("extract", lambda job: len(job.batch), begin_reading),
    Stage("embed clauses", lambda job: len(job.clauses), embed_clauses),
    Stage("findings", lambda job: len(job.begun), find_findings),
)
"""From files to findings, batch after batch: the memory is that of a batch."""
LINKING = (
    Stage("embed", lambda job: len(job.pair_texts), embed_pairs),
    Stage("link", lambda job: len(job.linking) if job.targets else 0, link_pairs),
)
"""From findings to links, batch after batch of them."""
STAGES = (*READING, *LINKING)
"""Each works with what those before it made."""
