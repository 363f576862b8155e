"""Comments on clauses, findings and links, with replies: `/tinjau/kata/…`."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from datasette import Response

from telusur.accounts import Action
from telusur.browse.visit import Row, Visit
from telusur.desk import now
from telusur.review import Decision
from telusur.review.journal.decisions import Comment, Reply, Taking
from telusur.reviewing.gate.form import FormRefused
from telusur.reviewing.pages.in_place import say
from telusur.reviewing.turn import Route, Turn
from telusur.store.database import Database
from telusur.store.decisions import clause_to_decide, finding_to_decide

SAID = """
SELECT id, at, by, text, decision, finding_id, clause_id FROM decisions
WHERE decision = 'comment' AND state NOT IN ('withdrawn', 'lost')
  AND (finding_id = :finding OR clause_id = :clause) ORDER BY line
"""
ANSWERS = """
SELECT id, at, by, text, decision, json_extract(text, '$.of') AS of FROM decisions
WHERE decision IN ('reply', 'resolve') AND state <> 'withdrawn'
  AND json_extract(text, '$.of') IN (SELECT value FROM json_each(:ids)) ORDER BY line
"""


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and what was answered."""

    row: Row
    text: str
    replies: list[tuple[Row, str]] = field(default_factory=list)
    resolved: bool = False


async def threads(visit: Visit, finding: str = "", clause: str = "") -> list[Thread]:
    """What was said of a finding or a clause; what is resolved comes last."""
    said = await visit.rows(SAID, finding=finding, clause=clause)
    answers = await visit.rows(ANSWERS, ids=json.dumps([one["id"] for one in said]))
    found = []
    for row in said:
        mine = [one for one in answers if one["of"] == row["id"]]
        replies = [(one, _words(one)) for one in mine if one["decision"] == "reply"]
        resolved = any(one["decision"] == "resolve" for one in mine)
        found.append(Thread(row, _words(row), replies, resolved))
    return sorted(found, key=lambda one: one.resolved)


def _words(row: Row) -> str:
    line: dict[str, Any] = json.loads(row["text"])
    return str(line["text"])


async def comment(turn: Turn) -> Response:
    """Say something about a finding, a clause, or both."""
    finding, clause = turn.form.one("temuan"), turn.form.one("ketentuan")
    text = turn.form.words("kata")
    if not text or not (finding or clause):
        raise FormRefused("form.nothing")

    def make(db: Database) -> tuple[Decision, Collection[str]]:
        said = Comment(
            decision="comment",
            at=now(),
            by=turn.me.name,
            text=text,
            finding=finding_to_decide(db, finding) if finding else None,
            clause=clause_to_decide(db, clause) if clause else None,
        )
        return said, ()

    return await say(turn, make, "talk.said")


async def answer(turn: Turn) -> Response:
    """Answer a comment, or close it."""
    of, text = turn.form.one("dari"), turn.form.words("kata")
    closes = turn.form.one("tutup") == "1"
    known = await turn.visit.row("SELECT 1 FROM decisions WHERE id = :id", id=of)
    if known is None or not (text or closes):
        raise FormRefused("form.nothing")
    by = turn.me.name

    def make(_: Database) -> tuple[Decision, Collection[str]]:
        if text:
            return Reply(decision="reply", at=now(), by=by, of=of, text=text), ()
        return Taking(decision="resolve", at=now(), by=by, of=of), ()

    return await say(turn, make, "talk.closed" if closes and not text else "talk.said")


ROUTES = (
    Route(r"^/tinjau/kata$", Action.COMMENT, post=comment),
    Route(r"^/tinjau/kata/jawab$", Action.COMMENT, post=answer),
)
