"""`/naskah/<id>`: a clause, its evidence, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from functools import partial

from datasette import Response

from telusur.browse.showing import history
from telusur.browse.showing.evidence import (
    FINDING,
    JOINED,
    behind,
    by_standing,
    evidence_table,
)
from telusur.browse.showing.frame import TITLE
from telusur.browse.showing.kept import kept_rows
from telusur.browse.showing.law import DIVISIONS, PASAL, REFERENCES, Pasal, division, read_law
from telusur.browse.visit import Crumb, Routes, Row, Visit
from telusur.draft.citing import as_cited
from telusur.store.standing import LINK, ORDER, PROVISION, TOLD_ALREADY

CLAUSE = "SELECT * FROM clauses WHERE id = :id"
BY_LABEL = """
SELECT id FROM clauses WHERE lower(label) IN (lower(:said), lower(:cited))
ORDER BY position LIMIT 1"""
ABOVE = """
WITH RECURSIVE above (id, parent_id, label, level, number, heading, height) AS (
  SELECT id, parent_id, label, level, number, heading, 0 FROM clauses WHERE id = :id
  UNION ALL
  SELECT clauses.id, clauses.parent_id, clauses.label, clauses.level, clauses.number,
    clauses.heading, height + 1
  FROM clauses JOIN above ON clauses.id = above.parent_id
)
SELECT * FROM above ORDER BY height DESC
"""
SUPPORTABLE = """
WITH RECURSIVE above (id, parent_id, level, height) AS (
  SELECT id, parent_id, level, 0 FROM clauses WHERE id = :id
  UNION ALL
  SELECT clauses.id, clauses.parent_id, clauses.level, height + 1
  FROM clauses JOIN above ON clauses.id = above.parent_id
)
SELECT clauses.id, clauses.label FROM above JOIN clauses ON clauses.id = above.id
WHERE above.level IN ('pasal', 'ayat') ORDER BY height LIMIT 1
"""
"""The ayat, or Pasal, that evidence for a line below it is linked to."""
INSIDE = """
WITH RECURSIVE inside (id) AS (
  SELECT :id UNION SELECT clauses.id FROM clauses JOIN inside ON clauses.parent_id = inside.id
)
"""
_SURER = ("accepted", "suspect", "strong")
_ORDER = f"""
CASE WHEN :mixed THEN 0 ELSE clauses.position END, {ORDER}, links.score DESC, links.finding_id"""
CHOSEN = f"""{INSIDE}, chosen (link) AS (
  SELECT links.rowid FROM inside
  CROSS JOIN clauses ON clauses.id = inside.id CROSS JOIN links ON links.clause_id = inside.id
  WHERE {LINK} IN (SELECT value FROM json_each(:standings)) AND NOT ({TOLD_ALREADY})
  ORDER BY {_ORDER} LIMIT :size OFFSET :start
)
"""  # noqa: S608
"""The links to show: what is told of one takes longer than to find it among thousands."""
EVIDENCE = f"""{CHOSEN}
SELECT {FINDING}, links.score, links.why, links.status, {LINK} AS standing, links.decided_by,
  links.decided_at, links.note, clauses.id AS clause_id, clauses.label AS clause, clauses.position
FROM chosen
CROSS JOIN links ON links.rowid = chosen.link
JOIN clauses ON clauses.id = links.clause_id
JOIN findings ON findings.id = links.finding_id
{JOINED}
ORDER BY {_ORDER}
"""  # noqa: S608
REJECTED = f"""{CHOSEN}
SELECT findings.id, findings.quote, links.decided_by, links.decided_at, links.note,
  clauses.id AS clause_id, clauses.label AS clause
FROM chosen
CROSS JOIN links ON links.rowid = chosen.link
JOIN clauses ON clauses.id = links.clause_id
JOIN findings ON findings.id = links.finding_id
ORDER BY {_ORDER}
"""  # noqa: S608
COUNTS = f"""{INSIDE}
SELECT count(*) FILTER (WHERE {LINK} = 'accepted') AS accepted,
  count(*) FILTER (WHERE {LINK} = 'suspect') AS suspect,
  count(*) FILTER (WHERE {LINK} = 'strong') AS strong,
  count(*) FILTER (WHERE {LINK} = 'weak') AS weak
FROM inside JOIN links ON links.clause_id = inside.id
WHERE NOT ({TOLD_ALREADY})
"""  # noqa: S608
INDEPENDENT = f"""{INSIDE}
SELECT count(DISTINCT COALESCE(documents.copy_of, documents.id)) AS reports,
  count(DISTINCT findings.site_id) AS sites, count(DISTINCT findings.place_code) AS places,
  count(DISTINCT COALESCE(documents.visited_on, documents.published_on)) AS days
FROM inside JOIN links ON links.clause_id = inside.id
JOIN findings ON findings.id = links.finding_id
JOIN documents ON documents.id = findings.document_id
WHERE links.status = 'accepted'
"""  # noqa: S608
"""How far the evidence comes from different reports, sites, places and days."""
OUT = f"""{INSIDE}
SELECT DISTINCT COALESCE(clauses.label, clause_references.text) AS text,
  clause_references.state, to_clause AS id
FROM clause_references LEFT JOIN clauses ON clauses.id = to_clause
WHERE from_clause IN inside AND (to_clause IS NULL OR to_clause NOT IN inside)
ORDER BY to_clause IS NULL, clauses.position, clause_references.text
"""  # noqa: S608
INTO = f"""{INSIDE}
SELECT DISTINCT clauses.id, clauses.label
FROM clause_references JOIN clauses ON clauses.id = from_clause
WHERE to_clause IN inside AND from_clause NOT IN inside ORDER BY clauses.position
"""  # noqa: S608
BESIDE = """
SELECT before.id AS before_id, before.label AS before, after.id AS after_id, after.label AS after
FROM clauses AS this
LEFT JOIN clauses AS before ON before.id = (
  SELECT id FROM clauses WHERE position < this.position AND level = this.level
  ORDER BY position DESC LIMIT 1)
LEFT JOIN clauses AS after ON after.id = (
  SELECT id FROM clauses WHERE position > this.position AND level = this.level
  ORDER BY position LIMIT 1)
WHERE this.id = :id
"""
COVERAGE = f"""{INSIDE}
SELECT coverage.*, clauses.level FROM inside
JOIN clauses ON clauses.id = inside.id JOIN coverage ON coverage.clause_id = inside.id
"""  # noqa: S608
PROVISION_STANDS = f"SELECT {PROVISION} AS standing FROM provisions WHERE clause_id = :id"  # noqa: S608
BUILD = "SELECT finished_at FROM builds ORDER BY id DESC LIMIT 1"

SHOWN = 60
"""Quotes on one page of a clause; that of a bab has the surest only. The downloads have all."""


async def respond(visit: Visit) -> Response:
    id = visit.part("id")  # noqa: A001
    clause = await visit.row(CLAUSE, id=id)
    if clause is None:
        return await _gone(visit, id)
    is_division = clause["level"] in DIVISIONS
    english = visit.t.code == "en"
    lines = await visit.rows(PASAL, id=id)
    babs = read_law(lines, await visit.rows(REFERENCES))
    coverage = {row["clause_id"]: row for row in await visit.rows(COVERAGE, id=id)}
    context: dict[str, object] = {
        "clause": clause,
        "division": division(clause) if is_division else None,
        "pasal": [item for bab in babs for item in bab.items if isinstance(item, Pasal)],
        "coverage": coverage,
        "beside": await visit.row(BESIDE, id=id),
        "out": await visit.rows(OUT, id=id),
        "into": await visit.rows(INTO, id=id),
        "decisions": await visit.rows(history.DECISIONS_OF_CLAUSE, id=id),
        "changes": list(history.changes(await visit.rows(history.CHANGES_SINCE, id=id))),
        "citation": await _citation(visit, clause),
    }
    supportable = None if is_division else await visit.row(SUPPORTABLE, id=id)
    asked = supportable["id"] if supportable else id
    asking = partial(kept_rows if is_division and not visit.downloads else Visit.rows, visit)
    (counts,), (independent,) = [await asking(one, id=asked) for one in (COUNTS, INDEPENDENT)]
    ask = partial(asking, id=asked, mixed=is_division)
    if visit.downloads:
        every = json.dumps([*_SURER, "weak", "rejected"])
        rows = await ask(EVIDENCE, english=english, standings=every, size=-1, start=0)
    else:
        rows = await _evidence(visit, context, ask, counts, mixed=is_division)
    context |= {
        "counts": counts,
        "independent": independent,
        "supportable": supportable,
        "provision": await visit.row(PROVISION_STANDS, id=asked),
    }
    above = [
        Crumb(
            division(one).name if one["level"] in DIVISIONS else one["label"],
            visit.to.clause(one["id"]),
        )
        for one in (await visit.rows(ABOVE, id=id))[:-1]
    ]
    return await visit.page(
        "clause",
        clause["label"],
        context,
        above=(Crumb(visit.t("Draft"), visit.to("/naskah")), *above),
        tables=(evidence_table("evidence", rows, visit.t, visit.to),),
    )


async def _evidence(
    visit: Visit,
    context: dict[str, object],
    ask: Callable[..., Awaitable[list[Row]]],
    counts: Row,
    *,
    mixed: bool,
) -> list[Row]:
    """Put the page of quotes that is asked for into the context, clause by clause; for a bab the
    surest of all."""
    english = visit.t.code == "en"
    page, last = visit.which_page(SHOWN, 0 if mixed else sum(counts[one] for one in _SURER))
    surer, weak, rejected = map(json.dumps, (_SURER, ["weak"], ["rejected"]))
    begin = (page - 1) * SHOWN
    shown = await ask(EVIDENCE, english=english, standings=surer, size=SHOWN, start=begin)
    ordered, left = shown, SHOWN - len(shown) if mixed else -1
    if page == last and not mixed:
        below = await ask(EVIDENCE, english=english, standings=weak, size=SHOWN, start=0)
        ordered = sorted([*shown, *below], key=lambda row: row["position"])
    context |= {
        "mixed": list(by_standing(shown)) if mixed else None,
        "behind": [] if mixed else behind(ordered),
        "weak_left": 0 if mixed else max(0, counts["weak"] - SHOWN),
        "rejected": await ask(REJECTED, standings=rejected, size=left, start=0),
        "page": page,
        "last": last,
    }
    return ordered


async def _citation(visit: Visit, clause: Row) -> str:
    title = (await visit.row(TITLE) or {}).get("text")
    return visit.t(
        "{label}, {draft}, as in the Telusur evidence store of {day}. {address}",
        label=clause["label"],
        draft=title or visit.t("draft regulation"),
        day=visit.t.day((await visit.row(BUILD) or {}).get("finished_at")),
        address=visit.datasette.absolute_url(visit.request, visit.request.path),
    )


async def _gone(visit: Visit, id: str) -> Response:  # noqa: A002
    """What became of a clause that is no longer there; a citation leads to its clause."""
    if by_label := await visit.row(BY_LABEL, said=id, cited=as_cited(id)):
        asked = visit.request.query_string  # a download stays one
        return Response.redirect(visit.to.clause(by_label["id"]) + (f"?{asked}" if asked else ""))
    changes = list(history.changes(await visit.rows(history.CHANGES_FROM, id=id)))
    context = {
        "status": 404,
        "id": id,
        "changes": changes,
        "sentence": (
            visit.t("This clause is no longer in the draft.")
            if changes
            else visit.t(
                "No clause has that name, and this store does not remember one that ever had."
            )
        ),
        "advice": (
            visit.t("The draft changes over time. What is known of it stands below.")
            if changes
            else visit.t.term("problem", "missing.advice")
        ),
    }
    title = changes[0].row["old_label"] if changes else visit.t("No such clause")
    above = (Crumb(visit.t("Draft"), visit.to("/naskah")),)
    return await visit.page("clause_gone", title or id, context, above=above, status=404)


ROUTES: Routes = ((r"^/naskah/(?P<id>[^/]+)$", respond),)
