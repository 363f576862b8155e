"""What word matching has to know of a language: its common words, and how it is stemmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

_COMMON_IN_INDONESIAN = """
    ada adalah agar akan antara atas atau bagi bahwa banyak belum berbagai bila bisa dalam dan
    dapat dari dengan di dia hal hanya harus hingga ia ini itu jadi jika juga kami kamu karena
    ke kemudian kepada ketika kita lagi lain lalu lebih maka mana masih maupun melalui mereka
    namun nya oleh pada paling para pula saat saja sampai sangat saya sebagai sebelum secara
    sedang sehingga sejak selain seluruh semua seperti serta sesuai setelah setiap suatu sudah
    supaya tanpa telah tentang terhadap tersebut tetapi tidak untuk yaitu yang
    satu dua tiga empat lima enam tujuh delapan sembilan sepuluh puluh ratus ribu juta sedikit
    ayat bab berdasarkan dimaksud huruf ketentuan pasal sebagaimana el
"""
_COMMON_IN_ENGLISH = """
    about after all also although an and any are as at be because been before being both but by
    can could do does done each either every few for from had has have he her his how if in into
    is it its less many may might more most must neither no nor not of on only or other our out
    over own same she should since so some such than that the their them then there these they
    this those through thus to under until up upon very was we were what when where whether
    which while who whom whose will with within without would you your
    one two three four five six seven eight nine ten hundred thousand
    article clause paragraph pursuant section shall subsection thereof
"""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that drafts are written in."""

    stemmer: str
    """Name of its Snowball stemmer."""
    stop_words: frozenset[str]
    """Words that stand in any sentence, and those that stand in any clause; in lower case."""


INDONESIAN = Language("indonesian", frozenset(_COMMON_IN_INDONESIAN.split()))
ENGLISH = Language("english", frozenset(_COMMON_IN_ENGLISH.split()))


def language_of(texts: Iterable[Sequence[str]]) -> Language:
    """Return the language whose common words the tokens of `texts` have more of.

    Indonesian where neither has more.
    """
    counts = Counter(chain.from_iterable(texts))
    return max((INDONESIAN, ENGLISH), key=lambda one: sum(counts[word] for word in one.stop_words))
