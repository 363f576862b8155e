"""What belongs to a name that was found: words beside it, and who is named with it."""

from __future__ import annotations  # noqa: I001

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import (
    HONORIFIC,
    NOT_CALLED,
    OFFICE_WORD,
    PRODUCT_BEFORE,
    SPEECH_AFTER,
    ROLE,
    THING_FIRST,
    WHERE,
)
from telusur.publish.rules.patterns.persons import PERSON
from telusur.publish.rules.patterns.words import Word, is_acronym
from telusur.publish.rules.vocabulary import Vocabulary

PRESUMED = "kata berhuruf besar yang tidak dikenal"
"""Why words are hidden of which nothing says that they are none: in their own report alone."""
IN_SENTENCE = re.compile(r"[a-z)\d][,;]?[ \n]\Z")
"""Before a word that has its capital not because a sentence begins."""
ENDED = re.compile(r"[^\w \n]|[ \n](?![A-Z])|\Z")
DERIVED = re.compile(
    r"(?:ber|ter|me|pe|ke|se|di)[a-z]{4,40}|[a-z]{3,40}(?:kan|nya|lah|isasi|tif)|[a-z]{5,40}an"
)
"""Ordinary words that nobody is called."""
PEOPLE = re.compile(rf"(?i:{HONORIFIC}|{PERSON}|{ROLE})")
_AFTER = re.compile(r"[ ](?P<word>[A-Z](?:[a-z']{1,30}|[A-Z]{1,20}))(?![\w@/-]|\.\w)")
_BEFORE = re.compile(r"(?<![\w@/.-])(?P<word>[A-Z](?:[a-z']{1,30}|[A-Z]{1,20}))[ ]\Z")
_WITH = re.compile(
    r"(?:(?:,|,?[ ](?:dan|serta|sama|sm|atau|&))[ ]|[ ]{1,3}\d{1,3}[.)]?[ ]{1,2})(?P<word>[A-Z](?:[a-z']{2,30}|[A-Z]{2,30}))(?![\w@/-])"  # noqa: E501
)
_ITEM_BEGINS = re.compile(r"(?:\A|[|\n\t])[ \t]{0,4}(?:(?:\d{1,3}|[a-z])[.)]|[-*•])?[ \t]{0,4}\Z")
_ITEM_ENDS = re.compile(r"[ \t]{0,4}(?:[|\n\t(]|\Z)")
_BETWEEN = re.compile(r"[ ](?P<word>[A-Z][a-z]{1,12})[ ]")
_NUMBER_BEHIND = re.compile(r",?[ ]\(?\+?\d{3}")
_REACH = 40
_MOST = 3
_LINE = 120
"""Characters of a line that are looked at, on either side."""
_MOST_NAMED = 8
_FEWEST_LETTERS = 4


def may_be_called(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital beside a name belongs to it, and is no office or thing."""
    return (
        word.written[1:].islower()
        and not vocabulary.is_public(word.written)
        and not DERIVED.fullmatch(word.written.lower())
        and _is_nobodys_work(word.written.lower())
    )


def _is_nobodys_work(lower: str) -> bool:
    return not (
        lower in NOT_CALLED
        or OFFICE_WORD.fullmatch(lower)
        or THING_FIRST.match(lower)
        or PEOPLE.fullmatch(lower)
        or PRODUCT_BEFORE.search(f"{lower} ")
    )


def joined(seen: str, names: Sequence[Hidden]) -> Iterator[Hidden]:
    """Yield a name for two between which one word stands, whatever it is: `Tjhai [Mei] Fung`."""
    for one, other in pairwise(names):
        between = _BETWEEN.fullmatch(seen, one.end, other.start)
        lower = between["word"].lower() if between else ""
        if between and _is_nobodys_work(lower) and not DERIVED.fullmatch(lower):
            surer = other if one.why == PRESUMED else one
            yield replace(surer, start=one.start, end=other.end)


def first_names_in(seen: str, names: Sequence[Hidden], vocabulary: Vocabulary) -> Iterator[Hidden]:
    """Yield the first of somebody's names where it stands alone, and is a word or month besides."""
    firsts = {seen[one.start : one.end].split(" ")[0] for one in names if one.why != PRESUMED}
    whole = {seen[one.start : one.end] for one in names}
    for first in sorted(firsts - whole):
        if (
            len(first) < _FEWEST_LETTERS
            or not (vocabulary.is_word(first) or vocabulary.is_public(first))
            or not first[1:].islower()
            or DERIVED.fullmatch(first.lower())
            or not _is_nobodys_work(first.lower())
        ):
            continue
        word = not vocabulary.is_public(first)  # who is called `Minggu` leaves the days alone
        for found in re.finditer(rf"(?<![\w@/-]){re.escape(first)}(?![\w@/-]|[ ][A-Z\d])", seen):
            before = seen[max(0, found.start() - _MOST) : found.start()]
            if (
                (
                    word
                    and IN_SENTENCE.search(before)
                    and not WHERE.search(seen, max(0, found.start() - _REACH), found.start())
                )
                or _NUMBER_BEHIND.match(seen, found.end())
                or SPEECH_AFTER.match(seen, found.end())
            ):
                yield Hidden(*found.span(), "nama", PRESUMED)


class Belonging:
    """Finds in a text what belongs to the names that were found there."""

    def __init__(self, seen: str, vocabulary: Vocabulary, covered: bytearray) -> None:
        self._seen = seen
        self._vocabulary = vocabulary
        self._covered = covered

    def of(self, names: Iterable[Hidden]) -> Iterator[Hidden]:
        """Yield the names, each with what belongs to it."""
        for one in sorted(names, key=lambda one: one.start):
            whole = self._with_neighbours(one)
            yield whole
            yield from self._named_with(whole)

    def _with_neighbours(self, one: Hidden) -> Hidden:
        """Put words with capitals that stand right beside a name to it: `Cucu [Kogoya] Payung`."""
        start, end = one.start, one.end
        for _ in range(_MOST):
            after = _AFTER.match(self._seen, end)
            if after is None or not self._belongs(after, start, end):
                break
            end = after.end("word")
        for _ in range(_MOST):
            before = _BEFORE.search(self._seen, max(0, start - _REACH), start)
            if before is None or not self._belongs(before, start, end):
                break
            at = before.start("word")
            lead = self._seen[max(0, at - _REACH) : at]
            item = _ITEM_BEGINS.search(lead) and _ITEM_ENDS.match(self._seen, end)
            place = PRODUCT_BEFORE.search(lead) or WHERE.search(lead)
            if place or not (item or before["word"].isupper() or IN_SENTENCE.search(lead)):
                break
            start = at
        return Hidden(start, end, one.rule, one.why)

    def _belongs(self, found: re.Match[str], start: int, end: int) -> bool:
        """Whether a word beside the name from `start` to `end` is a part of it, or is named with
        it."""
        word = Word(*found.span("word"), found["word"])
        if self._covered[word.start]:
            return False
        if word.written.isupper():
            beside = self._seen[start:end]
            line = self._seen[
                max(self._seen.rfind("\n", 0, start) + 1, start - _LINE) : end + _LINE
            ]
            mixed = re.search("[a-z]{2}", line)  # in a headline all stands in capitals
            lower = word.written.lower()
            public = len(lower) <= _FEWEST_LETTERS and self._vocabulary.is_public(lower)
            return bool(mixed) and beside.isupper() and not public and _is_nobodys_work(lower)
        return may_be_called(word, self._vocabulary) and not is_acronym(word, self._seen)

    def _named_with(self, one: Hidden) -> Iterator[Hidden]:
        """Yield who is named in one breath with somebody: `[nama] dan Embun menunggu`."""
        start, end = one.start, one.end
        for _ in range(_MOST_NAMED):
            found = _WITH.match(self._seen, end)
            if not (found and self._belongs(found, start, end)) or not ENDED.match(
                self._seen, found.end()
            ):
                return
            start, end = found.span("word")
            yield Hidden(start, end, "nama", PRESUMED)
