"""Names in small letters: words that are none of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import NO_FIRST, NOT_CALLED, PRODUCT_BEFORE
from telusur.publish.rules.patterns.named import SMALL_TITLED
from telusur.publish.rules.patterns.standing import SMALL_AFTER
from telusur.publish.rules.patterns.words import Word, words_from
from telusur.publish.rules.people.belonging import PRESUMED
from telusur.publish.rules.vocabulary import Vocabulary

_MOST_WORDS = 3
_FEWEST_LETTERS = 4
_SMALL = re.compile(r"(?<![\w@./:-])[a-z][a-z']{3,40}(?![\w@]|[./:-]\w)")
_BUILT = re.compile(
    r"(?:me[mn]|pe[mn]|ber|ter|di)[a-z]{4,40}|(?:ke|se|me|pe)[a-z]{3,40}(?:an|nya|kan|i)|"
    r"[a-z]{2,40}(?:nya|kan|asi|isi|itas|isme|ed|ing|tion|ity|nce|ment|ness|able)"
)
"""Words with affixes, however they are misspelled, and foreign ones: nobody is called so."""
_SPEAKABLE = re.compile(r"[^aeiou]{0,4}[aeiou]")


def small_names_in(seen: str, vocabulary: Vocabulary, covered: bytearray) -> Iterator[Hidden]:
    """Yield words in small letters that are none of the language, or are known as names; surely
    where a word for people stands before them."""
    for pattern, gap in ((SMALL_TITLED, "sapaan"), (SMALL_AFTER, "peran")):
        for found in pattern.finditer(seen):
            name: list[Word] = []
            words = words_from(seen, found.start("name"), small=True)[:_MOST_WORDS]
            if pattern is SMALL_TITLED and _begins_like_a_word(words, vocabulary):
                name.append(words.pop(0))
            for word in words:
                called = pattern is SMALL_TITLED and vocabulary.may_be_name(word.written)
                fits = _may_be_name(word.written, vocabulary) or (
                    called and word.written not in NOT_CALLED
                )
                if not fits or covered[word.start]:
                    break
                name.append(word)
            if name:
                yield Hidden(name[0].start, name[-1].end, "nama", f"{gap} di depannya")
    for found in _SMALL.finditer(seen):
        written = found[0]
        if covered[found.start()] or not _SPEAKABLE.match(written):
            continue
        given = vocabulary.is_given(written) and not PRODUCT_BEFORE.search(
            seen, max(0, found.start() - 40), found.start()
        )
        if given or (not _BUILT.fullmatch(written) and _may_be_name(written, vocabulary)):
            yield Hidden(*found.span(), "nama", PRESUMED)


def _begins_like_a_word(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the first of two names is a word too, as in `koh dua sulimpres`."""
    return (
        len(words) > 1
        and words[0].written.islower()
        and words[0].written not in NOT_CALLED
        and vocabulary.is_word(words[0].written)
        and not _BUILT.fullmatch(words[0].written)
        and not _BUILT.fullmatch(words[1].written)
        and _may_be_name(words[1].written, vocabulary)
    )


def _may_be_name(written: str, vocabulary: Vocabulary) -> bool:
    lower = written.lower()
    if lower in NO_FIRST or len(lower) < _FEWEST_LETTERS - 1:
        return False
    return vocabulary.is_name(lower) or not (
        vocabulary.is_word(lower) or vocabulary.is_public(lower)
    )
