"""Writes what people decided as gold: to measure, and to train, on a team's own work."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from telusur.evaluate.gold import FILE
from telusur.evaluate.judged import LINKS, SOURCES
from telusur.store.database import Database
from telusur.store.reading import rows

_FINDINGS = """
SELECT findings.id, findings.document_id, findings.quote, findings.kind, places.name AS place,
  (SELECT json_group_array(challenge_id) FROM (
     SELECT challenge_id FROM finding_challenges WHERE finding_id = findings.id
     ORDER BY confidence DESC, challenge_id)) AS challenges,
  findings.id IN (SELECT finding_id FROM marked_findings)
    OR findings.id IN (SELECT finding_id FROM decisions
      WHERE state = 'in force' AND decision IN ('confirm', 'correct'))
    OR findings.id IN (SELECT finding_id FROM links WHERE status = 'accepted') AS judged,
  findings.id IN (SELECT finding_id FROM links WHERE status IN ('accepted', 'rejected'))
    AND findings.id NOT IN (SELECT finding_id FROM links
      WHERE status NOT IN ('accepted', 'rejected')) AS links_judged
FROM findings LEFT JOIN places ON places.code = findings.place_code
ORDER BY findings.document_id, findings.start, findings.id
"""
_PLACES = """
SELECT document_id, name, level, role FROM document_places
JOIN places ON places.code = place_code GROUP BY document_id, place_code, role
UNION ALL
SELECT document_id, name, level, role FROM document_smaller_places
GROUP BY document_id, name, level, role
ORDER BY 1, 4, 2
"""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written as gold."""

    reports: int
    findings: int
    left_out: int
    """Reports of which somebody judged findings, but not all."""
    linked: int
    """Findings of which every link was judged."""


def write_gold(db: Database, folder: Path) -> Written:
    """Write the reports of which people judged every finding, and the links judged to the end.

    A finding is judged that was confirmed, corrected, marked, or linked by a person; one that was
    dismissed is none. The format is that of `telusur evaluate`.
    """
    of: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(db, _FINDINGS):
        of[row["document_id"]].append(row)
    places: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(db, _PLACES):
        places[row.pop("document_id")].append(row)
    touched = {id_ for id_, found in of.items() if any(one["judged"] for one in found)}
    touched |= {
        row["document_id"] for row in rows(db, "SELECT document_id FROM dismissed_findings")
    }
    whole = {id_ for id_ in touched if all(one["judged"] for one in of[id_])}
    reports = []
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reports").mkdir(exist_ok=True)
    for document in rows(db, "SELECT id, path, visited_on, text FROM documents ORDER BY id"):
        if document["id"] in whole:
            doc = PurePosixPath(document["path"]).stem
            found = [_finding(one) for one in of[document["id"]]]
            here = {"doc": doc, "visit_date": document["visited_on"]}
            reports.append({**here, "locations": places[document["id"]], "findings": found})
            (folder / "reports" / f"{doc}.txt").write_text(document["text"], encoding="utf-8")
    content = json.dumps(reports, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(content + "\n", encoding="utf-8")
    linked = [one for found in of.values() for one in found if one["links_judged"]]
    _write_links(db, folder, linked)
    count = sum(len(one["findings"]) for one in reports)
    return Written(len(reports), count, len(touched - whole), len(linked))


def _finding(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "quote": row["quote"],
        "kind": row["kind"],
        "challenge": json.loads(row["challenges"]),
        "location": row["place"],
    }


def _write_links(db: Database, folder: Path, findings: list[dict[str, Any]]) -> None:
    sources = [
        json.dumps(
            {"id": one["id"], "text": one["quote"], "doc": one["document_id"]}, ensure_ascii=False
        )
        for one in findings
    ]
    ids = {one["id"] for one in findings}
    sql = """SELECT finding_id, clause_id FROM links WHERE status = 'accepted'
             ORDER BY finding_id, clause_id"""
    links = [
        f"{row['finding_id']}\t{row['clause_id']}\t2"
        for row in rows(db, sql)
        if row["finding_id"] in ids
    ]
    for name, lines in ((SOURCES, sources), (LINKS, links)):
        if findings:
            (folder / name).write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
        else:
            (folder / name).unlink(missing_ok=True)
