"""What shared words say of a finding and a clause: BM25 over words, their stems, and headings.

A word counts in full where the clause has it in the same form, half where it has another form of
the same stem (`pengaduan`, `diadukan`), and a little where a heading above the clause has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from telusur.link.hygiene import clean

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

    from telusur.link.model import Target

    Array = np.ndarray[Any, Any]

# A hyphen parts two words (`data-data`, `e-KTP`). Figures are left out: that a report and a clause
# both have a 17 or a 2019 says nothing.
_TOKEN = re.compile(r"[^\W_]+")

# Words that stand in any sentence, and those that stand in any clause.
_LISTED = """
    ada adalah agar akan antara atas atau bagi bahwa banyak belum berbagai bila bisa dalam dan
    dapat dari dengan di dia hal hanya harus hingga ia ini itu jadi jika juga kami kamu karena
    ke kemudian kepada ketika kita lagi lain lalu lebih maka mana masih maupun melalui mereka
    namun nya oleh pada paling para pula saat saja sampai sangat saya sebagai sebelum secara
    sedang sehingga sejak selain seluruh semua seperti serta sesuai setelah setiap suatu sudah
    supaya tanpa telah tentang terhadap tersebut tetapi tidak untuk yaitu yang
    satu dua tiga empat lima enam tujuh delapan sembilan sepuluh puluh ratus ribu juta sedikit
    ayat bab berdasarkan dimaksud huruf ketentuan pasal sebagaimana el
"""
_STOP_WORDS = frozenset(_LISTED.split())
_SATURATION = 1.5  # how soon a word repeated in a clause stops counting (BM25's k1)
_LENGTH_PENALTY = 0.75  # how much a long clause has to say a word more often (BM25's b)
_FORM, _STEM, _HEADING = 0.5, 0.5, 0.4  # what each of the three counts; see docs/decisions
# The sum of shared words' weights at which half of the evidence that words can give is reached.
_HALF = 6.4


def tokens(text: str) -> list[str]:
    """Return the words and figures of `text` in lower case."""
    return _TOKEN.findall(clean(text).lower())


def words(text: str) -> list[str]:
    """Return the words of `text` that can tell clauses apart, in lower case and unstemmed."""
    return [token for token in tokens(text) if _tells(token)]


def _tells(token: str) -> bool:
    return len(token) > 1 and not token[0].isdigit() and token not in _STOP_WORDS


class WordEvidence:
    """Scores findings against a fixed set of clauses; depends on the clauses alone."""

    def __init__(self, targets: Sequence[Target]) -> None:
        import Stemmer
        from scipy.sparse import vstack

        texts = [words(target.text) for target in targets]
        self._stem = Stemmer.Stemmer("indonesian").stemWord
        counted = (
            ("form", _FORM, texts),
            ("stem", _STEM, [[self._stem(word) for word in text] for text in texts]),
            ("heading", _HEADING, [words(target.heading) for target in targets]),
        )
        self._rows: dict[tuple[str, str], int] = {}
        """Row of the weights, by what is counted and how it is spelt."""
        weights = []
        for kind, factor, corpus in counted:
            vocabulary, weight = _bm25(corpus)
            weights.append(factor * weight)
            self._rows.update(
                {(kind, word): len(self._rows) + n for n, word in enumerate(vocabulary)}
            )
        self._weights = vstack(weights, format="csr")
        self._by_clause = self._weights.tocsc()
        self._asked: dict[str, tuple[int, ...]] = {}
        self._known: dict[int, dict[int, float]] = {}

    def queries(self, findings: Sequence[Sequence[str]]) -> csr_matrix:
        """Return what the `tokens` of each finding ask for: ones, (findings, what is counted)."""
        import numpy as np
        from scipy.sparse import csr_matrix

        asked, ends = list[int](), [0]
        for finding in findings:
            asked += sorted({row for token in finding for row in self._asked_by(token)})
            ends.append(len(asked))
        shape = (len(findings), len(self._rows))
        return csr_matrix((np.ones(len(asked), np.float32), asked, ends), shape=shape)

    def evidence(self, queries: csr_matrix) -> Array:
        """Return the evidence (findings, clauses) of all words together, from 0 to below 1."""
        total: Array = (queries @ self._weights).toarray()
        return total / (total + _HALF)

    def shared(self, finding: Sequence[str], target: int) -> list[str]:
        """Return those of the `tokens` of a finding that the clause has, the weightiest first."""
        weights = self._in_clause(target)
        found = dict[str, float]()
        counted = set[int]()  # a stem that two words have counts once
        for token in finding:
            for row in self._asked_by(token):
                if row in weights and row not in counted:
                    counted.add(row)
                    found[token] = found.get(token, 0) + weights[row]
        return sorted(found, key=found.__getitem__, reverse=True)

    def _asked_by(self, token: str) -> tuple[int, ...]:
        if token not in self._asked:
            asked = (("form", token), ("stem", self._stem(token)), ("heading", token))
            rows = (self._rows[one] for one in asked if one in self._rows)
            self._asked[token] = tuple(rows) if _tells(token) else ()
        return self._asked[token]

    def _in_clause(self, target: int) -> dict[int, float]:
        if target not in self._known:
            begin, end = self._by_clause.indptr[target : target + 2]
            rows, weights = self._by_clause.indices, self._by_clause.data
            self._known[target] = dict(
                zip(rows[begin:end].tolist(), weights[begin:end].tolist(), strict=True)
            )
        return self._known[target]


def _bm25(corpus: Sequence[Sequence[str]]) -> tuple[list[str], csr_matrix]:
    """Return the words of `corpus` and what each weighs in each text, (words, texts)."""
    import bm25s
    import numpy as np
    from scipy.sparse import csr_matrix

    vocabulary = sorted({word for text in corpus for word in text})
    if not vocabulary:
        return [], csr_matrix((0, len(corpus)), dtype=np.float32)
    index = bm25s.BM25(method="lucene", k1=_SATURATION, b=_LENGTH_PENALTY)
    index.index([list(text) for text in corpus], show_progress=False)
    # Word by word and sorted: bm25s numbers the words differently in every process.
    return vocabulary, csr_matrix(np.stack([index.get_scores([word]) for word in vocabulary]))
