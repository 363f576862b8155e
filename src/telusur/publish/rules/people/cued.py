"""Names that a pattern around them gives away, whatever words they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import NO_FIRST, NOBODY, NOT_CALLED, THING_FIRST
from telusur.publish.rules.patterns.named import (
    ACRONYMS,
    AGED,
    ASKED,
    CHINESE,
    CLAN,
    INITIALS,
    INITIALS_AGED,
    NICKNAME,
    QUOTED_BETWEEN,
    REGIONAL,
    SIGNED,
)
from telusur.publish.rules.patterns.words import SOFT, Word, words_from
from telusur.publish.rules.vocabulary import Vocabulary

_BEGINS = re.compile(r"(?:\A|[.!?:\n\"“][ ]{0,3})\Z")


def cued_in(seen: str, vocabulary: Vocabulary, covered: bytearray) -> Iterator[Hidden]:
    """Yield nicknames, initials, clans, signatures, and names by the custom of a region."""
    for pattern, why in (
        (NICKNAME, "panggilan"),
        (QUOTED_BETWEEN, "panggilan di antara nama"),
        (CLAN, "marga"),
        (SIGNED, "surat atau tanda tangan"),
        (AGED, "umur di belakangnya"),
    ):
        for found in pattern.finditer(seen):
            start, end = found.span("name")
            first = found["name"].split()[0].lower()
            sure = pattern is not SIGNED or not vocabulary.is_word(first)
            if sure and not covered[start] and first not in NO_FIRST:
                yield Hidden(start, end, "nama", why)
    yield from _answers_in(seen, covered)
    for pattern in (INITIALS, INITIALS_AGED):
        for found in pattern.finditer(seen):
            group = found.lastgroup or "name"
            if found[group].strip() not in ACRONYMS:
                start, end = found.span(group)
                yield Hidden(start, start + len(found[group].rstrip()), "nama", "inisial")
    for pattern in (REGIONAL, CHINESE):
        for found in pattern.finditer(seen):
            words = words_from(seen, found.start(), small=False)
            if covered[found.start()] or len(words) < 2 or _is_phrase(seen, words, vocabulary):
                continue
            last = max(
                (
                    word.end
                    for word in words
                    if word.end <= found.end() or not vocabulary.is_word(word.written)
                ),
                default=found.end(),
            )
            cut = next(
                (
                    word.start
                    for word in words
                    if word.end > found.end() and vocabulary.is_word(word.written)
                ),
                last,
            )
            end = max(found.end(), min(last, cut))
            yield Hidden(
                found.start(), len(seen[:end].rstrip()), "nama", "nama menurut adat daerah"
            )


def _answers_in(seen: str, covered: bytearray) -> Iterator[Hidden]:
    """Yield what is answered to the question for a name, though it is a word or a place."""
    for found in ASKED.finditer(seen):
        start, end = found.span("name")
        first = found["name"].split()[0]
        if (
            covered[start] <= SOFT
            and first.lower() not in NOT_CALLED | NOBODY
            and not THING_FIRST.match(first)
        ):
            yield Hidden(start, end, "nama", "jawaban atas pertanyaan nama")


def _is_phrase(seen: str, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a title that is a word too begins a sentence, or stands before a word: `Lalu Kepala
    Desa datang`."""
    first, second = words[0].written, words[1].written
    begins = _BEGINS.search(seen[max(0, words[0].start - 6) : words[0].start]) is not None
    return vocabulary.is_word(first) and (
        (begins and len(words) == 2) or vocabulary.is_word(second) or vocabulary.is_public(second)
    )
