"""Lays past decisions over today's findings and clauses, and says what each is worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from telusur.review.journal import Entry, Topic, effect_of, ends_of, heads, topic_of, undone
from telusur.review.journal.decisions import Addition
from telusur.review.model import ClauseNow, Doubt, FindingNow, Placed, State
from telusur.review.placing.clauses_now import clause_finder
from telusur.review.placing.findings_now import FindingFinder, Found


def place(
    entries: Sequence[Entry],
    findings: Sequence[FindingNow],
    clauses: Sequence[ClauseNow],
    documents: Collection[str],
    added: Mapping[str, Found] | None = None,
) -> list[Placed]:
    """Return each decision with what it is about, in their order.

    `documents` are the ids of all reports, those without findings included. An entry without a
    line is one that the journal no longer holds. `added` says of additions, by their ids, which
    finding of today they are; without it they are about none.
    """
    spots = _spots(entries, findings, clauses, documents, added)
    taken_back = undone(entries)
    on: dict[Topic, list[Entry]] = defaultdict(list)
    for entry in entries:
        spot = spots[entry.id]
        if not spot.lost and entry.id not in taken_back:
            topic = topic_of(entry.decision, spot.finding, spot.clause, entry.id)
            on[topic].append(entry)
    standing: dict[str, bool] = {}
    strangers: set[str] = set()
    for group in on.values():
        strangers |= (strange := _strangers(group, spots))
        standing |= standing_of([entry for entry in group if entry.id not in strange])
    placed = []
    for entry in entries:
        spot = _NOWHERE if entry.id in strangers else spots[entry.id]
        state, doubt = _worth(entry, spot, entry.id in taken_back, standing.get(entry.id))
        placed.append(Placed(entry, spot.finding, spot.clause, state, doubt))
    return placed


def standing_of(group: Sequence[Entry]) -> dict[str, bool]:
    """Return the ids of the decisions on one topic, given in order, that no other supersedes.

    One stands, or several that are in conflict: True.
    """
    last = heads(group)
    conflict = len({effect_of(entry.decision) for entry in last}) > 1
    kept = [entry for entry in last if entry.line is not None] or last
    return dict.fromkeys((one.id for one in (last if conflict else kept[-1:])), conflict)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the ends of a decision are today."""

    finding: str | None
    clause: str | None
    lost: bool
    doubt: Doubt | None
    guessed: bool = False
    """Whether one end is only the most alike of what stands elsewhere."""


_NOWHERE = _Spot(None, None, lost=True, doubt=None)


def _strangers(group: Sequence[Entry], spots: Mapping[str, _Spot]) -> set[str]:
    """Decisions that were guessed to be about what others surely are about.

    The guess is wrong where neither knew of the other: it must not overrule them.
    """
    sure = [entry for entry in group if not spots[entry.id].guessed]
    of_sure = {entry.id for entry in sure}
    known = {id_ for entry in sure for id_ in entry.decision.after}
    return {
        entry.id
        for entry in group
        if sure
        and spots[entry.id].guessed
        and entry.id not in known
        and not of_sure & set(entry.decision.after)
    }


def _spots(
    entries: Sequence[Entry],
    findings: Sequence[FindingNow],
    clauses: Sequence[ClauseNow],
    documents: Collection[str],
    added: Mapping[str, Found] | None,
) -> dict[str, _Spot]:
    thens = [(entry, *ends_of(entry.decision)) for entry in entries]
    finder = FindingFinder(findings, documents, (one for _, one, _ in thens if one))
    find_clause = clause_finder(clauses if thens else ())
    report_of = {one.id: one.document_id for one in findings}
    spots = {}
    for entry, finding, clause in thens:
        found = finder.find(finding) if finding else Found(None)
        if isinstance(entry.decision, Addition):  # not by its finding: the reader has none there
            found = (added or {}).get(entry.id, Found(None))
        clause_id, changed = find_clause(clause) if clause else (None, False)
        lost = bool((finding and not found.id) or (clause and not clause_id))
        elsewhere = finding and found.id and report_of.get(found.id) != finding.document
        renamed = clause and changed and clause_id != clause.id
        guessed = bool((elsewhere and (found.changed or found.ambiguous)) or renamed)
        doubt = _doubt(found, clause_changed=changed)
        spots[entry.id] = _Spot(found.id, clause_id, lost, doubt, guessed)
    return spots


def _doubt(found: Found, *, clause_changed: bool) -> Doubt | None:
    if found.ambiguous:
        return Doubt.AMBIGUOUS
    if found.changed and clause_changed:
        return Doubt.BOTH
    if found.changed:
        return Doubt.FINDING
    return Doubt.CLAUSE if clause_changed else None


def _worth(
    entry: Entry, spot: _Spot, taken_back: bool, conflict: bool | None
) -> tuple[State, Doubt | None]:
    """Return what a decision is worth; `conflict` is None where a later one supersedes it."""
    if taken_back:
        return State.WITHDRAWN, None
    if spot.lost:
        return State.LOST, None
    if conflict is None:
        return State.SUPERSEDED, None
    if entry.line is None:
        return State.MISSING, Doubt.MISSING
    if conflict:
        return State.CONFLICT, Doubt.CONFLICT
    if spot.doubt is Doubt.AMBIGUOUS:
        return State.AMBIGUOUS, spot.doubt
    return (State.SUSPECT if spot.doubt else State.IN_FORCE), spot.doubt
