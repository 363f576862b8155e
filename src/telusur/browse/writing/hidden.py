"""Decisions that somebody must not see yet: questions to the store answer as if there were none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from telusur.store.standing import COUNTED

SCOPE = "telusur.hidden"
"""Where a request tells of which pairs: a JSON list of `finding~clause`."""
_HIDDEN = "clause_id IN (SELECT value FROM json_each(:hidden_pairs))"


def _pair(of: str) -> str:
    """A row of a table about such a pair, or about one that repeats it: its status follows."""
    first = f"(SELECT first_id FROM repeated_findings WHERE finding_id = {of}.finding_id)"  # noqa: S608
    return f"({of}.finding_id || '~' || {_HIDDEN} OR {first} || '~' || {_HIDDEN})"


_LINK, _DECISION = _pair("links"), _pair("decisions")
_INSTEAD = f"""
links AS NOT MATERIALIZED (
  SELECT rowid AS rowid, finding_id, clause_id, score, raw_score, rank, why,
    CASE WHEN {_LINK} THEN 'suggested' ELSE status END AS status,
    CASE WHEN {_LINK} THEN NULL ELSE doubt END AS doubt,
    CASE WHEN {_LINK} THEN NULL ELSE decided_by END AS decided_by,
    CASE WHEN {_LINK} THEN NULL ELSE decided_at END AS decided_at,
    CASE WHEN {_LINK} THEN NULL ELSE note END AS note
  FROM main.links
),
decisions AS NOT MATERIALIZED (
  SELECT rowid AS rowid, * FROM main.decisions
  WHERE finding_id IS NULL OR clause_id IS NULL OR ({_DECISION}) IS NOT TRUE
)
"""  # noqa: S608
_COVERAGE = f", coverage AS MATERIALIZED ({COUNTED})"
"""Counted anew from the links that this reader may see: the table knows all decisions."""
_WITH = re.compile(r"\s*WITH(?:\s+RECURSIVE)?\s", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:links|decisions|coverage)\b")
_COUNTS = re.compile(r"\bcoverage\b")
_SEES_ALL = re.compile(
    r"\b(?:clause_evidence|finding_clauses|findings_by_place|matrix|provision_standings"
    r"|unsupported_clauses|unanswered_findings|justified_clauses|justified_findings)\b"
)
"""Views that ask the links by themselves, past what is hidden here."""


def without(pairs: str, sql: str, values: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """Return a question about links, decisions and counts that does not see those on `pairs`."""
    if view := _SEES_ALL.search(sql):
        raise AssertionError(f"{view[0]} would tell of decisions that are hidden: ask the tables")
    if not _NAMED.search(sql):
        return sql, dict(values)
    begun = _WITH.match(sql)
    rest = f",{sql[begun.end() :]}" if begun else f"\n{sql}"
    counts = _COVERAGE if _COUNTS.search(sql) else ""
    return f"WITH RECURSIVE {_INSTEAD}{counts}{rest}", {**values, "hidden_pairs": pairs}
