"""Decisions that somebody must not see yet: questions to the store answer as if there were none."""

from __future__ import annotations

import re
from collections.abc import Mapping

SCOPE = "telusur.hidden"
"""Where a request tells of which pairs: a JSON list of `finding~clause`."""
_PAIR = "finding_id || '~' || clause_id IN (SELECT value FROM json_each(:hidden_pairs))"
_INSTEAD = f"""
links AS NOT MATERIALIZED (
  SELECT rowid AS rowid, finding_id, clause_id, score, raw_score, rank, why,
    CASE WHEN {_PAIR} THEN 'suggested' ELSE status END AS status,
    CASE WHEN {_PAIR} THEN NULL ELSE doubt END AS doubt,
    CASE WHEN {_PAIR} THEN NULL ELSE decided_by END AS decided_by,
    CASE WHEN {_PAIR} THEN NULL ELSE decided_at END AS decided_at,
    CASE WHEN {_PAIR} THEN NULL ELSE note END AS note
  FROM main.links
),
decisions AS NOT MATERIALIZED (
  SELECT rowid AS rowid, * FROM main.decisions
  WHERE finding_id IS NULL OR clause_id IS NULL OR NOT {_PAIR}
)
"""  # noqa: S608
_WITH = re.compile(r"\s*WITH(?:\s+RECURSIVE)?\s", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:links|decisions)\b")


def without(pairs: str, sql: str, values: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """Return a question about links and decisions that does not see those on `pairs`."""
    if not _NAMED.search(sql):
        return sql, dict(values)
    begun = _WITH.match(sql)
    rest = f",{sql[begun.end() :]}" if begun else f"\n{sql}"
    return f"WITH RECURSIVE {_INSTEAD}{rest}", {**values, "hidden_pairs": pairs}
