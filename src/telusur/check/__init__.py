"""Checks a workspace's draft: drafting rules, references, numbering, and gaps in its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.check.draft import check_draft
    from telusur.check.evidence import check_evidence
    from telusur.check.fixes import Fixed, fix_draft
    from telusur.check.house import House, read_house
    from telusur.check.issue import CHECKS, Check, Issue, Wanted, in_order, named
    from telusur.check.journal import check_journal
    from telusur.check.waivers import standing
else:
    __getattr__ = door(__name__)

__all__ = [
    "CHECKS",
    "Check",
    "Fixed",
    "House",
    "Issue",
    "Wanted",
    "check_draft",
    "check_evidence",
    "check_journal",
    "fix_draft",
    "in_order",
    "named",
    "read_house",
    "standing",
]
