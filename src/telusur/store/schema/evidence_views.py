"""The views of evidence.db: each answers a question that its users ask."""

from __future__ import annotations

from telusur.store.schema.columns import View
from telusur.store.standing import LINK, OF_LINKS, OF_PROVISIONS, ORDER, PROVISION

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

_LINK_STANDS = (
    f"where the link stands: {', '.join(f'`{one}`' for one in OF_LINKS)}. Only `accepted` is "
    "evidence; `strong` and `weak` are suggestions"
)
_PROVISION_STANDS = (
    "the best it has: " + ", ".join(f"`{one}`" for one in OF_PROVISIONS) + ". `accepted` is "
    "evidence; `strong` and `weak` are suggestions only"
)

PROVISION_STANDINGS = View(
    "provision_standings",
    "What each provision rests on: evidence, suggestions, a reason why it needs none, or nothing",
    PROVISIONS.columns | {"standing": _PROVISION_STANDS},
    f"""
SELECT provisions.clause_id, provisions.label, provisions.heading, provisions.text,
  provisions.position, {PROVISION} AS standing
FROM provisions ORDER BY provisions.position
""",  # noqa: S608 (constants)
)

WEIGHED_FINDINGS = View(
    "weighed_findings",
    "The findings, each once: without those in `repeated_findings`",
    {
        "id": "the finding; this and what follows as in `findings`",
        "document_id": "the report",
        "passage_id": "the passage",
        "start": "where it begins",
        "end": "where it ends",
        "quote": "verbatim",
        "kind": "kind of finding",
        "place_code": "the place it is about",
        "smaller_code": "the kecamatan, kelurahan or desa in it",
        "site_id": "the site it is about",
        "said_by": "who says so",
        "confidence": "0 to 1",
        "unsure": "1 where the machine is unsure",
        "rule": "what fired",
    },
    "SELECT * FROM findings WHERE id NOT IN (SELECT finding_id FROM repeated_findings)",
)

# CROSS: clause by clause, a page is read without putting all links in order.
CLAUSE_EVIDENCE = View(
    "clause_evidence",
    "The links to each clause: what people accepted first, then what is suggested, surest first",
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
        "standing": _LINK_STANDS,
    },
    f"""
SELECT clauses.id AS clause_id, clauses.label, clauses.heading, clauses.text AS clause_text,
  findings.id AS finding_id, findings.quote, findings.kind,
  places.name AS place, findings.place_code, sites.name AS site,
  documents.id AS document_id, documents.title AS document, documents.visited_on,
  links.score, links.why, links.status, {LINK} AS standing
FROM clauses
CROSS JOIN links ON links.clause_id = clauses.id
JOIN findings ON findings.id = links.finding_id
JOIN documents ON documents.id = findings.document_id
LEFT JOIN places ON places.code = findings.place_code
LEFT JOIN sites ON sites.id = findings.site_id
ORDER BY clauses.position, {ORDER}, links.score DESC, findings.id
""",  # noqa: S608 (constants)
    whole="links",
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
        "standing": _LINK_STANDS,
    },
    f"""
SELECT findings.id AS finding_id, findings.quote, findings.kind, places.name AS place,
  clauses.id AS clause_id, clauses.label, clauses.heading, clauses.text AS clause_text,
  links.rank, links.score, links.why, links.status, {LINK} AS standing
FROM links
JOIN findings ON findings.id = links.finding_id
JOIN clauses ON clauses.id = links.clause_id
LEFT JOIN places ON places.code = findings.place_code
ORDER BY findings.document_id, findings.start, findings.id, links.rank
""",  # noqa: S608 (constants)
    whole="links",
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
        "links": "links not rejected, evidence and suggestions alike; 0 is unanswered",
        "accepted": "those of them that people accepted",
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
  (SELECT count(*) FROM links
   WHERE links.finding_id = findings.id AND links.status = 'accepted') AS accepted,
  findings.rowid AS rowid
FROM findings
JOIN documents ON documents.id = findings.document_id
LEFT JOIN places ON places.code = findings.place_code
LEFT JOIN places AS provinces ON provinces.code = places.parent_code
LEFT JOIN smaller_places AS smaller ON smaller.code = findings.smaller_code
LEFT JOIN sites ON sites.id = findings.site_id
ORDER BY findings.place_code NULLS LAST, findings.document_id, findings.start
""",
    whole="findings",
)

UNSUPPORTED_CLAUSES = View(
    "unsupported_clauses",
    "Provisions with neither evidence nor a suggestion, and whose gap nobody justified",
    PROVISIONS.columns,
    """
SELECT clause_id, label, heading, text, position FROM provision_standings
WHERE standing = 'none' ORDER BY position
""",
)

UNANSWERED_FINDINGS = View(
    "unanswered_findings",
    "Findings that not even a suggestion links to a clause, and whose gap nobody justified",
    FINDINGS_BY_PLACE.columns,
    "SELECT * FROM findings_by_place WHERE links = 0 AND finding_id NOT IN "
    "(SELECT finding_id FROM justified_gaps WHERE finding_id IS NOT NULL "
    "UNION SELECT finding_id FROM repeated_findings)",
)

_NUMBERED = list(enumerate(OF_LINKS[:4]))
_RANKED = " ".join(f"WHEN '{one}' THEN {number}" for number, one in _NUMBERED)

MATRIX = View(
    "matrix",
    "Pasal by challenge: how many findings link the two, gaps included",
    {
        "clause_id": "the Pasal",
        "label": "how a lawyer cites it",
        "heading": "title of the nearest bab, bagian or paragraf",
        "challenge_id": "the challenge",
        "challenge": "its name",
        "accepted": "different findings on the challenge, accepted as evidence for the Pasal",
        "suspect": "further ones whose link is to be looked at again",
        "strong": "further ones that are strongly suggested",
        "weak": "further ones that are weakly suggested; a gap has none of the four",
        "justified": "1 where people decided that the Pasal, or an ayat of it, needs none",
    },
    f"""
WITH linked AS (
  SELECT COALESCE(parents.id, clauses.id) AS pasal_id, finding_challenges.challenge_id,
    COALESCE(repeated.first_id, links.finding_id) AS finding,
    min(CASE {LINK} {_RANKED} END) AS best
  FROM links
  LEFT JOIN repeated_findings AS repeated ON repeated.finding_id = links.finding_id
  JOIN clauses ON clauses.id = links.clause_id
  LEFT JOIN clauses AS parents ON parents.id = clauses.parent_id AND clauses.level = 'ayat'
  JOIN finding_challenges ON finding_challenges.finding_id = links.finding_id
  WHERE links.status <> 'rejected'
  GROUP BY 1, 2, 3
),
counted AS (
  SELECT pasal_id, challenge_id,
    {", ".join(f"count(*) FILTER (WHERE best = {n}) AS {one}" for n, one in _NUMBERED)}
  FROM linked GROUP BY 1, 2
)
SELECT pasal.id AS clause_id, pasal.label, pasal.heading,
  challenges.id AS challenge_id, challenges.label AS challenge,
  {", ".join(f"COALESCE(counted.{one}, 0) AS {one}" for _, one in _NUMBERED)},
  EXISTS (
    SELECT 1 FROM justified_gaps JOIN clauses ON clauses.id = justified_gaps.clause_id
    WHERE pasal.id IN (clauses.id, clauses.parent_id)
  ) AS justified
FROM clauses AS pasal
CROSS JOIN challenges
LEFT JOIN counted ON counted.pasal_id = pasal.id AND counted.challenge_id = challenges.id
WHERE pasal.level = 'pasal' AND pasal.normative = 1
ORDER BY pasal.position, challenges.id
""",  # noqa: S608 (constants)
)

EVIDENCE_VIEWS = (
    PROVISIONS,
    PROVISION_STANDINGS,
    CLAUSE_EVIDENCE,
    FINDING_CLAUSES,
    FINDINGS_BY_PLACE,
    WEIGHED_FINDINGS,
    UNSUPPORTED_CLAUSES,
    UNANSWERED_FINDINGS,
    MATRIX,
)
"""All of them, in their order."""
