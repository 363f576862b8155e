"""Projects what people decided onto the links of today.

The journal is the truth. The store remembers each of its lines all the same, so that lines which
somebody deleted are missed, told, and can be given back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from telusur.review import (
    ClauseNow,
    Entry,
    FindingNow,
    LinkDecision,
    LinkStatus,
    Placed,
    State,
    place,
)
from telusur.review.journal import ends_of
from telusur.store.decisions.gaps import project_gaps
from telusur.store.derived.history import draft_in_store
from telusur.store.reading import rows

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
_WORDS_AROUND = 8
_NEAR = 100
"""Characters in which these words stand."""


def forget_decisions(db: Database) -> None:
    """Leave the links as the machine made them."""
    db.execute("DELETE FROM decisions")
    db.execute("DELETE FROM justified_gaps")
    db.execute("DELETE FROM links WHERE rank = ?", [BY_HAND])
    db.execute(
        "UPDATE links SET status = 'suggested', doubt = NULL, decided_by = NULL, "
        "decided_at = NULL, note = NULL WHERE status <> 'suggested'"
    )


def project_decisions(db: Database, entries: Sequence[Entry]) -> None:
    """Write all decisions, in their order, and what they make of the links."""
    if not entries:
        return
    documents = [id_ for (id_,) in db.execute("SELECT id FROM documents")]
    placed = place(entries, list(findings_now(db)), clauses_to_decide(db), documents)
    db.table("decisions").insert_all(decision_row(one) for one in placed)
    project_gaps(db, placed)
    for one in placed:
        if isinstance(one.entry.decision, LinkDecision):
            decide_link(db, one, one.entry.decision)


def findings_now(db: Database) -> Iterator[FindingNow]:
    """Yield all findings, each with the words that stand around it."""
    texts = dict(db.execute("SELECT id, text FROM documents").fetchall())
    for row in rows(db, 'SELECT id, document_id, quote, start, "end" FROM findings ORDER BY id'):
        before, after = around(texts[row["document_id"]], row["start"], row["end"])
        yield FindingNow(row["id"], row["document_id"], row["quote"], before, after)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return some words before and some behind a place in a report's text."""
    before = text[max(0, start - _NEAR) : start].split()[-_WORDS_AROUND:]
    after = text[end : end + _NEAR].split()[:_WORDS_AROUND]
    return " ".join(before), " ".join(after)


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
        db.table("links").insert({**key, **new, **decided}, ignore=True)
    db.execute(
        "UPDATE links SET status = :status, doubt = :doubt, decided_by = :decided_by, "
        "decided_at = :decided_at, note = :note "
        "WHERE finding_id = :finding_id AND clause_id = :clause_id",
        {**key, **decided},
    )
