"""Finds what past decisions are about today: a clause's number is not its identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from telusur.draft.compare.likeness import Likeness, words_of
from telusur.draft.references.laws import Laws
from telusur.draft.references.mentions import find_mentions
from telusur.review.model import ClauseNow, Decision, FindingNow, Placed

_ALIKE = 0.5
"""From this likeness on (0 to 1), changed words are still those that were judged."""


def place(
    journal: Sequence[tuple[int, Decision]],
    findings: Sequence[FindingNow],
    clauses: Sequence[ClauseNow],
) -> list[Placed]:
    """Return each decision of the journal with the pair that it is about, in their order."""
    finding_of = _findings(journal, findings)
    clause_of = _clauses(journal, clauses)
    last: dict[tuple[str, str], int] = {}
    found = []
    for line, decision in journal:
        finding, finding_changed = finding_of(decision)
        clause, clause_changed = clause_of(decision)
        found.append((line, decision, finding, clause, finding_changed or clause_changed))
        if finding and clause:
            last[finding, clause] = line
    return [
        Placed(
            line, decision, finding, clause, changed,
            superseded=bool(finding and clause and last[finding, clause] != line),
        )
        for line, decision, finding, clause, changed in found
    ]  # fmt: skip


_Found = tuple[str | None, bool]
"""The id of today, and whether the words have changed."""


def _findings(
    journal: Sequence[tuple[int, Decision]], findings: Sequence[FindingNow]
) -> Callable[[Decision], _Found]:
    ids = {one.id for one in findings}
    missing = {one.finding.document for _, one in journal if one.finding.id not in ids}
    nearby: Mapping[str, list[FindingNow]] = defaultdict(list)
    for one in findings:
        if one.document_id in missing:
            nearby[one.document_id].append(one)

    def found(decision: Decision) -> _Found:
        then = decision.finding
        if then.id in ids:
            return then.id, False
        others = {one.quote: one.id for one in nearby[then.document]}
        quote = _most_alike(then.quote, list(others))
        return (others[quote], True) if quote is not None else (None, False)

    return found


def _clauses(
    journal: Sequence[tuple[int, Decision]], clauses: Sequence[ClauseNow]
) -> Callable[[Decision], _Found]:
    by_id = {one.id: one for one in clauses}
    blind = {one.id: _blind(one.text) for one in clauses} if journal else {}
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, words in blind.items():
        by_words[words].append(id_)

    def found(decision: Decision) -> _Found:
        then, words = decision.clause, _blind(decision.clause.text)
        if blind.get(then.id) == words:
            return then.id, False
        if len(same := by_words.get(words, [])) == 1:
            return same[0], False
        if then.id in by_id and _is_labelled(then.id):
            return then.id, True
        level = _level(then.id)
        others = {one.text: one.id for one in clauses if one.level == level}
        text = _most_alike(then.text, list(others))
        return (others[text], True) if text is not None else (None, False)

    return found


def _blind(text: str) -> tuple[str, ...]:
    """The words without the numbers of provisions referred to, which follow their targets."""
    pieces, at = [], 0
    for mention in find_mentions(text, Laws(text)):
        if not mention.of_other_law:
            pieces += [text[at : mention.start], "§"]
            at = mention.end
    return tuple(words_of("".join([*pieces, text[at:]])))


def _is_labelled(clause_id: str) -> bool:
    """Whether an id begins with a label that a drafter gave, and not with a number."""
    return not clause_id.startswith("pasal-")


def _level(clause_id: str) -> str:
    """The level that the last part of an id tells: `ayat` of `jaringan.ayat-2`."""
    return clause_id.rpartition(".")[2].partition("-")[0] if "." in clause_id else "pasal"


def _most_alike(text: str, others: Sequence[str]) -> str | None:
    likeness = Likeness([text, *others])
    best = max(others, key=lambda other: likeness.of(text, other), default=None)
    return best if best is not None and likeness.of(text, best) >= _ALIKE else None
