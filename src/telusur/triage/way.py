"""The way through the queue: from a pair to the next, by its place and never by a count.

Others decide meanwhile; whoever counts would skip what moved up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from typing import Any

from telusur.triage.asked import Asked
from telusur.triage.pair import Pair

Place = tuple[Any, ...]
"""Where a pair stands in an order: the values of the order's columns."""

_PLACE = """
SELECT * FROM (
  SELECT links.finding_id, links.clause_id,
    CASE links.status WHEN 'suspect' THEN 0.0 ELSE abs(links.score - 0.5) END AS doubt,
    clauses.position AS clause_position, findings.document_id, findings.start,
    COALESCE(findings.place_code, '~') AS place_code
  FROM links JOIN findings ON findings.id = links.finding_id
  JOIN clauses ON clauses.id = links.clause_id
  WHERE links.finding_id = :finding AND links.clause_id = :clause
)
"""


def place_of(connection: sqlite3.Connection, asked: Asked, pair: Pair) -> Place | None:
    """Where a pair stands, or stood before it was decided; None where there is no such link."""
    cursor = connection.execute(_PLACE, {"finding": pair.finding, "clause": pair.clause})
    row = cursor.fetchone()
    if row is None:
        return None
    named = dict(zip((column[0] for column in cursor.description), row, strict=True))
    return tuple(named[column] for column in asked.order.columns)


def after(
    connection: sqlite3.Connection,
    asked: Asked,
    place: Place | None,
    without: Collection[Pair] = (),
) -> Pair | None:
    """The first that awaits a decision behind a place, or of all; None where there is none.

    `without` are passed over.
    """
    return _first(connection, asked, place, without, ">", "")


def before(
    connection: sqlite3.Connection,
    asked: Asked,
    place: Place | None,
    without: Collection[Pair] = (),
) -> Pair | None:
    """The last that awaits a decision before a place, or of all."""
    return _first(connection, asked, place, without, "<", " DESC")


def left(connection: sqlite3.Connection, asked: Asked) -> int:
    """How many await a decision."""
    condition, values = asked.condition()
    sql = f"SELECT count(*) FROM review_queue WHERE {condition}"  # noqa: S608
    return int(connection.execute(sql, values).fetchone()[0])


def _first(
    connection: sqlite3.Connection,
    asked: Asked,
    place: Place | None,
    without: Collection[Pair],
    beyond: str,
    direction: str,
) -> Pair | None:
    condition, values = asked.condition()
    columns = asked.order.columns
    if place is not None:
        marks = [f":place{number}" for number in range(len(columns))]
        condition += f" AND ({', '.join(columns)}) {beyond} ({', '.join(marks)})"
        values |= {mark[1:]: value for mark, value in zip(marks, place, strict=True)}
    ordered = ", ".join(f"{column}{direction}" for column in columns)
    # The condition comes from the names of columns; all values are parameters.
    sql = f"""SELECT finding_id, clause_id FROM review_queue
WHERE {condition} ORDER BY {ordered} LIMIT {len(without) + 1}"""  # noqa: S608
    found: Sequence[Any] = connection.execute(sql, values).fetchall()
    pairs = (Pair(finding, clause) for finding, clause in found)
    return next((pair for pair in pairs if pair not in without), None)
