"""Writes what a build found, in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from telusur import __version__
from telusur.corpus.model import Document
from telusur.draft.model import Clause, Regulation
from telusur.errors import StoreUnusable
from telusur.extract.model import Reading
from telusur.store.connection import empty_store, is_current, transaction
from telusur.store.database import Database
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
from telusur.store.model import Changes, Unreadable, Vocabulary
from telusur.store.reading import counts, last_build_id


def save(db: Database, changes: Changes) -> None:
    """Bring the store to the new state: all of it, or nothing.

    Raises:
        StoreUnusable: another build has finished since this one was planned.
    """
    with transaction(db):
        entries = with_missing(db, changes.journal)
        if not is_current(db):
            empty_store(db)
        elif last_build_id(db) != changes.since_build:
            raise StoreUnusable(
                "Another build of this store finished meanwhile. Run `telusur build` again."
            )
        forget_decisions(db)
        if changes.vocabulary:
            _write_vocabulary(db, changes.vocabulary)
        for document_id in changes.gone:
            _forget(db, document_id)
        for document, _ in changes.readings:
            _forget(db, document.id)
        for document, reading in changes.readings:
            _write_reading(db, document, reading)
        _refresh_sites(db)
        refresh_copies(db)
        if changes.regulation:
            before = draft_in_store(db)
            _write_regulation(db, changes.regulation)
            write_history(db, before, changes.regulation, (changes.since_build or 0) + 1)
        if changes.relinked:
            db.execute("DELETE FROM links")
        _insert(db, "links", (link_row(link) for link in changes.links))
        keep_suggestions(db, changes.marked)
        project_decisions(db, entries)
        refresh_coverage(db)
        refresh_queue(db)
        _write_issues(db, changes.unreadable, changes.readings)
        _write_build(db, changes)


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
    _insert(db, "places", (asdict(place) for place in places))
    _insert(
        db,
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


def _write_reading(db: Database, document: Document, reading: Reading) -> None:
    here = {"document_id": document.id}
    _insert(
        db,
        "documents",
        [
            {
                "id": document.id,
                "path": document.path,
                "title": document.title,
                "genre": document.genre,
                "visited_on": _iso(reading.visited_on),
                "published_on": _iso(reading.published_on),
                "source": document.source,
                "language": reading.language,
                "sha256": document.sha256,
                "confidential": document.confidential,
                "read_by": document.read_by,
                "attached_to": document.attached_to,
                "text": document.text,
            }
        ],
    )
    _insert(
        db,
        "passages",
        (
            {
                "id": _passage_id(document.id, passage.number),
                **here,
                "number": passage.number,
                "start": passage.start,
                "end": passage.end,
                "text": passage.text,
                "section": passage.section,
                "form": passage.form,
                "page": passage.page,
                "certainty": passage.certainty,
            }
            for passage in document.passages
        ),
    )
    _insert(db, "cells", (here | one for one in _cells(document)))
    _insert(db, "document_places", (here | asdict(place) for place in reading.places))
    _insert(db, "document_smaller_places", (here | asdict(one) for one in reading.smaller_places))
    _insert(db, "document_open_places", _open_places(reading, here))
    _insert(db, "sites", (asdict(site) for site in reading.sites), ignore=True)
    _insert(db, "document_sites", (here | {"site_id": site.id} for site in reading.sites))
    sites = reading.sites
    named = ({"site_id": one.id, "name": one.name, "place_code": one.place_code} for one in sites)
    _insert(db, "named_sites", (here | row for row in named))
    _insert(db, "site_facts", (here | asdict(fact) for fact in reading.site_facts))
    _insert(db, "people", (here | asdict(person) for person in reading.people))
    _insert(db, "institutions", (here | asdict(name) for name in reading.institutions))
    _write_findings(db, reading)


def _cells(document: Document) -> Iterator[dict[str, Any]]:
    for passage in document.passages:
        row = _passage_id(document.id, passage.number)
        yield from ({"passage_id": row, **asdict(cell)} for cell in passage.cells)


def _open_places(reading: Reading, here: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield a row for each place that a name may mean."""
    for one in reading.open_places:
        row = asdict(one)
        for code in row.pop("candidates"):
            yield {**here, **row, "place_code": code}


def _write_findings(db: Database, reading: Reading) -> None:
    rows, challenges = [], []
    for finding in reading.findings:
        row = asdict(finding)
        del row["challenges"]
        row["passage_id"] = _passage_id(finding.document_id, row.pop("passage_number"))
        rows.append(row)
        challenges += [{"finding_id": finding.id, **asdict(c)} for c in finding.challenges]
    _insert(db, "findings", rows)
    _insert(db, "finding_challenges", challenges)


def _write_regulation(db: Database, regulation: Regulation) -> None:
    db.execute("DELETE FROM clauses")
    db.execute("DELETE FROM draft_frame")
    _insert(db, "draft_frame", _frame_rows(regulation))
    _insert(db, "clauses", (_clause_row(clause) for clause in regulation.clauses))
    seen: Counter[str] = Counter()
    for reference in regulation.references:
        seen[reference.from_clause] += 1
        number = {"number": seen[reference.from_clause]}
        _insert(db, "clause_references", [number | asdict(reference)])


def _frame_rows(regulation: Regulation) -> Iterator[dict[str, Any]]:
    parts = {
        "title": [regulation.title] if regulation.title else [],
        "opening": regulation.opening,
        "closing": regulation.closing,
    }
    lines = [(part, line) for part, some in parts.items() for line in some]
    for number, (part, line) in enumerate(lines, start=1):
        yield {"number": number, "part": part, "text": line}


def _clause_row(clause: Clause) -> dict[str, Any]:
    row = asdict(clause)
    return row | {"normative": int(row["normative"]), "quoted": int(row["quoted"])}


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
        {"rule": rule, "severity": severity, **asdict(one)}
        for rule, severity, issues in told
        for one in sorted(issues)
    ]
    _insert(db, "issues", ({"id": number, **row} for number, row in enumerate(rows, start=1)))


def _write_build(db: Database, changes: Changes) -> None:
    row = {
        "id": (changes.since_build or 0) + 1,
        "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "telusur": __version__,
        "encoder": changes.encoder,
        "inputs": json.dumps(dict(changes.inputs), sort_keys=True),
        "worth": json.dumps(changes.worth) if changes.worth else None,
        "counts": json.dumps(counts(db)),
        "seconds": json.dumps({name: round(took, 3) for name, took in changes.seconds.items()}),
    }
    _insert(db, "builds", [row])


def _insert(
    db: Database, table: str, rows: Iterable[Mapping[str, Any]], *, ignore: bool = False
) -> None:
    db.insert(table, rows, clash="IGNORE" if ignore else "ABORT")


def _delete(db: Database, table: str, column: str, value: str) -> None:
    db.execute(f"DELETE FROM {table} WHERE {column} = ?", [value])  # noqa: S608


def _forget(db: Database, document_id: str) -> None:
    """Take a report out, with all that came with it."""
    _delete(db, "documents", "attached_to", document_id)
    _delete(db, "documents", "id", document_id)


_SITES_AS_FIRST_NAMED = """
UPDATE sites SET (name, place_code) = (
  SELECT named_sites.name, named_sites.place_code
  FROM named_sites JOIN documents ON documents.id = named_sites.document_id
  WHERE named_sites.site_id = sites.id
  ORDER BY named_sites.place_code IS NULL, documents.path LIMIT 1
)
"""


def _refresh_sites(db: Database) -> None:
    """Let each site be what the first report says that knows its place, in whatever order reports
    were read; a site that no report names is none."""
    db.execute("DELETE FROM sites WHERE id NOT IN (SELECT site_id FROM document_sites)")
    db.execute(_SITES_AS_FIRST_NAMED)


def _passage_id(document_id: str, number: int) -> str:
    return f"{document_id}.{number}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
