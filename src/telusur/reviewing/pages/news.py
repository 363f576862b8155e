"""`/tinjau/kabar`: what has happened since one last looked, and what others ask."""

from __future__ import annotations

from datetime import UTC, datetime

from datasette import Response

from telusur.accounts import Action
from telusur.reviewing.pages.in_place import back
from telusur.reviewing.turn import Route, Turn

NEWS = "/tinjau/kabar"
ASKED = """
SELECT review_queue.finding_id, review_queue.clause_id, asked_by AS by, asking.at, findings.quote,
  clauses.label, json_extract(asking.text, '$.question') AS text
FROM review_queue
JOIN decisions AS asking ON asking.finding_id = review_queue.finding_id
  AND asking.clause_id = review_queue.clause_id AND asking.decision = 'unsure'
  AND asking.state = 'in force'
JOIN findings ON findings.id = review_queue.finding_id
JOIN clauses ON clauses.id = review_queue.clause_id
WHERE asked_of = :me ORDER BY asking.at
"""
OVERRULED = """
SELECT later.finding_id, later.clause_id, later.by, later.at, later.decision, later.note AS text,
  later.quote, later.clause_label AS label
FROM decisions AS later
WHERE later.state IN ('in force', 'conflict') AND later.by <> :me AND later.at >= :since
  AND later.decision IN ('accept', 'reject', 'link', 'withdraw')
  AND EXISTS (SELECT 1 FROM decisions AS mine
    WHERE mine.finding_id = later.finding_id AND mine.clause_id = later.clause_id
      AND mine.by = :me AND mine.line < later.line AND mine.decision <> later.decision
      AND mine.decision IN ('accept', 'reject', 'link'))
ORDER BY later.line DESC LIMIT 50
"""
ANSWERS = """
SELECT answer.by, answer.at, json_extract(answer.text, '$.text') AS text, comment.finding_id,
  comment.clause_id, comment.quote, comment.clause_label AS label
FROM decisions AS answer JOIN decisions AS comment
  ON comment.id = json_extract(answer.text, '$.of')
WHERE answer.decision = 'reply' AND answer.by <> :me AND comment.by = :me
  AND answer.at >= :since AND answer.state <> 'withdrawn'
ORDER BY answer.line DESC LIMIT 50
"""
SUSPECT = """
SELECT links.finding_id, links.clause_id, links.doubt, links.decided_by AS by, findings.quote,
  clauses.label
FROM links JOIN findings ON findings.id = links.finding_id
JOIN clauses ON clauses.id = links.clause_id
WHERE links.status = 'suspect' ORDER BY links.decided_by = :me DESC, clauses.position LIMIT 50
"""
COUNTS = """
SELECT (SELECT count(*) FROM review_queue) AS waiting,
  (SELECT count(*) FROM decisions WHERE at >= :since AND by <> :me) AS decided,
  (SELECT max(finished_at) FROM builds WHERE finished_at >= :since) AS built
"""


async def show(turn: Turn) -> Response:
    """Show it; it stays new until one says that one has seen it."""
    await turn.hall.desk.catch_up()
    visit, me = turn.visit, turn.me
    last = turn.hall.arranged.read().visits.get(me.key)
    since = last.isoformat() if last else ""
    context = {
        "since": since,
        "asked": await visit.rows(ASKED, me=me.name),
        "overruled": await visit.rows(OVERRULED, me=me.name, since=since),
        "answers": await visit.rows(ANSWERS, me=me.name, since=since),
        "suspect": await visit.rows(SUSPECT, me=me.name),
        "counts": await visit.row(COUNTS, me=me.name, since=since),
    }
    return await visit.page("review/news", visit.t("News"), context)


async def seen(turn: Turn) -> Response:
    turn.hall.arranged.visited(turn.me.key, datetime.now(UTC).replace(microsecond=0))
    return back(turn)


ROUTES = (
    Route(rf"^{NEWS}$", Action.FOLLOW, get=show),
    Route(rf"^{NEWS}/dibaca$", Action.FOLLOW, post=seen),
)
