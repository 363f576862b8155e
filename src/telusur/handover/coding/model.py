"""A project of coding software, as far as it says which words of which text are coded how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from telusur.errors import TelusurError


class ProjectUnreadable(TelusurError):
    """A file is no project that can be read."""


@dataclass(frozen=True, slots=True)
class Code:
    """What words can be coded with."""

    name: str
    codable: bool
    """False for what only holds other codes together."""
    above: Code | None
    """The code or category in which it stands."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Coded words of a text."""

    start: int
    """In characters of `Source.text`."""
    end: int
    """Likewise, half-open."""
    code: str
    """The code's guid."""
    by: str
    """Who coded it; empty where that is not told."""
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Source:
    """A text of the project."""

    name: str
    text: str
    selections: Sequence[Selection]


@dataclass(frozen=True, slots=True)
class Project:
    """The whole."""

    name: str
    codes: Mapping[str, Code]
    """By guid."""
    sources: Sequence[Source]
    passed_over: Sequence[str]
    """What is not read, and why: a sentence each, without a full stop."""
