"""Reads from the store what is to be published, as it is there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from sqlite_utils import Database

from telusur.errors import PublishRefused
from telusur.publish.redaction import Report
from telusur.store.read import rows
from telusur.workspace import PublishSettings

Row = dict[str, Any]
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


def read_sources(db: Database, settings: PublishSettings) -> Sources:
    """Read the reports, and who reviewed.

    Raises:
        PublishRefused: a pattern of `withhold` or `documents` fits no report.
    """
    documents = rows(db, "SELECT id, path, text, title, source FROM documents ORDER BY id")
    _refuse_idle("withhold", settings.withhold, documents)
    _refuse_idle("documents", settings.documents, documents)
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for table in _NO_NAMES:
        for row in rows(db, f'SELECT document_id, start, "end" FROM {table}'):  # noqa: S608
            spans[row["document_id"]].append((row["start"], row["end"]))
    reports = [
        Report(
            one["id"],
            one["text"],
            one["title"],
            one["source"] or "",
            published=_fits(one["path"], settings.documents)
            and not _fits(one["path"], settings.withhold),
            no_names=tuple(_places_in(one["text"], spans[one["id"]])),
        )
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


def _fits(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, pattern.removeprefix("corpus/")) for pattern in patterns)


def _refuse_idle(name: str, patterns: Iterable[str], documents: Sequence[Row]) -> None:
    """A typing mistake here would publish what was to be withheld."""
    for pattern in patterns:
        if documents and not any(_fits(one["path"], [pattern]) for one in documents):
            raise PublishRefused(
                f"telusur.toml: [publish] {name}: “{pattern}” fits no report below corpus/. "
                "Correct it, or remove it: nothing was published."
            )


def _places_in(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Leave out what stands after a form of address: `Bapak Malang` is a person."""
    for start, end in spans:
        if not re.search(
            r"\b(?:Bapak|Ibu|Pak|Bu|Sdri?|Ny|Tn|Mas|Mbak)\.?\s+\Z", text[max(0, start - 12) : start]
        ):
            yield start, end
