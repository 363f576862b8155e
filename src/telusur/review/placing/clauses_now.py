"""Finds the clause of a past decision in today's draft: its number is not its identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from telusur.draft.compare.likeness import Likeness, words_of
from telusur.draft.references.laws import Laws
from telusur.draft.references.mentions import find_mentions
from telusur.review.journal.decisions import ClauseThen
from telusur.review.model import ClauseNow

ALIKE = 0.5
"""From this likeness on (0 to 1), changed words are still those that were judged."""


def clause_finder(
    clauses: Sequence[ClauseNow],
) -> Callable[[ClauseThen], tuple[str | None, bool]]:
    """Return what gives a clause of then its id of today, and whether its words have changed."""
    by_id = {one.id: one for one in clauses}
    blind = {one.id: _blind(one.text) for one in clauses}
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, words in blind.items():
        by_words[words].append(id_)

    @cache
    def found(id_: str, text: str) -> tuple[str | None, bool]:
        words = _blind(text)
        if blind.get(id_) == words:
            return id_, False
        if len(same := by_words.get(words, [])) == 1:
            return same[0], False
        if id_ in by_id and _is_labelled(id_):
            return id_, True
        level = _level(id_)
        others = {one.text: one.id for one in clauses if one.level == level}
        nearest = most_alike(text, list(others))
        return (others[nearest], True) if nearest is not None else (None, False)

    return lambda then: found(then.id, then.text)


def most_alike(text: str, others: Sequence[str], least: float = ALIKE) -> str | None:
    """Return the text that shares most words with `text`; None where none shares enough."""
    likeness = Likeness([text, *others])
    best = max(others, key=lambda other: likeness.of(text, other), default=None)
    return best if best is not None and likeness.of(text, best) >= least else None


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
