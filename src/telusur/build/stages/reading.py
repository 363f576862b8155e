"""From files to findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from telusur import corpus, extract, link
from telusur.build.planning import ReportFile, as_unreadable
from telusur.build.stages.kit import Tools
from telusur.build.stages.stage import Advance, Stage
from telusur.corpus.model import Document
from telusur.errors import ReaderFailed, TelusurError, UnreadableFile
from telusur.extract.model import Reading
from telusur.store.model import Unreadable

if TYPE_CHECKING:
    from spacy.tokens import Doc

Result = TypeVar("Result")


@dataclass
class Read:
    """What became of some reports."""

    done: list[tuple[Document, Reading]] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    faults: int = 0
    """On how many of them Telusur itself failed."""


@dataclass
class Batch:
    """Reports on their way: given first, then filled in stage by stage."""

    tools: Tools
    cache: link.VectorCache
    files: Sequence[ReportFile]
    documents: list[Document] = field(default_factory=list)
    """Those of them that could be read."""
    begun: list[Doc] = field(default_factory=list)
    """What is known of each of `documents` before its clauses have a meaning: some sixty times the
    memory of its text, and gone with the batch."""
    meaning: extract.Meaning | None = None
    """Of the clauses; None where there is no classifier for the encoder."""
    read: Read = field(default_factory=Read)

    @property
    def clauses(self) -> list[str]:
        """The clauses of the batch, each once, where something weighs their meaning."""
        if not self.begun or not self.tools.classifier:
            return []
        clauses = self.tools.reader.clauses
        return list(dict.fromkeys(text for doc in self.begun for text in clauses(doc)))

    def sift(self, results: Sequence[Result | Exception]) -> list[Result]:
        """Return the results for the documents, and pass over those that have none."""
        documents, self.documents, kept = self.documents, [], list[Result]()
        for document, result in zip(documents, results, strict=True):
            if isinstance(result, Exception):
                failed = ReaderFailed.of(f"corpus/{document.path}", result)
                self.read.unreadable += as_unreadable(failed.problems, document.sha256)
                self.read.faults += 1
            else:
                self.documents.append(document)
                kept.append(result)
        return kept


def read(batch: Batch, advance: Advance) -> None:
    """Read the reports; those that cannot be read are named, and the rest goes on."""
    for file in batch.files:
        try:
            batch.documents += [
                corpus.with_columns(one, batch.tools.kit.columns)
                for one in _read(batch.tools.reports, file)
            ]
        except UnreadableFile as error:
            batch.read.unreadable += as_unreadable(error.problems, file.sha256)
            batch.read.faults += isinstance(error, ReaderFailed)
        advance(1)


def _read(reports: corpus.ReportReader, file: ReportFile) -> list[Document]:
    document = reports.read(file.path, relative=file.relative, id=file.id)
    return [document, *document.attached]


def begin(batch: Batch, advance: Advance) -> None:
    """Find what can be found before the clauses have a meaning."""
    begin_one = partial(_begin, batch.tools.reader, batch.tools.kit.today)
    batch.begun = batch.sift([_tried(begin_one, one, advance) for one in batch.documents])


def _begin(reader: extract.Reader, today: date, document: Document) -> Doc:
    return reader.begin(document, today=today)


def embed_clauses(batch: Batch, advance: Advance) -> None:
    """Embed the clauses of all reports at work in one go, which is quicker than one by one."""
    import numpy as np

    clauses = batch.clauses
    vectors = batch.tools.embed(clauses, batch.cache, advance)
    known = dict(zip(clauses, vectors, strict=True))
    batch.meaning = lambda clauses: np.stack([known[clause] for clause in clauses])


def finish(batch: Batch, advance: Advance) -> None:
    """Find the findings; by cues and meaning where there is a classifier for the encoder."""
    finish_one = partial(batch.tools.reader.finish, meaning=batch.meaning)
    readings = batch.sift([_tried(finish_one, one, advance) for one in batch.begun])
    batch.read.done += zip(batch.documents, readings, strict=True)
    batch.begun = []


Given = TypeVar("Given")


def _tried(work: Callable[[Given], Result], one: Given, advance: Advance) -> Result | Exception:
    """What `work` on one report gives, or what went wrong with it: one of a thousand reports
    must not stop the others."""
    try:
        return work(one)
    except TelusurError:
        raise  # about the workspace, and told as it is
    except Exception as error:
        return error
    finally:
        advance(1)


BEGINNING: tuple[Stage[Batch], ...] = (
    Stage("read", lambda batch: len(batch.files), read),
    Stage("extract", lambda batch: len(batch.documents), begin),
)
FINISHING: tuple[Stage[Batch], ...] = (
    Stage("embed clauses", lambda batch: len(batch.clauses), embed_clauses),
    Stage("findings", lambda batch: len(batch.begun), finish),
)
