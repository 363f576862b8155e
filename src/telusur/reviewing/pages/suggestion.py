"""A suggestion with all that a reviewer needs to judge it at a glance."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telusur.browse.serving.serve import NAME
from telusur.browse.showing.evidence import FINDING, JOINED, Found, found
from telusur.browse.showing.law import PASAL, Block, Pasal, read_law
from telusur.browse.visit import Row, Visit
from telusur.draft.compare.wording import Wording, wording
from telusur.store.database import Database
from telusur.store.decisions import clauses_to_decide
from telusur.store.standing import strength_of
from telusur.team import State
from telusur.triage import Pair

ONE = f"""
SELECT {FINDING}, findings.rule, findings.passage_id, links.score, links.why, links.status,
  links.rank, links.decided_by, links.decided_at, links.note,
  clauses.id AS clause_id, clauses.label AS clause, clauses.heading
FROM links
JOIN findings ON findings.id = links.finding_id
JOIN clauses ON clauses.id = links.clause_id
{JOINED}
WHERE links.finding_id = :finding AND links.clause_id = :clause
"""  # noqa: S608
AROUND = """
SELECT near.text, near.number < this.number AS before, near.section
FROM passages AS this
JOIN passages AS near ON near.document_id = this.document_id
  AND near.number BETWEEN this.number - 1 AND this.number + 1 AND near.number <> this.number
WHERE this.id = :id ORDER BY near.number
"""
SECTION = "SELECT section FROM passages WHERE id = :id"
REFERENCES = """
SELECT from_clause, to_clause, start, "end" FROM clause_references
WHERE to_clause IS NOT NULL AND from_clause IN (SELECT value FROM json_each(:ids))
"""
OTHERS = """
SELECT links.clause_id, clauses.label, links.status, links.score FROM links
JOIN clauses ON clauses.id = links.clause_id
WHERE links.finding_id = :finding AND links.clause_id <> :clause
ORDER BY links.score DESC
"""
SAID = """
SELECT id, line, at, by, decision, note, state, json_extract(text, '$.question') AS question
FROM decisions
WHERE finding_id = :finding AND clause_id = :clause AND decision IN
  ('accept', 'reject', 'unsure', 'withdraw', 'link')
ORDER BY line DESC LIMIT 30
"""


@dataclass(frozen=True, slots=True)
class Said:
    """Decisions about a pair, the latest first."""

    pair: Pair
    rows: Sequence[Row]

    @property
    def last(self) -> str:
        """The latest one and what became of it; empty where there is none."""
        return f"{self.rows[0]['id']} {self.rows[0]['state']}" if self.rows else ""

    def is_blind(self, me: str, state: State) -> bool:
        """Whether a second opinion is asked for, of somebody who must not see the first."""
        standing = [one for one in self.rows if one["state"] not in ("withdrawn", "lost")]
        people = {one["by"] for one in standing}
        judged = any(one["decision"] in ("accept", "reject", "link") for one in standing)
        return judged and len(people) == 1 and me not in people and state.is_judged_twice(self.pair)

    @property
    def standing(self) -> Row | None:
        """The latest one that was not taken back."""
        return next((one for one in self.rows if one["state"] != "withdrawn"), None)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair, and what is known of it."""

    pair: Pair
    row: Row
    found: Found
    section: str
    """The heading that the finding stands under."""
    before: str
    after: str
    blocks: Sequence[Block]
    """The ayat of the Pasal that the clause stands in."""
    others: Sequence[Row]
    """Other clauses that the same finding is linked to."""
    said: Said
    """What was decided about the pair."""

    @property
    def judged(self) -> set[str]:
        """The ayat that are judged: one, or all where the whole Pasal is."""
        one = {block.id for block in self.blocks if block.id == self.pair.clause}
        return one or {block.id for block in self.blocks}

    @property
    def shown(self) -> Sequence[Block]:
        """What is judged, with its neighbours: in a long Pasal it would be out of sight."""
        places = [at for at, block in enumerate(self.blocks) if block.id in self.judged]
        return self.blocks[max(0, min(places) - 1) : max(places) + 2] if places else ()

    @property
    def strength(self) -> str:
        """The score in a word: `strong`, `middle` or `weak`; `hand` for a link by hand."""
        if not self.row["rank"]:
            return "hand"
        return strength_of(self.row["score"])


THEN = """
SELECT quote, clause_text FROM decisions WHERE finding_id = :finding AND clause_id = :clause
  AND state IN ('suspect', 'conflict', 'ambiguous', 'missing') ORDER BY line DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Reworded:
    """How the words of both ends have changed since somebody decided; empty where they did not."""

    finding: Sequence[Wording]
    clause: Sequence[Wording]


async def reworded(visit: Visit, it: Suggestion) -> Reworded | None:
    """Compare a suspect link with the words that were judged; None where it is not suspect."""
    if it.row["status"] != "suspect":
        return None
    then = await visit.row(THEN, finding=it.pair.finding, clause=it.pair.clause)
    if then is None:
        return None

    def now(connection: sqlite3.Connection) -> str:
        clauses = clauses_to_decide(Database(connection))
        return next((one.text for one in clauses if one.id == it.pair.clause), "")

    clause: str = await visit.datasette.get_database(NAME).execute_fn(now)
    return Reworded(_words(then["quote"], it.row["quote"]), _words(then["clause_text"], clause))


def _words(before: str, after: str) -> Sequence[Wording]:
    same = before.split() == after.split()  # layout alone does not count
    return () if same else tuple(wording(before, after))


async def said_of(visit: Visit, pair: Pair) -> Said:
    """What was said of a pair, also what the reader may not see: whoever asks must know that."""
    visit = replace(visit, hidden="")
    return Said(pair, await visit.rows(SAID, finding=pair.finding, clause=pair.clause))


async def suggestion(visit: Visit, pair: Pair) -> Suggestion | None:
    """Look a pair up; None where it is no link."""
    both = {"finding": pair.finding, "clause": pair.clause}
    row = await visit.row(ONE, **both, english=visit.t.code == "en")
    if row is None:
        return None
    around = await visit.rows(AROUND, id=row["passage_id"])
    section = await visit.row(SECTION, id=row["passage_id"])
    lines = await visit.rows(PASAL, id=pair.clause)
    ids = json.dumps([line["id"] for line in lines])
    babs = read_law(lines, await visit.rows(REFERENCES, ids=ids))
    return Suggestion(
        pair,
        row,
        found(row),
        section["section"] if section else "",
        " ".join(one["text"] for one in around if one["before"]),
        " ".join(one["text"] for one in around if not one["before"]),
        [
            block
            for bab in babs
            for item in bab.items
            if isinstance(item, Pasal)
            for block in item.blocks
        ],
        await visit.rows(OTHERS, **both),
        await said_of(visit, pair),
    )
