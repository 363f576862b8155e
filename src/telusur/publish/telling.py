"""What is told of what was published: how much was hidden, and from which files it came."""

from __future__ import annotations

from collections import Counter
from typing import Any

from telusur.publish.evidence import Copy
from telusur.publish.redaction import Redacted
from telusur.store.database import Database
from telusur.store.reading import rows


def summary(redacted: Redacted, copy: Copy) -> dict[str, Any]:
    """How much was redacted, by rule and report, and nothing of what."""
    by_report: dict[str, Counter[str]] = {}
    for one in redacted.redactions:
        by_report.setdefault(copy.documents[one.document_id], Counter())[one.rule] += 1
    total = Counter(one.rule for one in redacted.redactions)
    return {
        "aturan": dict(sorted(total.items())),
        "laporan": {name: dict(sorted(some.items())) for name, some in sorted(by_report.items())},
    }


def open_sources(db: Database, redacted: Redacted, copy: Copy) -> dict[str, str]:
    """SHA-256 of the files of reports in which nothing was hidden.

    Of others it would let anyone try numbers until one fits.
    """
    hidden = {one.document_id for one in redacted.redactions}
    return {
        copy.documents[row["id"]]: row["sha256"]
        for row in rows(db, "SELECT id, sha256 FROM documents ORDER BY id")
        if row["id"] in copy.documents and row["id"] not in hidden
    }


def source_files(db: Database, redacted: Redacted) -> dict[str, str]:
    """SHA-256 of the files of all published reports: for the report, which is not published."""
    return {
        row["path"]: row["sha256"]
        for row in rows(db, "SELECT id, path, sha256 FROM documents ORDER BY path")
        if (row["id"], "text") in redacted.parts
    }


def last_build(db: Database) -> str:
    """The day on which the evidence was built."""
    ((day,),) = db.execute("SELECT substr(max(finished_at), 1, 10) FROM builds").fetchall()
    return str(day)
