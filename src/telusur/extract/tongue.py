"""Which language a report is written in, told by its commonest words."""

from __future__ import annotations

import re
from itertools import islice

_COMMON = {
    "id": frozenset(
        [
            "yang",
            "dan",
            "di",
            "untuk",
            "dengan",
            "pada",
            "ini",
            "dari",
            "tidak",
            "dalam",
            "oleh",
            "akan",
            "ke",
            "juga",
            "adalah",
            "itu",
            "sudah",
            "kami",
            "bahwa",
            "dapat",
            "serta",
            "atau",
            "lebih",
            "telah",
            "masih",
            "belum",
            "karena",
            "para",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "in",
            "is",
            "for",
            "that",
            "with",
            "are",
            "was",
            "on",
            "by",
            "this",
            "be",
            "it",
            "as",
            "from",
            "have",
            "has",
            "not",
            "at",
            "which",
            "an",
            "were",
            "or",
            "their",
        ]
    ),
}
_WORDS_READ = 2000
_FEWEST_WORDS = 8
_FEWEST_COMMON = 0.08


def language_of(text: str) -> str:
    """Return `id` or `en`; `und` where the text is too short or neither."""
    words = [found[0].lower() for found in islice(re.finditer(r"[^\W\d_]+", text), _WORDS_READ)]
    if len(words) < _FEWEST_WORDS:
        return "und"
    counts = {
        language: sum(word in common for word in words) for language, common in _COMMON.items()
    }
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= _FEWEST_COMMON * len(words) else "und"
