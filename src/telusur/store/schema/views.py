"""The views of evidence.db: each answers a question that its users ask."""

from __future__ import annotations

from telusur.store.schema.columns import View
from telusur.store.schema.evidence_views import EVIDENCE_VIEWS, FINDINGS_BY_PLACE, PROVISIONS

CORRECTED_FINDINGS = View(
    "corrected_findings",
    "Findings that people corrected: what was read, and what they say",
    {
        "finding_id": "the finding",
        "document_id": "the report",
        "quote": "its words as people say",
        "read_quote": "its words as they were read",
        "kind": "kind of finding as people say",
        "read_kind": "kind as it was read",
        "place_code": "code of the place as people say",
        "read_place_code": "code of the place as it was read",
        "site_id": "the site as people say",
        "read_site_id": "the site as it was read",
        "said_by": "who says so, as people say",
        "read_said_by": "who says so, as it was read",
        "challenges": "ids of its challenges as people say, as a JSON list",
        "read_challenges": "ids of its challenges as they were read",
        "decided_by": "who corrected it last",
        "decided_at": "when",
        "note": "why",
    },
    """
SELECT findings.id AS finding_id, findings.document_id,
  findings.quote, earlier.quote AS read_quote, findings.kind, earlier.kind AS read_kind,
  findings.place_code, earlier.place_code AS read_place_code,
  findings.site_id, earlier.site_id AS read_site_id,
  findings.said_by, earlier.said_by AS read_said_by,
  (SELECT json_group_array(challenge_id) FROM (
     SELECT challenge_id FROM finding_challenges
     WHERE finding_challenges.finding_id = findings.id ORDER BY challenge_id)) AS challenges,
  earlier.challenges AS read_challenges,
  earlier.decided_by, earlier.decided_at, earlier.note
FROM earlier_readings AS earlier JOIN findings ON findings.id = earlier.finding_id
ORDER BY findings.document_id, findings.start, findings.id
""",
)

DISMISSED_FINDINGS = View(
    "dismissed_findings",
    "Findings that people dismissed, or replaced by parts: they count nowhere",
    {
        "finding_id": "the finding",
        "fate": "`dismissed` or `split`",
        "quote": "what the report says, verbatim",
        "kind": "kind of finding, as it was read",
        "place_code": "code of the place that it is about, as it was read",
        "document_id": "the report",
        "document": "the report's title",
        "decided_by": "who decided so",
        "decided_at": "when",
        "note": "why",
    },
    """
SELECT earlier.finding_id, earlier.fate, earlier.quote, earlier.kind, earlier.place_code,
  documents.id AS document_id, documents.title AS document,
  earlier.decided_by, earlier.decided_at, earlier.note
FROM earlier_readings AS earlier JOIN documents ON documents.id = earlier.document_id
WHERE earlier.fate <> 'corrected'
ORDER BY documents.id, earlier.finding_id
""",
)

JUSTIFIED_CLAUSES = View(
    "justified_clauses",
    "Provisions without evidence that need none, with the reason; what is suggested counts not",
    PROVISIONS.columns
    | {
        "reason": "`higher law` requires it, or `no clause`: see the note",
        "law": "the higher law; may be empty",
        "note": "why; may be empty",
        "by": "who decided",
        "at": "when",
    },
    """
SELECT provisions.clause_id, provisions.label, provisions.heading, provisions.text,
  provisions.position, gaps.reason, gaps.law, gaps.note, gaps.by, gaps.at
FROM provisions JOIN justified_gaps AS gaps ON gaps.clause_id = provisions.clause_id
WHERE NOT EXISTS (
  SELECT 1 FROM links
  WHERE links.clause_id = provisions.clause_id AND links.status IN ('accepted', 'suspect')
)
ORDER BY provisions.position
""",
)

JUSTIFIED_FINDINGS = View(
    "justified_findings",
    "Findings that no clause answers and none will, with the reason",
    FINDINGS_BY_PLACE.columns
    | {
        "reason": "`no clause` will answer it: see the note",
        "law": "the higher law; may be empty",
        "note": "why; may be empty",
        "by": "who decided",
        "at": "when",
    },
    """
SELECT findings_by_place.*, gaps.reason, gaps.law, gaps.note, gaps.by, gaps.at
FROM findings_by_place JOIN justified_gaps AS gaps
  ON gaps.finding_id = findings_by_place.finding_id
WHERE accepted = 0
""",
)

DECIDED_VIEWS = (CORRECTED_FINDINGS, DISMISSED_FINDINGS, JUSTIFIED_CLAUSES, JUSTIFIED_FINDINGS)
"""What people decided on findings and gaps; empty where they decided nothing of the kind."""

VIEWS = (*EVIDENCE_VIEWS, *DECIDED_VIEWS)
