"""What a report states of a service site: figures with their unit, and features that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import Pattern

from telusur.extract.lexicon import Fact, plain_phrases
from telusur.extract.model import SiteFact
from telusur.extract.sites.numbers import FIGURE, NUMBER_WORDS, value_of
from telusur.extract.sites.topics import Topic

_NUMBER = rf"(?<![\w.,/])(?P<value>{FIGURE}|{'|'.join(NUMBER_WORDS)})"
_AND_IN_WORDS = r"(?:\s+(?P<times>ribu|juta))?(?:\s+\([a-z][a-z ]{2,60}\))?"
"""What may stand between a figure and its unit: `12 ribu`, `29 (dua puluh sembilan)`."""
_TIMES = {"ribu": 1_000.0, "juta": 1_000_000.0}


class FactReader:
    """Recognises the facts that `extract/sites.yml` lists."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._patterns: list[tuple[str, Pattern[str]]] = [
            (fact.id, re.compile(pattern, re.IGNORECASE))
            for fact in facts
            for pattern in _patterns(fact)
        ]

    def facts_in(self, text: str, start: int, end: int, topic: Topic) -> Iterator[SiteFact]:
        """Yield what `text[start:end]` states of the sites it is about, in order of position."""
        found = [
            (match.start(), -match.end(), fact, match)
            for fact, pattern in self._patterns
            for match in pattern.finditer(text, start, end)
        ]
        taken = start
        for begin, _, fact, match in sorted(found, key=lambda entry: entry[:2]):
            if begin < taken:  # a part of a longer fact
                continue
            taken = match.end()
            groups = match.groupdict()
            value = value_of(groups["value"]) if groups.get("value") else None
            if value is not None and groups.get("times"):
                value *= _TIMES[groups["times"].lower()]
            unit = groups.get("unit") or ""
            if (site := topic.at(begin)) is not None:
                yield SiteFact(site.id, fact, value, unit, match[0], *match.span())


def _patterns(fact: Fact) -> Iterator[str]:
    if fact.units:
        yield rf"{_NUMBER}{_AND_IN_WORDS}\s+(?P<unit>{_phrases(fact.units)})\b"
    if fact.before:
        yield rf"\b(?:{_phrases(fact.before)})\s+ke-(?P<value>\d+)\b"
    if fact.cues:
        yield rf"\b(?:{_phrases(fact.cues)})\b"


def _phrases(cues: Sequence[str]) -> str:
    written = (" ".join(words) for cue in cues for words in plain_phrases(cue))
    ordered = sorted(set(written), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
