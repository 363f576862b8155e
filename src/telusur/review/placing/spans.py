"""Finds words that people marked in today's reports: where they stand is not their identity."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from telusur.review.journal.decisions import FindingThen

_WORD = re.compile(r"\w+(?:\u00ad\w+)*")
_ALIKE = 0.7
"""From this share of common words on (0 to 1), changed words are still those that were marked."""
_AROUND = 8
"""Words before and behind that tell one place from another."""
_AT_HAND = 100
"""Reports whose words are kept for the next question."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a report's text."""

    document: str
    start: int
    """In characters."""
    end: int
    changed: bool = False
    """Whether it only resembles the words that were marked."""
    ambiguous: bool = False
    """Whether the words stand in several places, and nothing tells which was meant."""


class SpanFinder:
    """Looks words up in all reports."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """`texts` are those of the reports, by their ids."""
        self.texts = texts
        self._in = lru_cache(_AT_HAND)(lambda document: _Words(texts[document]))

    def find(self, then: FindingThen) -> Span | None:
        """Return where the words of a finding stand; None where no report says them any more.

        Other words count in the same report only, and only where these are no longer there.
        """
        home = then.document in self.texts
        documents = [then.document] if home else sorted(set(self.texts) - set(then.elsewhere))
        longest = max(_Words(then.quote).words, key=len, default="")
        exact = [
            (self._around(document, first, last, then), document, first, last)
            for document in documents
            if home or _may_say(self.texts[document], longest)
            for first, last in self._in(document).where(then.quote)
        ]
        if exact:
            best = max(exact, key=lambda one: one[0])
            equal = sum(one[0] == best[0] for one in exact) > 1
            return self._span(*best[1:], ambiguous=equal)
        return self._reworded(then) if home else None

    def within(self, document: str, words: str, start: int, end: int) -> Span | None:
        """Return where `words` stand in a report, nearest to the span from `start` to `end`."""
        middle = (start + end) / 2
        found = [self._span(document, *one) for one in self._in(document).where(words)]
        return min(found, key=lambda one: abs((one.start + one.end) / 2 - middle), default=None)

    def _span(self, document: str, first: int, last: int, *, ambiguous: bool = False) -> Span:
        words = self._in(document)
        return Span(document, words.starts[first], words.ends[last], ambiguous=ambiguous)

    def _around(self, document: str, first: int, last: int, then: FindingThen) -> int:
        words = self._in(document).words
        here = Counter(
            words[max(0, first - _AROUND) : first] + words[last + 1 : last + 1 + _AROUND]
        )
        said = Counter(_Words(f"{then.before} {then.after}").words)
        return (here & said).total()

    def _reworded(self, then: FindingThen) -> Span | None:
        """The words of the report that are most like those that were marked."""
        words = self._in(then.document)
        sought = Counter(_Words(then.quote).words)
        size = sought.total()
        known = [at for at, word in enumerate(words.words) if word in sought]
        best = (_ALIKE, 0, -1)
        for first in known:
            for last in known[bisect_left(known, first) :]:
                length = last - first + 1
                if 2 * length > 3 * size + 2:
                    break
                shared = (Counter(words.words[first : last + 1]) & sought).total()
                alike = 2 * shared / (length + size)
                best = max(best, (alike, -first, last), key=lambda one: one[:2])
        _, negative, last = best
        if last < 0:
            return None
        return replace(self._span(then.document, -negative, last), changed=True)


class _Words:
    """The words of a text, each with its place, whatever format the text was saved in."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.starts = [one.start() for one in found]
        self.ends = [one.end() for one in found]
        self.words = [_plain(one.group()) for one in found]

    def where(self, quote: str) -> Iterator[tuple[int, int]]:
        """Yield the first and the last word of each place where the quote stands."""
        sought = _Words(quote).words
        if not sought:
            return
        joined, begins = self._joined
        wanted = f" {' '.join(sought)} "
        at = joined.find(wanted)
        while at >= 0:
            first = bisect_left(begins, at)
            yield first, first + len(sought) - 1
            at = joined.find(wanted, at + 1)

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """All words with one blank between, and where each blank before a word stands."""
        begins, at = [], 0
        for word in self.words:
            begins.append(at)
            at += len(word) + 1
        return f" {' '.join(self.words)} ", begins


def _may_say(text: str, word: str) -> bool:
    """Whether a word as `_plain` leaves it may stand in a text; told without taking it to pieces,
    where nothing in it is written in two ways."""
    return (
        "\u00ad" in text or not unicodedata.is_normalized("NFKC", text) or word in text.casefold()
    )


def _plain(word: str) -> str:
    return "".join(unicodedata.normalize("NFKC", word).replace("\u00ad", "").casefold().split())
