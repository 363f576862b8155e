"""Reads from the store what is to be published, as it is there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from telusur.errors import PublishRefused
from telusur.publish.evidence.small_letters import in_small_letters
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.staying.localities import localities_in
from telusur.store.database import Database
from telusur.store.reading import rows
from telusur.words import say
from telusur.workspace import PublishSettings

Row = dict[str, Any]
_DOCUMENTS = """
SELECT id, path, text, title, source, confidential, COALESCE(copy_of, id) AS first,
  COALESCE(visited_on, published_on) AS day,
  (SELECT group_concat(name, char(10)) FROM document_sites JOIN sites ON sites.id = site_id
   WHERE document_id = documents.id) AS sites
FROM documents ORDER BY id
"""
_SMALLER = """
SELECT DISTINCT document_id, name FROM document_smaller_places
WHERE code IS NOT NULL ORDER BY document_id, name
"""
_REGENCIES = """
SELECT DISTINCT document_id, place_code FROM document_places
JOIN places ON places.code = place_code
WHERE places.level <> 'provinsi' ORDER BY document_id, place_code
"""
_NO_NAMES = (
    "institutions", "document_places", "document_smaller_places", "document_open_places",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sources:
    """What the store holds."""

    reports: tuple[Report, ...]
    reviewers: tuple[str, ...]
    institutions: tuple[str, ...]
    draft: tuple[str, ...]
    """All texts of the draft."""


def read_sources(db: Database, settings: PublishSettings, elsewhere: Sequence[str] = ()) -> Sources:
    """Read the reports, and who reviewed; `elsewhere` are paths of reports that are not published
    now, and that settings may name all the same.

    Raises:
        PublishRefused: a pattern of `withhold`, `documents` or `checked` fits no report.
    """
    documents = rows(db, _DOCUMENTS)
    known = [*(one["path"] for one in documents), *elsewhere]
    _refuse_idle("withhold", settings.withhold, known)
    _refuse_idle("documents", settings.documents, known)
    _refuse_idle("checked", settings.checked, known)
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for table in _NO_NAMES:
        for row in rows(db, f'SELECT document_id, start, "end" FROM {table}'):  # noqa: S608
            spans[row["document_id"]].append((row["start"], row["end"]))
    smaller = _smaller_places(db)
    regencies = _regencies(db)
    withheld = _withheld_with_copies(documents, settings)
    reports = [
        _report(one, spans[one["id"]], smaller[one["id"]], regencies[one["id"]], withheld)
        for one in documents
    ]
    reviewers = [
        row["name"]
        for row in rows(
            db,
            'SELECT "by" AS name FROM decisions UNION '
            "SELECT decided_by FROM links WHERE decided_by IS NOT NULL ORDER BY 1",
        )
    ]
    institutions = [row["name"] for row in rows(db, "SELECT DISTINCT name FROM institutions")]
    draft = [row["text"] for row in rows(db, "SELECT text FROM clauses ORDER BY position")]
    draft += [row["heading"] for row in rows(db, "SELECT DISTINCT heading FROM clauses")]
    return Sources(tuple(reports), tuple(reviewers), tuple(institutions), tuple(draft))


def _report(
    row: Row,
    spans: Sequence[tuple[int, int]],
    smaller: Sequence[str],
    regencies: Sequence[str],
    why_withheld: Mapping[str, str],
) -> Report:
    text, withheld = row["text"], why_withheld[row["id"]]
    return Report(
        row["id"],
        text,
        row["title"],
        row["source"] or "",
        published=not withheld,
        no_names=(*_places_in(text, spans), *localities_in(text, regencies, smaller)),
        places=tuple(smaller),
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        withheld=withheld,
        site=row["sites"] or "",
        path=row["path"],
    )


def _withheld(row: Row, settings: PublishSettings) -> str:
    """Say what withholds a report from being published; nothing where nothing does."""
    path = f"corpus/{row['path']}"
    if closed := _closed(row, settings):
        return closed
    if not _fits(row["path"], settings.documents):
        return f"{path}: " + say("not in `documents`")
    if in_small_letters(row["text"]) and not _fits(row["path"], settings.checked):
        return f"{path}: " + say(
            "it is written in small letters, where names look like words: read it, and name it "
            "under `checked`"
        )
    return ""


def _closed(row: Row, settings: PublishSettings) -> str:
    """Say what closes a report to the public whatever else is published; nothing where nothing."""
    path = f"corpus/{row['path']}"
    if row["confidential"]:
        return f"{path}: {row['confidential']}"
    for pattern in settings.withhold:
        if _fits(row["path"], [pattern]):
            return f"{path}: withhold = “{pattern}”"
    return ""


def _withheld_with_copies(documents: Sequence[Row], settings: PublishSettings) -> dict[str, str]:
    """Say of each report what withholds it; a copy of one that is closed is closed, too."""
    closed = {one["first"]: one["path"] for one in documents if _closed(one, settings)}
    why = dict[str, str]()
    for one in documents:
        why[one["id"]] = _withheld(one, settings)
        if not why[one["id"]] and one["first"] in closed:
            first = f"corpus/{closed[one['first']]}"
            says = say("says what {report} says, which is withheld", report=first)
            why[one["id"]] = f"corpus/{one['path']}: {says}"
    return why


def _smaller_places(db: Database) -> dict[str, list[str]]:
    """The kecamatan, kelurahan and desa of each report, as far as they are known to be some."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in rows(db, _SMALLER):
        names[row["document_id"]].append(row["name"])
    return names


def _regencies(db: Database) -> dict[str, list[str]]:
    """The codes of the kabupaten and kota that each report names."""
    codes: dict[str, list[str]] = defaultdict(list)
    for row in rows(db, _REGENCIES):
        codes[row["document_id"]].append(row["place_code"])
    return codes


def _fits(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, pattern.removeprefix("corpus/")) for pattern in patterns)


def _refuse_idle(name: str, patterns: Iterable[str], paths: Sequence[str]) -> None:
    """A typing mistake here would publish what was to be withheld."""
    for pattern in patterns:
        if paths and not any(_fits(path, [pattern]) for path in paths):
            raise PublishRefused(
                say(
                    "telusur.toml: [publish] {name}: “{pattern}” fits no report below corpus/. "
                    "Correct it, or remove it: nothing was published.",
                    name=name,
                    pattern=pattern,
                )
            )


def _places_in(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Leave out what stands after a form of address: `Bapak Malang` is a person."""
    for start, end in spans:
        if not re.search(
            r"\b(?:Bapak|Ibu|Pak|Bu|Sdri?|Ny|Tn|Mas|Mbak)\.?\s+\Z", text[max(0, start - 12) : start]
        ):
            yield start, end
