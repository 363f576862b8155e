"""What shared words say of a finding and a clause: BM25 over words, stems, pairs, and headings.

A word counts half where the clause has it in the same form, half where it has any form of its stem
(`pengaduan`, `diadukan`), and a little where a heading above the clause has it. Two words that
follow each other in both texts (`kelompok rentan`) count besides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING, Any

from telusur.link.hygiene import clean
from telusur.link.signals.languages import INDONESIAN, Language, language_of
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Weigh

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

    from telusur.link.model import Target

    Array = np.ndarray[Any, Any]

# A hyphen parts two words (`data-data`, `e-KTP`).
_TOKEN = re.compile(r"[^\W_]+")
_SATURATION = 1.5  # how soon a word repeated in a clause stops counting (BM25's k1)
_LENGTH_PENALTY = 0.75  # how much a long clause has to say a word more often (BM25's b)
# What each counts; see docs/decisions/linking.md.
_FORM, _STEM, _HEADING, _PAIR = 0.5, 0.5, 0.4, 1.2
# The sum of shared words' weights at which half of the evidence that words can give is reached.
_HALF = 7.0
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
    return [token for token in tokens(text) if _tells(token, language)]


def _tells(token: str, language: Language) -> bool:
    # That a report and a clause both have a 17 or a 2019 says nothing.
    return len(token) > 1 and not token[0].isdigit() and token not in language.stop_words


@dataclass(frozen=True, slots=True)
class Asked:
    """What some findings ask of the clauses."""

    rows: csr_matrix
    """Ones: (findings, rows of the weights)."""
    askers: csr_matrix
    """In the place of each one the number, from 1, of the word in `words` that asks first."""
    words: Sequence[str]
    """The tokens of all findings, one finding after the other."""


class WordEvidence:
    """Scores findings against a fixed set of clauses; depends on the clauses alone."""

    def __init__(self, targets: Sequence[Target]) -> None:
        from scipy.sparse import vstack

        texts = [tokens(target.text) for target in targets]
        titles = [tokens(target.heading) for target in targets]
        self._words = _Rows(language_of([*texts, *titles]))
        self._pairs: dict[tuple[str, str], int] = {}
        told = [self._words.telling(text) for text in texts]
        stems = [list(map(self._words.stem, text)) for text in told]
        counted: tuple[tuple[dict[Any, int], float, Sequence[Sequence[Any]]], ...] = (
            (self._words.forms, _FORM, told),
            (self._words.stems, _STEM, stems),
            (self._words.headings, _HEADING, [self._words.telling(title) for title in titles]),
            (self._pairs, _PAIR, [self._words.telling_pairs(text) for text in texts]),
        )
        weights, begin = [], 0
        for rows, factor, corpus in counted:
            vocabulary, weight = _bm25(corpus)
            weights.append(factor * weight)
            rows.update({one: begin + number for number, one in enumerate(vocabulary)})
            begin += len(vocabulary)
        self._weights = vstack(weights, format="csr")
        self._by_clause = self._weights.T.tocsr()

    def asked(self, findings: Sequence[Sequence[str]]) -> Asked:
        """Return what findings ask for, given the `tokens` of each."""
        import numpy as np
        from scipy.sparse import csr_matrix

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
        number = self._weights.shape[0]
        distinct, first = np.unique(finding[places] * number + rows, return_index=True)
        finding, rows = np.divmod(distinct, max(number, 1))
        ends = np.searchsorted(finding, np.arange(len(findings) + 1))
        shape = (len(findings), number)
        return Asked(
            csr_matrix((np.ones(len(rows), np.float32), rows, ends), shape),
            csr_matrix((places[first] + 1, rows, ends), shape),
            said,
        )

    def evidence(self, asked: Asked) -> Array:
        """Return the evidence (findings, clauses) of all words together, from 0 to below 1."""
        total: Array = (asked.rows @ self._weights).toarray()
        return total / (total + _HALF)

    def shared(self, asked: Asked, findings: Array, targets: Array, most: int) -> list[str]:
        """Return for each link, a finding and a clause by number, the words that both ends have.

        The weightiest come first, with commas between, and no more than `most`.
        """
        import numpy as np

        clauses = self._by_clause[targets]
        weights = asked.rows[findings].multiply(clauses).tocsr()
        askers = asked.askers[findings].multiply(clauses.astype(bool)).tocsr().data - 1
        links = np.repeat(np.arange(len(findings)), np.diff(weights.indptr))
        # One word may ask for several rows: its form, its stem, a heading.
        number = max(len(asked.words), 1)
        distinct, same = np.unique(links * number + askers, return_inverse=True)
        links, askers = np.divmod(distinct, number)
        order = np.lexsort((askers, -np.bincount(same, weights.data), links))
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
        if _tells(token, self._language):
            asked = ((self.forms, token), (self.stems, self.stem(token)), (self.headings, token))
        self[token] = tuple(rows[word] for rows, word in asked if word in rows)
        return self[token]

    def telling(self, text: Sequence[str]) -> list[str]:
        """Return the tokens that can tell clauses apart."""
        return [token for token in text if _tells(token, self._language)]

    def telling_pairs(self, text: Sequence[str]) -> list[tuple[str, str]]:
        """Return each token with the next, where one of the two can tell clauses apart."""
        tells = set(self.telling(text))
        return [pair for pair in pairwise(text) if not tells.isdisjoint(pair)]


def _bm25(corpus: Sequence[Sequence[Any]]) -> tuple[list[Any], csr_matrix]:
    """Return what is counted in `corpus`, in order, and what it weighs: (counted, texts)."""
    import bm25s
    import numpy as np
    from scipy.sparse import csr_matrix

    if not any(corpus):
        return [], csr_matrix((0, len(corpus)), dtype=np.float32)
    index = bm25s.BM25(method="lucene", k1=_SATURATION, b=_LENGTH_PENALTY)
    index.index([list(text) for text in corpus], show_progress=False)
    scores = index.scores
    held = csr_matrix((scores["data"], scores["indices"], scores["indptr"]))
    held.resize(held.shape[0], len(corpus))
    # Sorted: bm25s numbers the words differently in every process.
    numbers = {one: number for one, number in index.vocab_dict.items() if one}
    vocabulary = sorted(numbers)
    return vocabulary, held[[numbers[one] for one in vocabulary]]
