"""What a line of the journal is about: on one topic the later decision supersedes the earlier."""

from __future__ import annotations

from collections.abc import Sequence

from telusur.review.journal.decisions import (
    Addition,
    ClauseThen,
    Comment,
    Correction,
    Decision,
    FindingDecision,
    FindingThen,
    JustifiedGap,
    LinkDecision,
    Reply,
    Split,
    Taking,
)
from telusur.review.journal.entries import Entry

Topic = tuple[str, str | None, str | None]
"""A word for the kind of question; the finding; the clause."""


def ends_of(decision: Decision) -> tuple[FindingThen | None, ClauseThen | None]:
    """Return the finding and the clause that a line names, as they then were."""
    return getattr(decision, "finding", None), getattr(decision, "clause", None)


def topic_of(decision: Decision, finding: str | None, clause: str | None, id_: str) -> Topic:
    """Return what a line is about; `finding` and `clause` are what its ends are called now.

    What is only ever added to, such as comments, is a topic of its own, named by its id.
    """
    match decision:
        case LinkDecision():
            return "link", finding, clause
        case FindingDecision() | Split():
            return "finding", finding, None
        case Correction():
            return "reading", finding, None
        case JustifiedGap():
            return "gap", finding, clause
        case Taking(decision="resolve"):
            return "thread", decision.of, None
        case Addition() | Comment() | Reply() | Taking():
            return decision.decision, id_, None


def undone(entries: Sequence[Entry]) -> set[str]:
    """The ids of lines that were taken back, and not put back by taking that back."""
    found: set[str] = set()
    for entry in reversed(entries):
        one = entry.decision
        if isinstance(one, Taking) and one.decision == "undo" and entry.id not in found:
            found.add(one.of)
    return found


def effect_of(decision: Decision) -> tuple[object, ...]:
    """Return what tells two decisions on one topic apart: those of one effect agree."""
    match decision:
        case LinkDecision():
            return ("accept" if decision.decision == "link" else decision.decision,)
        case FindingDecision() | Taking():
            return (decision.decision,)
        case Split():
            return decision.decision, decision.parts
        case Correction():
            return (decision.reading,)
        case JustifiedGap():
            return decision.reason, decision.law
        case Addition() | Comment() | Reply():
            return ()
