"""Finds what a decision is to be about: a finding, a clause, and what the machine said of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telusur.errors import NotFound
from telusur.review import ClauseNow, ClauseThen, FindingThen, Pair, around
from telusur.store.database import Database
from telusur.store.decisions.projecting import BY_HAND, clauses_to_decide
from telusur.store.reading import find_clause, nothing_called, rows
from telusur.words import say

_ON_LINKS = ("accept", "reject", "unsure", "withdraw", "link")


def pair_to_decide(
    db: Database, finding: str, clause: str, clauses: Sequence[ClauseNow] | None = None
) -> Pair:
    """Return the pair with what both ends say now; `clause` is a citation or an id.

    `clauses` are those that links may lead to, where they are known already.

    Raises:
        NotFound: one of them is not in the store, or the clause is no Pasal or ayat.
    """
    judged = finding_to_decide(db, finding)
    aside = rows(
        db, "SELECT fate FROM dismissed_findings WHERE finding_id = :id", {"id": judged.id}
    )
    if aside:
        raise NotFound(
            say(
                "The finding “{finding}” is {fate}: take that back to judge its links.",
                finding=finding,
                fate=aside[0]["fate"],
            )
        )
    deciding = clause_to_decide(db, clause, clauses)
    scores = _suggestions(db, judged.id)
    return Pair(
        finding=judged,
        clause=deciding,
        score=scores.get(deciding.id),
        suggested=len(scores),
        model=db.execute("SELECT encoder FROM builds ORDER BY id DESC LIMIT 1").fetchone()[0],
        decided=_decided(db, _ON_LINKS, judged.id, deciding.id),
    )


def finding_to_decide(db: Database, wanted: str) -> FindingThen:
    """Return the finding of that id as it is now, also one that is set aside. Raises NotFound."""
    found = rows(db, _FINDING, {"id": wanted.strip()})
    if not found:
        raise NotFound(
            say(
                "No finding has the id “{wanted}”. `telusur trace` of a clause or a place shows "
                "ids.",
                wanted=wanted,
            )
        )
    row = found[0]
    before, after = around(row["text"], row["start"], row["end"])
    return FindingThen(
        id=row["id"],
        document=row["document_id"],
        quote=row["quote"],
        before=before,
        after=after,
        kind=row["kind"],
        elsewhere=_elsewhere(db, row),
    )


_FINDING = """
SELECT findings.id, document_id, quote, kind, start, "end", documents.text
FROM findings JOIN documents ON documents.id = document_id WHERE findings.id = :id
UNION ALL
SELECT finding_id, document_id, quote, kind, json_extract(reading, '$.finding.start'),
  json_extract(reading, '$.finding.end'), documents.text
FROM earlier_readings JOIN documents ON documents.id = document_id
WHERE finding_id = :id AND fate <> 'corrected'
"""


def _elsewhere(db: Database, finding: dict[str, Any]) -> tuple[str, ...]:
    """The other reports that say the same, by which it is told from them when it moves."""
    found = rows(
        db,
        """SELECT DISTINCT document_id FROM findings
           WHERE quote = :quote AND document_id <> :document_id ORDER BY document_id""",
        {"quote": finding["quote"], "document_id": finding["document_id"]},
    )
    return tuple(row["document_id"] for row in found)


def gap_to_justify(
    db: Database, wanted: str
) -> tuple[FindingThen | None, ClauseThen | None, frozenset[str]]:
    """Return the finding or the clause that is called so, and what was decided on its gap.

    Raises:
        NotFound: there is neither.
    """
    if rows(db, "SELECT 1 FROM findings WHERE id = :id", {"id": wanted.strip()}):
        finding = finding_to_decide(db, wanted)
        return finding, None, _decided(db, ("justify",), finding.id, None)
    clause = clause_to_decide(db, wanted)
    return None, clause, _decided(db, ("justify",), None, clause.id)


def _decided(
    db: Database, kinds: tuple[str, ...], finding: str | None, clause: str | None
) -> frozenset[str]:
    """The decisions on a thing that nothing supersedes, whatever its ends were called then."""
    found = rows(
        db,
        f"""SELECT id FROM decisions WHERE finding_id IS :finding AND clause_id IS :clause
           AND decision IN ({", ".join(f"'{kind}'" for kind in kinds)})
           AND state NOT IN ('superseded', 'withdrawn', 'lost')""",  # noqa: S608
        {"finding": finding, "clause": clause},
    )
    return frozenset(row["id"] for row in found)


def _suggestions(db: Database, finding: str) -> dict[str, float]:
    """Return the clauses that a finding was linked to by machine, with their raw scores."""
    found = rows(
        db,
        "SELECT clause_id, raw_score FROM links WHERE finding_id = :finding AND rank <> :by_hand",
        {"finding": finding, "by_hand": BY_HAND},
    )
    return {row["clause_id"]: row["raw_score"] for row in found}


def clause_to_decide(
    db: Database, wanted: str, clauses: Sequence[ClauseNow] | None = None
) -> ClauseThen:
    """Return the Pasal or ayat of that citation or id as it is now. Raises NotFound."""
    found: dict[str, Any] | None = find_clause(db, " ".join(wanted.split()))
    if found is None:
        raise NotFound(nothing_called(db, wanted))
    words = {one.id: one.text for one in clauses or clauses_to_decide(db)}
    if found["id"] not in words:
        raise NotFound(
            say("{label} is no Pasal and no ayat: links lead to these only.", label=found["label"])
        )
    return ClauseThen(id=found["id"], label=found["label"], text=words[found["id"]])
