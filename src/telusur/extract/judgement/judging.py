"""Whether a clause is a finding, of which kind, and on which challenges it bears."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, cast

from telusur.extract.clauses.clause import Context
from telusur.extract.judgement.matching import CueMatcher, Hit
from telusur.extract.judgement.signals import STRENGTHS, Signals
from telusur.extract.judgement.turning import turned
from telusur.extract.lexicon import Lexicon
from telusur.extract.model import ChallengeMatch, Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_ENOUGH = 1.5
"""A challenge's weight from which it is assigned: one medium cue."""
_STRUCTURE = 3.0
_BASE = -1.5
_PER_KIND = 0.5
_PER_CHALLENGE = 0.6
_PER_OTHER = 0.35
_SPOKEN = 0.6
_ITEM = 0.5
_SHORT = 1.5
_MOST = 6.0
_MOST_WORDS = 5
_FEW_TOKENS = 4
_WANTED = frozenset({"kebutuhan", "peluang"})
_AFTER_WISH = 0.3
"""What is good in a clause counts less after words that wish or plan it: `diharapkan mampu …`."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the words of a clause say about it."""

    kind: Kind
    score: float
    """How much speaks for a finding; 0 is even."""
    signals: tuple[str, ...]
    """The words that signal the kind, as the text writes them."""
    challenges: tuple[ChallengeMatch, ...]
    words: Mapping[str, str]
    """The words that signal each challenge, quoted, whether they suffice or not."""
    seen: Signals
    """All cues, for the classifier."""
    odds: float | None = None
    """How likely it is a finding of this kind, as the logarithm of the odds, where that was learnt;
    None where the score is all that is known."""

    @property
    def confidence(self) -> float:
        """Between 0 and 1."""
        return round(1 / (1 + exp(-(self.score if self.odds is None else self.odds))), 2)


class Judge:
    """Judges clauses by the cues of `extract/`."""

    def __init__(self, lexicon: Lexicon, vocab: Vocab) -> None:
        self._kinds: tuple[Kind, ...] = tuple(kind.id for kind in lexicon.kinds)
        self._labels = {kind.id: kind.label for kind in lexicon.kinds}
        self._kind_cues = CueMatcher(
            vocab,
            [
                (f"{kind.id}:{strength}", getattr(kind.cues, strength))
                for kind in lexicon.kinds
                for strength in STRENGTHS
            ],
        )
        self._challenge_cues = CueMatcher(
            vocab,
            [
                (f"{challenge.id}:{strength}", getattr(challenge.cues, strength))
                for challenge in lexicon.challenges
                for strength in STRENGTHS
            ],
        )
        self._other_cues = CueMatcher(
            vocab,
            [(strength, getattr(lexicon.not_findings.cues, strength)) for strength in STRENGTHS],
        )
        self._order = [challenge.id for challenge in lexicon.challenges]

    def read(self, doc: Doc) -> DocCues:
        """Return all cues in `doc`."""
        return DocCues(
            doc,
            kinds=_Hits(self._kind_cues.hits(doc)),
            challenges=_Hits(self._challenge_cues.hits(doc)),
            others=_Hits(self._other_cues.hits(doc)),
        )

    def judge(self, cues: DocCues, first: int, last: int, context: Context) -> Judgement:
        """Return what the tokens from `first` to `last` say about themselves."""
        weights, signals = self._kind_weights(cues, first, last)
        of_challenges, words = self._challenge_weights(cues, first, last)
        challenges = self._challenges(of_challenges, words)
        seen = self._seen(cues, first, last, weights, of_challenges, context)
        kind = max(self._kinds, key=lambda kind: weights.get(kind, 0.0))
        if context.kind is not None:
            return Judgement(context.kind, _STRUCTURE, (), challenges, words, seen)
        against = sum(STRENGTHS[hit.label] for hit in cues.others.within(first, last))
        score = (
            _BASE
            + _PER_KIND * min(sum(weights.values()), _MOST)
            + _PER_CHALLENGE * min(sum(match.confidence for match in challenges), 2.0)
            - _PER_OTHER * min(against, _MOST)
            + (_SPOKEN if context.spoken else 0.0)
            + (_ITEM if context.item else 0.0)
            - (_SHORT if last - first < _FEW_TOKENS else 0.0)
        )
        signal = tuple(signals.get(kind, ()))
        return Judgement(kind, score, signal, challenges, words, seen)

    def _seen(
        self,
        cues: DocCues,
        first: int,
        last: int,
        weights: Mapping[str, float],
        of_challenges: Mapping[str, float],
        context: Context,
    ) -> Signals:
        return Signals(
            kinds=weights,
            counts=Counter(hit.label for hit in cues.kinds.within(first, last)),
            against=Counter(hit.label for hit in cues.others.within(first, last)),
            challenges=of_challenges,
            spoken=context.spoken,
            item=context.item,
            cell=context.cell,
            heading=context.heading,
            sentence=context.sentence,
        )

    def _kind_weights(
        self, cues: DocCues, first: int, last: int
    ) -> tuple[Mapping[str, float], Mapping[str, Sequence[str]]]:
        weights: dict[str, float] = defaultdict(float)
        signals: dict[str, list[str]] = defaultdict(list)
        strongest: dict[tuple[int, int, Kind], float] = {}
        for hit in cues.kinds.within(first, last):
            named, strength = hit.label.split(":")
            kind = turned(cues.doc, hit, cast("Kind", named))
            key = (hit.first, hit.last, kind)
            strongest[key] = max(strongest.get(key, 0.0), STRENGTHS[strength])
        wanted_from = min(
            (
                begin
                for begin, _, kind in strongest
                if kind in _WANTED and strongest[begin, _, kind] > 1
            ),
            default=last,
        )
        for (begin, end, kind), weight in strongest.items():
            if kind == "kelebihan" and begin > wanted_from:
                weight *= _AFTER_WISH
            weights[kind] += weight
            if weight > STRENGTHS["weak"] and len(signals[kind]) < _MOST_WORDS:
                signals[kind].append(cues.doc[begin:end].text)
        return weights, signals

    def _challenge_weights(
        self, cues: DocCues, first: int, last: int
    ) -> tuple[Mapping[str, float], Mapping[str, str]]:
        weights: dict[str, float] = defaultdict(float)
        words: dict[str, list[str]] = defaultdict(list)
        for hit in cues.challenges.within(first, last):
            challenge, strength = hit.label.split(":")
            weights[challenge] += STRENGTHS[strength]
            words[challenge].append(cues.doc[hit.first : hit.last].text)
        return weights, {
            challenge: ", ".join(f"“{word}”" for word in dict.fromkeys(found[:_MOST_WORDS]))
            for challenge, found in words.items()
        }

    def _challenges(
        self, weights: Mapping[str, float], words: Mapping[str, str]
    ) -> tuple[ChallengeMatch, ...]:
        found = [
            ChallengeMatch(challenge, round(1 - exp(-weights[challenge] / 3), 2), words[challenge])
            for challenge in self._order
            if weights.get(challenge, 0.0) >= _ENOUGH
        ]
        return tuple(sorted(found, key=lambda match: -match.confidence))


class _Hits:
    """Hits by position."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._firsts = [hit.first for hit in hits]

    def within(self, first: int, last: int) -> Sequence[Hit]:
        """Return the hits that lie wholly between two tokens."""
        begin = bisect_left(self._firsts, first)
        end = bisect_left(self._firsts, last)
        return [hit for hit in self._hits[begin:end] if hit.last <= last]


@dataclass(frozen=True, slots=True)
class DocCues:
    """The cues in a report."""

    doc: Doc
    kinds: _Hits
    challenges: _Hits
    others: _Hits
