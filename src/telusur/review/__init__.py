"""What people decided, and what each decision is about and worth today.

`record` appends to the journal, `read_journal` reads it, `place` lays its decisions over today's
findings and clauses.
"""

from __future__ import annotations

from telusur.review.appending import append
from telusur.review.deciding import Pair, record
from telusur.review.decisions import ClauseThen, Decision, FindingThen, Line, LinkDecision
from telusur.review.entries import Entry, in_order
from telusur.review.journal import Journal, read_journal
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
