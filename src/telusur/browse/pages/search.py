"""`/cari`: findings by words and by meaning."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from datasette import Response
from datasette.utils import escape_fts

from telusur.browse.serving.searching import engine_of
from telusur.browse.serving.serve import NAME
from telusur.browse.showing.asking import PARAMETERS, Asked, asked_of, choices, page_of
from telusur.browse.showing.evidence import FINDING, JOINED, evidence_table
from telusur.browse.visit import DOWNLOAD, Routes, Row, Visit
from telusur.search import Found, Hit, Piece, marked, named
from telusur.store.standing import LINK, ORDER

SIZE = 20
_MOST_IN_A_FILE = 5000
_MOST_SHORTCUTS = 4

FINDINGS = f"""
SELECT {FINDING} FROM findings {JOINED} WHERE findings.id IN (SELECT value FROM json_each(:ids))
"""  # noqa: S608
LINKS = f"""
SELECT links.finding_id, links.clause_id, links.status, links.score, {LINK} AS standing,
  clauses.label
FROM links JOIN clauses ON clauses.id = links.clause_id
WHERE links.status <> 'rejected' AND links.finding_id IN (SELECT value FROM json_each(:ids))
ORDER BY {ORDER}, links.score DESC
"""  # noqa: S608 (constants)
CITED = """
SELECT id, label, heading FROM clauses WHERE lower(label) = lower(:words)
ORDER BY position LIMIT 1
"""
CLAUSES = """
SELECT id, label, heading FROM clauses
WHERE rowid IN (SELECT rowid FROM clauses_fts WHERE clauses_fts MATCH :match LIMIT 200)
  AND level IN ('pasal', 'ayat') ORDER BY position LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit, and what is told of it."""

    row: Row
    hit: Hit
    quote: Sequence[Piece]
    links: Sequence[Row]


async def respond(visit: Visit) -> Response:
    asked = await asked_of(visit)
    every = bool(visit.request.args.get(DOWNLOAD))
    engine = engine_of(visit.datasette)

    def search(connection: sqlite3.Connection) -> tuple[Found, int, int, dict[str, str]]:
        size = _MOST_IN_A_FILE if every else SIZE
        found = engine.search(connection, asked.words, asked.filters, most=size)
        page, last = page_of(visit, found.total, SIZE)
        if page > 1 and not every:
            found = engine.search(
                connection, asked.words, asked.filters, first=(page - 1) * SIZE, most=SIZE
            )
        alike = {}
        for word in found.unknown[:3] if not found.complete else ():
            if near := engine.spelt_like(connection, word):
                alike[word] = near
        return found, page, last, alike

    store = visit.datasette.get_database(NAME)
    found, page, last, alike = await store.execute_fn(search)
    shown = await _shown(visit, found)
    context = {
        "asked": asked,
        "words": " ".join(asked.words.split())[:600],
        "found": found,
        "shown": shown,
        "page": page,
        "last": last,
        "alike": alike,
        "parameters": PARAMETERS,
        "choices": await choices(visit, found.counts),
        "shortcuts": await _shortcuts(visit, asked) if page == 1 else [],
        "loosened": sorted(found.removed.items(), key=lambda one: -one[1]),
        "begins": (page - 1) * SIZE,
        "why": lambda hit: _why(visit, hit),
        "asked_now": {name: visit.asked(one) for name, one in PARAMETERS.items()},
    }
    title = visit.t("Search findings")
    rows = [one.row | {"score": round(one.hit.score, 3), "why": _why(visit, one.hit)}
            for one in shown]  # fmt: skip
    table = evidence_table("evidence", rows, visit.t, visit.to)
    return await visit.page("search", title, context, tables=(table,))


async def _shown(visit: Visit, found: Found) -> list[Shown]:
    """Return the hits of the page with what the store tells of them, in their order."""
    ids = json.dumps([hit.finding_id for hit in found.hits])
    rows = {
        row["id"]: row for row in await visit.rows(FINDINGS, ids=ids, english=visit.t.code == "en")
    }
    links: dict[str, list[Row]] = {}
    for link in await visit.rows(LINKS, ids=ids):
        links.setdefault(link["finding_id"], []).append(link)
    return [
        Shown(
            row,
            hit,
            marked(" ".join(row["quote"].split()), found.inflected, found.exact),
            links.get(hit.finding_id, ()),
        )
        for hit in found.hits
        if (row := rows.get(hit.finding_id))
    ]


def _why(visit: Visit, hit: Hit) -> str:
    """Say why a finding is a hit."""
    words = ", ".join(hit.words)
    if not words:
        return visit.t("Near in meaning") if hit.near else ""
    both = hit.near and not hit.complete
    return (
        visit.t("Has: {words}; near in meaning", words=words)
        if both
        else visit.t("Has: {words}", words=words)
    )


_NAME_OF = """
SELECT code, name FROM places WHERE code = :code
UNION ALL SELECT code, name FROM smaller_places WHERE code = :code
"""


async def _shortcuts(visit: Visit, asked: Asked) -> list[tuple[str, str, str]]:
    """Return clauses and places that the words name: kind, name and address."""
    words = " ".join(asked.words.replace("\0", " ").split())
    if not words or len(words) > 100:
        return []

    def find(connection: sqlite3.Connection) -> list[tuple[str, str]]:
        codes = named(connection, words)[:_MOST_SHORTCUTS]
        return [connection.execute(_NAME_OF, {"code": code}).fetchone() for code in codes]

    places = await visit.datasette.get_database(NAME).execute_fn(find)
    clauses = await visit.rows(CITED, words=words)
    if not clauses and (match := escape_fts(words)):
        clauses = await visit.rows(CLAUSES, match=match, most=_MOST_SHORTCUTS)
    return [
        *(("place", name, visit.to.place(code)) for code, name in places),
        *(
            ("clause", f"{one['label']} · {one['heading']}", visit.to.clause(one["id"]))
            for one in clauses
        ),
    ]


ROUTES: Routes = ((r"^/cari$", respond),)
