"""The state that was signed, whole: `.telusur/baselines/NAME.….zip` with the evidence store, the
draft's files and the journal.

It is no part of the baseline's own file, which is meant for git: it holds the text of all reports,
also of those that are not to leave this machine.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from telusur.accounts.file import FOLDER, private_folder
from telusur.baseline.model import Baseline
from telusur.draft.reading import read_draft
from telusur.errors import InvalidWorkspace, TelusurError
from telusur.files import locked
from telusur.store.database import Database
from telusur.store.snapshot import Reports, copy_store, made_with, mark_as_today, older_store
from telusur.words import say

_STATES = "baselines"
_STORE, _DRAFT, _JOURNAL = "evidence.db", "draft", "review.jsonl"


class BaselineRefused(TelusurError):
    """A baseline cannot be made, found, or brought back."""


class DraftChanged(BaselineRefused):
    """What would be signed is not what stands in draft/."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A baseline brought back, for as long as it is needed."""

    database: Path
    draft: Path
    reports_since: tuple[str, ...]
    """Paths of the reports that have come since."""


@contextlib.contextmanager
def state_now(draft: Path, journal: Path, db: Database) -> Iterator[Path]:
    """Copy the store, the draft and the journal into a folder, which is given up afterwards.

    Raises:
        DraftChanged: the draft is not as the store was built from it.
    """
    with _working_folder(draft.parent) as folder:
        # The journal first: what is decided meanwhile may be in the store, and is not in it.
        (folder / _JOURNAL).write_bytes(journal.read_bytes() if journal.exists() else b"")
        copy_store(db, folder / _STORE)
        for path in sorted(draft.rglob("*")):
            if path.suffix in (".md", ".txt") and path.is_file():
                target = folder / _DRAFT / path.relative_to(draft)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        _refuse_another_draft(folder)
        yield folder


def pack(folder: Path, root: Path, name: str) -> str:
    """Keep the copied state below `root`, and return its SHA-256."""
    partial = folder / "state.zip"
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path != partial:
                packed.write(path, path.relative_to(folder).as_posix())
    digest = _digest(partial)
    partial.replace(_path(root, name, digest))
    return digest


@contextlib.contextmanager
def restored(root: Path, name: str, kept: Baseline, today: Database) -> Iterator[Restored]:
    """Bring the state of a baseline back; `name` is its file's, and `today` the store of today.

    Raises:
        BaselineRefused: it cannot be brought back exactly; the message says what is missing.
    """
    packed = _path(root, name, kept.state)
    _refuse_what_is_missing(packed, kept)
    with _working_folder(root) as folder:
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(folder)
        database = folder / _STORE
        if version := made_with(database):
            raise BaselineRefused(
                say(
                    "“{name}” was kept by Telusur {version}, whose store this version cannot read. "
                    "Publish it with Telusur {version}.",
                    name=kept.name,
                    version=version,
                )
            )
        with older_store(database) as then:
            reports = mark_as_today(then, today)
        _refuse_reports_that_are_gone(reports, kept)
        (folder / _DRAFT).mkdir(exist_ok=True)
        yield Restored(database, folder / _DRAFT, tuple(reports.since))


def _refuse_what_is_missing(packed: Path, kept: Baseline) -> None:
    if not kept.state:
        raise BaselineRefused(
            say(
                "“{name}” was made by an older Telusur, which kept no evidence with it: reports "
                "and links as they stood are missing. Make a new baseline.",
                name=kept.name,
            )
        )
    if not packed.is_file():
        raise BaselineRefused(
            say(
                "“{name}” cannot be brought back here: {packed} is missing, which holds the "
                "evidence as it stood. It lies where {by} made the baseline on {at}; copy it from "
                "there.",
                name=kept.name,
                packed=packed,
                by=kept.by,
                at=kept.at,
            )
        )
    if _digest(packed) != kept.state:
        raise BaselineRefused(
            say(
                "{packed}: this is not what was signed as “{name}” (SHA-256 {state}). Restore it "
                "from a copy.",
                packed=packed,
                name=kept.name,
                state=kept.state,
            )
        )


def _refuse_reports_that_are_gone(reports: Reports, kept: Baseline) -> None:
    if reports.gone:
        some = ", ".join(f"corpus/{path}" for path in reports.gone[:5])
        more = f" and {len(reports.gone) - 5} more" if len(reports.gone) > 5 else ""
        raise BaselineRefused(
            say(
                "“{name}” rests on reports that are gone since: {some}{more}. Why they were taken "
                "out, Telusur cannot know. Put them back and run `telusur build`, or make a new "
                "baseline without them.",
                name=kept.name,
                some=some,
                more=more,
            )
        )


def _refuse_another_draft(folder: Path) -> None:
    with older_store(folder / _STORE) as db:
        built = dict(db.execute("SELECT id, fingerprint FROM clauses").fetchall())
    (folder / _DRAFT).mkdir(exist_ok=True)
    try:
        clauses = read_draft(folder / _DRAFT).linkable
    except InvalidWorkspace:
        clauses = ()
    if built != {clause.id: clause.fingerprint for clause in clauses}:
        raise DraftChanged(
            say(
                "draft/ has changed since the store was built: what would be signed is not what "
                "stands there. Run `telusur build` first."
            )
        )


def _path(root: Path, name: str, digest: str) -> Path:
    return root / FOLDER / _STATES / f"{name}.{digest[:12]}.zip"


@contextlib.contextmanager
def _working_folder(root: Path) -> Iterator[Path]:
    """A folder for a while, where nobody else may look. Only one at a time: what else lies there
    was left by a process that was killed, and holds a copy of all evidence."""
    private_folder(root / FOLDER)
    states = root / FOLDER / _STATES
    states.mkdir(mode=0o700, exist_ok=True)
    with locked(states / ".lock"):
        for left in states.glob(".*/"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(dir=states, prefix=".") as folder:
            yield Path(folder)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
