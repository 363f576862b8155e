"""Whether a store is as a build would make it, told by fingerprints and without any of the work."""

from __future__ import annotations

import contextlib
import tomllib
from pathlib import Path

from telusur import corpus, link
from telusur.build.outcome import Outcome, outcome_of
from telusur.errors import Problem, StoreUnusable, TelusurError
from telusur.store.connection import store_for_reading
from telusur.store.database import Database
from telusur.store.reading import snapshot
from telusur.workspace import SETTINGS, fingerprint, fingerprint_of_folders

WHOLE = "all"
"""What a store keeps the fingerprint of all inputs under, beside those of the stages."""
_FOLDERS = ("corpus", "draft", "extract")
CODE = ("build", "corpus", "draft", "extract", "link", "review", "store", "workspace")


def fingerprint_of(root: Path) -> str:
    """Of all that what a build makes depends on; empty where that cannot be told so easily.

    It is taken before anything is read: what changes meanwhile is seen by the next build.
    """
    try:
        settings = tomllib.loads((root / SETTINGS).read_bytes().decode("utf-8-sig"))
        if settings.get("reading", {}).get("components"):
            return ""  # code of other people's, which planning looks for
        model = str(settings.get("encoder", {}).get("model", link.DEFAULT))
        encoder = link.identify(str(root / model) if (root / model).is_dir() else model)
    except (OSError, ValueError, AttributeError, TelusurError):
        return ""  # told by the build that follows
    inputs = fingerprint_of_folders([root / name for name in _FOLDERS])
    values = f"{inputs} {encoder} {corpus.programs()} {settings}"
    return fingerprint(packages=CODE, values=values)


def as_it_was(root: Path, store: Path, inputs: str) -> Outcome | None:
    """What the store holds, if it was built from these very inputs."""
    with contextlib.suppress(StoreUnusable), store_for_reading(store) as db:
        before = snapshot(db)
        if before.inputs.get(WHOLE) == inputs:
            set_aside = _set_aside(db, root / "draft" / "review.jsonl")
            return outcome_of(db, 0, before.unreadable, {}, set_aside)
    return None


def _set_aside(db: Database, journal: Path) -> tuple[Problem, ...]:
    """The lines that are no decisions: none where the store has as many as there are lines, and to
    read them once more would take half of the time of a build with nothing new."""
    (known,) = db.execute("SELECT count(*) FROM decisions WHERE line IS NOT NULL").fetchone()
    lines = journal.read_bytes().split(b"\n") if journal.is_file() else []
    if known == sum(bool(line.strip()) for line in lines):
        return ()
    from telusur.review import read_journal

    return read_journal(journal).set_aside
