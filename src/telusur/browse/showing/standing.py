"""What links and provisions have come to, asked so that a second opinion stays blind.

The views of the store say the same, but ask the links themselves: what a reader must not see yet is
hidden from the questions of pages alone (`writing/hidden.py`).
"""

from __future__ import annotations

from telusur.browse.showing.kept import kept_rows
from telusur.browse.visit import Row, Visit
from telusur.store.standing import BY_STANDING, LINK, PROVISION

LINKS = f"SELECT {LINK} AS standing, count(*) AS n FROM links GROUP BY 1"  # noqa: S608
PROVISIONS = f"SELECT {PROVISION} AS standing, count(*) AS n FROM provisions GROUP BY 1"  # noqa: S608
IN_BABS = """
SELECT clauses.id, clauses.label, clauses.heading, clauses.position, coverage.*
FROM coverage JOIN clauses ON clauses.id = coverage.clause_id
WHERE clauses.level = 'bab' AND clauses.quoted = 0 ORDER BY clauses.position
"""
COLUMNS = (
    "clause", "provisions", "supported", "only_suspect", "justified", "only_strong", "only_weak",
    "bare",
)  # fmt: skip
"""Of a table that tells what provisions rest on."""


async def links_by_standing(visit: Visit) -> dict[str, int]:
    """How many links stand where; with `all`, those that nobody rejected, and `waiting`."""
    found = {row["standing"]: row["n"] for row in await kept_rows(visit, LINKS)}
    counts = {one: found.get(one, 0) for one in ("accepted", "suspect", "strong", "weak")}
    return counts | {"all": sum(counts.values()), "waiting": counts["strong"] + counts["weak"]}


async def provisions_by_standing(visit: Visit) -> Row:
    """How many provisions rest on what, in the columns of `coverage`."""
    found = {row["standing"]: row["n"] for row in await kept_rows(visit, PROVISIONS)}
    counts = {column: found.get(standing, 0) for standing, column in BY_STANDING.items()}
    return counts | {"provisions": sum(found.values())}
