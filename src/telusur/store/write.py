"""Writes what a build found, in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from telusur import __version__
from telusur.corpus.model import Document
from telusur.draft.model import Regulation
from telusur.errors import StoreUnusable
from telusur.extract.model import Reading
from telusur.store.connection import empty_store, is_current, transaction
from telusur.store.database import Database, row_of
from telusur.store.decisions import (
    forget_decisions,
    keep_suggestions,
    project_decisions,
    with_missing,
)
from telusur.store.decisions.words import link_row
from telusur.store.derived.copies import refresh_copies
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.history import draft_in_store, write_history
from telusur.store.derived.queue import refresh_queue
from telusur.store.derived.repeats import refresh_repeats
from telusur.store.model import Changes, Unreadable, Vocabulary
from telusur.store.reading import counts, last_build_id
from telusur.store.reports import refresh_named, write_reading
from telusur.words import say


def save(db: Database, changes: Changes) -> dict[str, int]:
    """Bring the store to the new state: all of it, or nothing. Returns what it then holds.

    Raises:
        StoreUnusable: another build has finished since this one was planned.
    """
    with transaction(db):
        entries = with_missing(db, changes.journal)
        if not is_current(db):
            empty_store(db)
        elif last_build_id(db) != changes.since_build:
            raise StoreUnusable(
                say("Another build of this store finished meanwhile. Run `telusur build` again.")
            )
        forget_decisions(db)
        if changes.vocabulary:
            _write_vocabulary(db, changes.vocabulary)
        for document_id in changes.gone:
            _forget(db, document_id)
        for document, _ in changes.readings:
            _forget(db, document.id)
        read = 0
        for document, reading in changes.readings:
            write_reading(db, document, reading)
            read += 1
        if read or changes.gone or changes.vocabulary:
            refresh_named(db)
            refresh_copies(db)
        if changes.regulation:
            before = draft_in_store(db)
            _write_regulation(db, changes.regulation)
            write_history(db, before, changes.regulation, (changes.since_build or 0) + 1)
        (db.hold if changes.relinked else db.insert)("links", map(link_row, changes.links))
        keep_suggestions(db, changes.marked)
        _tell_unsure(db, changes.unsure_below)
        project_decisions(db, entries)
        refresh_repeats(db)
        refresh_coverage(db)
        refresh_queue(db)
        _write_issues(db, changes.unreadable, changes.readings)
        return _write_build(db, changes)


def _tell_unsure(db: Database, below: float) -> None:
    db.execute(
        "UPDATE findings SET unsure = confidence < ? WHERE unsure <> (confidence < ?)", [below] * 2
    )


def note_inputs(db: Database, build_id: int | None, inputs: Mapping[str, str]) -> None:
    """Note that from these inputs, too, the store is as a build would make it."""
    with transaction(db):
        db.execute(
            "UPDATE builds SET inputs = ? WHERE id = ?",
            [json.dumps(dict(inputs), sort_keys=True), build_id],
        )


def _write_vocabulary(db: Database, vocabulary: Vocabulary) -> None:
    for table in ("documents", "sites", "places", "challenges"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608
    # Provinces first: a kabupaten refers to its province.
    places = sorted(vocabulary.places, key=lambda place: (place.parent_code or "", place.code))
    db.insert("places", (row_of(place) for place in places))
    db.insert(
        "challenges",
        (
            {
                "id": challenge.id,
                "label": challenge.label,
                "label_en": challenge.label_en,
                "definition": challenge.definition,
            }
            for challenge in vocabulary.challenges
        ),
    )


def _write_regulation(db: Database, regulation: Regulation) -> None:
    db.hold("draft_frame", _frame_rows(regulation))
    db.hold("clauses", map(row_of, regulation.linkable))
    db.hold("clause_references", _reference_rows(regulation))


def _reference_rows(regulation: Regulation) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for reference in regulation.references:
        seen[reference.from_clause] += 1
        yield {"number": seen[reference.from_clause], **row_of(reference)}


def _frame_rows(regulation: Regulation) -> Iterator[dict[str, Any]]:
    parts = {
        "title": [regulation.title] if regulation.title else [],
        "opening": regulation.opening,
        "closing": regulation.unannexed,
    }
    lines = [(part, line) for part, some in parts.items() for line in some]
    for number, (part, line) in enumerate(lines, start=1):
        yield {"number": number, "part": part, "text": line}


def _write_issues(
    db: Database,
    unreadable: Iterable[Unreadable],
    readings: Iterable[tuple[Document, Reading]],
) -> None:
    """Write what was passed over: files, and parts of those that were read.

    What was said of a report stands as long as the report, and until it is read anew.
    """
    anew, said = set[str](), list[Unreadable]()
    for document, _ in readings:
        anew.add(f"corpus/{document.path}")
        said += [
            Unreadable(one.path, one.line or 0, f"{one.what}. {one.remedy}.", document.sha256)
            for one in document.remarks
        ]
    kept = db.execute(
        "SELECT path, line, message, sha256 FROM issues WHERE rule = 'remark' "
        "AND path IN (SELECT 'corpus/' || path FROM documents)"
    ).fetchall()
    remarks = [Unreadable(*row) for row in kept if row[0] not in anew] + said
    db.execute("DELETE FROM issues WHERE rule IN ('unreadable', 'remark')")
    told = (("unreadable", "error", unreadable), ("remark", "warning", remarks))
    rows = [
        {"rule": rule, "severity": severity, **row_of(one)}
        for rule, severity, issues in told
        for one in sorted(issues)
    ]
    db.insert("issues", ({"id": number, **row} for number, row in enumerate(rows, start=1)))


def _write_build(db: Database, changes: Changes) -> dict[str, int]:
    counted = counts(db)
    row = {
        "id": (changes.since_build or 0) + 1,
        "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "telusur": __version__,
        "encoder": changes.encoder,
        "inputs": json.dumps(dict(changes.inputs), sort_keys=True),
        "worth": json.dumps(changes.worth) if changes.worth else None,
        "counts": json.dumps(counted),
        "seconds": json.dumps({name: round(took, 3) for name, took in changes.seconds.items()}),
    }
    db.insert("builds", [row])
    return counted


def _delete(db: Database, table: str, column: str, value: str) -> None:
    db.execute(f"DELETE FROM {table} WHERE {column} = ?", [value])  # noqa: S608


def _forget(db: Database, document_id: str) -> None:
    """Take a report out, with all that came with it."""
    _delete(db, "documents", "attached_to", document_id)
    _delete(db, "documents", "id", document_id)
