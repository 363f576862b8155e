"""Which words are forms of one another: *menunggu* and *tunggu*, *pelayanan* and *layanan*.

The Snowball stemmer takes affixes off but does not put back the sound that *meN-* and *peN-* have
swallowed (*men-unggu*: *tunggu*). A word therefore has several roots that it may come from, and
two words belong together when they share one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from telusur.link.signals.languages import INDONESIAN

_NASAL = re.compile(r"(?:me|pe)(ny|ng|m|n)(?=[aeiou])")
_SWALLOWED = {"ny": ("s",), "ng": ("k", ""), "m": ("p", "m"), "n": ("t", "n")}
_OUTER = re.compile(r"\A(?:di|ku|se|ter|ber|ke)(?=[^\W_]{5})")
_SUFFIX = re.compile(r"(?:an|i)$")
_LEAST = 3
"""A root of fewer letters says nothing."""


@lru_cache(maxsize=100_000)
def roots(word: str) -> frozenset[str]:
    """Return the roots that an Indonesian word in lower case may come from."""
    first = stem(word)
    found = {first, stem(first)}
    inner = _OUTER.sub("", word, count=1)  # diperpanjang, keterlambatan
    found.add(stem(inner))
    if nasal := _NASAL.match(word):
        bare = word[nasal.end() :]
        # The stemmer must see the word as it would stand without the prefix.
        whole = [sound + bare for sound in _SWALLOWED[nasal[1]]]
        found |= {stem(one) for one in whole} | {_SUFFIX.sub("", one) for one in whole}
    else:
        found.add(_SUFFIX.sub("", word))  # the stemmer takes the ke- of keluhan for a prefix
    return frozenset(root for root in found if len(root) >= _LEAST) or frozenset({word})


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Snowball stem of an Indonesian word in lower case."""
    import Stemmer

    # A stemmer must not be used by two threads at once; making one costs less than stemming.
    return str(Stemmer.Stemmer(INDONESIAN.stemmer).stemWord(word))
