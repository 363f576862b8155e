"""What the taxonomy of challenges says of a finding and a clause.

A report says "the power fails", a clause "back-up lines": no word is shared, but both bear on
connectivity. Both ends get a profile, how much of the cues of each challenge they have, and the
evidence is how much of a finding's profile the clause has more than clauses have on the whole. A
text without any cue says nothing, and neither helps nor harms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from telusur.link.hygiene import clean
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Weigh
from telusur.link.signals.words import silence, tokens

if TYPE_CHECKING:
    import numpy as np

    from telusur.extract.lexicon import Challenge
    from telusur.link.model import Target

    Array = np.ndarray[Any, Any]

_STRONG, _MEDIUM, _WEAK = 1.0, 0.6, 0.2  # what a cue says, by where it stands in the file
_FALLING_RETURNS = 0.75  # a challenge with many cues in a text says a little less for each
_GAP = "…"
_SPELT = re.compile(r"[^\W_]+\*?(?:\|[^\W_]+\*?)*")


def prepare(clauses: Clauses) -> Weigh:
    """As telusur.link.signals.Signal: a finding and a clause bear on the same challenges."""
    concepts = ConceptEvidence(clauses.targets, clauses.challenges)

    def weigh(findings: Findings, before: Before) -> Said:
        number = len(findings)
        filled = [*findings.tokens, *[()] * (len(findings.vectors) - number)]
        profiles = concepts.profiles(filled)

        def reasons(numbers: Array, targets: Array) -> list[str]:
            shared = concepts.shared(profiles[numbers], targets)
            return [f"tantangan yang sama: {challenge}" for challenge in shared]

        return Said(concepts.evidence(profiles)[:number], reasons, silence(before["words"]))

    return weigh


@dataclass(frozen=True, slots=True, eq=False)
class _Cue:
    """A phrase to find in a text of which only the words are left, with a space before each."""

    challenge: int
    weight: float
    pattern: re.Pattern[str] | None
    """None for a cue of one word, which its first word has found.

    It begins with a space, for Python searches fast for what begins with plain characters.
    """


class ConceptEvidence:
    """Compares findings with a fixed set of clauses; depends on clauses and taxonomy alone."""

    def __init__(self, targets: Sequence[Target], challenges: Sequence[Challenge]) -> None:
        self._labels = [challenge.label for challenge in challenges]
        self._cues = CueFinder(challenges)
        clauses = self._cues.profiles([tokens(f"{one.text} {one.heading}") for one in targets])
        # A challenge that every clause bears on tells no clause from another.
        rest = clauses - clauses.mean(axis=0) if len(clauses) else clauses
        self._clauses = _normalised(rest * clauses.any(axis=1, keepdims=True)).astype("float32")

    def profiles(self, findings: Sequence[Sequence[str]]) -> Array:
        """Return how much each finding bears on each challenge (findings, challenges), 0 to 1.

        `findings` are the tokens of each.
        """
        return _normalised(self._cues.profiles(findings))

    def evidence(self, profiles: Array) -> Array:
        """Return the evidence (findings, clauses), from -1 to 1."""
        evidence: Array = profiles.astype("float32") @ self._clauses.T
        return evidence

    def shared(self, profiles: Array, targets: Array) -> list[str | None]:
        """Return for each link the label of the challenge that carries its evidence, if one does.

        `profiles` holds the finding's profile (links, challenges), `targets` the clause's number.
        """
        import numpy as np

        if not self._labels:
            return [None] * len(targets)
        carried = profiles * self._clauses[targets]
        best = carried.argmax(axis=1)
        says = carried[np.arange(len(best)), best] > 0
        return [
            self._labels[number] if one else None
            for number, one in zip(best.tolist(), says.tolist(), strict=True)
        ]


class CueFinder:
    """Finds the cues of a taxonomy: in thousands of texts a second, and without spaCy."""

    def __init__(self, challenges: Sequence[Challenge]) -> None:
        self._challenges = len(challenges)
        self._starting = _Starting()
        for number, challenge in enumerate(challenges):
            levels = (
                (_STRONG, challenge.cues.strong),
                (_MEDIUM, challenge.cues.medium),
                (_WEAK, challenge.cues.weak),
            )
            for weight, cues in levels:
                for cue in cues:
                    self._add(number, weight, cue)

    def _add(self, challenge: int, weight: float, written: str) -> None:
        # The gap is kept from `clean`, which would make three full stops of it.
        spelt = f" {_GAP} ".join(
            " ".join(_SPELT.findall(clean(part).lower())) for part in written.split(_GAP)
        )
        first, *rest = spelt.split() or [""]
        pattern = re.compile(rf"{_regex(spelt)}(?!\S)") if rest else None
        cue = _Cue(challenge, weight, pattern)
        for choice in filter(None, first.split("|")):
            if choice.endswith("*"):
                self._starting.by_letter[choice[0]].append((choice[:-1], cue))
            else:
                self._starting.by_word[choice].append(cue)
                self._starting.by_word[f"{choice}nya"].append(cue)

    def profiles(self, texts: Sequence[Sequence[str]]) -> Array:
        """Return how much of the cues of each challenge each text has (texts, challenges)."""
        import numpy as np

        profiles = np.zeros((len(texts), self._challenges))
        for profile, text in zip(profiles, texts, strict=True):
            starting = list(chain.from_iterable(map(self._starting.__getitem__, text)))
            if not starting:
                continue
            spaced = f" {' '.join(text)}"
            for cue in dict.fromkeys(starting):
                if cue.pattern is None or cue.pattern.search(spaced):
                    profile[cue.challenge] += cue.weight
        return profiles**_FALLING_RETURNS


class _Starting(dict[str, tuple[_Cue, ...]]):
    """The cues that begin with a word; looked up once for each word."""

    def __init__(self) -> None:
        self.by_word: dict[str, list[_Cue]] = defaultdict(list)
        self.by_letter: dict[str, list[tuple[str, _Cue]]] = defaultdict(list)
        """The beginnings of words that are written with a star, by their first letter."""

    def __missing__(self, word: str) -> tuple[_Cue, ...]:
        by_beginning = self.by_letter.get(word[0], ())
        self[word] = (
            *self.by_word.get(word, ()),
            *(cue for beginning, cue in by_beginning if word.startswith(beginning)),
        )
        return self[word]


def _regex(cue: str) -> str:
    pattern = ""
    for word in cue.split():
        if word == _GAP:
            pattern += r"(?: \S+){0,4}"
            continue
        choices = (
            choice[:-1] + r"\S*" if choice.endswith("*") else f"{choice}(?:nya)?"
            for choice in word.split("|")
        )
        pattern += f" (?:{'|'.join(choices)})"
    return pattern


def _normalised(profiles: Array) -> Array:
    """Scale every row to length 1; a row of zeros stays zeros."""
    import numpy as np

    lengths = np.linalg.norm(profiles, axis=1, keepdims=True)
    scaled: Array = np.divide(profiles, lengths, out=np.zeros_like(profiles), where=lengths > 1e-6)
    return scaled
