"""What provisions like a clause have been seen to answer.

"The queue is outside in the sun" and "the organiser provides a waiting room" are not near in
meaning; but who knows many provisions with the findings that they answer knows what to expect of
this one. Telusur ships directions of such pairs, without a word of their texts: of each provision,
and of the findings that it answers. A clause is expected to answer what the provisions nearest to
it do, and the evidence is how near a finding comes to what is expected.

The pairs are Indonesian; where both draft and finding are English, English ones are looked up in
their place. Directions hold for the vectors of one encoder: for another, what meaning says stands
in for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from telusur.link.signals.clause_texts import ClauseTexts, directions
from telusur.link.signals.languages import ENGLISH, INDONESIAN, Language, language_of
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Weigh
from telusur.link.signals.words import silence, tokens

if TYPE_CHECKING:
    from telusur.link.signals.signal import Array

FILE = "answers-{}.npz"
"""By the language of the pairs."""
_REASON = "temuan seperti ini biasa dijawab ketentuan semacam itu"
_STAND_IN = 0.4
"""What meaning counts in the place of pairs."""
_NEAREST = 30
"""So many of the provisions that are nearest to a clause tell what it answers."""
_SHARPNESS = 0.1
"""The nearer counts e times as much as one that is farther by so much."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Provisions, and the findings that each answers, as directions."""

    provisions: Array
    """(pairs, dimension)."""
    findings: Array
    """The mean of those that the provision answers (pairs, dimension)."""
    centre: Array
    """What the findings have in common (dimension,)."""

    def expected(self, clauses: Array) -> Array:
        """Return the direction of what each of some clauses is likely to answer.

        `clauses` are directions (n, dimension); one of zeros is expected to answer nothing.
        """
        import numpy as np

        likeness = np.round(clauses @ self.provisions.T, 5)
        last = min(_NEAREST, len(self.provisions)) - 1
        nearest = np.argpartition(-likeness, last, axis=1)[:, : last + 1]
        near = np.take_along_axis(likeness, nearest, axis=1)
        counts = np.exp((near - near.max(axis=1, keepdims=True)) / _SHARPNESS)
        weights = np.zeros_like(likeness)
        np.put_along_axis(weights, nearest, counts, axis=1)
        weights *= clauses.any(axis=1, keepdims=True)
        return directions(weights @ self.findings, np.zeros(clauses.shape[1]))


def prepare(clauses: Clauses) -> Weigh:
    """As telusur.link.signals.Signal: the finding is of the sort that such a clause answers.

    As with meaning the clause counts half under its headings, half as its best part.
    """
    usual = load_pairs(clauses.encoder, INDONESIAN)
    if usual is None:
        return _meaning_instead
    texts = ClauseTexts(clauses)
    evidence_of = _of_pairs(usual, texts)
    english = None
    if language_of(tokens(one.text) for one in clauses.targets) == ENGLISH:
        pairs = load_pairs(clauses.encoder, ENGLISH)
        english = pairs and _of_pairs(pairs, texts)

    def weigh(findings: Findings, before: Before) -> Said:
        evidence = evidence_of(findings)
        if english:
            told = [row for row, one in enumerate(findings.tokens) if language_of([one]) == ENGLISH]
            evidence[told] = english(findings)[told]
        return Said(evidence, _reasons, silence(before["words"]))

    return weigh


def _of_pairs(pairs: Pairs, texts: ClauseTexts) -> Callable[[Findings], Array]:
    """Return what gives the evidence (findings, clauses) that some pairs have."""
    headed, bare = pairs.expected(texts.headed), pairs.expected(texts.bare)

    def evidence(findings: Findings) -> Array:
        import numpy as np

        asked = directions(findings.vectors, pairs.centre).T
        found: Array = np.round((headed @ asked + texts.highest(bare @ asked)).T / 2, 5)
        return found[: len(findings)]

    return evidence


def load_pairs(encoder: str, language: Language) -> Pairs | None:
    """Return the pairs that ship with Telusur; None for vectors of another encoder."""
    import numpy as np

    file = resources.files(__package__).joinpath(FILE.format(language.stemmer))
    with resources.as_file(file) as path, np.load(path, allow_pickle=False) as stored:
        if str(stored["encoder"]) != encoder:
            return None
        nothing = np.zeros(stored["provisions"].shape[1])
        provisions, findings = (
            directions(stored[name].astype(np.float32), nothing)
            for name in ("provisions", "findings")
        )
        return Pairs(provisions, findings, stored["centre"])


def _meaning_instead(_: Findings, before: Before) -> Said:
    meaning = before["meaning"]
    return Said(_STAND_IN * meaning.evidence, meaning.reasons)


def _reasons(findings: Array, _: Array) -> list[str]:
    return [_REASON] * len(findings)
