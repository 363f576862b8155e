"""Lays one new decision over its link at once, without a build."""

from __future__ import annotations

from sqlite_utils import Database

from telusur.review import Doubt, Entry, LinkDecision, Placed, State, in_order
from telusur.review.decisions import ANY
from telusur.review.placing import standing_of
from telusur.store.connection import transaction
from telusur.store.coverage import refresh_coverage_around
from telusur.store.decisions import BY_HAND, decide_link, decision_row
from telusur.store.read import rows

_RIVALS = """
SELECT id, line, text FROM decisions
WHERE finding_id = :finding AND clause_id = :clause AND state NOT IN ('lost', 'withdrawn')
AND decision IN ('accept', 'reject', 'unsure', 'withdraw', 'link')
"""


def project_one(db: Database, entry: Entry) -> bool:
    """Write a decision on a link that was just recorded, and what it makes of the link.

    The store is then as the next build would make it, but for the scores, which wait for one.
    Returns False, and leaves all to the next build, where the decision is not on a link or the
    pair is no longer in the store.
    """
    decision = entry.decision
    if not isinstance(decision, LinkDecision):
        return False
    pair = {"finding": decision.finding.id, "clause": decision.clause.id}
    with transaction(db):
        if not _is_here(db, pair):
            return False
        entries = [_entry(row["id"], row["line"], row["text"]) for row in rows(db, _RIVALS, pair)]
        group = in_order([*(one for one in entries if one.id != entry.id), entry])
        standing = standing_of(group)
        if entry.id not in standing:  # somebody agrees whose clock is ahead
            return False
        db.execute("DELETE FROM decisions WHERE id = ?", [entry.id])
        _leave_to_the_machine(db, pair)
        for one in group:
            placed = _placed(one, pair, standing.get(one.id))
            db.table("decisions").upsert(decision_row(placed), pk="id")
            if isinstance(one.decision, LinkDecision):
                decide_link(db, placed, one.decision)
        refresh_coverage_around(db, pair["clause"])
    return True


def _placed(entry: Entry, pair: dict[str, str], conflict: bool | None) -> Placed:
    if conflict is None:
        state, doubt = State.SUPERSEDED, None
    elif entry.line is None:
        state, doubt = State.MISSING, Doubt.MISSING
    elif conflict:
        state, doubt = State.CONFLICT, Doubt.CONFLICT
    else:
        state, doubt = State.IN_FORCE, None
    return Placed(entry, pair["finding"], pair["clause"], state, doubt)


def _is_here(db: Database, pair: dict[str, str]) -> bool:
    sql = """SELECT 1 FROM findings, clauses
             WHERE findings.id = :finding AND clauses.id = :clause"""
    return bool(rows(db, sql, pair))


def _leave_to_the_machine(db: Database, pair: dict[str, str]) -> None:
    where = "WHERE finding_id = :finding AND clause_id = :clause"
    db.execute(f"DELETE FROM links {where} AND rank = {BY_HAND}", pair)  # noqa: S608
    db.execute(
        f"UPDATE links SET status = 'suggested', doubt = NULL, decided_by = NULL, "  # noqa: S608
        f"decided_at = NULL, note = NULL {where}",
        pair,
    )


def _entry(id_: str, line: int | None, text: str) -> Entry:
    return Entry(id_, line, text, ANY.validate_json(text))
