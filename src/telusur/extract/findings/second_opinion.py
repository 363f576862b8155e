"""What the classifier thinks of the candidates, laid beside what their cues say for certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

from telusur.extract.classifier import Classifier, Meaning, Verdict
from telusur.extract.judgement.candidate import Candidate
from telusur.extract.judgement.judging import Judgement
from telusur.extract.lexicon import Lexicon
from telusur.extract.model import ChallengeMatch

_OF_CUES = 0.3
"""What cues add to the classifier's opinion of a kind, for each unit of their weight."""
_CLEAR = 0.63
"""Confidence of a challenge that one strong cue gives."""


@dataclass(frozen=True, slots=True)
class ByMeaning:
    """A classifier, with the vectors that it reads."""

    classifier: Classifier
    meaning: Meaning


class SecondOpinion:
    """Judges candidates by their cues and their meaning."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._challenges = {one.id: one.label for one in lexicon.challenges}
        self._labels = {kind.id: kind.label.lower() for kind in lexicon.kinds}

    def on(self, text: str, candidates: Sequence[Candidate], by: ByMeaning) -> list[Candidate]:
        """Return the candidates of a report with this text, as the classifier judges them."""
        if not candidates:
            return []
        clauses = [text[one.start : one.end] for one in candidates]
        signals = [one.judgement.seen for one in candidates]
        said = list(zip(clauses, signals, strict=True))
        verdicts = by.classifier.judge(said, by.meaning(clauses))
        return [
            self._on_one(candidate, verdict, by.classifier)
            for candidate, verdict in zip(candidates, verdicts, strict=True)
        ]

    def _on_one(self, candidate: Candidate, verdict: Verdict, classifier: Classifier) -> Candidate:
        """Weigh the classifier's verdict against what the place in the report says for certain."""
        first = candidate.judgement
        by_meaning = {
            one: ChallengeMatch(one, round(sure, 2), self._why(one, first))
            for one, sure in verdict.challenges.items()
            if sure >= classifier.challenge_threshold and one in self._challenges
        }
        # Clear words count whatever the meaning; and they are all there is to know a challenge by
        # that an analyst has added since the classifier learnt.
        by_words = {
            one.challenge_id: one
            for one in first.challenges
            if one.confidence >= _CLEAR or one.challenge_id not in verdict.challenges
        }
        challenges = sorted((by_meaning | by_words).values(), key=lambda one: -one.confidence)
        second = replace(first, challenges=tuple(challenges))
        if candidate.by_structure:
            return replace(candidate, judgement=second)
        kind = max(
            verdict.kinds,
            key=lambda kind: (
                log(verdict.kinds[kind] + 1e-9) + _OF_CUES * first.seen.kinds.get(kind, 0.0)
            ),
        )
        second = replace(second, score=verdict.score, kind=kind)
        label = self._labels[kind]
        rule = candidate.rule if kind == first.kind and first.signals else f"makna ({label})"
        return replace(candidate, judgement=second, rule=rule)

    def _why(self, challenge: str, judgement: Judgement) -> str:
        return (
            judgement.words.get(challenge)
            or f"makna dan isi laporan: {self._challenges[challenge]}"
        )
