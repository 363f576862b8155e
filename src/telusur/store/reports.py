"""Writes what was read from reports, and takes out what no report names any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from telusur.corpus.model import Document
from telusur.extract.gazetteer import small_place
from telusur.extract.model import Reading
from telusur.store.database import Database, row_of

_DISTRICT = len("33.07.13")
"""Characters of a kecamatan's code."""
_SITES_AS_FIRST_NAMED = """
UPDATE sites SET (name, place_code) = (
  SELECT named_sites.name, named_sites.place_code
  FROM named_sites JOIN documents ON documents.id = named_sites.document_id
  WHERE named_sites.site_id = sites.id
  ORDER BY named_sites.place_code IS NULL, documents.path LIMIT 1
)
"""


def write_reading(db: Database, document: Document, reading: Reading) -> None:
    """Write a report, and what was read from it."""
    here = {"document_id": document.id}
    db.insert(
        "documents",
        [
            {
                "id": document.id,
                "path": document.path,
                "title": document.title,
                "genre": document.genre,
                "visited_on": _iso(reading.visited_on),
                "published_on": _iso(reading.published_on),
                "source": document.source,
                "language": reading.language,
                "sha256": document.sha256,
                "confidential": document.confidential,
                "read_by": document.read_by,
                "attached_to": document.attached_to,
                "text": document.text,
            }
        ],
    )
    db.insert(
        "passages",
        (
            {
                "id": _passage_id(document.id, passage.number),
                **here,
                "number": passage.number,
                "start": passage.start,
                "end": passage.end,
                "text": passage.text,
                "section": passage.section,
                "form": passage.form,
                "page": passage.page,
                "certainty": passage.certainty,
            }
            for passage in document.passages
        ),
    )
    db.insert("cells", (here | one for one in _cells(document)))
    db.insert("document_places", (here | row_of(place) for place in reading.places))
    db.insert("document_smaller_places", (here | row_of(one) for one in reading.smaller_places))
    db.insert("document_open_places", _open_places(reading, here))
    db.insert("smaller_places", _small_places(reading), clash="IGNORE")
    db.insert("sites", (row_of(site) for site in reading.sites), clash="IGNORE")
    db.insert("document_sites", (here | {"site_id": site.id} for site in reading.sites))
    db.insert(
        "named_sites",
        (
            here | {"site_id": site.id, "name": site.name, "place_code": site.place_code}
            for site in reading.sites
        ),
    )
    db.insert("site_facts", (here | row_of(fact) for fact in reading.site_facts))
    db.insert("people", (here | row_of(person) for person in reading.people))
    db.insert("institutions", (here | row_of(name) for name in reading.institutions))
    _write_findings(db, reading)


def _cells(document: Document) -> Iterator[dict[str, Any]]:
    for passage in document.passages:
        row = _passage_id(document.id, passage.number)
        yield from ({"passage_id": row, **row_of(cell)} for cell in passage.cells)


def _small_places(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield a row for each kecamatan, kelurahan and desa that is known, kecamatan first."""
    codes = {one.code for one in reading.smaller_places if one.code}
    codes |= {finding.smaller_code for finding in reading.findings if finding.smaller_code}
    for code in sorted(codes | {code[:_DISTRICT] for code in codes}, key=lambda it: (len(it), it)):
        if one := small_place(code):
            yield row_of(one)


def _open_places(reading: Reading, here: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield a row for each place that a name may mean."""
    for one in reading.open_places:
        row = row_of(one)
        for code in row.pop("candidates"):
            yield {**here, **row, "place_code": code}


def _write_findings(db: Database, reading: Reading) -> None:
    rows, challenges = [], []
    for finding in reading.findings:
        row = row_of(finding)
        del row["challenges"]
        row["unsure"] = 0
        row["passage_id"] = _passage_id(finding.document_id, row.pop("passage_number"))
        rows.append(row)
        challenges += [{"finding_id": finding.id, **row_of(c)} for c in finding.challenges]
    db.insert("findings", rows)
    db.insert("finding_challenges", challenges)


def refresh_named(db: Database) -> None:
    """Let each site be what the first report says that knows its place, in whatever order reports
    were read; a site or a small place that no report names is none."""
    db.execute("DELETE FROM sites WHERE id NOT IN (SELECT site_id FROM document_sites)")
    db.execute(_SITES_AS_FIRST_NAMED)
    db.execute(
        "DELETE FROM smaller_places WHERE NOT EXISTS ("
        "SELECT 1 FROM document_smaller_places AS named "
        "WHERE smaller_places.code IN (named.code, substr(named.code, 1, ?))) "
        "AND code NOT IN (SELECT smaller_code FROM findings WHERE smaller_code IS NOT NULL)",
        [_DISTRICT],
    )


def _passage_id(document_id: str, number: int) -> str:
    return f"{document_id}.{number}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
