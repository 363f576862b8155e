"""What people decided, and what each decision is about and worth today.

`record` appends to the journal, `read_journal` reads it, `place` lays its decisions over today's
findings and clauses.
"""

from __future__ import annotations

from telusur.review.deciding import Pair, record
from telusur.review.journal import Entry, Journal, append, in_order, read_journal
from telusur.review.journal.decisions import ClauseThen, Decision, FindingThen, Line, LinkDecision
from telusur.review.model import ClauseNow, Doubt, FindingNow, LinkStatus, Placed, State
from telusur.review.placing import place
from telusur.review.worth import JudgedLink, Worth, judged_links, weigh_decisions

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
    "Pair",
    "Placed",
    "State",
    "Worth",
    "append",
    "in_order",
    "judged_links",
    "place",
    "read_journal",
    "record",
    "weigh_decisions",
]
