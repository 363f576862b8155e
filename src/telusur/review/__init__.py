"""What people decided about links, and which of today's pairs their decisions are about."""

from __future__ import annotations

from telusur.review.deciding import Pair, decide
from telusur.review.journal import append_decision, read_journal
from telusur.review.judged import JudgedLink, judged_links
from telusur.review.model import ClauseNow, Decision, FindingNow, LinkStatus, Placed
from telusur.review.placing import place
from telusur.review.worth import Worth, weigh_decisions

__all__ = [
    "ClauseNow",
    "Decision",
    "FindingNow",
    "JudgedLink",
    "LinkStatus",
    "Pair",
    "Placed",
    "Worth",
    "append_decision",
    "decide",
    "judged_links",
    "place",
    "read_journal",
    "weigh_decisions",
]
