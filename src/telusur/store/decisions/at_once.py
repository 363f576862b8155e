"""Shows decisions that were just taken, on what stands in the store, without a build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from telusur.review import ClauseNow, Entry, FindingNow, LinkDecision, in_order, place
from telusur.review.journal import ends_of
from telusur.review.journal.decisions import ANY, Taking
from telusur.store.decisions.gaps import project_gaps_anew
from telusur.store.decisions.projecting import BY_HAND, around, decide_link, decision_row
from telusur.store.derived.coverage import count_change
from telusur.store.derived.queue import requeue
from telusur.store.reading import rows

_ABOUT = """
SELECT id, line, text FROM decisions
WHERE finding_id IS :finding AND clause_id IS :clause
  AND decision NOT IN ('undo', 'reply', 'resolve')
"""
_TAKEN_BACK = """
SELECT id, line, text FROM decisions
WHERE decision = 'undo' AND json_extract(text, '$.of') IN (SELECT value FROM json_each(:ids))
"""


def show_decisions(db: Database, entries: Iterable[Entry], clauses: Sequence[ClauseNow]) -> None:
    """Lay new entries of the journal over what they are about, and over nothing else.

    Inside the running transaction. `clauses` are those that links may lead to.
    """
    known = {clause.id: clause for clause in clauses}
    for entry in entries:
        if (about := _about(db, entry)) is None:
            _show(db, [*_answered(db, entry), entry], [], [])
        else:
            _lay(db, entry, known, *about)


def _about(db: Database, entry: Entry) -> tuple[str | None, str | None] | None:
    """The finding and the clause that an entry is about; None where it is about another entry."""
    decision = entry.decision
    while isinstance(decision, Taking) and decision.decision == "undo":
        sql = "SELECT id, line, text, finding_id, clause_id FROM decisions WHERE id = :id"
        row = next(iter(rows(db, sql, {"id": decision.of})), None)
        if row is None:
            return None
        if row["finding_id"] or row["clause_id"]:
            return row["finding_id"], row["clause_id"]
        decision = _entry(row).decision  # taking back was taken back
    finding, clause = ends_of(decision)
    if finding is None and clause is None:
        return None
    return (finding.id if finding else None), (clause.id if clause else None)


def _answered(db: Database, entry: Entry) -> list[Entry]:
    """What an entry takes back, with all that did so before."""
    decision = entry.decision
    if not isinstance(decision, Taking) or decision.decision != "undo":
        return []
    before = rows(db, "SELECT id, line, text FROM decisions WHERE id = :id", {"id": decision.of})
    before += _undoings(db, [one["id"] for one in before])
    return [_entry(one) for one in before if one["id"] != entry.id]


def _lay(
    db: Database,
    new: Entry,
    clauses: dict[str, ClauseNow],
    finding_id: str | None,
    clause_id: str | None,
) -> None:
    """Weigh all that was decided on the same thing anew."""
    ends = {"finding": finding_id, "clause": clause_id}
    findings = [one for one in [_finding(db, finding_id)] if one]
    there = [clauses[clause_id]] if clause_id in clauses else []
    if bool(finding_id) > bool(findings) or bool(clause_id) > bool(there):
        _show(db, [new], findings, there)  # it is on record all the same
        return
    before = rows(db, _ABOUT, ends)
    before += _undoings(db, [one["id"] for one in before])
    entries = in_order([*(_entry(one) for one in before if one["id"] != new.id), new])
    if finding_id and clause_id:
        pair = {"finding": finding_id, "clause": clause_id}
        status = _status(db, pair)
        _forget(db, pair)
        _show(db, entries, findings, there)
        count_change(db, finding_id, clause_id, status, _status(db, pair))
        requeue(db, finding_id, clause_id)
    else:
        _show(db, entries, findings, there)
        project_gaps_anew(db)


def _show(
    db: Database,
    entries: Sequence[Entry],
    findings: Sequence[FindingNow],
    clauses: Sequence[ClauseNow],
) -> None:
    for one in place(entries, findings, clauses, [one.document_id for one in findings]):
        db.table("decisions").insert(decision_row(one), replace=True)
        if isinstance(one.entry.decision, LinkDecision):
            decide_link(db, one, one.entry.decision)


def _forget(db: Database, pair: dict[str, str]) -> None:
    """Leave the link as the machine made it."""
    of_pair = "finding_id = :finding AND clause_id = :clause"
    db.execute(
        f"DELETE FROM links WHERE {of_pair} AND rank = :by_hand",  # noqa: S608
        {**pair, "by_hand": BY_HAND},
    )
    as_made = (
        "status = 'suggested', doubt = NULL, decided_by = NULL, decided_at = NULL, note = NULL"
    )
    db.execute(f"UPDATE links SET {as_made} WHERE {of_pair}", pair)  # noqa: S608


def _status(db: Database, pair: dict[str, str]) -> str | None:
    """The link's status; None where there is no link."""
    sql = "SELECT status FROM links WHERE finding_id = :finding AND clause_id = :clause"
    return next((row["status"] for row in rows(db, sql, pair)), None)


def _finding(db: Database, finding_id: str | None) -> FindingNow | None:
    sql = """SELECT findings.id, document_id, quote, start, "end", documents.text FROM findings
             JOIN documents ON documents.id = document_id WHERE findings.id = :id"""
    for row in rows(db, sql, {"id": finding_id}):
        before, after = around(row["text"], row["start"], row["end"])
        return FindingNow(row["id"], row["document_id"], row["quote"], before, after)
    return None


def _undoings(db: Database, ids: list[str]) -> list[dict[str, Any]]:
    """Lines that take back decisions, or take that back."""
    found: list[dict[str, Any]] = []
    while ids:
        more = rows(db, _TAKEN_BACK, {"ids": json.dumps(ids)})
        found += more
        ids = [one["id"] for one in more]
    return found


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(row["id"], row["line"], row["text"], ANY.validate_json(row["text"]))
