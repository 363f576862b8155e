"""Who speaks, and where the words of a report end and those of a speaker begin."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from re import Pattern

from telusur.extract.lexicon_files import PeopleFile

_NAME = r"[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){0,5}"
_NO_NAMES = frozenset({"Kita", "Kami", "Saya", "Beliau", "Ia", "Dia"})
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
    """The name after the verb of speech; None where there is none."""


@dataclass(frozen=True, slots=True)
class SpeechPatterns:
    """The patterns that come from the verbs of `extract/people.yml`."""

    quotation: Pattern[str]
    after: Pattern[str]
    before: Pattern[str]
    according_to: Pattern[str]


def speech_patterns(people: PeopleFile) -> SpeechPatterns:
    """Return the patterns for these verbs."""
    speech = _either(people.speech)
    saying = _either(people.saying)
    leaning = _either(people.according_to)
    titles = rf"(?:(?:{_either(people.titles)})\.?\s+)*"
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
    )


def quotations(text: str, patterns: SpeechPatterns) -> Iterator[Quotation]:
    """Yield the direct speech in `text`, in order."""
    for found in patterns.quotation.finditer(text):
        yield Quotation(found.start(), found.end("words") + 1, found["name"])


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
        return quoted.speaker
    leaning = patterns.according_to.search(text, start, end)
    if leaning and leaning["name"].split()[0] not in _NO_NAMES:
        return leaning["name"]
    if (said := patterns.before.match(text, start, end)) and (subject := re.match(_NAME, said[0])):
        return subject[0] if subject[0] in known else None
    return None
