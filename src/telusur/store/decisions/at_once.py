"""Shows decisions that were just taken, on what stands in the store, without a build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from telusur.review import (
    ClauseNow,
    Decision,
    Entry,
    FindingNow,
    LinkDecision,
    in_order,
    place,
    settle,
)
from telusur.review.journal import ends_of
from telusur.review.journal.decisions import ANY, Comment, JustifiedGap, Taking
from telusur.store.database import Database
from telusur.store.decisions.gaps import project_gaps_anew
from telusur.store.decisions.projecting import (
    BY_HAND,
    decide_link,
    decision_row,
    findings_now,
    forget_on_report,
    texts_now,
    write_settled,
)
from telusur.store.derived.coverage import count_change, refresh_coverage, standing_of
from telusur.store.derived.queue import refresh_queue, requeue
from telusur.store.derived.repeats import follow, following, refresh_repeats
from telusur.store.reading import rows

_ABOUT = """
SELECT id, line, text FROM decisions
WHERE finding_id IS :finding AND clause_id IS :clause
  AND decision IN ('accept', 'reject', 'unsure', 'withdraw', 'link', 'justify', 'comment')
"""
_TAKEN_BACK = """
SELECT id, line, text FROM decisions
WHERE decision = 'undo' AND json_extract(text, '$.of') IN (SELECT value FROM json_each(:ids))
"""
_IN_REPORT = """
SELECT id, line, text FROM decisions
WHERE decision NOT IN ('undo', 'reply', 'resolve') AND (
  finding_id IN (
    SELECT id FROM findings WHERE document_id = :document
    UNION SELECT finding_id FROM earlier_readings WHERE document_id = :document)
  OR (finding_id IS NULL AND document_id = :document))
"""
_REPORT_OF = """
SELECT document_id FROM findings WHERE id = :finding
UNION SELECT document_id FROM earlier_readings WHERE finding_id = :finding
"""


def show_decisions(db: Database, entries: Iterable[Entry], clauses: Sequence[ClauseNow]) -> None:
    """Lay new entries of the journal over what they are about, and over nothing else.

    Inside the running transaction. `clauses` are those that links may lead to.
    """
    known = {clause.id: clause for clause in clauses}
    for entry in entries:
        if document := _report_to_read_anew(db, entry):
            _lay_on_report(db, entry, clauses, document)
        elif (about := _about(db, entry)) is None:
            _show(db, [*_answered(db, entry), entry], [], [])
        else:
            _lay(db, entry, known, *about)


def _report_to_read_anew(db: Database, entry: Entry) -> str | None:
    """The report whose findings an entry changes; None where it leaves them as they are."""
    decision, finding_id = _at_last(db, entry)
    finding, _ = ends_of(decision)
    if finding is None:
        return None
    finding_id = finding_id or finding.id
    aside = rows(
        db,
        "SELECT 1 FROM earlier_readings WHERE finding_id = :finding AND fate <> 'corrected'",
        {"finding": finding_id},
    )
    if not aside and isinstance(decision, LinkDecision | JustifiedGap | Comment):
        return None
    found = rows(db, _REPORT_OF, {"finding": finding_id})
    if found:
        return str(found[0]["document_id"])
    there = rows(db, "SELECT id FROM documents WHERE id = :id", {"id": finding.document})
    return str(there[0]["id"]) if there else None


def _at_last(db: Database, entry: Entry) -> tuple[Decision, str | None]:
    """What is decided, or taken back, or put back by an entry; and its finding of today."""
    decision, finding = entry.decision, None
    while isinstance(decision, Taking) and decision.decision == "undo":
        sql = "SELECT id, line, text, finding_id FROM decisions WHERE id = :id"
        row = next(iter(rows(db, sql, {"id": decision.of})), None)
        if row is None:
            return decision, None
        decision, finding = _entry(row).decision, row["finding_id"]
    return decision, finding


def _lay_on_report(db: Database, new: Entry, clauses: Sequence[ClauseNow], document: str) -> None:
    """Weigh all that was decided on the findings of a report anew."""
    before = rows(db, _IN_REPORT, {"document": document})
    before += _undoings(db, [one["id"] for one in before])
    of = {one["id"]: _entry(one) for one in before} | {new.id: new}
    of |= {one.id: one for one in _answered(db, new)}
    entries = in_order(list(of.values()))
    forget_on_report(db, document)
    findings, texts = list(findings_now(db, document)), texts_now(db, document)
    write_settled(db, settle(entries, findings, clauses, texts))
    project_gaps_anew(db)
    refresh_repeats(db)
    refresh_coverage(db)
    refresh_queue(db)


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
    findings = _finding(db, finding_id)
    there = [clauses[clause_id]] if clause_id in clauses else []
    if bool(finding_id) > bool(findings) or bool(clause_id) > bool(there):
        _show(db, [new], findings, there)  # it is on record all the same
        return
    before = rows(db, _ABOUT, ends)
    before += _undoings(db, [one["id"] for one in before])
    entries = in_order([*(_entry(one) for one in before if one["id"] != new.id), new])
    if finding_id and clause_id:
        pair = {"finding": finding_id, "clause": clause_id}
        with _counted(db, finding_id, clause_id):
            _forget(db, pair)
            _show(db, entries, findings, there)
        for other in following(db, finding_id, clause_id):
            with _counted(db, other, clause_id):
                follow(db, other, clause_id)
    else:
        _show(db, entries, findings, there)
        project_gaps_anew(db)
        if clause_id:
            refresh_coverage(db)


@contextmanager
def _counted(db: Database, finding_id: str, clause_id: str) -> Iterator[None]:
    """Bring counts and queue up to what becomes of a link."""
    before = standing_of(db, finding_id, clause_id)
    yield
    count_change(db, finding_id, clause_id, before)
    requeue(db, finding_id, clause_id)


def _show(
    db: Database,
    entries: Sequence[Entry],
    findings: Sequence[FindingNow],
    clauses: Sequence[ClauseNow],
) -> None:
    for one in place(entries, findings, clauses, [one.document_id for one in findings]):
        db.insert("decisions", [decision_row(one)], clash="REPLACE")
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


def _finding(db: Database, finding_id: str | None) -> list[FindingNow]:
    """A finding with its words of today and, where people corrected these, those that were read."""
    sql = """SELECT findings.id, document_id, quote, documents.text, start, "end" FROM findings
             JOIN documents ON documents.id = document_id WHERE findings.id = :id
             UNION ALL
             SELECT finding_id, document_id, quote, documents.text,
               json_extract(reading, '$.finding.start'), json_extract(reading, '$.finding.end')
             FROM earlier_readings
             JOIN documents ON documents.id = document_id
             WHERE finding_id = :id AND fate = 'corrected'"""
    return [FindingNow(*one) for one in db.execute(sql, {"id": finding_id})]


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
