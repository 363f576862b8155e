"""Baselines are files in draft/baselines/, one each, meant for git; none is ever overwritten."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from telusur import files
from telusur.baseline.model import Baseline, KeptLink, Signature
from telusur.baseline.state import BaselineRefused, pack, state_now
from telusur.errors import CannotWrite
from telusur.store.database import Database
from telusur.store.derived.history import draft_in_store
from telusur.store.reading import counts, rows
from telusur.store.snapshot import older_store
from telusur.words import say

FOLDER = "baselines"
_LINKS = """
SELECT links.finding_id AS finding, findings.quote, documents.title AS document,
  links.clause_id AS clause, clauses.label, links.status, COALESCE(links.decided_by, '') AS by,
  COALESCE(links.decided_at, '') AS at, COALESCE(links.note, '') AS note
FROM links JOIN findings ON findings.id = links.finding_id
JOIN documents ON documents.id = findings.document_id
JOIN clauses ON clauses.id = links.clause_id
WHERE links.status <> 'suggested' ORDER BY clauses.position, links.finding_id
"""
_TITLE = "SELECT text FROM draft_frame WHERE part = 'title' ORDER BY number LIMIT 1"


def create(
    draft: Path,
    journal: Path,
    db: Database,
    name: str,
    *,
    by: str,
    at: datetime,
    signed: Sequence[Signature] = (),
    note: str = "",
) -> Path:
    """Write down how things stand, under a name; return the file.

    Raises:
        BaselineRefused: the name is empty, or there is a baseline of that name already.
        DraftChanged: the draft has changed since the store was built.
    """
    path = _path(draft, name)
    if path.exists():
        raise _taken(path)
    with state_now(draft, journal, db) as folder:
        # All is read from the copy: what is told of the state, and the state, are one.
        lines = (folder / "review.jsonl").read_bytes()
        with older_store(folder / "evidence.db") as copy:
            told = _told(copy)
        kept = Baseline(
            name=" ".join(name.split()),
            at=at,
            by=by,
            note=note,
            signed=tuple(signed),
            **told,
            journal_lines=sum(1 for line in lines.split(b"\n") if line.strip()),
            journal_sha256=hashlib.sha256(lines).hexdigest(),
            state=pack(folder, draft.parent, slug(name)),
        )
    path.parent.mkdir(exist_ok=True)
    try:
        # Over nothing: a baseline that was signed is never written over, not by another process.
        files.create(path, f"{kept.model_dump_json(indent=1)}\n".encode())
    except CannotWrite:
        raise _taken(path) from None
    return path


def _told(db: Database) -> dict[str, Any]:
    version, title = draft_in_store(db), rows(db, _TITLE)
    return {
        "title": title[0]["text"] if title else "",
        "clauses": tuple(asdict(one) for one in version.clauses),
        "references": tuple(asdict(one) for one in version.references),
        "links": tuple(KeptLink(**row) for row in rows(db, _LINKS)),
        "counts": counts(db),
    }


def _taken(path: Path) -> BaselineRefused:
    return BaselineRefused(
        say(
            "{path}: there is a baseline of this name already. It stays as it was signed; choose "
            "another name.",
            path=path,
        )
    )


def listed(draft: Path) -> list[Baseline]:
    """Return all baselines, the oldest first."""
    found = [_read(path) for path in (draft / FOLDER).glob("*.json")]
    return sorted(found, key=lambda one: one.at)


def load(draft: Path, name: str) -> Baseline:
    """Return the baseline of that name.

    Raises:
        BaselineRefused: there is none, or its file is damaged.
    """
    path = _path(draft, name)
    if not path.is_file():
        known = ", ".join(f"“{one.name}”" for one in listed(draft)) or "none yet"
        raise BaselineRefused(
            say("There is no baseline “{name}”. There are: {known}.", name=name, known=known)
        )
    return _read(path)


def slug(name: str) -> str:
    """The name as its file has it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80]


def _path(draft: Path, name: str) -> Path:
    if not (called := slug(name)):
        raise BaselineRefused(say("A baseline needs a name, such as “rapat harmonisasi II”."))
    return draft / FOLDER / f"{called}.json"


def _read(path: Path) -> Baseline:
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except (ValidationError, OSError) as error:
        raise BaselineRefused(
            say("{path}: this baseline cannot be read. Restore it from git.", path=path)
        ) from error
