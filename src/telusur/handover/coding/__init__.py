"""Projects of coding software by the REFI-QDA standard: written, and taken back."""

from __future__ import annotations

from telusur.handover.coding.mapping import KINDS, Mapper
from telusur.handover.coding.model import Project, ProjectUnreadable
from telusur.handover.coding.reading import read_project
from telusur.handover.coding.reports import Report
from telusur.handover.coding.taking import Settled, Taken, challenges_in, take

__all__ = [
    "KINDS",
    "Mapper",
    "Project",
    "ProjectUnreadable",
    "Report",
    "Settled",
    "Taken",
    "challenges_in",
    "read_project",
    "take",
]
