"""The evidence as files show it: read once from a store, or from one that is published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from telusur.draft.compare import Version
from telusur.draft.model import Clause
from telusur.handover.words import meeting
from telusur.store.database import Database
from telusur.store.derived.history import draft_in_store
from telusur.store.reading import rows
from telusur.store.standing import LINK, ORDER

Row = Mapping[str, Any]

_FINDINGS = """
SELECT findings.id, COALESCE(repeated.first_id, findings.id) AS first,
  COALESCE(documents.copy_of, documents.id) AS origin,
  findings.quote, findings.kind, findings.said_by, findings.document_id,
  places.name AS place, COALESCE(provinces.name, places.name) AS province, places.code AS code,
  sites.name AS site, documents.title AS document, documents.source, documents.visited_on,
  documents.published_on,
  COALESCE(documents.visited_on, documents.published_on) AS day
FROM findings
JOIN documents ON documents.id = findings.document_id
LEFT JOIN places ON places.code = findings.place_code
LEFT JOIN places AS provinces ON provinces.code = places.parent_code
LEFT JOIN sites ON sites.id = findings.site_id
LEFT JOIN repeated_findings AS repeated ON repeated.finding_id = findings.id
ORDER BY findings.document_id, findings.start, findings."end", findings.id
"""
_LINKS = f"""
SELECT links.finding_id, links.clause_id, links.score, links.rank, links.status, links.why,
  links.note, {LINK} AS standing
FROM links JOIN clauses ON clauses.id = links.clause_id
ORDER BY clauses.position, {ORDER}, links.score DESC, links.finding_id
"""  # noqa: S608 (constants)
# A meeting stands for what holds, and for what is in doubt since: not for what was superseded.
_MEETINGS = """
SELECT finding_id, clause_id, meeting FROM decisions
WHERE meeting IS NOT NULL AND state IN ('in force', 'suspect')
  AND decision IN ('accept', 'link', 'reject') ORDER BY line
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """A quote from a report, and what is known of it."""

    row: Row
    """Of `_FINDINGS`."""
    challenges: tuple[str, ...]
    """Their names in Indonesian."""
    also: tuple[str, ...] = ()
    """The titles of other reports that repeat it word for word: they are no further source."""

    @property
    def elsewhere(self) -> str:
        """The reports that repeat it, as people read them; empty where none does."""
        own = self.row["document"]
        copies = sum(title == own for title in self.also)
        others = dict.fromkeys(title for title in self.also if title != own)
        return ", ".join([*others, *([f"{copies} salinannya"] if copies else [])])

    @property
    def repeats(self) -> bool:
        """Whether it is what another report says first."""
        return bool(self.row["first"] != self.row["id"])


@dataclass(frozen=True, slots=True)
class Link:
    """A finding behind a clause."""

    finding: Finding
    clause: Clause
    status: str
    """As in the store: `accepted`, `suggested` …"""
    standing: str
    """Likewise, suggestions told apart: `strong`, `weak`."""
    score: float | None
    """None where no machine suggested it."""
    why: str
    """What the machine says for it."""
    note: str
    """Why people decided so; empty where nobody has, or somebody only asked."""
    meeting: str
    """Where it was decided; empty where in none."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The draft, the findings, what links them, and the gaps."""

    title: str
    """Of the draft; empty where it has none."""
    day: str
    """Of the last build, ISO 8601."""
    draft: Version
    provisions: frozenset[str]
    """The ids of the clauses that evidence can support."""
    challenges: tuple[str, ...]
    """All there are, by their names in Indonesian."""
    findings: Mapping[str, Finding]
    """By id, report by report."""
    links: tuple[Link, ...]
    """In the order of the clauses; the surest first."""
    gaps: Mapping[str, Row]
    """Gaps that people justified, by the id of the clause or the finding."""

    def pasal_of(self, clause: Clause) -> Clause:
        """The Pasal in which a clause stands; itself where it stands in none."""
        while clause.level != "pasal" and clause.parent_id:
            clause = self.draft.by_id[clause.parent_id]
        return clause


def read_evidence(db: Database) -> Evidence:
    """Read all of it."""
    challenges: dict[str, list[str]] = defaultdict(list)
    for row in rows(
        db,
        """SELECT finding_id, label FROM finding_challenges
           JOIN challenges ON challenges.id = challenge_id
           ORDER BY finding_id, finding_challenges.confidence DESC, challenge_id""",
    ):
        challenges[row["finding_id"]].append(row["label"])
    found = rows(db, _FINDINGS)
    also: dict[str, list[str]] = defaultdict(list)
    for row in found:
        if row["first"] != row["id"]:
            also[row["first"]].append(row["document"])
    findings = {
        row["id"]: Finding(row, tuple(challenges[row["id"]]), tuple(also[row["id"]]))
        for row in found
    }
    draft = draft_in_store(db)
    return Evidence(
        title=next((r["text"] for r in rows(db, _TITLE)), ""),
        day=rows(db, "SELECT max(finished_at) AS day FROM builds")[0]["day"] or "",
        draft=draft,
        provisions=frozenset(r["clause_id"] for r in rows(db, "SELECT clause_id FROM provisions")),
        challenges=tuple(r["label"] for r in rows(db, "SELECT label FROM challenges ORDER BY id")),
        findings=findings,
        links=tuple(_links(db, findings, draft)),
        gaps={
            row["clause_id"] or row["finding_id"]: row
            for row in rows(db, "SELECT * FROM justified_gaps ORDER BY number")
        },
    )


_TITLE = "SELECT text FROM draft_frame WHERE part = 'title' LIMIT 1"


def _links(db: Database, findings: Mapping[str, Finding], draft: Version) -> list[Link]:
    meetings = {
        (row["finding_id"], row["clause_id"]): row["meeting"] for row in rows(db, _MEETINGS)
    }
    links = rows(db, _LINKS)
    told = {(row["finding_id"], row["clause_id"], row["standing"]) for row in links}
    return [
        Link(
            findings[row["finding_id"]],
            draft.by_id[row["clause_id"]],
            row["status"],
            row["standing"],
            row["score"] if row["rank"] else None,
            row["why"] if row["rank"] else "ditautkan dengan tangan",
            (row["note"] or "") if row["status"] in ("accepted", "rejected") else "",
            meeting(meetings.get((row["finding_id"], row["clause_id"]))),
        )
        for row in links
        if not _told_already(findings[row["finding_id"]], row, told)
    ]


def _told_already(finding: Finding, link: Row, told: Set[tuple[str, str, str]]) -> bool:
    """Whether a report only repeats what stands behind the clause with the same verdict."""
    first = finding.row["first"], link["clause_id"], link["standing"]
    return finding.repeats and first in told
