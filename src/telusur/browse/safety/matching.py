"""LIKE, GLOB and trim() for questions by strangers, in steps that grow with the lengths alone.

SQLite's own take the product of both lengths, and nothing interrupts them: a minute for a text of
30 MB and a pattern of 200 letters, hours for trim().
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

LONGEST_PATTERN, MOST_LETTERS = 5_000, 1_000
MOST_STEPS = 100_000_000
"""Letters of a text times letters of a part of a pattern in which some may be any letter."""


class _TooLong(ValueError):
    """A pattern, or what it is looked for in, would take too long."""


def replace_slow_functions(connection: sqlite3.Connection) -> None:
    """Put ours in the place of SQLite's.

    They answer alike, but NULL to NULL and to what would take too long, as printf() does.
    """
    for name, arguments, function in (
        ("like", 2, _like),
        ("like", 3, _like),
        ("glob", 2, _glob),
        ("trim", 2, partial(_trim, str.strip)),
        ("ltrim", 2, partial(_trim, str.lstrip)),
        ("rtrim", 2, partial(_trim, str.rstrip)),
    ):
        connection.create_function(name, arguments, partial(_asked, function), deterministic=True)


def text_of(value: object) -> str:
    """A value of SQLite as its functions for text take it."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two wildcards for any length: it always takes `length` letters."""

    length: int
    plain: str | None
    """Its letters, where each is itself."""
    rule: re.Pattern[str]

    def find(self, text: str, start: int) -> int:
        if self.plain is not None:
            return text.find(self.plain, start)
        if len(text) * self.length > MOST_STEPS:
            raise _TooLong
        found = self.rule.search(text, start)
        return found.start() if found else -1

    def is_at(self, text: str, start: int) -> bool:
        return start >= 0 and self.rule.fullmatch(text, start, start + self.length) is not None


def _asked(function: Callable[..., bool | str], *values: object) -> bool | str | None:
    if None in values:
        return None
    try:
        return function(*map(text_of, values))
    except _TooLong:
        return None


def _like(pattern: str, text: str, escape: str = "") -> bool:
    return _fits(_parts(_letters_of_like, _sized(_small(pattern)), _small(escape)), _small(text))


def _glob(pattern: str, text: str) -> bool:
    return _fits(_parts(_letters_of_glob, _sized(pattern), ""), text)


def _trim(strip: Callable[[str, str], str], text: str, letters: str) -> str:
    wanted = set(letters)
    if len(wanted) > MOST_LETTERS:
        raise _TooLong
    return strip(text, "".join(wanted)) if wanted else text


def _fits(parts: tuple[_Part, ...] | None, text: str) -> bool:
    if parts is None:
        return False
    first, *middle = parts
    if not middle:
        return len(text) == first.length and first.is_at(text, 0)
    last = middle.pop()
    if len(text) < first.length or not first.is_at(text, 0):
        return False
    at = first.length
    for part in middle:
        if (found := part.find(text, at)) < 0:
            return False
        at = found + part.length
    return len(text) - last.length >= at and last.is_at(text, len(text) - last.length)


def _small(text: str) -> str:
    """Only the letters from A to Z have a small form in LIKE."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def _sized(pattern: str) -> str:
    if len(pattern) > LONGEST_PATTERN:
        raise _TooLong
    return pattern


ANY_LENGTH = ""
_Letters = Iterator[tuple[str, str | None]]
"""Of each letter of a pattern the regular expression, and itself where it is no wildcard."""


@lru_cache(maxsize=256)
def _parts(
    read: Callable[[str, str], _Letters], pattern: str, escape: str
) -> tuple[_Part, ...] | None:
    """Take a pattern apart; None for one that nothing fits."""
    parts: list[list[tuple[str, str | None]]] = [[]]
    try:
        for rule, plain in read(pattern, escape):
            if rule == ANY_LENGTH:
                parts.append([])
            else:
                parts[-1].append((rule, plain))
    except _Unending:
        return None
    return tuple(map(_part, parts))


class _Unending(Exception):
    """A pattern ends within a class, or behind the sign that makes a letter plain."""


def _part(letters: list[tuple[str, str | None]]) -> _Part:
    plain = [one for _, one in letters if one is not None]
    return _Part(
        len(letters),
        "".join(plain) if len(plain) == len(letters) else None,
        re.compile("".join(rule for rule, _ in letters), re.DOTALL),
    )


def _letters_of_like(pattern: str, escape: str) -> _Letters:
    letters = iter(pattern)
    for letter in letters:
        if letter == escape:
            following = next(letters, None)
            if following is None:
                raise _Unending
            yield re.escape(following), following
        elif letter == "%":
            yield ANY_LENGTH, None
        elif letter == "_":
            yield ".", None
        else:
            yield re.escape(letter), letter


def _letters_of_glob(pattern: str, _: str) -> _Letters:
    at = 0
    while at < len(pattern):
        letter = pattern[at]
        at += 1
        if letter == "*":
            yield ANY_LENGTH, None
        elif letter == "?":
            yield ".", None
        elif letter == "[":
            rule, at = _class(pattern, at)
            yield rule, None
        else:
            yield re.escape(letter), letter


def _class(pattern: str, at: int) -> tuple[str, int]:
    """Read what stands in square brackets, from behind the first, as GLOB means it."""
    negated = pattern.startswith("^", at)
    at += negated
    end = pattern.find("]", at + 1 if pattern.startswith("]", at) else at)
    if end < 0:
        raise _Unending
    inside, rule, here = pattern[at:end], "", 0
    while here < len(inside):
        if inside[here + 1 : here + 2] == "-" and here + 2 < len(inside):
            low, high = inside[here], inside[here + 2]
            rule += f"{re.escape(low)}-{re.escape(high)}" if low <= high else re.escape(low)
            here += 3
        else:
            rule += re.escape(inside[here])
            here += 1
    return f"[{'^' if negated else ''}{rule}]", end + 1
