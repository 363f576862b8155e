"""Reads from the store: for builds, summaries and `telusur trace`, and what a change touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.store.reading.read import (
        confidential,
        copies,
        counts,
        decisions_by_state,
        kept_sources,
        last_build_id,
        not_read,
        remarks,
        rows,
        snapshot,
    )
    from telusur.store.reading.touching import Links, touched
    from telusur.store.reading.tracing import (
        Row,
        Trace,
        find_clause,
        near_to,
        nothing_called,
        trace,
    )
else:
    __getattr__ = door(__name__)

__all__ = [
    "Links",
    "Row",
    "Trace",
    "confidential",
    "copies",
    "counts",
    "decisions_by_state",
    "find_clause",
    "kept_sources",
    "last_build_id",
    "near_to",
    "not_read",
    "nothing_called",
    "remarks",
    "rows",
    "snapshot",
    "touched",
    "trace",
]
