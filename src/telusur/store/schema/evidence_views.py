"""The views of evidence.db: each answers a question that its users ask."""

from __future__ import annotations

from telusur.store.schema.columns import View

PROVISIONS = View(
    "provisions",
    "The units of the draft that evidence can support: each ayat, each Pasal without ayat",
    {
        "clause_id": "the clause",
        "label": "how a lawyer cites it",
        "heading": "title of the nearest bab, bagian or paragraf",
        "text": "its own words",
        "position": "place in reading order",
    },
    """
SELECT clauses.id AS clause_id, clauses.label, clauses.heading, clauses.text, clauses.position
FROM clauses
WHERE clauses.normative = 1
  AND clauses.level IN ('pasal', 'ayat')
  AND NOT EXISTS (
    SELECT 1 FROM clauses AS below
    WHERE below.parent_id = clauses.id AND below.level = 'ayat'
  )
""",
)

CLAUSE_EVIDENCE = View(
    "clause_evidence",
    "The evidence behind each clause, surest first",
    {
        "clause_id": "the clause",
        "label": "how a lawyer cites it",
        "heading": "title of the nearest bab, bagian or paragraf",
        "clause_text": "the clause's own words",
        "finding_id": "the finding",
        "quote": "what the report says, verbatim",
        "kind": "kind of finding",
        "place": "the place it is about",
        "place_code": "its code",
        "site": "the site it is about",
        "document_id": "the report",
        "document": "the report's title",
        "visited_on": "day of the visit",
        "score": "0 to 1: the higher, the surer",
        "why": "what carried the link",
        "status": "suggested, accepted or rejected",
    },
    """
SELECT clauses.id AS clause_id, clauses.label, clauses.heading, clauses.text AS clause_text,
  findings.id AS finding_id, findings.quote, findings.kind,
  places.name AS place, findings.place_code, sites.name AS site,
  documents.id AS document_id, documents.title AS document, documents.visited_on,
  links.score, links.why, links.status
FROM links
JOIN clauses ON clauses.id = links.clause_id
JOIN findings ON findings.id = links.finding_id
JOIN documents ON documents.id = findings.document_id
LEFT JOIN places ON places.code = findings.place_code
LEFT JOIN sites ON sites.id = findings.site_id
ORDER BY clauses.position, links.score DESC, findings.id
""",
)

FINDING_CLAUSES = View(
    "finding_clauses",
    "The clauses that each finding bears on, surest first",
    {
        "finding_id": "the finding",
        "quote": "what the report says, verbatim",
        "kind": "kind of finding",
        "place": "the place it is about",
        "clause_id": "the clause",
        "label": "how a lawyer cites it",
        "heading": "title of the nearest bab, bagian or paragraf",
        "clause_text": "the clause's own words",
        "rank": "place among the finding's links",
        "score": "0 to 1: the higher, the surer",
        "why": "what carried the link",
        "status": "suggested, accepted or rejected",
    },
    """
SELECT findings.id AS finding_id, findings.quote, findings.kind, places.name AS place,
  clauses.id AS clause_id, clauses.label, clauses.heading, clauses.text AS clause_text,
  links.rank, links.score, links.why, links.status
FROM links
JOIN findings ON findings.id = links.finding_id
JOIN clauses ON clauses.id = links.clause_id
LEFT JOIN places ON places.code = findings.place_code
ORDER BY findings.document_id, findings.start, findings.id, links.rank
""",
)

FINDINGS_BY_PLACE = View(
    "findings_by_place",
    "Findings with their place, province, site, challenges and report",
    {
        "finding_id": "the finding",
        "place_code": "code of the place it is about",
        "place": "the place",
        "smaller_code": "code of the kecamatan, kelurahan or desa in it",
        "smaller": "that kecamatan, kelurahan or desa",
        "province": "its province, or itself",
        "province_code": "the province's code",
        "site": "the site it is about",
        "kind": "kind of finding",
        "challenges": "ids of its challenges, as a JSON list",
        "quote": "what the report says, verbatim",
        "said_by": "who says so",
        "visited_on": "day of the visit",
        "document_id": "the report",
        "document": "the report's title",
        "confidence": "0 to 1: how likely it is a finding, and of its kind",
        "links": "links not rejected",
        "rowid": "the finding's row, by which findings_fts finds it; may change with each build",
    },
    """
SELECT findings.id AS finding_id, findings.place_code, places.name AS place,
  findings.smaller_code, smaller.name AS smaller,
  COALESCE(provinces.name, places.name) AS province,
  COALESCE(provinces.code, places.code) AS province_code,
  sites.name AS site, findings.kind,
  (SELECT json_group_array(challenge_id) FROM (
     SELECT challenge_id FROM finding_challenges
     WHERE finding_challenges.finding_id = findings.id
     ORDER BY confidence DESC, challenge_id)) AS challenges,
  findings.quote, findings.said_by, documents.visited_on,
  documents.id AS document_id, documents.title AS document, findings.confidence,
  (SELECT count(*) FROM links
   WHERE links.finding_id = findings.id AND links.status <> 'rejected') AS links,
  findings.rowid AS rowid
FROM findings
JOIN documents ON documents.id = findings.document_id
LEFT JOIN places ON places.code = findings.place_code
LEFT JOIN places AS provinces ON provinces.code = places.parent_code
LEFT JOIN smaller_places AS smaller ON smaller.code = findings.smaller_code
LEFT JOIN sites ON sites.id = findings.site_id
ORDER BY findings.place_code IS NULL, findings.place_code, findings.document_id, findings.start
""",
)

UNSUPPORTED_CLAUSES = View(
    "unsupported_clauses",
    "Provisions of the draft that no evidence supports, and whose gap nobody justified",
    PROVISIONS.columns,
    """
SELECT provisions.clause_id, provisions.label, provisions.heading, provisions.text,
  provisions.position
FROM provisions
WHERE NOT EXISTS (
  SELECT 1 FROM links
  WHERE links.clause_id = provisions.clause_id AND links.status <> 'rejected'
)
  AND provisions.clause_id NOT IN (
    SELECT clause_id FROM justified_gaps WHERE clause_id IS NOT NULL
  )
ORDER BY provisions.position
""",
)

UNANSWERED_FINDINGS = View(
    "unanswered_findings",
    "Findings that no clause of the draft answers, and whose gap nobody justified",
    FINDINGS_BY_PLACE.columns,
    "SELECT * FROM findings_by_place WHERE links = 0 AND finding_id NOT IN "
    "(SELECT finding_id FROM justified_gaps WHERE finding_id IS NOT NULL)",
)

MATRIX = View(
    "matrix",
    "Pasal by challenge: how many findings link the two, gaps included",
    {
        "clause_id": "the Pasal",
        "label": "how a lawyer cites it",
        "heading": "title of the nearest bab, bagian or paragraf",
        "challenge_id": "the challenge",
        "challenge": "its name",
        "findings": "different findings that bear on both; 0 is a gap",
        "justified": "1 where people decided that the Pasal, or an ayat of it, needs none",
    },
    """
WITH evidence AS (
  SELECT COALESCE(parents.id, clauses.id) AS pasal_id, finding_challenges.challenge_id,
    count(DISTINCT COALESCE(documents.copy_of, documents.id) || ':' || findings.quote) AS findings
  FROM links
  JOIN findings ON findings.id = links.finding_id
  JOIN documents ON documents.id = findings.document_id
  JOIN clauses ON clauses.id = links.clause_id
  LEFT JOIN clauses AS parents ON parents.id = clauses.parent_id AND clauses.level = 'ayat'
  JOIN finding_challenges ON finding_challenges.finding_id = links.finding_id
  WHERE links.status <> 'rejected'
  GROUP BY 1, 2
)
SELECT pasal.id AS clause_id, pasal.label, pasal.heading,
  challenges.id AS challenge_id, challenges.label AS challenge,
  COALESCE(evidence.findings, 0) AS findings,
  EXISTS (
    SELECT 1 FROM justified_gaps JOIN clauses ON clauses.id = justified_gaps.clause_id
    WHERE pasal.id IN (clauses.id, clauses.parent_id)
  ) AS justified
FROM clauses AS pasal
CROSS JOIN challenges
LEFT JOIN evidence ON evidence.pasal_id = pasal.id AND evidence.challenge_id = challenges.id
WHERE pasal.level = 'pasal' AND pasal.normative = 1
ORDER BY pasal.position, challenges.id
""",
)

EVIDENCE_VIEWS = (
    PROVISIONS,
    CLAUSE_EVIDENCE,
    FINDING_CLAUSES,
    FINDINGS_BY_PLACE,
    UNSUPPORTED_CLAUSES,
    UNANSWERED_FINDINGS,
    MATRIX,
)
"""All of them, in their order."""
