"""What shared words say of a finding and a clause: BM25 over words, stems, pairs, and headings.

A word counts half where the clause has it in the same form, half where it has any form of its stem
(`pengaduan`, `diadukan`), and a little where a heading above the clause has it. Two words that
follow each other in both texts (`kelompok rentan`) count besides.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING, Any

from telusur.link.hygiene import clean
from telusur.link.signals.languages import INDONESIAN, Language, language_of
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Weigh

if TYPE_CHECKING:
    import numpy as np

    from telusur.link.model import Target

    Array = np.ndarray[Any, Any]

# A hyphen parts two words (`data-data`, `e-KTP`).
_TOKEN = re.compile(r"[^\W_]+")
_SATURATION = 1.5  # how soon a word repeated in a clause stops counting (BM25's k1)
_LENGTH_PENALTY = 0.75  # how much a long clause has to say a word more often (BM25's b)
# What each counts; see docs/decisions/linking.md.
FORM, STEM, HEADING, PAIR = 0.5, 0.5, 0.4, 1.2
HALF = 7.0
"""The sum of shared words' weights at which half of the evidence that words can give is reached."""
_SILENCE = 1.4  # how sure words are of a clause, as odds, where broader evidence falls silent
_MOST_NAMED = 4
"""So many of the words that both ends have are worth naming."""


def prepare(clauses: Clauses) -> Weigh:
    """As telusur.link.signals.Signal: the words that a finding and a clause share."""
    words = WordEvidence(clauses.targets)

    def weigh(findings: Findings, _: Before) -> Said:
        asked = words.asked(findings.tokens)

        def reasons(numbers: Array, targets: Array) -> list[str]:
            shared = words.shared(asked, numbers, targets, _MOST_NAMED)
            return [f"kata yang sama: {some}" for some in shared]

        return Said(words.evidence(asked), reasons)

    return weigh


def silence(words: Said) -> Array:
    """Return how much broader evidence is to be heard for each finding (findings, 1), 0 to 1.

    Where words find a clause, what is broader would only blur it: the surer they are, the less.
    """
    import numpy as np

    surest = words.evidence.max(axis=1, keepdims=True)
    heard: Array = np.exp(-((surest / (1 - surest) / _SILENCE) ** 2))
    return heard


def tokens(text: str) -> list[str]:
    """Return the words and figures of `text` in lower case."""
    return _TOKEN.findall(clean(text).lower())


def words(text: str, language: Language = INDONESIAN) -> list[str]:
    """Return the words of `text` that can tell clauses apart, in lower case and unstemmed."""
    return [token for token in tokens(text) if tells(token, language)]


def tells(token: str, language: Language) -> bool:
    """Whether a word can tell clauses apart."""
    # That a report and a clause both have a 17 or a 2019 says nothing.
    return len(token) > 1 and not token[0].isdigit() and token not in language.stop_words


@dataclass(frozen=True, slots=True)
class Asked:
    """What some findings ask of the clauses: an entry for each thing that a clause has of it."""

    words: Sequence[str]
    """The tokens of all findings, one finding after the other."""
    shape: tuple[int, int]
    """How many findings and clauses there are."""
    pairs: Array
    """Who meets: the finding's number times the number of clauses, and the clause's (entries,)."""
    weights: Array
    """What it counts, float32 (entries,)."""
    askers: Array
    """The number of the word in `words` that asks first (entries,)."""


class WordEvidence:
    """Scores findings against a fixed set of clauses; depends on the clauses alone."""

    def __init__(self, targets: Sequence[Target]) -> None:
        import numpy as np

        texts = [tokens(target.text) for target in targets]
        titles = [tokens(target.heading) for target in targets]
        self._number = len(targets)
        self._words = _Rows(language_of([*texts, *titles]))
        self._pairs: dict[tuple[str, str], int] = {}
        told = [self._words.telling(text) for text in texts]
        stems = [list(map(self._words.stem, text)) for text in told]
        counted: tuple[tuple[dict[Any, int], float, Sequence[Sequence[Any]]], ...] = (
            (self._words.forms, FORM, told),
            (self._words.stems, STEM, stems),
            (self._words.headings, HEADING, [self._words.telling(title) for title in titles]),
            (self._pairs, PAIR, [self._words.telling_pairs(text) for text in texts]),
        )
        having, clauses, weights = [], [], []
        begin = 0
        for rows, factor, corpus in counted:
            vocabulary, *held, weight = _bm25(corpus)
            having.append(held[0])
            clauses.append(held[1])
            weights.append(factor * weight)
            rows.update({one: begin + number for number, one in enumerate(vocabulary)})
            begin += len(vocabulary)
        self._having = np.concatenate(having)
        self._begins = np.cumsum(self._having) - self._having
        self._clauses, self._weights = np.concatenate(clauses), np.concatenate(weights)

    def asked(self, findings: Sequence[Sequence[str]]) -> Asked:
        """Return what findings ask for, given the `tokens` of each."""
        import numpy as np

        said = list(chain.from_iterable(findings))
        of_words = list(map(self._words.__getitem__, said))
        of_pairs = np.fromiter(map(self._pairs.get, pairwise(said), repeat(-1)), np.int64)
        known = np.fromiter(map(len, of_words), np.int64)
        places = np.repeat(np.arange(len(said)), known)
        # The last word of a finding and the first of the next are no pair.
        finding = np.repeat(np.arange(len(findings)), [len(one) for one in findings])
        paired = np.flatnonzero((of_pairs >= 0) & (finding[1:] == finding[:-1]))
        # A pair is named by its first word, or by the second where the first tells nothing.
        places = np.concatenate([places, paired + (known[paired] == 0)])
        rows = np.concatenate([np.fromiter(chain.from_iterable(of_words), int), of_pairs[paired]])
        number = max(len(self._having), 1)
        distinct, first = np.unique(finding[places] * number + rows, return_index=True)
        finding, rows = np.divmod(distinct, number)
        entries = self._having[rows]
        held = np.arange(entries.sum()) + np.repeat(
            self._begins[rows] - np.cumsum(entries) + entries, entries
        )
        return Asked(
            said,
            (len(findings), self._number),
            np.repeat(finding * self._number, entries) + self._clauses[held],
            self._weights[held],
            np.repeat(places[first], entries),
        )

    def evidence(self, asked: Asked) -> Array:
        """Return the evidence (findings, clauses) of all words together, from 0 to below 1."""
        import numpy as np

        total: Array = np.zeros(asked.shape, np.float32)
        np.add.at(total.reshape(-1), asked.pairs, asked.weights)
        return total / (total + HALF)

    def shared(self, asked: Asked, findings: Array, targets: Array, most: int) -> list[str]:
        """Return for each link, a finding and a clause by number, the words that both ends have.

        No two links are of the same two. The weightiest words come first, with commas between,
        and no more than `most`.
        """
        import numpy as np

        numbers = np.full(asked.shape, -1)
        numbers[findings, targets] = np.arange(len(findings))
        links = numbers.reshape(-1)[asked.pairs]
        linked = links >= 0
        # One word may ask for several rows: its form, its stem, a heading.
        number = max(len(asked.words), 1)
        distinct, same = np.unique(
            links[linked] * number + asked.askers[linked], return_inverse=True
        )
        links, askers = np.divmod(distinct, number)
        order = np.lexsort((askers, -np.bincount(same, asked.weights[linked]), links))
        kept = order[np.arange(len(links)) - np.searchsorted(links, links) < most]
        named = [asked.words[asker] for asker in askers[kept].tolist()]
        ends = np.searchsorted(links[kept], np.arange(len(findings) + 1)).tolist()
        return [", ".join(named[begin:end]) for begin, end in pairwise(ends)]


class _Rows(dict[str, tuple[int, ...]]):
    """The rows of the weights that a token asks for; worked out once for each."""

    def __init__(self, language: Language) -> None:
        import Stemmer

        self._language = language
        self.stem = Stemmer.Stemmer(language.stemmer).stemWord
        self.forms: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.headings: dict[str, int] = {}

    def __missing__(self, token: str) -> tuple[int, ...]:
        asked: tuple[tuple[dict[str, int], str], ...] = ()
        if tells(token, self._language):
            asked = ((self.forms, token), (self.stems, self.stem(token)), (self.headings, token))
        self[token] = tuple(rows[word] for rows, word in asked if word in rows)
        return self[token]

    def telling(self, text: Sequence[str]) -> list[str]:
        """Return the tokens that can tell clauses apart."""
        return [token for token in text if tells(token, self._language)]

    def telling_pairs(self, text: Sequence[str]) -> list[tuple[str, str]]:
        """Return each token with the next, where one of the two can tell clauses apart."""
        telling = set(self.telling(text))
        return [pair for pair in pairwise(text) if not telling.isdisjoint(pair)]


def _bm25(corpus: Sequence[Sequence[Any]]) -> tuple[list[Any], Array, Array, Array]:
    """Weigh what is counted in `corpus` by BM25, as Lucene does.

    Returns all that is counted, in order, and how many texts have each; then, one after the other,
    which texts these are, and what it weighs there. It is what bm25s computes, to the last bit,
    without the tenth of a second that loading that takes.
    """
    import numpy as np

    if not any(corpus):
        return [], np.zeros(0, int), np.zeros(0, int), np.zeros(0, np.float32)
    counts = [Counter(text) for text in corpus]
    vocabulary = sorted(set().union(*counts))
    numbers = {one: number for number, one in enumerate(vocabulary)}
    distinct = np.fromiter(map(len, counts), np.int64)
    texts = np.repeat(np.arange(len(corpus)), distinct)
    rows = np.fromiter((numbers[one] for count in counts for one in count), np.int64)
    times = np.fromiter(chain.from_iterable(map(Counter.values, counts)), np.float32)
    having = np.bincount(rows, minlength=len(vocabulary))
    rare = np.array([rarity(some, len(corpus)) for some in having.tolist()], np.float32)
    damped = damping(np.fromiter(map(len, corpus), float))
    weights = rare[rows] * (times / (damped[texts] + times))
    order = np.argsort(rows, kind="stable")
    return vocabulary, having, texts[order], weights[order].astype(np.float32)


def rarity(having: int, number: int) -> float:
    """What BM25 gives to what so many of all texts have."""
    return math.log(1 + (number - having + 0.5) / (having + 0.5))


def damping(lengths: Array) -> Array:
    """How often each of all texts has to say a word, by how many it has."""
    longer: Array = lengths / lengths.mean()
    return _SATURATION * ((1 - _LENGTH_PENALTY) + _LENGTH_PENALTY * longer)
