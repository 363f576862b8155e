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


def strength_of(score: float) -> str:
    """A score in a word: `strong`, `middle` or `weak`."""
    band = Band.of(score)
    return "weak" if band is Band.HIDDEN else band.name.lower()
