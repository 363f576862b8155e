"""What the words of a question say of each finding."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from telusur.link.signals import words as said
from telusur.link.signals.languages import ENGLISH, INDONESIAN
from telusur.link.signals.words import tokens
from telusur.search.postings import Postings, gather
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
    """The words of a fixed set of findings, and of what they stand under.

    What is asked is weighed as `telusur.link.signals.words` weighs the words of a draft, to the
    last bit, but only when it is asked: the weights of all words of many findings take gigabytes.
    """

    def __init__(self, findings: Iterable[tuple[str, tuple[str, ...], str]]) -> None:
        """`findings`: of each its quote, the names of its places and site, its report's title."""
        import numpy as np

        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        heads: defaultdict[tuple[tuple[str, ...], str], int] = defaultdict(count().__next__)
        under = array("i")

        def quotes() -> Iterable[list[str]]:
            for quote, about, title in findings:
                under.append(heads[about, title])
                yield tokens(quote)

        texts = gather(quotes(), numbers)
        abouts = gather((tokens(", ".join(about)) for about, _ in heads), numbers)
        titles = gather((tokens(title) for _, title in heads), numbers)
        self._numbers = dict(numbers)
        self._texts, self._abouts, self._titles = (
            Postings(*some, len(numbers)) for some in (texts, abouts, titles)
        )
        self._under = np.array(under, np.int32)
        """What each finding stands under: many stand under the same."""
        self._vocabulary = sorted(numbers)
        self._evidence = _Evidence(
            self._numbers, self._texts, (self._abouts, self._titles), self._under
        )
        self._forms = defaultdict(list)
        for word in self._vocabulary:
            if not word[0].isdigit():
                for root in roots(word):
                    self._forms[root].append(word)

    def weigh(self, question: Question) -> Worded:
        """Weigh the words of a question against all findings."""
        import numpy as np

        forms = [*map(self.forms, question.words), *([word] for word in question.exact)]
        known = [[self._numbers[form] for form in some if form in self._numbers] for some in forms]
        shape = len(forms), self._texts.number
        said, titled = np.zeros(shape, bool), np.zeros(shape, bool)
        for row, some in enumerate(known):
            said[row] = self._texts.having(some) | self._abouts.having(some)[self._under]
            titled[row] = self._titles.having(some)[self._under]
        exact = set(question.exact)
        inflected = [token for token in question.tokens if token not in exact]
        further = [form for some in forms for form in some[1:]]
        doubt = 1 - self._evidence.of([*inflected, *further])
        for has in said[len(question.words) :]:
            doubt *= 1 - _evidence_of(has)
        phrases = np.ones(self._texts.number, bool)
        for phrase in question.phrases:
            phrases &= self._has(phrase.split())
        return Worded(1 - doubt, said, titled, phrases)

    def _has(self, phrase: Sequence[str]) -> Array:
        """Return which findings say some words as they follow each other."""
        import numpy as np

        has = np.zeros(self._texts.number, bool)
        if all(word in self._numbers for word in phrase):
            at = self._texts.following([self._numbers[word] for word in phrase])
            has[self._texts.texts[at]] = True
        return has

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


class _Evidence:
    """The evidence of words, their stems, their pairs, and of headings."""

    def __init__(
        self,
        numbers: Mapping[str, int],
        texts: Postings,
        heads: Sequence[Postings],
        under: Array,
    ) -> None:
        """`numbers` of the words; `heads`: the parts of what findings stand `under`."""
        import numpy as np
        import Stemmer

        self._numbers, self._texts, self._heads, self._under = numbers, texts, heads, under
        self._many = np.bincount(under, minlength=heads[0].number)
        """How many findings stand under each."""
        self._language = max(
            (INDONESIAN, ENGLISH), key=lambda one: sum(map(self._count, one.stop_words))
        )
        words = [*numbers]
        telling = np.array([said.tells(word, self._language) for word in words], bool)
        self._stem = Stemmer.Stemmer(self._language.stemmer).stemWord
        self._stems: defaultdict[str, list[int]] = defaultdict(list)
        for word in np.unique(texts.said).tolist():
            if telling[word]:
                self._stems[self._stem(words[word])].append(word)
        tells = telling[texts.said]
        same = texts.texts[1:] == texts.texts[:-1]
        titles = sum(head.lengths(telling[head.said]) for head in heads)
        self._damping, self._of_pairs, self._of_titles = (
            said.damping(lengths) if lengths.any() else lengths
            for lengths in (
                texts.lengths(tells),
                texts.lengths(np.flatnonzero(same & (tells[1:] | tells[:-1]))),
                np.asarray(titles)[under],
            )
        )

    def _count(self, word: str) -> int:
        """How often all findings and what they stand under have a word."""
        if word not in self._numbers:
            return 0
        number = (self._numbers[word],)
        titled = (self._many[head.texts[head.of(number)]].sum() for head in self._heads)
        return len(self._texts.of(number)) + int(sum(titled))

    def of(self, asked: Sequence[str]) -> Array:
        """Return the evidence of words that follow each other, 0 to below 1 for each finding."""
        import numpy as np

        total: Array = np.zeros(self._texts.number, np.float32)
        telling = {one for one in asked if said.tells(one, self._language)}
        known = sorted(telling & self._numbers.keys())
        stems = sorted({self._stem(one) for one in telling} & self._stems.keys())
        forms: list[tuple[float, tuple[int, ...]]] = [
            *((said.FORM, (self._numbers[word],)) for word in known),
            *((said.STEM, tuple(self._stems[stem])) for stem in stems),
        ]
        weighed = {  # a word is often the only form of its stem
            some: self._weights(*self._texts.counts(self._texts.of(some)), self._damping)
            for some in {some for _, some in forms}
        }
        for factor, some in forms:
            _add(total, factor, *weighed[some])
        for word in known:
            _add(total, said.HEADING, *self._titled(self._numbers[word]))
        for pair in sorted({*pairwise(asked)}):
            numbers = [self._numbers[one] for one in pair if one in self._numbers]
            if len(numbers) == 2 and not telling.isdisjoint(pair):
                pairs = self._texts.counts(self._texts.following(numbers))
                _add(total, said.PAIR, *self._weights(*pairs, self._of_pairs))
        return total / (total + said.HALF)

    def _titled(self, word: int) -> tuple[Array, Array]:
        """Return which findings stand under a word, and what that weighs."""
        import numpy as np

        times = sum(head.lengths(head.of((word,))) for head in self._heads)
        times = np.asarray(times)[self._under]
        texts = np.flatnonzero(times)
        return self._weights(texts, times[texts], self._of_titles)

    def _weights(self, texts: Array, times: Array, damping: Array) -> tuple[Array, Array]:
        """Return the texts, and what it weighs to be so many times in each of them."""
        import numpy as np

        rare = np.float32(said.rarity(len(texts), self._texts.number))
        times = times.astype(np.float32)
        return texts, (float(rare) * (times / (damping[texts] + times))).astype(np.float32)


def _add(total: Array, factor: float, texts: Array, weights: Array) -> None:
    import numpy as np

    total[texts] += np.float32(factor) * weights


def _evidence_of(has: Array) -> Array:
    """The evidence of a word that is there or not: by how few have it, as BM25 weighs it."""
    import numpy as np

    number = int(has.sum())
    weight = np.log1p((len(has) - number + 0.5) / (number + 0.5))
    evidence: Array = has * (weight / (weight + _HALF))
    return evidence
