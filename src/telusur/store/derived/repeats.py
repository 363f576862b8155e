"""Findings that a copy of a report says once more: they are counted once, and decided once.

Of a press release that three papers reprint, each paper's finding is the release's. Whoever weighs
evidence counts `weighed_findings`; a link of a repeated finding on which nobody decided anything
has the status of the first one's.
"""

from __future__ import annotations

from telusur.store.database import Database

_REPEATED = """
SELECT findings.id AS finding_id, min(first.id) AS first_id FROM documents
JOIN findings ON findings.document_id = documents.id
JOIN findings AS first ON first.document_id = documents.copy_of AND first.quote = findings.quote
WHERE documents.copy_of IS NOT NULL
GROUP BY findings.id
"""
_UNDECIDED = """
NOT EXISTS (
  SELECT 1 FROM decisions WHERE decisions.finding_id = links.finding_id
    AND decisions.clause_id = links.clause_id
    AND decisions.decision IN ('accept', 'reject', 'unsure', 'link')
    AND decisions.state NOT IN ('superseded', 'withdrawn', 'lost')
)
"""
_PAIRS = f"""
SELECT links.finding_id FROM repeated_findings
JOIN links ON links.finding_id = repeated_findings.finding_id
WHERE links.clause_id = :clause AND :finding IN (first_id, repeated_findings.finding_id)
  AND {_UNDECIDED}
"""  # noqa: S608
_FOLLOW = f"""
UPDATE links SET (status, decided_by, decided_at, note) = (
  SELECT first.status, first.decided_by, first.decided_at, first.note
  FROM repeated_findings JOIN links AS first ON first.finding_id = repeated_findings.first_id
  WHERE repeated_findings.finding_id = links.finding_id AND first.clause_id = links.clause_id
)
WHERE {_UNDECIDED} AND EXISTS (
  SELECT 1 FROM repeated_findings
  JOIN links AS first ON first.finding_id = repeated_findings.first_id
  WHERE repeated_findings.finding_id = links.finding_id AND first.clause_id = links.clause_id
    AND first.status IN ('suggested', 'accepted', 'rejected')
    AND first.status IS NOT links.status
)
"""  # noqa: S608


def refresh_repeats(db: Database) -> None:
    """Say anew which findings repeat another, and let their links follow; in a transaction."""
    db.hold("repeated_findings", _REPEATED)
    db.execute(_FOLLOW)


def following(db: Database, finding_id: str, clause_id: str) -> list[str]:
    """Return the findings whose link to a clause follows that of another: of the copies of a
    finding's report, or the finding itself."""
    pair = {"finding": finding_id, "clause": clause_id}
    return [finding for (finding,) in db.execute(_PAIRS, pair).fetchall()]


def follow(db: Database, finding_id: str, clause_id: str) -> None:
    """Let one such link follow."""
    db.execute(
        f"{_FOLLOW} AND links.finding_id = :finding AND links.clause_id = :clause",
        {"finding": finding_id, "clause": clause_id},
    )
