"""Reads from the store what builds and summaries need."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from telusur.store.connection import is_current
from telusur.store.database import Database
from telusur.store.model import Snapshot, Unreadable
from telusur.store.standing import LINK, OF_LINKS

if TYPE_CHECKING:
    from telusur.link.model import Source

# Remedies that name a program begin so: see `corpus`.
_WAITING = """
SELECT COALESCE(attached_to, documents.id) FROM issues
JOIN documents ON issues.path = 'corpus/' || documents.path
WHERE issues.rule = 'remark' AND issues.message LIKE '%install%'
"""


_REPORTS = "SELECT id, path, sha256 FROM documents WHERE attached_to IS NULL"


def snapshot(db: Database) -> Snapshot:
    """Return what the last build left; an empty snapshot asks for a build from nothing."""
    if not is_current(db) or (build_id := last_build_id(db)) is None:
        return Snapshot(None, {}, {}, ())
    (inputs,) = db.execute("SELECT inputs FROM builds WHERE id = ?", [build_id]).fetchone()
    return Snapshot(
        build_id,
        json.loads(inputs),
        {id_: (path, sha256) for id_, path, sha256 in db.execute(_REPORTS)},
        tuple(
            Unreadable(*row)
            for row in db.execute(
                "SELECT path, line, message, sha256 FROM issues WHERE rule = 'unreadable'"
            )
        ),
        frozenset(document_id for (document_id,) in db.execute(_WAITING)),
    )


def last_build_id(db: Database) -> int | None:
    """The running number of the last build that finished."""
    number = db.execute("SELECT max(id) FROM builds").fetchone()[0]
    return None if number is None else int(number)


_READ = """
SELECT finding, quote, kind, COALESCE(attached_to, document_id) FROM (
  SELECT id AS finding, quote, kind, document_id FROM findings WHERE id NOT IN (
    SELECT finding_id FROM marked_findings UNION SELECT finding_id FROM earlier_readings)
  UNION ALL
  SELECT finding_id, quote, kind, document_id FROM earlier_readings
  WHERE json_extract(reading, '$.marked') = 0
) JOIN documents ON documents.id = document_id
ORDER BY finding
"""


def kept_sources(db: Database, without: set[str]) -> Iterator[Source]:
    """Yield the findings of all reports but those in `without`, and what came with these, as they
    were read, in order of id."""
    from telusur.link.model import Source

    for finding, quote, kind, document in db.execute(_READ):
        if document not in without:
            yield Source(finding, quote, kind)


def confidential(db: Database) -> tuple[tuple[str, str], ...]:
    """The reports that are never published: path below corpus/, and what marks them."""
    marked = db.execute(
        "SELECT path, confidential FROM documents WHERE confidential IS NOT NULL ORDER BY path"
    )
    return tuple((path, mark) for path, mark in marked)


def remarks(db: Database) -> tuple[tuple[str, str], ...]:
    """What was passed over of reports that were read: path below the workspace, and the words."""
    said = db.execute("SELECT path, message FROM issues WHERE rule = 'remark' ORDER BY path, id")
    return tuple((path, message) for path, message in said)


def copies(db: Database) -> tuple[tuple[str, str], ...]:
    """The reports that repeat another, and which: paths below corpus/."""
    found = db.execute(
        "SELECT documents.path, first.path FROM documents "
        "JOIN documents AS first ON first.id = documents.copy_of ORDER BY documents.path"
    )
    return tuple((path, first) for path, first in found)


def not_read(db: Database, languages: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The reports in none of these languages: path below corpus/, and the language."""
    marks = ", ".join("?" * len(languages))
    found = db.execute(
        f"SELECT path, language FROM documents WHERE language NOT IN ({marks}) ORDER BY path",  # noqa: S608 (only marks)
        list(languages),
    )
    return tuple((path, language) for path, language in found)


def counts(db: Database) -> dict[str, int]:
    """How many of what the store holds."""
    questions = {
        "documents": "SELECT count(*) FROM documents",
        "passages": "SELECT count(*) FROM passages",
        "places": "SELECT count(DISTINCT place_code) FROM weighed_findings",
        "sites": "SELECT count(*) FROM sites",
        "findings": "SELECT count(*) FROM weighed_findings",
        "clauses": "SELECT count(*) FROM clauses",
        "provisions": "SELECT count(*) FROM provisions",
        "links": "SELECT count(*) FROM links",
        "unsupported": "SELECT count(*) FROM unsupported_clauses",
        "unanswered": "SELECT count(*) FROM unanswered_findings",
        "unreadable": "SELECT count(*) FROM issues WHERE rule = 'unreadable'",
    }
    counted = {name: db.execute(sql).fetchone()[0] for name, sql in questions.items()}
    links = dict(db.execute(f"SELECT {LINK}, count(*) FROM links GROUP BY 1").fetchall())  # noqa: S608
    of = db.execute("SELECT standing, count(*) FROM provision_standings GROUP BY 1")
    provisions = Counter(dict(of.fetchall()))
    return {
        **counted,
        **{standing: links.get(standing, 0) for standing in OF_LINKS},
        "supported": provisions["accepted"],
        "suggested": provisions["strong"] + provisions["weak"],
        "doubtful": provisions["suspect"],
        "justified": provisions["justified"],
    }


def decisions_by_state(db: Database) -> dict[str, int]:
    """How many decisions are in force, suspect, missing and so on."""
    return dict(db.execute("SELECT state, count(*) FROM decisions GROUP BY state").fetchall())


def rows(
    db: Database, sql: str, parameters: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """Answer a question as a list of dictionaries."""
    return list(db.query(sql, dict(parameters or {})))
