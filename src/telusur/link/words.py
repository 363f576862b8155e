"""What shared words say of a finding and a clause: BM25, with each word's share kept apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from telusur.link.hygiene import clean

if TYPE_CHECKING:
    import numpy as np

    Scores = np.ndarray[Any, np.dtype[np.float64]]

# A hyphen parts two words (`data-data`, `e-KTP`). Figures are left out: that a report and a clause
# both have a 17 or a 2019 says nothing.
_WORD = re.compile(r"[^\W\d_][^\W_]+")

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
# The sum of shared words' weights at which half of the evidence that words can give is reached.
_HALF = 6.4


def words(text: str) -> list[str]:
    """Return the words of `text` that can tell clauses apart, in lower case and unstemmed."""
    found = _WORD.findall(clean(text).lower())
    return [word for word in found if word not in _STOP_WORDS]


class WordEvidence:
    """Scores findings against a fixed set of clauses; depends on the clauses alone."""

    def __init__(self, clauses: Sequence[str]) -> None:
        import bm25s

        self._number = len(clauses)
        corpus = [words(clause) for clause in clauses]
        self._vocabulary = {word for clause in corpus for word in clause}
        self._weights: dict[str, Scores] = {}
        self._index = bm25s.BM25(method="lucene", k1=_SATURATION, b=_LENGTH_PENALTY)
        if self._vocabulary:
            self._index.index(corpus, show_progress=False)

    def weights(self, finding: str) -> dict[str, Scores]:
        """Return what each of the finding's words that any clause has weighs in each clause.

        The words come in the order of the text, each with an array (clauses,).
        """
        import numpy as np

        known = [word for word in dict.fromkeys(words(finding)) if word in self._vocabulary]
        for word in known:
            if word not in self._weights:
                self._weights[word] = self._index.get_scores([word]).astype(np.float64)
        return {word: self._weights[word] for word in known}

    def score(self, weights: dict[str, Scores]) -> Scores:
        """Return the evidence of all words together, from 0 to below 1, as an array (clauses,)."""
        import numpy as np

        total = sum(weights.values(), start=np.zeros(self._number))
        return total / (total + _HALF)
