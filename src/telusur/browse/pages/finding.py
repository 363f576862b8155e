"""`/temuan/<id>`: a finding in its report, and the clauses it bears on."""

from __future__ import annotations

from datasette import Response

from telusur.browse.showing import history
from telusur.browse.showing.evidence import FINDING, JOINED, found
from telusur.browse.visit import Crumb, Routes, Row, Visit
from telusur.browse.writing.download import Linked, Table
from telusur.browse.writing.reasons import reason
from telusur.store.standing import LINK, ORDER

ONE = f"SELECT {FINDING}, findings.rule, findings.passage_id FROM findings {JOINED} WHERE findings.id = :id"  # noqa: E501, S608
BESIDE = """
SELECT before.text AS before, after.text AS after
FROM passages AS this
LEFT JOIN passages AS before
  ON before.document_id = this.document_id AND before.number = this.number - 1
LEFT JOIN passages AS after
  ON after.document_id = this.document_id AND after.number = this.number + 1
WHERE this.id = :id
"""
CHALLENGES = """
SELECT challenges.id, CASE WHEN :english THEN label_en ELSE label END AS label,
  finding_challenges.why
FROM finding_challenges JOIN challenges ON challenges.id = challenge_id
WHERE finding_id = :id ORDER BY finding_challenges.confidence DESC, challenges.id
"""
LINKS = f"""
SELECT clauses.id AS clause_id, clauses.label AS clause, clauses.heading,
  CASE WHEN clauses.text = '' THEN (
    SELECT group_concat(below.text, ' ') FROM clauses AS below WHERE below.parent_id = clauses.id
  ) ELSE clauses.text END AS text,
  links.status, {LINK} AS standing, links.score, links.why,
  links.decided_by, links.decided_at, links.note
FROM links JOIN clauses ON clauses.id = links.clause_id
WHERE links.finding_id = :id
ORDER BY {ORDER}, links.score DESC
"""  # noqa: S608 (constants)
OTHERS = """
SELECT findings.id, findings.quote, findings.kind FROM findings
WHERE document_id = :report ORDER BY abs(findings.start - :start) LIMIT 7
"""


SET_ASIDE = """
SELECT aside.finding_id AS id, aside.fate, aside.quote, aside.kind, aside.document_id,
  aside.document, aside.decided_by, aside.decided_at, aside.note
FROM dismissed_findings AS aside WHERE aside.finding_id = :id
"""
PARTS = """
SELECT findings.id, findings.quote, findings.kind
FROM marked_findings JOIN findings ON findings.id = marked_findings.finding_id
WHERE marked_findings.part_of = :id ORDER BY findings.start
"""


async def respond(visit: Visit) -> Response:
    id = visit.part("id")  # noqa: A001
    english = visit.t.code == "en"
    row = await visit.row(ONE, id=id, english=english)
    if row is None:
        aside = await visit.row(SET_ASIDE, id=id)
        return await (_set_aside(visit, aside) if aside else _gone(visit, id))
    links = await visit.rows(LINKS, id=id)
    others = await visit.rows(OTHERS, report=row["document_id"], start=row["start"])
    context = {
        "found": found(row),
        "beside": await visit.row(BESIDE, id=row["passage_id"]) or {},
        "challenges": await visit.rows(CHALLENGES, id=id, english=english),
        "links": links,
        "decisions": await visit.rows(history.DECISIONS_OF_FINDING, id=id),
        "others": [one for one in others if one["id"] != id][:5],
        "citation": _citation(visit, row),
    }
    above = (
        Crumb(visit.t("Reports"), visit.to("/laporan")),
        Crumb(row["document"], visit.to.report(row["document_id"])),
    )
    title = visit.t("Finding")
    return await visit.page("finding", title, context, above=above, tables=(_table(visit, links),))


def _citation(visit: Visit, row: Row) -> str:
    return visit.t(
        "“{quote}” In: {report}{place}{day}. Finding {id}, Telusur evidence store. {address}",
        quote=row["quote"],
        report=row["document"],
        place=f", {row['place']}" if row["place"] else "",
        day=f", {visit.t.day(row['day'])}" if row["day"] else "",
        id=row["id"],
        address=visit.datasette.absolute_url(visit.request, visit.request.path),
    )


def _table(visit: Visit, links: list[Row]) -> Table:
    rows = [
        (
            Linked(one["clause"], visit.to.clause(one["clause_id"])),
            one["text"],
            visit.t.term("stand", one["standing"]),
            one["score"],
            reason(one["why"], visit.t),
        )
        for one in links
    ]
    return Table("clauses", ("clause", "text", "status", "score", "why"), rows)


async def _set_aside(visit: Visit, row: Row) -> Response:
    """Say that people dismissed the finding, or split it, and into what."""
    context = {"row": row, "others": await visit.rows(PARTS, id=row["id"])}
    above = (
        Crumb(visit.t("Reports"), visit.to("/laporan")),
        Crumb(row["document"], visit.to.report(row["document_id"])),
    )
    title = visit.t.term("aside", row["fate"])
    return await visit.page("finding_aside", title, context, above=above)


async def _gone(visit: Visit, id: str) -> Response:  # noqa: A002
    context = {
        "status": 404,
        "sentence": visit.t("The store of today has no finding with that number."),
        "advice": visit.t(
            "A finding's number comes from its report and its words. If the "
            "words were changed in the report, or the report was taken out of "
            "corpus/, the finding is gone or has a new number. Search for its "
            "words from the box above; decisions about it stay in the journal."
        ),
        "id": id,
    }
    above = (Crumb(visit.t("Reports"), visit.to("/laporan")),)
    title = visit.t("No such finding")
    return await visit.page("finding_gone", title, context, above=above, status=404)


ROUTES: Routes = ((r"^/temuan/(?P<id>[^/]+)$", respond),)
