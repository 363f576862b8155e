"""Several people at one queue: who works on what, whether they agree, what is new for each."""

from __future__ import annotations

from telusur.team.agreement import Agreement, Work, agreement, work
from telusur.team.opinions import Dispute, Opinion, disputes, judged_once, opinions
from telusur.team.state import Assignment, Control, State, TeamFile

__all__ = [
    "Agreement",
    "Assignment",
    "Control",
    "Dispute",
    "Opinion",
    "State",
    "TeamFile",
    "Work",
    "agreement",
    "disputes",
    "judged_once",
    "opinions",
    "work",
]
