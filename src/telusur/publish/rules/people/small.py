"""Names in small letters: behind a word for people, and where nobody writes capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import NO_FIRST, PRODUCT_BEFORE
from telusur.publish.rules.patterns.named import SMALL_TITLED
from telusur.publish.rules.patterns.standing import SMALL_AFTER
from telusur.publish.rules.patterns.words import Word, words_from
from telusur.publish.rules.vocabulary import Vocabulary

_MOST_WORDS = 3
_FEWEST_LETTERS = 4
_SMALL = re.compile(r"(?<![\w@./:-])[a-z][a-z']{3,40}(?![\w@]|[./:-]\w)")
_LINE = re.compile(r"(?:\A|(?<=\n))[^\n]+")
_MARKS = re.compile(r"(?:[ \t>*•+#-]|\d{1,2}[.)/:-]|\d{2,4}\b|☐|☑)*")
_SPEAKABLE = re.compile(r"[^aeiou]{0,4}[aeiou]")
_CAPITAL = re.compile(r"[A-Z][a-z]")
_ENDS = ("", *'\n .!?:|”"')
"""What stands before the end of a line that the next does not go on with."""


def small_names_in(seen: str, vocabulary: Vocabulary, covered: bytearray) -> Iterator[Hidden]:
    """Yield words in small letters that are none of the language, where a name can stand; and
    names that are known, wherever they stand."""
    for pattern, gap in ((SMALL_TITLED, "sapaan"), (SMALL_AFTER, "peran")):
        for found in pattern.finditer(seen):
            name: list[Word] = []
            for word in words_from(seen, found.start("name"), small=True)[:_MOST_WORDS]:
                if not _may_be_name(word.written, vocabulary) or covered[word.start]:
                    break
                name.append(word)
            if name:
                yield Hidden(name[0].start, name[-1].end, "nama", f"{gap} di depannya")
    for line in _LINE.finditer(seen):
        talk = _is_talk(seen, line.start(), line.end())
        for found in _SMALL.finditer(seen, *line.span()):
            word = found[0]
            if covered[found.start()]:
                continue
            known = vocabulary.is_given(word) and not PRODUCT_BEFORE.search(
                seen, max(0, found.start() - 40), found.start()
            )
            if known or (talk and _SPEAKABLE.match(word) and _may_be_name(word, vocabulary)):
                yield Hidden(*found.span(), "nama", "nama dalam huruf kecil")


def _may_be_name(written: str, vocabulary: Vocabulary) -> bool:
    lower = written.lower()
    if lower in NO_FIRST or len(lower) < _FEWEST_LETTERS - 1:
        return False
    return vocabulary.is_name(lower) or not (
        vocabulary.is_word(lower) or vocabulary.is_public(lower)
    )


def _is_talk(seen: str, start: int, end: int) -> bool:
    """Whether a line begins small though it is not the rest of the one before."""
    first = _MARKS.match(seen, start, end)
    at = first.end() if first else start
    if at >= end or not seen[at].islower():
        return False
    ends = seen[max(0, start - 2) : max(0, start - 1)]
    fresh = at > start or ends in _ENDS
    return fresh and _CAPITAL.search(seen, at, end) is None
