"""Decisions by the meeting in which they were taken."""

from __future__ import annotations

MEETINGS = """
SELECT json_extract(meeting, '$.name') AS name, json_extract(meeting, '$.date') AS day,
  json_extract(meeting, '$.minutes') AS minutes, count(*) AS n
FROM decisions WHERE meeting IS NOT NULL AND state <> 'withdrawn'
GROUP BY name, day, minutes ORDER BY day DESC, name, minutes
"""
"""The meetings, the latest first, with how many decisions."""
DECIDED_IN = """
SELECT at, by, decision, note, quote, clause_label AS label, finding_id, clause_id, state,
  json_extract(meeting, '$.minutes') AS minutes
FROM decisions
WHERE meeting IS NOT NULL AND state <> 'withdrawn'
  AND lower(json_extract(meeting, '$.name')) = lower(:name)
  AND (:day = '' OR json_extract(meeting, '$.date') = :day)
ORDER BY line
"""
"""What was decided in one: by its name and its day (ISO 8601; empty for any)."""
