"""All that must not be published, to be found again in any text and in any spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from telusur.publish.model import Hidden, Rule
from telusur.publish.text.folding import Folded, fold
from telusur.publish.text.rewriting import rewrite
from telusur.publish.text.tokens import Tokens, words_of

Words = tuple[str, ...]
QUOTED = 8
"""Words in a row that are taken for a quotation of a document that is not published."""
_DIGITS = re.compile(r"(?<!\d)\d(?:[ \t.\-/()+_,:;'|·•*~]{0,3}\n?[ \t]{0,3}\d){5,}")
_FEWEST_DIGITS = 7
_JOINED = 9
"""Letters from which on a name is looked for without its blanks: `sitiaminah`."""


@dataclass(frozen=True)
class Secrets:
    """What was hidden, by the form in which it is looked for."""

    words: Mapping[str, Sequence[tuple[Words, Rule]]]
    """Names, addresses and the like, by their first word."""
    numbers: Mapping[str, Rule]
    """Digits without what stood between them."""
    parts: Mapping[str, frozenset[str]]
    """For each report, words that are hidden there alone: a first name, standing by itself."""
    stay: Mapping[str, Sequence[Words]]
    """For each report, names of officials in full, and under "" those of places called after
    people: what is a part of another name stays there."""
    quotes: frozenset[Words]
    """All runs of eight words of documents that are not published."""
    known_as: Mapping[str, str] = field(default_factory=dict)
    """The ids of reports by those under which they are published."""

    def found_in(self, text: str, document_id: str | None = None) -> Iterator[Hidden]:
        """Yield what is hidden elsewhere; with a report's id also what is hidden in it alone."""
        folded = fold(text)
        report = self.known_as.get(document_id or "", document_id or "")
        for one in self._found(folded, report):
            start, end = folded.origin(one.start, one.end)
            yield Hidden(start, end, one.rule, one.why) if folded.layers else one

    def _found(self, folded: Folded, document_id: str) -> Iterator[Hidden]:
        here = Tokens(folded.text)
        yield from self._words_in(here, document_id)
        yield from self._numbers_in(folded.text)
        yield from self._quotes_in(here)
        yield from self._parts_in(here, document_id)

    def clean(self, text: str, document_id: str | None = None) -> str:
        """Return `text` with a token for each secret in it."""
        hidden = list(self.found_in(text, document_id))
        return rewrite(text, hidden).text if hidden else text

    def _parts_in(self, here: Tokens, document_id: str) -> Iterator[Hidden]:
        found = here.among(self.parts.get(document_id, frozenset()))
        stays = self._staying(here, document_id) if found else set()
        for number in found:
            if number not in stays:
                yield Hidden(*here.spans[number], "nama", "bagian nama yang disamarkan")

    def _staying(self, here: Tokens, document_id: str) -> set[int]:
        """The numbers of words in names of officials and of places called after people."""
        words, there = here.words, {*here.words}
        return {
            number
            for name in (*self.stay.get(document_id, ()), *self.stay.get("", ()))
            if len(name) > 1 and there.issuperset(name)
            for at in range(len(words) - len(name) + 1)
            if tuple(words[at : at + len(name)]) == name
            for number in range(at, at + len(name))
        }

    def _words_in(self, here: Tokens, document_id: str) -> Iterator[Hidden]:
        found = [
            (at, words, rule)
            for at in here.among(self.words)
            for words, rule in self.words[here.words[at]]
        ]
        alone = any(len(words) == 1 for _, words, _ in found)
        stays = self._staying(here, document_id) if alone else set()
        for at, words, rule in found:
            if len(words) == 1 and rule == "nama" and at in stays:
                continue
            if span := here.phrase_at(at, words):
                yield Hidden(*span, rule, "disamarkan juga di tempat lain")

    @cached_property
    def _sizes(self) -> tuple[int, ...]:
        return tuple(sorted({len(number) for number in self.numbers}))

    @cached_property
    def longest(self) -> int:
        """Words, at most, in what is looked for; digits may stand each by itself."""
        words = (len(words) for some in self.words.values() for words, _ in some)
        return max([QUOTED, *self._sizes, *words])

    def _numbers_in(self, text: str) -> Iterator[Hidden]:
        if not self.numbers:
            return
        for run in _DIGITS.finditer(text):
            at = [number for number, one in enumerate(run[0], run.start()) if one.isdigit()]
            digits = "".join(filter(str.isdigit, run[0]))
            for size in self._sizes:
                for begin in range(len(digits) - size + 1):
                    if rule := self.numbers.get(digits[begin : begin + size]):
                        yield Hidden(
                            at[begin],
                            at[begin + size - 1] + 1,
                            rule,
                            "disamarkan juga di tempat lain",
                        )

    def _quotes_in(self, here: Tokens) -> Iterator[Hidden]:
        if not self.quotes:
            return
        for at, run in enumerate(_runs(here.words)):
            if run in self.quotes:
                start, end = here.spans[at][0], here.spans[at + QUOTED - 1][1]
                yield Hidden(start, end, "kutipan", "dikutip dari dokumen tertutup")


def secrets(
    words: Iterable[tuple[Words, Rule]],
    numbers: Mapping[str, Rule],
    parts: Mapping[str, frozenset[str]],
    quotes: frozenset[Words],
    stay: Mapping[str, Sequence[Words]],
) -> Secrets:
    """Arrange what is hidden for looking it up; long names also as they stand in addresses."""
    by_first: dict[str, set[tuple[Words, Rule]]] = defaultdict(set)
    for one, rule in words:
        if one:
            by_first[one[0]].add((one, rule))
            joined = "".join(one)
            if len(one) > 1 and len(joined) >= _JOINED:
                by_first[joined].add(((joined,), rule))
    kept = {digits: rule for digits, rule in numbers.items() if len(digits) >= _FEWEST_DIGITS}
    ordered = {first: sorted(some) for first, some in by_first.items()}
    return Secrets(ordered, kept, parts, stay, quotes)


def runs_of(text: str) -> Iterator[Words]:
    """Yield all runs of eight words."""
    return _runs(words_of(text))


def _runs(words: Sequence[str]) -> Iterator[Words]:
    return zip(*(words[at:] for at in range(QUOTED)), strict=False)
