"""What the words of a question say of each finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telusur.link.model import Target
from telusur.link.signals.words import WordEvidence, tokens
from telusur.search.question import Question
from telusur.search.roots import roots

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_HALF = 9.0  # as for links: the weight of a word at which half of the evidence is reached
_SHORTEST_BEGINNING = 4
_MOST_FORMS = 40


@dataclass(frozen=True, slots=True)
class Worded:
    """What words say of the findings."""

    evidence: Array
    """0 to below 1 for each finding."""
    said: Array
    """Which word of `question.sought` a finding, its place or site has (words, findings)."""
    titled: Array
    """Which its report's title has (words, findings)."""
    phrases: Array
    """Whether a finding has all phrases."""


class Wording:
    """The words of a fixed set of findings, and of what they stand under."""

    def __init__(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """`rows`: findings with their quote, report, place, province and site."""
        targets = [
            Target(row["id"], row["quote"], ", ".join(row[name] for name in (*_ABOUT, "title")))
            for row in rows
        ]
        self._evidence = WordEvidence(targets)
        self._texts = [" ".join(tokens(row["quote"])) for row in rows]
        self._said = _Places(
            [[*text.split(), *tokens(", ".join(row[name] for name in _ABOUT))]
             for text, row in zip(self._texts, rows, strict=True)]
        )  # fmt: skip
        self._titled = _Places([tokens(row["title"]) for row in rows])
        self._vocabulary = sorted({*self._said, *self._titled})
        self._forms = defaultdict(list)
        for word in self._vocabulary:
            if not word[0].isdigit():
                for root in roots(word):
                    self._forms[root].append(word)

    def weigh(self, question: Question) -> Worded:
        """Weigh the words of a question against all findings."""
        import numpy as np

        forms = [*map(self.forms, question.words), *([word] for word in question.exact)]
        said = self._said.having(forms, len(self._texts))
        exact = set(question.exact)
        inflected = [token for token in question.tokens if token not in exact]
        further = [form for some in forms for form in some[1:]]
        doubt = 1 - self._evidence.evidence(self._evidence.asked([[*inflected, *further]]))[0]
        for has in said[len(question.words) :]:
            doubt *= 1 - _evidence_of(has)
        phrases = np.array([self._has_all(text, question) for text in self._texts], bool)
        titled = self._titled.having(forms, len(self._texts))
        return Worded(1 - doubt, said, titled, phrases)

    def _has_all(self, text: str, question: Question) -> bool:
        return all(f" {phrase} " in f" {text} " for phrase in question.phrases)

    def forms(self, word: str) -> list[str]:
        """Return `word` and its other forms in the findings.

        Where there are none, those words that begin with it.
        """
        found = dict.fromkeys(form for root in roots(word) for form in self._forms.get(root, ()))
        if not found and len(word) >= _SHORTEST_BEGINNING:
            from bisect import bisect_left

            at = bisect_left(self._vocabulary, word)
            nearby = self._vocabulary[at : at + _MOST_FORMS]
            found = dict.fromkeys(one for one in nearby if one.startswith(word))
        return [word, *(form for form in found if form != word)][:_MOST_FORMS]

    def spelt_like(self, word: str) -> str | None:
        """Return the word of the findings that is spelt most like `word`."""
        from difflib import get_close_matches

        near = [
            one
            for one in self._vocabulary
            if one[0] == word[0] and abs(len(one) - len(word)) <= 2 and one != word
        ]
        return next(iter(get_close_matches(word, near, n=1, cutoff=0.75)), None)


_ABOUT = ("place", "smaller", "province", "site")


class _Places(defaultdict[str, list[int]]):
    """In which texts, by their numbers, each word stands."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        super().__init__(list)
        for number, text in enumerate(texts):
            for word in dict.fromkeys(text):
                self[word].append(number)

    def having(self, forms: Sequence[Sequence[str]], number: int) -> Array:
        """Return which of the texts have any form of each word (words, texts)."""
        import numpy as np

        has = np.zeros((len(forms), number), bool)
        for row, some in zip(has, forms, strict=True):
            for form in some:
                row[self.get(form, [])] = True
        return has


def _evidence_of(has: Array) -> Array:
    """The evidence of a word that is there or not: by how few have it, as BM25 weighs it."""
    import numpy as np

    number = int(has.sum())
    weight = np.log1p((len(has) - number + 0.5) / (number + 0.5))
    evidence: Array = has * (weight / (weight + _HALF))
    return evidence
