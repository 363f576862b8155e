"""Takes a person's decision into the journal, with what was known when it was taken."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from telusur.review.journal import Entry, Topic, append, ends_of, heads, id_of, in_order, topic_of
from telusur.review.journal.decisions import (
    ANY,
    VERSION,
    ClauseThen,
    Decision,
    FindingThen,
    as_line,
)
from telusur.review.journal.index import Before


@dataclass(frozen=True, slots=True)
class Pair:
    """What a decision on a link is about, and what whoever takes it sees."""

    finding: FindingThen
    clause: ClauseThen
    score: float | None
    """The link's score before any decision; None where it was not suggested."""
    suggested: int
    """How many links the finding has by machine."""
    model: str
    """The encoder that suggests."""
    decided: frozenset[str] = frozenset()
    """The ids of the decisions on it that the store knows and that nothing supersedes."""


def record(
    journal: Path,
    decision: Decision,
    *,
    decided: Collection[str] = (),
    seen: Collection[str] | None = None,
) -> Entry:
    """Write a decision to the end of the journal, and return it as it stands there.

    It supersedes what was decided on the same thing: what the store knows of (`decided`, also
    where the thing had another name), and what the journal holds since. Whoever decided on a page
    that showed less names what it showed as `seen`; then two who decided at once are told.

    Raises:
        NotRecorded: it could not be written; nothing has changed.
    """
    made: list[tuple[int, Decision]] = []

    def make(before: Before) -> Sequence[str]:
        known = seen if seen is not None else _known(before, decision, decided)
        taken = decision.model_copy(update={"v": VERSION, "after": tuple(sorted(known))})
        made.append((before.lines + 1, taken))
        return [as_line(taken)]

    (text,) = append(journal, make)
    return Entry(id_of(text), made[0][0], text, ANY.validate_json(text))


def _known(before: Before, decision: Decision, decided: Collection[str]) -> set[str]:
    """The ids of what the decision supersedes."""
    same = _on_the_same(before, decision)
    known = {entry.id for entry in heads(same)}
    superseded = {id_ for entry in same for id_ in entry.decision.after}
    return known | (set(decided) - superseded - {entry.id for entry in same})


def _on_the_same(before: Before, decision: Decision) -> list[Entry]:
    """The lines about the same thing under the same names; others are not even read."""
    topic = _topic(decision)
    entries = []
    for line in before.naming([name for name in topic[1:] if name]):
        try:
            one = ANY.validate_json(line)
        except ValidationError:
            continue
        if _topic(one) == topic:
            text = line.decode("utf-8")
            entries.append(Entry(id_of(text), 0, text, one))
    return in_order(entries)


def _topic(decision: Decision) -> Topic:
    finding, clause = ends_of(decision)
    return topic_of(decision, finding.id if finding else None, clause.id if clause else None, "")
