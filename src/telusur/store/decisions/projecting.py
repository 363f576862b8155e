"""Projects what people decided onto the links of today.

The journal is the truth. The store remembers each of its lines all the same, so that lines which
somebody deleted are missed, told, and can be given back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from telusur.review import (
    ClauseNow,
    Entry,
    FindingNow,
    LinkDecision,
    LinkStatus,
    Placed,
    Settled,
    State,
    settle,
)
from telusur.review.journal import ends_of
from telusur.review.settling import concerned
from telusur.store.connection import transaction
from telusur.store.database import Database
from telusur.store.decisions.findings import apply_to_findings, restore_findings
from telusur.store.decisions.gaps import project_gaps
from telusur.store.decisions.memory import with_missing
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.history import draft_in_store
from telusur.store.derived.queue import refresh_queue
from telusur.store.derived.repeats import refresh_repeats

_AT_HAND = 100
"""Texts that are kept for the next question."""
BY_HAND = 0
"""The rank of a link that no machine suggested."""

_BECOMES = {
    "accept": LinkStatus.ACCEPTED,
    "link": LinkStatus.ACCEPTED,
    "reject": LinkStatus.REJECTED,
    "unsure": LinkStatus.UNSURE,
    "withdraw": LinkStatus.SUGGESTED,
}
"""What a decision in force makes of its link."""


_AS_MADE = "status = 'suggested', doubt = NULL, decided_by = NULL, decided_at = NULL, note = NULL"


def project_again(db: Database, journal: Sequence[Entry], *, forget: bool = False) -> None:
    """Lay the journal over the links anew, in one transaction; scores wait for the next build.

    With `forget`, what the journal no longer holds is forgotten for good.
    """
    with transaction(db):
        entries = list(journal) if forget else with_missing(db, journal)
        forget_decisions(db)
        project_decisions(db, entries)
        refresh_repeats(db)
        refresh_coverage(db)
        refresh_queue(db)


def forget_decisions(db: Database) -> None:
    """Leave findings and links as the machine made them."""
    db.execute("DELETE FROM decisions")
    db.execute("DELETE FROM justified_gaps")
    db.execute("DELETE FROM links WHERE rank = ?", [BY_HAND])
    db.execute(f"UPDATE links SET {_AS_MADE} WHERE status <> 'suggested'")  # noqa: S608
    restore_findings(db)


def forget_on_report(db: Database, document: str) -> None:
    """Leave the findings of a report, and their links, as the machine made them."""
    here = "finding_id IN (SELECT id FROM findings WHERE document_id = ?)"
    db.execute(f"DELETE FROM links WHERE rank = {BY_HAND} AND {here}", [document])  # noqa: S608
    db.execute(f"UPDATE links SET {_AS_MADE} WHERE {here}", [document])  # noqa: S608
    restore_findings(db, document)


def project_decisions(db: Database, entries: Sequence[Entry]) -> None:
    """Write all decisions, in their order, and what they make of findings and links."""
    if not entries:
        return
    texts = texts_now(db)
    reports = concerned(entries, db.execute("SELECT id, document_id, quote FROM findings"), texts)
    findings = [one for report in reports for one in findings_now(db, report)]
    findings.sort(key=lambda one: one.id)
    settled = settle(entries, findings, clauses_to_decide(db), texts)
    write_settled(db, settled)
    project_gaps(db, settled.placed)


def write_settled(db: Database, settled: Settled) -> None:
    """Write decisions, and what they make of findings and links as the machine made them."""
    apply_to_findings(db, settled)
    db.insert(
        "decisions",
        (decision_row(one) for one in settled.placed),
        clash="REPLACE",
    )
    decide_links(db, settled.placed)


def decide_links(db: Database, placed: Iterable[Placed]) -> None:
    """Give links what is decided on them."""
    for one in placed:
        if isinstance(one.entry.decision, LinkDecision):
            decide_link(db, one, one.entry.decision)


def findings_now(db: Database, document: str) -> Iterator[FindingNow]:
    """Yield the findings of a report."""
    texts = texts_now(db, document)
    sql = """SELECT id, document_id, quote, start, "end" FROM findings
             WHERE document_id = :document ORDER BY id"""
    for id_, report, quote, start, end in db.execute(sql, {"document": document}):
        yield FindingNow(id_, report, quote, texts[report], start, end)


def texts_now(db: Database, document: str | None = None) -> Mapping[str, str]:
    """Return the texts of all reports, or of one, by their ids."""
    return _Texts(db, document)


class _Texts(Mapping[str, str]):
    """Read when they are asked for, since they are all that people wrote."""

    def __init__(self, db: Database, document: str | None) -> None:
        sql = "SELECT id FROM documents WHERE :document IS NULL OR id = :document ORDER BY id"
        self._ids = dict.fromkeys(id_ for (id_,) in db.execute(sql, {"document": document}))
        text = "SELECT text FROM documents WHERE id = ?"
        self._text = lru_cache(_AT_HAND)(lambda id_: str(db.execute(text, [id_]).fetchone()[0]))

    def __getitem__(self, id_: str) -> str:
        if id_ not in self._ids:
            raise KeyError(id_)
        return self._text(id_)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def clauses_to_decide(db: Database) -> list[ClauseNow]:
    """Return the clauses that links may lead to, each with all below it."""
    version = draft_in_store(db)
    return [
        ClauseNow(one.id, one.level, version.printed(one))
        for one in version.clauses
        if one.level in ("pasal", "ayat")
    ]


def decision_row(placed: Placed) -> dict[str, Any]:
    """Return the row of a decision."""
    entry, decision = placed.entry, placed.entry.decision
    finding, clause = ends_of(decision)
    return {
        "id": entry.id,
        "line": entry.line,
        "at": decision.at.isoformat(),
        "by": decision.by,
        "decision": decision.decision,
        "score": getattr(decision, "score", None),
        "finding_id": placed.finding_id,
        "clause_id": placed.clause_id,
        "state": placed.state.value,
        "doubt": placed.doubt.value if placed.doubt else None,
        "document_id": finding.document if finding else "",
        "quote": finding.quote if finding else "",
        "clause_label": clause.label if clause else "",
        "clause_text": clause.text if clause else "",
        "model": decision.model,
        "note": decision.note,
        "meeting": decision.meeting.model_dump_json() if decision.meeting else None,
        "text": entry.text,
    }


def decide_link(db: Database, placed: Placed, decision: LinkDecision) -> None:
    """Give the link its status; a pair that no machine suggested becomes a link by hand."""
    if placed.state is not State.IN_FORCE and placed.doubt is None:
        return
    status = LinkStatus.SUSPECT if placed.doubt else _BECOMES[decision.decision]
    if status is LinkStatus.SUGGESTED:
        return
    key = {"finding_id": placed.finding_id, "clause_id": placed.clause_id}
    new = {"score": 0.0, "raw_score": 0.0, "rank": BY_HAND, "why": f"ditautkan oleh {decision.by}"}
    decided = {
        "status": status.value,
        "doubt": placed.doubt.value if placed.doubt else None,
        "decided_by": decision.by,
        "decided_at": decision.at.isoformat(),
        "note": decision.note or decision.question or None,
    }
    if decision.decision in ("accept", "link", "unsure"):
        db.insert("links", [{**key, **new, **decided}], clash="IGNORE")
    db.execute(
        "UPDATE links SET status = :status, doubt = :doubt, decided_by = :decided_by, "
        "decided_at = :decided_at, note = :note "
        "WHERE finding_id = :finding_id AND clause_id = :clause_id",
        {**key, **decided},
    )
