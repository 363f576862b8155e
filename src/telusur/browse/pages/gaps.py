"""`/celah`: clauses without evidence and findings without an answer, to work through."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from datasette import Response

from telusur.browse.serving.searching import engine_of
from telusur.browse.serving.serve import NAME
from telusur.browse.showing.asking import PARAMETERS, Asked, asked_of, choices, page_of
from telusur.browse.showing.evidence import FINDING, JOINED, evidence_table
from telusur.browse.showing.kept import kept_rows
from telusur.browse.visit import DOWNLOAD, Routes, Row, Visit
from telusur.browse.writing.download import Linked, Table
from telusur.browse.writing.options import Option
from telusur.search import NOTHING, Filters, Found
from telusur.store.standing import LINK, PROVISION

SIZE = 25
_MOST_IN_A_FILE = 5000

CLAUSES = f"""
SELECT clauses.id, clauses.label, clauses.heading, clauses.position, clauses.text,
  {PROVISION} AS standing,
  (SELECT count(*) FROM links
   WHERE links.clause_id = clauses.id AND {LINK} = 'strong') AS strong,
  (SELECT count(*) FROM links
   WHERE links.clause_id = clauses.id AND {LINK} = 'weak') AS weak,
  (SELECT count(*) FROM links
   WHERE links.clause_id = clauses.id AND links.status = 'rejected') AS rejected,
  (SELECT bab.id FROM clauses AS bab WHERE bab.level = 'bab' AND bab.position < clauses.position
   ORDER BY bab.position DESC LIMIT 1) AS bab
FROM provisions JOIN clauses ON clauses.id = provisions.clause_id
WHERE {PROVISION} NOT IN ('accepted', 'justified')
ORDER BY clauses.position
"""  # noqa: S608 (constants)
LACKS = ("none", "weak", "strong", "suspect")
"""What a provision without evidence may have, the emptiest first."""
ITEMS = """
WITH RECURSIVE inside (root, id, position) AS (
  SELECT parent_id, id, position FROM clauses
  WHERE parent_id IN (SELECT value FROM json_each(:ids))
  UNION ALL
  SELECT inside.root, clauses.id, clauses.position
  FROM inside JOIN clauses ON clauses.parent_id = inside.id
)
SELECT inside.root, clauses.number, clauses.text
FROM inside JOIN clauses ON clauses.id = inside.id ORDER BY inside.position
"""
BABS = """
SELECT id, label || ' ' || heading AS label FROM clauses
WHERE level = 'bab' AND quoted = 0 ORDER BY position
"""
PROVISIONS = "SELECT count(*) AS n FROM provisions"
JUSTIFIED = f"""
SELECT provisions.clause_id, NULL AS finding_id, label, text AS words, reason, law, note, "by", at
FROM provisions JOIN justified_gaps ON justified_gaps.clause_id = provisions.clause_id
WHERE {PROVISION} = 'justified'
UNION ALL
SELECT NULL, finding_id, quote, '', reason, law, note, "by", at
FROM justified_gaps JOIN findings ON findings.id = justified_gaps.finding_id
WHERE NOT EXISTS (SELECT 1 FROM links
  WHERE links.finding_id = findings.id AND links.status = 'accepted')
"""  # noqa: S608 (constants)
FINDINGS = f"""
SELECT {FINDING} FROM findings {JOINED} WHERE findings.id IN (SELECT value FROM json_each(:ids))
"""  # noqa: S608


async def respond(visit: Visit) -> Response:
    asked = await asked_of(visit)
    of_findings = visit.asked("daftar") == "temuan"
    every = bool(visit.request.args.get(DOWNLOAD))
    clauses = await kept_rows(visit, CLAUSES)
    bab = visit.asked("bab")
    lacks = visit.asked("ada")
    lacks = lacks if lacks in LACKS else "none"
    in_bab = [row for row in clauses if not bab or row["bab"] == bab]
    chosen = [row for row in in_bab if row["standing"] == lacks]
    found, all_findings = await _findings(visit, asked, of_findings, every)
    total = found.total if of_findings else len(chosen)
    page, last = page_of(visit, total, SIZE)
    if not every and not of_findings:
        chosen = chosen[(page - 1) * SIZE : page * SIZE]
    if not of_findings:
        chosen = await _whole(visit, chosen)
    rows = await _rows(visit, found)
    justified = [
        row for row in await visit.rows(JUSTIFIED) if bool(row["finding_id"]) is of_findings
    ]
    counted = await visit.row(PROVISIONS)
    context = {
        "of_findings": of_findings,
        "clauses": chosen,
        "findings": rows,
        "total": total,
        "page": page,
        "last": last,
        "unsupported": len(clauses),
        "lacks": lacks,
        "lacking": {one: sum(row["standing"] == one for row in in_bab) for one in LACKS},
        "unanswered": found.total if of_findings else all_findings,
        "justified": justified,
        "provisions": counted["n"] if counted else 0,
        "asked": asked,
        "parameters": PARAMETERS,
        "choices": await choices(visit, found.counts) if of_findings else {},
        "babs": [Option(row["id"], row["label"]) for row in await visit.rows(BABS)],
        "bab": bab,
        "all_findings": all_findings,
    }
    listed = await _whole(visit, in_bab) if every and not of_findings else chosen
    tables = (_clauses(visit, listed), evidence_table("unanswered", rows, visit.t, visit.to))
    ordered = tables[::-1] if of_findings else tables
    apart = _justified(visit, justified)
    return await visit.page("gaps", visit.t("Gaps"), context, tables=(*ordered, apart))


async def _findings(
    visit: Visit, asked: Asked, of_findings: bool, every: bool
) -> tuple[Found, int]:
    """Return the unanswered findings asked for, and how many there are in all."""
    engine = engine_of(visit.datasette)
    unanswered = replace(asked.filters, status=NOTHING)

    def search(connection: sqlite3.Connection) -> tuple[Found, int]:
        most = _MOST_IN_A_FILE if every else 0
        everything = engine.search(connection, "", Filters(status=NOTHING), most=most)
        if not of_findings:
            return everything, everything.total
        found = engine.search(connection, asked.words, unanswered, most=0)
        page, _ = page_of(visit, found.total, SIZE)
        first, most = (0, _MOST_IN_A_FILE) if every else ((page - 1) * SIZE, SIZE)
        found = engine.search(connection, asked.words, unanswered, first=first, most=most)
        return found, everything.total

    answer: tuple[Found, int] = await visit.datasette.get_database(NAME).execute_fn(search)
    return answer


async def _rows(visit: Visit, found: Found) -> list[Row]:
    ids = [hit.finding_id for hit in found.hits]
    rows = {
        row["id"]: row
        for row in await visit.rows(FINDINGS, ids=json.dumps(ids), english=visit.t.code == "en")
    }
    return [rows[one] for one in ids if one in rows]


async def _whole(visit: Visit, clauses: list[Row]) -> list[Row]:
    """Return clauses with their items put after their words."""
    items: dict[str, list[str]] = {}
    for row in await visit.rows(ITEMS, ids=json.dumps([one["id"] for one in clauses])):
        items.setdefault(row["root"], []).append(f"{row['number']}. {row['text']}")
    return [one | {"text": " ".join((one["text"], *items.get(one["id"], ())))} for one in clauses]


def _clauses(visit: Visit, clauses: list[Row]) -> Table:
    return Table(
        "unsupported",
        ("clause", "heading", "text", "rests_on", "strong", "weak", "rejected"),
        [
            (
                Linked(row["label"], visit.to.clause(row["id"])),
                row["heading"],
                row["text"],
                visit.t.term("rests", row["standing"]),
                row["strong"],
                row["weak"],
                row["rejected"],
            )
            for row in clauses
        ],
    )


def _justified(visit: Visit, rows: list[Row]) -> Table:
    """What needs nothing, and why; a published store names nobody."""
    return Table(
        "justified",
        ("clause", "finding", "why", "decided_by", "decided_at"),
        [
            (
                Linked(row["label"], visit.to.clause(row["clause_id"])) if row["clause_id"] else "",
                Linked(row["label"], visit.to.finding(row["finding_id"]))
                if row["finding_id"]
                else "",
                "; ".join(filter(None, (row["law"], row["note"]))),
                row["by"],
                row["at"],
            )
            for row in rows
        ],
    )


ROUTES: Routes = ((r"^/celah$", respond),)
