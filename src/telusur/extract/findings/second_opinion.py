"""What the classifier thinks of the candidates, laid beside what their cues say for certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from telusur.extract.classifier import Classifier, Meaning, Verdict
from telusur.extract.judgement.candidate import Candidate
from telusur.extract.judgement.judging import Judgement
from telusur.extract.language.polarity import PolarityReader
from telusur.extract.language.shorthand import spelled_out
from telusur.extract.lexicon import Lexicon
from telusur.extract.model import ChallengeMatch, Kind

_OF_CUES = 0.2
"""What cues add to the classifier's opinion of a kind, for each unit of their weight."""
_UNDER_HEADING = {"item": 2.0, "cell": 2.0, "sentence": 1.0}
"""What a telling heading adds for its kind: much for what is listed under it, less for running
text, where quotes and thanks follow too."""
_FOUND_UNDER_HEADING = {"item": 1.5, "cell": 1.5, "sentence": 0.5}
"""What it adds to the score."""
_OF_POLARITY = 1.0
"""What good or bad sense adds for its kind, for each unit; it takes half of that from the other."""
_WHOLE = 12
"""Words; in a longer clause a few of them say less of the whole."""
_FAINT = 0.3
_HARDSHIP = 0.75
"""What it takes from a need that people must do something: `harus menyeberang dua jam`."""
_CLEAR = 0.63
"""Confidence of a challenge that one strong cue gives."""


_SHORT_ANSWER = 5
"""Words of an answer that says nothing without its question, at most."""


@dataclass(frozen=True, slots=True)
class ByMeaning:
    """A classifier, with the vectors that it reads."""

    classifier: Classifier
    meaning: Meaning


def as_meant(text: str, candidate: Candidate) -> str:
    """Return the words of a candidate as the classifier reads them: none is shortened, and a short
    answer stands behind what it answers."""
    words = spelled_out(text[candidate.start : candidate.end])
    question = candidate.clause.context.question
    if question and len(words.split()) <= _SHORT_ANSWER:
        return f"{question.strip().rstrip('?')}: {words}"
    return words


class SecondOpinion:
    """Judges candidates by their cues and their meaning."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._challenges = {one.id: one.label for one in lexicon.challenges}
        self._labels = {kind.id: kind.label.lower() for kind in lexicon.kinds}
        self._polarity = PolarityReader(lexicon.polarity)

    def on(self, text: str, candidates: Sequence[Candidate], by: ByMeaning) -> list[Candidate]:
        """Return the candidates of a report with this text, as the classifier judges them."""
        if not candidates:
            return []
        clauses = [as_meant(text, one) for one in candidates]
        signals = [one.judgement.seen for one in candidates]
        said = list(zip(clauses, signals, strict=True))
        verdicts = by.classifier.judge(said, by.meaning(clauses))
        return [
            self._on_one(candidate, verdict, by.classifier, self._sense(clause))
            for candidate, verdict, clause in zip(candidates, verdicts, clauses, strict=True)
        ]

    def _sense(self, clause: str) -> dict[Kind, float]:
        """What a clause's good or bad sense adds for kinds; half as much where it asks."""
        said = self._polarity.read(clause)
        value = said.value * min(1.0, _WHOLE / max(1, len(clause.split())))
        value *= 0.5 if said.asks else 1.0
        added: dict[Kind, float] = {"kebutuhan": -_HARDSHIP} if said.hardship else {}
        if abs(value) < _FAINT:
            return added
        is_good = value > 0
        much = _OF_POLARITY * abs(value)
        added["kelebihan"] = much if is_good else -much / 2
        added["kendala"] = -much / 2 if is_good else much
        return added

    def _on_one(
        self,
        candidate: Candidate,
        verdict: Verdict,
        classifier: Classifier,
        sense: Mapping[Kind, float],
    ) -> Candidate:
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
        told_by, form = candidate.clause.context.kind, candidate.clause.unit.form

        def speaks_for(kind: Kind) -> float:
            by_heading = _UNDER_HEADING[form] if kind == told_by else 0.0
            by_cues = _OF_CUES * first.seen.kinds.get(kind, 0.0)
            by_sense = sense.get(kind, 0.0)
            return log(verdict.kinds[kind] + 1e-9) + by_cues + by_heading + by_sense

        kind = max(verdict.kinds, key=speaks_for)
        rivals = sum(exp(speaks_for(other)) for other in verdict.kinds if other != kind)
        of_kind = speaks_for(kind) - log(rivals + 1e-9)
        score = verdict.score + (_FOUND_UNDER_HEADING[form] if told_by else 0.0)
        for_score, for_kind, least = classifier.certainty
        odds = for_score * score + for_kind * of_kind + least
        second = replace(second, score=score, kind=kind, odds=odds)
        told = candidate.by_structure or first.signals
        by = "makna, kalimat bahasa Inggris" if candidate.clause.unit.foreign else "makna"
        rule = candidate.rule if told and kind == first.kind else f"{by} ({self._labels[kind]})"
        return replace(candidate, judgement=second, rule=rule)

    def _why(self, challenge: str, judgement: Judgement) -> str:
        return (
            judgement.words.get(challenge)
            or f"makna dan isi laporan: {self._challenges[challenge]}"
        )
