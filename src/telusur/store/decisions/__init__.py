"""What people decided, laid over the findings, clauses and links of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.store.decisions.at_once import show_decisions
    from telusur.store.decisions.ends import (
        clause_to_decide,
        finding_to_decide,
        gap_to_justify,
        pair_to_decide,
    )
    from telusur.store.decisions.memory import missing_lines, with_missing
    from telusur.store.decisions.projecting import (
        clauses_to_decide,
        forget_decisions,
        project_again,
        project_decisions,
    )
    from telusur.store.decisions.words import keep_suggestions
else:
    __getattr__ = door(__name__)

__all__ = [
    "clause_to_decide",
    "clauses_to_decide",
    "finding_to_decide",
    "forget_decisions",
    "gap_to_justify",
    "keep_suggestions",
    "missing_lines",
    "pair_to_decide",
    "project_again",
    "project_decisions",
    "show_decisions",
    "with_missing",
]
