"""The main job: reports and draft in, evidence store out; where nothing is new, in no time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from telusur.build.outcome import AS_SET, Outcome, Progress, Where
from telusur.build.standing import as_it_was, fingerprint_of
from telusur.workspace import STORE


def build(
    root: Path,
    database: Path | None,
    progress: Progress,
    today: date,
    where: Where = AS_SET,
) -> Outcome:
    """Bring the evidence store of the workspace at `root` up to date.

    `database` is the store; None means `evidence.db` in the workspace. `today` bounds the years
    that a date without one may have. `where` is where the work is done.

    Raises:
        InvalidWorkspace: settings, lexicon or draft hold mistakes; the store is as it was.
        EncoderUnavailable, ClusterUnusable, StoreUnusable: likewise.
    """
    store = database or root / STORE
    inputs = fingerprint_of(root)
    if inputs and (outcome := as_it_was(root, store, inputs)):
        return outcome
    from telusur.build.making import make  # with all that does the work

    return make(root, store, progress, today, inputs, where)
