"""Whose names stay: officials by what stands beside them, by the register, and by wish."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from telusur.extract.lexicon import Official
from telusur.publish.model import Hidden
from telusur.publish.redaction.reports import PARTS, Found, Report, Wishes
from telusur.publish.rules.people.names import IN_CELL
from telusur.publish.rules.staying.offices import Named, is_citizen, office_of
from telusur.publish.rules.vocabulary import names_listed
from telusur.publish.text.secrets import Words
from telusur.publish.text.tokens import Tokens, words_of

Told = tuple[str, str]
"""A name as it is written, and the office that speaks for it."""
_REGISTER = "extract/officials.yml"


@dataclass
class Officials:
    """What the reports and the register say of those who are named."""

    beside: dict[str, dict[Words, Told]] = field(default_factory=lambda: defaultdict(dict))
    """By report: names with an office beside them."""
    registered: dict[str, dict[Words, Told]] = field(default_factory=lambda: defaultdict(dict))
    """By report: names of the register that stand in it, in their time."""
    citizens: dict[Words, str] = field(default_factory=dict)
    """Names of which a report says that they are those of citizens; the first such report."""
    seen: set[Words] = field(default_factory=set)
    """Names of the register that stand anywhere."""


class Kept:
    """Whose names stay."""

    def __init__(self, keep: Iterable[str], officials: Officials) -> None:
        self.asked = [words_of(name) for name in keep]
        self.citizens = officials.citizens
        here: dict[str, set[Words]] = defaultdict(set)
        for some in (officials.beside, officials.registered):
            for report, names in some.items():
                here[report] |= {words for words in names if words not in self.citizens}
        self._here = here
        self.full = {
            words
            for some in officials.beside.values()
            for words in some
            if len(words) > 1 and words not in self.citizens
        }
        told = {
            words: one
            for some in (officials.beside, officials.registered)
            for _, names in sorted(some.items())
            for words, one in names.items()
            if words not in self.citizens
        }
        self.told = set(told.values())
        self.named = {words for names in here.values() for words in names}
        self.words = {word for words in (*self.named, *self.asked) for word in words}

    def stays(self, report_id: str, words: Words) -> bool:
        """Whether a name is that of an official: in full anywhere, in part where he is named."""
        if self.is_asked(words) or words in self.full:
            return True
        return any(_inside(words, one) for one in self._here.get(report_id, ()))

    def is_asked(self, words: Words) -> bool:
        """Whether the settings ask that it stays."""
        return any(_inside(words, one) for one in self.asked)

    def phrases(self, report_id: str) -> list[Words]:
        """The names that stay in a report."""
        return [*self.asked, *self.full, *self._here.get(report_id, ())]


def _inside(part: Words, whole: Words) -> bool:
    return set(part) <= set(whole)


def officials_in(
    reports: Sequence[Report], found: Mapping[str, Found], wishes: Wishes
) -> Officials:
    """Look at every place where a name stands for what stands beside it.

    A name of the register that is a citizen's somewhere is hidden there, and so everywhere.
    """
    officials = Officials()
    register = {form: one for one in wishes.officials for form in _forms(one)}
    registered = _by_first(register)
    asked = {words_of(name) for name in wishes.keep}
    for report in reports:
        names = _by_first(_names(report, found[report.id]))
        for part in PARTS:
            text = report.part(part)
            others = _named(text, found[report.id].names[part])
            for words, start, end in _standing(text, names):
                _judge(officials, report.id, words, text, (start, end), others)
            for words, start, end in _standing(text, registered):
                one = register[words]
                officials.seen.add(words)
                if _is_citizen(text, start, end, found[report.id].names[part]):
                    officials.citizens.setdefault(words, report.id)
                    if words not in asked:
                        why = f"warga di sini; nama ini juga terdaftar dalam {_REGISTER}"
                        found[report.id].hidden[part].append(Hidden(start, end, "nama", why))
                elif _in_office(one, report.day):
                    officials.registered[report.id][words] = (one.name, _told(one))
    return officials


def warnings_of(officials: Officials, wishes: Wishes) -> Iterator[str]:
    """Say which names of the register stand nowhere, and which are also those of citizens."""
    for one in wishes.officials:
        if not officials.seen.intersection(_forms(one)):
            yield f"{_REGISTER}: “{one.name}” stands in no report. Is it spelled as there?"
        for form in _forms(one):
            if form in officials.citizens and words_of(one.name) == form:
                yield (
                    f"{_REGISTER}: “{one.name}” is also the name of a citizen in "
                    f"{officials.citizens[form]}, and is hidden everywhere. If only the official "
                    "is meant, add the name to `keep` under [publish] in telusur.toml."
                )


def _forms(official: Official) -> tuple[Words, ...]:
    return tuple(words_of(name) for name in (official.name, *official.aliases))


def _told(official: Official) -> str:
    where = official.place or official.institution or ""
    office = official.office if where in official.office else f"{official.office}, {where}"
    return f"{office} ({_REGISTER})"


def _in_office(official: Official, day: date | None) -> bool:
    """Whether he held his office on the day of a report; without a day only who always does."""
    if official.since is None and official.until is None:
        return True
    return day is not None and (official.since or date.min) <= day <= (official.until or date.max)


def _names(report: Report, found: Found) -> set[Words]:
    return {
        words_of(report.part(part)[one.start : one.end])
        for part, names in found.names.items()
        for one in names
    }


def _named(text: str, names: Sequence[Hidden]) -> list[Named]:
    listed = names_listed()
    return [
        Named(one.start, one.end, not listed.isdisjoint(words_of(text[one.start : one.end])))
        for one in names
    ]


def _judge(
    officials: Officials, report_id: str, words: Words, text: str, span: tuple[int, int],
    others: Sequence[Named],
) -> None:  # fmt: skip
    start, end = span
    longer = len(words) == 1 and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    if is_citizen(text, start, end):
        if not longer:  # `warga bernama Eko Suparno` says nothing of every Eko
            officials.citizens.setdefault(words, report_id)
    elif text[start].isupper() and (office := office_of(text, start, end, others)):
        officials.beside[report_id][words] = (text[start:end], office)


def _is_citizen(text: str, start: int, end: int, names: Sequence[Hidden]) -> bool:
    """Whether a name of the register is a citizen's here: a list of names names citizens too."""
    in_list = any(one.start <= start < one.end and one.why == IN_CELL for one in names)
    return is_citizen(text, start, end) or (in_list and not office_of(text, start, end))


def _by_first(names: Iterable[Words]) -> dict[str, list[Words]]:
    by_first: dict[str, list[Words]] = defaultdict(list)
    for words in names:
        if words:
            by_first[words[0]].append(words)
    return by_first


def _standing(text: str, names: Mapping[str, Sequence[Words]]) -> Iterator[tuple[Words, int, int]]:
    """Yield where each of `names`, given by their first words, stands in a text."""
    here = Tokens(text)
    for at in here.among(names):
        for words in names[here.words[at]]:
            if span := here.phrase_at(at, words):
                yield words, *span
