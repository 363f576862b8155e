"""Who speaks, and where the words of a report end and those of a speaker begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from re import Pattern

from telusur.corpus.text.chat import sender_at
from telusur.extract.lexicon import PeopleFile
from telusur.extract.model import PersonMention
from telusur.extract.people.named import MOST_TITLES

_NAME = r"[A-Z][\w’'-]{0,40}(?:[ ][A-Z][\w’'-]{0,40}){0,5}"
_NO_NAMES = frozenset({"Kita", "Kami", "Saya", "Beliau", "Ia", "Dia"})
_NAME_AFTER_POSITION = 40
"""Characters after a position within which its holder is named."""
_PAIR = re.compile(r"[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){1,2}")
_LONGEST_QUOTATION = 2000
_NO_DUTY = "".join(
    rf"(?<!\b{word})"
    for word in (
        "untuk",
        "wajib",
        "ingin",
        "dapat",
        "harus",
        "bisa",
        "mampu",
        "agar",
        "perlu",
        "tidak",
    )
)
"""`wajib melaporkan` says what someone must do, and not who says so."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech."""

    start: int
    """Where the opening quotation mark stands in the text (characters)."""
    end: int
    """Where the closing mark ends."""
    speaker: str | None
    """The name or position after the verb of speech; None where there is none."""
    named_at: int
    """Where that begins in the text (characters); `end` without one."""


@dataclass(frozen=True, slots=True)
class SpeechPatterns:
    """The patterns that come from the verbs of `extract/people.yml`."""

    quotation: Pattern[str]
    after: Pattern[str]
    before: Pattern[str]
    according_to: Pattern[str]
    position: Pattern[str]
    """A position at the beginning of what follows a verb of speech."""


def speech_patterns(people: PeopleFile) -> SpeechPatterns:
    """Return the patterns for these verbs."""
    speech = _either(people.speech)
    saying = _either(people.saying)
    leaning = _either(people.according_to)
    # Each title once: `A A A` is one way to read the titles `A` and `A A`, not many. And few: where
    # a verb is a title as well, each begins a row of them.
    titles = rf"(?>(?:{_either(people.titles)})\.?\s+){{0,{MOST_TITLES}}}"
    return SpeechPatterns(
        # Bounded, and never across a line: linear on any text.
        quotation=re.compile(
            rf"[\"“](?P<words>[^\"“”\n]{{10,{_LONGEST_QUOTATION}}})[\"”]"
            rf"(?:[ ]?,?[ ]?(?:{speech})(?:nya)?\b(?:[ ]{titles}(?P<name>{_NAME}))?)?"
        ),
        after=re.compile(
            rf"(?:(?:[,.][ ]?)?[\"”][ ]?,?|,)[ ]?(?:{speech})(?:nya\b|[ ](?=[A-Z])|[ ](?:dia|ia)\b)"
        ),
        before=re.compile(
            rf"[^\"“,:]{{0,160}}(?:,[^\"“,:]{{0,80}},)?{_NO_DUTY}\s(?:juga\s+|pun\s+)?(?:{saying})"
            rf"(?:\s+(?:bahwa|jika|kalau|bahwasanya)\b)?,?\s+"
        ),
        according_to=re.compile(
            rf"\b(?P<verb>(?i:{leaning}))(?:\s+(?:oleh|juga))?\s+{titles}(?P<name>{_NAME})(?P<comma>,?)"
        ),
        position=re.compile(
            rf"(?:(?:Plt|Plh|Pj)\b\.?|(?:{_either(people.positions)})\b)"
            r"(?:[ ][A-Z][\w/’'-]*|[ ]dan(?=[ ][A-Z])|[ ]bidang)*"
        ),
    )


class Speech:
    """Who speaks in a report, and where."""

    def __init__(
        self, text: str, patterns: SpeechPatterns, people: Sequence[PersonMention]
    ) -> None:
        """`people` are those whom the report names."""
        self.patterns = patterns
        self._text = text
        self._quotations = list(quotations(text, patterns))
        self._openings = [quotation.start for quotation in self._quotations]
        self._full_names = _full_names(people)

    def around(self, position: int) -> Quotation | None:
        """Return the direct speech that a position lies in."""
        found = bisect_right(self._openings, position) - 1
        if found >= 0 and position < self._quotations[found].end:
            return self._quotations[found]
        return None

    def speaker(self, start: int, end: int, position: int) -> str | None:
        """Return who says the words at `position` in the sentence from `start` to `end`: the full
        name, where the report has it, or the sender of a message; None where it does not tell."""
        quoted = self.around(position)
        name = speaker_of(self._text, start, end, quoted, self.patterns, self._full_names)
        return self._full_names.get(name, name) if name else sender_at(self._text, position)


def _full_names(people: Sequence[PersonMention]) -> dict[str, str]:
    """Map each part of a name to the first full name in the report: Diah → Diah Natalisa."""
    full: dict[str, str] = {}
    for person in people:
        for part in (person.name, *person.name.split()):
            full.setdefault(part, person.name)
    return full


def quotations(text: str, patterns: SpeechPatterns) -> Iterator[Quotation]:
    """Yield the direct speech in `text`, in order."""
    for found in patterns.quotation.finditer(text):
        end = found.end("words") + 1
        yield Quotation(
            found.start(), end, found["name"], found.start("name") if found["name"] else end
        )


def _named_after(
    text: str, start: int, written: str, patterns: SpeechPatterns, known: Container[str]
) -> str:
    """Return the name that stands after a position, else the position, whole; where a name
    follows the verb of speech at once, that name."""
    position = patterns.position.match(text, start)
    if position is None:
        return written
    end = min(len(text), position.end() + _NAME_AFTER_POSITION)
    for word in re.compile(r"[A-Z][\w’'-]*").finditer(text, start, end):
        # A part of a known name that stands alone may be a word of the position.
        pair = _PAIR.match(text, word.start())
        if pair and pair[0] in known:
            return pair[0]
        if word.start() > position.end() and word[0] in known:
            return word[0]
    return position[0]


def _either(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in ordered) or r"(?!)"


def speaker_of(
    text: str,
    start: int,
    end: int,
    quoted: Quotation | None,
    patterns: SpeechPatterns,
    known: Container[str],
) -> str | None:
    """Return who says the sentence `text[start:end]`, as the text names them there.

    `known` are the people whom the report names: only they are taken for the subject of a verb
    of saying, because any sentence begins with a capital.
    """
    if quoted is not None and quoted.speaker:
        return _named_after(text, quoted.named_at, quoted.speaker, patterns, known)
    leaning = patterns.according_to.search(text, start, end)
    if leaning and leaning["name"].split()[0] not in _NO_NAMES:
        return _named_after(text, leaning.start("name"), leaning["name"], patterns, known)
    if said := patterns.before.match(text, start, end):
        return _subject(text, start, said.end(), patterns, known)
    return None


def _subject(
    text: str, start: int, end: int, patterns: SpeechPatterns, known: Container[str]
) -> str | None:
    """Return who begins a sentence whose verb of saying ends at `end`."""
    if position := patterns.position.match(text, start, end):
        named = _named_after(text, start, "", patterns, known)
        return named if named != position[0] or " " in named else None
    name = re.compile(_NAME).match(text, start, end)
    return name[0] if name and name[0] in known else None
