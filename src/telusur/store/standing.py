"""How far a link has come, and a provision by its links: told apart here, and nowhere else.

Evidence is what people accepted. What a machine suggests is a suggestion, strong or weak, and is
never counted with it. Views, counts and pages all ask with the expressions below.
"""

from __future__ import annotations

from telusur.link.bands import Band

STRONG = Band.STRONG.value
"""From this score on a suggestion is strong; below it, it is counted as weak."""

OF_LINKS = ("accepted", "suspect", "strong", "weak", "rejected")
"""Where a link stands: accepted by people; to be looked at again; suggested, strong or weak, with
those that somebody is unsure of; rejected."""
OF_PROVISIONS = ("accepted", "suspect", "justified", "strong", "weak", "none")
"""Where a provision stands, by the best that it has. A gap that people justified comes before what
only a machine says."""


def _stands(links: str) -> str:
    return (
        f"CASE WHEN {links}.status IN ('accepted', 'suspect', 'rejected') THEN {links}.status\n"
        f"  WHEN {links}.score >= {STRONG} THEN 'strong' ELSE 'weak' END"
    )


LINK = _stands("links")
"""Where a row of `links` stands, in SQL."""
FIRST_STANDS = f"""(
  SELECT {_stands("first")} FROM repeated_findings AS repeated
  JOIN links AS first ON first.finding_id = repeated.first_id
  WHERE repeated.finding_id = links.finding_id AND first.clause_id = links.clause_id)"""  # noqa: S608
"""Where the link stands that a row of `links` repeats, in SQL: of a report of which its own is a
copy. NULL where it repeats none."""
TOLD_ALREADY = f"{FIRST_STANDS} IS {LINK}"
"""Whether a row of `links` only repeats another, which stands where it does: lists leave it out."""
ORDER = (
    "CASE links.status WHEN 'accepted' THEN 0 WHEN 'suspect' THEN 1 WHEN 'rejected' THEN 3 "
    "ELSE 2 END"
)
"""Sorts rows of `links`; within each the score does: strong suggestions stand before weak ones."""


def _any(condition: str) -> str:
    of = "links.clause_id = provisions.clause_id"
    return f"EXISTS (SELECT 1 FROM links WHERE {of} AND {condition})"  # noqa: S608 (constants)


PROVISION = f"""CASE WHEN {_any("links.status = 'accepted'")} THEN 'accepted'
  WHEN {_any("links.status = 'suspect'")} THEN 'suspect'
  WHEN provisions.clause_id IN (
    SELECT clause_id FROM justified_gaps WHERE clause_id IS NOT NULL) THEN 'justified'
  WHEN {_any(f"links.status IN ('suggested', 'unsure') AND links.score >= {STRONG}")} THEN 'strong'
  WHEN {_any("links.status IN ('suggested', 'unsure')")} THEN 'weak'
  ELSE 'none' END"""  # noqa: S608 (constants)
"""Where a row of `provisions` stands, in SQL."""


BY_STANDING = {
    "accepted": "supported",
    "suspect": "only_suspect",
    "justified": "justified",
    "strong": "only_strong",
    "weak": "only_weak",
    "none": "bare",
}
"""The column that counts the provisions of each standing: together they are all provisions."""

_PROVISIONS = ",\n    ".join(
    f"count(*) FILTER (WHERE standing = '{standing}') AS {column}"
    for standing, column in BY_STANDING.items()
)
COUNTED = f"""
WITH RECURSIVE inside (unit_id, clause_id) AS (
  SELECT id, id FROM clauses
  UNION ALL
  SELECT inside.unit_id, clauses.id FROM inside JOIN clauses ON clauses.parent_id = inside.clause_id
),
standings AS MATERIALIZED (SELECT clause_id, {PROVISION} AS standing FROM provisions),
units AS (
  SELECT inside.unit_id, count(*) AS provisions,
    {_PROVISIONS}
  FROM inside JOIN standings ON standings.clause_id = inside.clause_id
  GROUP BY inside.unit_id
),
stood AS MATERIALIZED (
  SELECT clause_id, {LINK} AS standing,
    count(DISTINCT COALESCE(repeated.first_id, links.finding_id)) AS n
  FROM links LEFT JOIN repeated_findings AS repeated ON repeated.finding_id = links.finding_id
  GROUP BY 1, 2
),
counted AS (
  SELECT inside.unit_id,
    sum(n) FILTER (WHERE standing = 'accepted') AS accepted,
    sum(n) FILTER (WHERE standing = 'suspect') AS suspect,
    sum(n) FILTER (WHERE standing = 'strong') AS strong,
    sum(n) FILTER (WHERE standing = 'weak') AS weak,
    sum(n) FILTER (WHERE standing = 'rejected') AS rejected
  FROM inside JOIN stood ON stood.clause_id = inside.clause_id GROUP BY inside.unit_id
),
behind AS (
  SELECT inside.unit_id,
    count(DISTINCT COALESCE(repeated.first_id, links.finding_id)) AS findings,
    count(DISTINCT COALESCE(documents.copy_of, documents.id)) AS documents,
    count(DISTINCT findings.site_id) AS sites, count(DISTINCT findings.place_code) AS places
  FROM inside
  JOIN links ON links.clause_id = inside.clause_id AND links.status = 'accepted'
  JOIN findings ON findings.id = links.finding_id
  JOIN documents ON documents.id = findings.document_id
  LEFT JOIN repeated_findings AS repeated ON repeated.finding_id = links.finding_id
  GROUP BY inside.unit_id
)
SELECT units.unit_id AS clause_id, units.provisions, {", ".join(BY_STANDING.values())},
  COALESCE(accepted, 0) AS accepted, COALESCE(suspect, 0) AS suspect,
  COALESCE(strong, 0) AS strong, COALESCE(weak, 0) AS weak, COALESCE(rejected, 0) AS rejected,
  COALESCE(findings, 0) AS findings, COALESCE(documents, 0) AS documents,
  COALESCE(sites, 0) AS sites, COALESCE(places, 0) AS places
FROM units
JOIN clauses ON clauses.id = units.unit_id
LEFT JOIN counted ON counted.unit_id = units.unit_id
LEFT JOIN behind ON behind.unit_id = units.unit_id
ORDER BY clauses.position
"""  # noqa: S608 (constants)
"""The rows of `coverage`, counted anew."""


def strength_of(score: float) -> str:
    """A score in a word: `strong`, `middle` or `weak`."""
    band = Band.of(score)
    return "weak" if band is Band.HIDDEN else band.name.lower()
