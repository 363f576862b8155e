"""A suggestion in words, for whoever judges it away from the browser."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telusur.review import ClauseNow
from telusur.store.database import Database
from telusur.store.reading import rows
from telusur.store.standing import strength_of
from telusur.triage.asked import Asked
from telusur.triage.pair import Pair

_ITEMS = """
SELECT links.finding_id, links.clause_id, links.score, links.why, links.status, links.rank,
  findings.quote, findings.kind, places.name AS place, documents.title AS document,
  COALESCE(documents.visited_on, documents.published_on) AS day,
  COALESCE(passages.text, findings.quote) AS context, COALESCE(passages.section, '') AS section,
  clauses.label, clauses.heading
FROM links
JOIN findings ON findings.id = links.finding_id
JOIN documents ON documents.id = findings.document_id
JOIN clauses ON clauses.id = links.clause_id
LEFT JOIN passages ON passages.id = findings.passage_id
LEFT JOIN places ON places.code = findings.place_code
"""
_SAID = """
SELECT at, by, decision, note, state, json_extract(text, '$.question') AS question
FROM decisions WHERE finding_id = :finding AND clause_id = :clause
  AND decision IN ('accept', 'reject', 'unsure', 'withdraw', 'link') ORDER BY line DESC
"""


@dataclass(frozen=True, slots=True)
class Item:
    """A pair with what both ends say."""

    pair: Pair
    row: Mapping[str, Any]
    clause: str
    """The clause's words with all below it."""

    @property
    def strength(self) -> str:
        """The score in a word: `strong`, `middle` or `weak`."""
        return strength_of(self.row["score"])

    @property
    def fingerprint(self) -> str:
        """Changes with the words of either end: what was judged is told by it."""
        words = f"{' '.join(self.row['quote'].split())}\n{' '.join(self.clause.split())}"
        return hashlib.sha256(words.encode()).hexdigest()[:12]


def items(
    db: Database, asked: Asked, clauses: Sequence[ClauseNow], most: int | None = None
) -> list[Item]:
    """Return what awaits a decision, in the order asked for."""
    condition, values = asked.condition()
    order = ", ".join(asked.order.columns)
    inner = f"SELECT finding_id, clause_id, {order} FROM review_queue WHERE {condition}"  # noqa: S608
    sql = f"""{
        _ITEMS.replace(
            "FROM links",
            f"FROM ({inner}) AS queue JOIN links "
            "ON links.finding_id = queue.finding_id AND links.clause_id = queue.clause_id",
        )
    }
ORDER BY {", ".join(f"queue.{column}" for column in asked.order.columns)} LIMIT :most"""
    found = rows(db, sql, {**values, "most": -1 if most is None else most})
    return _items(found, clauses)


def item(db: Database, pair: Pair, clauses: Sequence[ClauseNow]) -> Item | None:
    """Return one pair; None where it is no link."""
    sql = f"{_ITEMS} WHERE links.finding_id = :finding AND links.clause_id = :clause"
    found = rows(db, sql, {"finding": pair.finding, "clause": pair.clause})
    return next(iter(_items(found, clauses)), None)


def said_of(db: Database, pair: Pair) -> list[dict[str, Any]]:
    """Return what was decided about a pair, the latest first."""
    return rows(db, _SAID, {"finding": pair.finding, "clause": pair.clause})


def _items(found: Sequence[Mapping[str, Any]], clauses: Sequence[ClauseNow]) -> list[Item]:
    words = {clause.id: clause.text for clause in clauses}
    return [
        Item(Pair(row["finding_id"], row["clause_id"]), row, words.get(row["clause_id"], ""))
        for row in found
    ]
