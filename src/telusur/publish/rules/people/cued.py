"""Names that a pattern around them gives away, whatever words they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import NO_FIRST
from telusur.publish.rules.patterns.named import (
    ACRONYMS,
    AGED,
    CHINESE,
    CLAN,
    INITIALS,
    INITIALS_AGED,
    NICKNAME,
    QUOTED_BETWEEN,
    REGIONAL,
    SIGNED,
    SMALL_TITLED,
)
from telusur.publish.rules.patterns.words import words_from
from telusur.publish.rules.vocabulary import Vocabulary

_MOST_SMALL = 3


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
    for pattern in (INITIALS, INITIALS_AGED):
        for found in pattern.finditer(seen):
            group = found.lastgroup or "name"
            if found[group].strip() not in ACRONYMS:
                start, end = found.span(group)
                yield Hidden(start, start + len(found[group].rstrip()), "nama", "inisial")
    for pattern in (REGIONAL, CHINESE):
        for found in pattern.finditer(seen):
            words = words_from(seen, found.start(), small=False)
            if covered[found.start()] or len(words) < 2:
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
    yield from _behind_small_titles(seen, vocabulary)


def _behind_small_titles(seen: str, vocabulary: Vocabulary) -> Iterator[Hidden]:
    """`menurut bu rangkaruto`: a word that is none, and those that follow it."""
    for found in SMALL_TITLED.finditer(seen):
        words = words_from(seen, found.start("name"), small=True)[:_MOST_SMALL]
        name = []
        for word in words:
            lower = word.written.lower()
            if lower in NO_FIRST or (vocabulary.is_word(lower) and not vocabulary.is_name(lower)):
                break
            name.append(word)
        if name:
            yield Hidden(name[0].start, name[-1].end, "nama", "sapaan di depannya")
