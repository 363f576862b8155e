"""What a drafting rule is, and what it says of a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from telusur.draft.model import Clause, TextLine
from telusur.draft.rules.manuscript import Manuscript

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of the draft that a rule points at."""

    words: str
    """The words of the whole clause or line."""
    start: int
    """Where those that are meant begin in `words` (characters); `end` is behind the last."""
    end: int
    path: str
    """The file, below the draft's folder."""
    line: int
    """The line in which `words` begin, from 1."""
    clause: Clause | None
    """The clause they stand in; None in the opening and the ending."""

    @property
    def pointed_at(self) -> str:
        """The words that are meant."""
        return self.words[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is not kept."""

    spot: Spot
    message: str
    """What is wrong and what to write instead, in Indonesian."""
    message_en: str
    """The same in English."""
    replacement: str | None = None
    """What to write for the words pointed at, where that is certain."""


Case = Hit | None
"""What a rule says of one thing that it looked at; None where the rule is kept."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the drafting technique, and the function that looks whether it is kept."""

    number: str
    """Its number in Lampiran II of Law 12 of 2011 in its present form."""
    severity: Severity
    title: str
    """What it asks for, in Indonesian."""
    title_en: str
    inferred: bool
    """Whether the number is placed by inference, and is to be looked up before it is cited."""
    fixes: bool
    """Whether some of its hits say what to write instead."""
    cases: Callable[[Manuscript], Iterator[Case]]
    """Looks at a draft, and yields one case for each thing that it looked at."""


def rule(
    number: str,
    severity: Severity,
    title: str,
    title_en: str,
    *,
    inferred: bool = False,
    fixes: bool = False,
) -> Callable[[Callable[[Manuscript], Iterator[Case]]], Rule]:
    """Make a rule of the function below."""
    return lambda cases: Rule(number, severity, title, title_en, inferred, fixes, cases)


def whole(unit: Clause | TextLine) -> Spot:
    """Point at all words of a clause or line."""
    return within(unit, 0, len(unit.text))


def within(unit: Clause | TextLine, start: int, end: int) -> Spot:
    """Point at some words of a clause or line."""
    clause = unit if isinstance(unit, Clause) else None
    return Spot(unit.text, start, end, unit.path, unit.line, clause)


def found(unit: Clause | TextLine, match: re.Match[str], group: int | str = 0) -> Spot:
    """Point at what a pattern, or a group of it, has found in the words of a clause or line."""
    return within(unit, match.start(group), match.end(group))


def tail(unit: Clause | TextLine, length: int = 1) -> Spot:
    """Point at the last characters of a clause or line."""
    return within(unit, max(len(unit.text) - length, 0), len(unit.text))


def heading(clause: Clause, words: str | None = None) -> Spot:
    """Point at the title of a bab, bagian or paragraf, or at other words of its heading."""
    words = clause.heading if words is None else words
    return Spot(words, 0, len(words), clause.path, clause.line, clause)
