"""Takes a person's decision into the journal, with what was known when it was taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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

    def make(before: bytes) -> Sequence[str]:
        known = seen if seen is not None else _known(before, decision, decided)
        taken = decision.model_copy(update={"v": VERSION, "after": tuple(sorted(known))})
        lines = before.count(b"\n") + (not before.endswith(b"\n") and before != b"")
        made.append((lines + 1, taken))
        return [as_line(taken)]

    (text,) = append(journal, make)
    return Entry(id_of(text), made[0][0], text, ANY.validate_json(text))


def _known(before: bytes, decision: Decision, decided: Collection[str]) -> set[str]:
    """The ids of what the decision supersedes."""
    same = _on_the_same(before, decision)
    known = {entry.id for entry in heads(same)}
    superseded = {id_ for entry in same for id_ in entry.decision.after}
    return known | (set(decided) - superseded - {entry.id for entry in same})


def _on_the_same(before: bytes, decision: Decision) -> list[Entry]:
    """The lines about the same thing under the same names; others are not even parsed."""
    topic = _topic(decision)
    names = [f'"{name}"'.encode() for name in topic[1:] if name]
    entries = []
    for line in _lines_with(before, names):
        try:
            one = ANY.validate_json(line)
        except ValidationError:
            continue
        if _topic(one) == topic:
            text = line.decode("utf-8")
            entries.append(Entry(id_of(text), 0, text, one))
    return in_order(entries)


def _lines_with(data: bytes, names: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the lines that hold all names, without looking at each line of a long journal."""
    at = data.find(names[0]) if names else -1
    while at >= 0:
        end = data.find(b"\n", at) % (len(data) + 1)  # the last line may have no end
        line = data[data.rfind(b"\n", 0, at) + 1 : end]
        if all(name in line for name in names):
            yield line.strip().removeprefix(b"\xef\xbb\xbf")
        at = data.find(names[0], end)


def _topic(decision: Decision) -> Topic:
    finding, clause = ends_of(decision)
    return topic_of(decision, finding.id if finding else None, clause.id if clause else None, "")
