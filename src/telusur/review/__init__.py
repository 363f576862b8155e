"""What people decided, and what each decision is about and worth today.

`record` appends to the journal, `read_journal` reads it, `place` lays its decisions over today's
findings and clauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.review.deciding import Pair, record
    from telusur.review.journal import Entry, Journal, append, in_order, read_journal
    from telusur.review.journal.decisions import (
        ClauseThen,
        Decision,
        FindingThen,
        Line,
        LinkDecision,
    )
    from telusur.review.model import (
        ClauseNow,
        Doubt,
        FindingNow,
        LinkStatus,
        Placed,
        State,
        around,
    )
    from telusur.review.placing import place
    from telusur.review.settling import Marked, Settled, settle, words_marked
    from telusur.review.worth import JudgedLink, Worth, judged_links, weigh_decisions
else:
    __getattr__ = door(__name__)

__all__ = [
    "ClauseNow",
    "ClauseThen",
    "Decision",
    "Doubt",
    "Entry",
    "FindingNow",
    "FindingThen",
    "Journal",
    "JudgedLink",
    "Line",
    "LinkDecision",
    "LinkStatus",
    "Marked",
    "Pair",
    "Placed",
    "Settled",
    "State",
    "Worth",
    "append",
    "around",
    "in_order",
    "judged_links",
    "place",
    "read_journal",
    "record",
    "settle",
    "weigh_decisions",
    "words_marked",
]
