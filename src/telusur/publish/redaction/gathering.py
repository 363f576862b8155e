"""Gathers from what was found what must be looked for in all texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from telusur.extract.gazetteer import is_small_place
from telusur.publish.model import TOKENS, Rule
from telusur.publish.redaction.officials import Kept
from telusur.publish.redaction.reports import Found, Report, Wishes
from telusur.publish.rules.people.context import UNSURE
from telusur.publish.rules.vocabulary import Vocabulary
from telusur.publish.text.secrets import Words
from telusur.publish.text.tokens import words_of

_FEWEST_LETTERS = 3
_FEWEST_OF_RARE = 5
_TOKEN_WORDS = {word for token in TOKENS.values() for word in words_of(token)}
"""`NIK` can stand in for itself."""
_WHOLE = ("site", "path")
"""Parts that are published in other words, so that where a name stands in them says nothing."""
_DIGITS: frozenset[Rule] = frozenset(
    {"nik", "kk", "npwp", "nip", "identitas", "telepon", "rekening"}
)


def _hidden_names(report: Report, found: Found, *, sure: bool) -> Iterator[Words]:
    for part, some in found.hidden.items():
        for one in some:
            if one.rule == "nama" and (one.why not in UNSURE or not sure):
                yield words_of(report.part(part)[one.start : one.end])


def parts_of(
    report: Report, found: Found, vocabulary: Vocabulary, places: set[str], kept: Kept
) -> frozenset[str]:
    """The words of names that are hidden in this report wherever they stand."""
    here = {word for name in report.places for word in words_of(name)}
    return frozenset(
        word
        for words in _hidden_names(report, found, sure=False)
        for word in words
        if len(word) >= _FEWEST_LETTERS
        and not word.isdigit()
        and word not in _TOKEN_WORDS
        and word not in places
        and word not in here
        and not vocabulary.is_word(word)
        and not any(word in one for one in kept.asked)
    )


def strong(
    reports: Sequence[Report], found: Mapping[str, Found], vocabulary: Vocabulary,
    places: set[str], kept: Kept,
) -> Iterator[tuple[Words, Rule]]:  # fmt: skip
    """What is hidden in all texts: full names, addresses, e-mail."""
    elsewhere = kept.named.union(*(some.products for some in found.values())) - set(kept.citizens)
    for report in reports:
        for part, some in found[report.id].hidden.items():
            for one in some:
                words = words_of(report.part(part)[one.start : one.end])
                if (
                    one.rule in _DIGITS
                    or one.rule in ("kutipan", "tanggal lahir")
                    or (one.why in UNSURE and part not in _WHOLE)
                ):
                    continue
                if one.rule == "nama" and words in elsewhere:
                    continue  # an official's in another report, or that of a building
                alone = len(words) == 1
                if alone and (
                    len(words[0]) <= _FEWEST_LETTERS
                    or words[0] in places
                    or words[0] in _TOKEN_WORDS
                    or words[0] in kept.words
                    or vocabulary.is_word(words[0])
                    or vocabulary.may_be_name(words[0])
                    or _is_public(words[0], vocabulary)
                ):
                    continue
                if one.rule == "nama" and all(len(word) < _FEWEST_LETTERS for word in words):
                    continue
                yield words, one.rule


def distinctive(
    reports: Sequence[Report], found: Mapping[str, Found], vocabulary: Vocabulary,
    known: Set[str], kept: Kept, eponyms: Iterable[Words],
) -> Iterator[tuple[Words, Rule]]:  # fmt: skip
    """Single words of names that can hardly be anything else: hidden in all texts, so that nobody
    is found by a rare first name. Common names are hidden where the whole name stands."""
    others = {word for words in eponyms for word in words} | kept.words | known
    for report in reports:
        for words in _hidden_names(report, found[report.id], sure=True):
            for word in words:
                if (
                    len(word) >= _FEWEST_OF_RARE
                    and word.isalpha()
                    and word not in others
                    and word not in _TOKEN_WORDS
                    and not vocabulary.is_word(word)
                    and not vocabulary.is_name(word)
                    and not vocabulary.may_be_name(word)
                    and not _is_public(word, vocabulary)
                ):
                    yield (word,), "nama"


def _is_public(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word by itself is a feast's or a place's in other reports."""
    return vocabulary.is_public(word) or is_small_place(word)


def listed(wishes: Wishes) -> Iterator[tuple[Words, Rule]]:
    for phrase in wishes.redact:
        yield words_of(phrase), "daftar"
    for name in wishes.reviewers:
        if len(words_of(name)) > 1:
            yield words_of(name), "nama"


def numbers_of(reports: Sequence[Report], found: Mapping[str, Found]) -> dict[str, Rule]:
    return {
        re.sub(r"\D", "", report.part(part)[one.start : one.end]): one.rule
        for report in reports
        for part, some in found[report.id].hidden.items()
        for one in some
        if one.rule in _DIGITS
    }
