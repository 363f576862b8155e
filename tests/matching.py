"""How much work a pattern does on a text, counted and not timed: the same on an idle and a busy
machine.

Patterns are matched as Python's `re` does it, by trying one way after the other; each thing that is
tried is a step. Slow, and exact enough to tell linear from quadratic.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, TypeVar

Then = Callable[[int], "int | None"]
"""What comes after a piece of a pattern: where the match ends, or None."""
Piece = Callable[[int, Then], "int | None"]
T = TypeVar("T")
_STACK = 512 * 1024 * 1024
_DEEPEST = 200_000
_SINGLE = (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN)
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


class TooManySteps(Exception):
    """A pattern tried more than it was granted."""


def steps(pattern: re.Pattern[str], text: str, most: int, *, anywhere: bool = True) -> int:
    """Return how many steps it takes to find all that fits in a text, or where not `anywhere` what
    it begins with; raises TooManySteps where these are more than `most`."""
    return with_room(lambda: Matcher(pattern).find_all(text, most, anywhere=anywhere))


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """What fits in a text, as `finditer` finds it: by this one can see that steps are those of the
    pattern."""

    def found() -> list[tuple[int, int]]:
        matcher = Matcher(pattern)
        matcher.find_all(text, sys.maxsize)
        return matcher.found

    return with_room(found)


def with_room(work: Callable[[], T]) -> T:
    """Do work that calls itself very often."""
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:
            failed.append(error)

    before, deepest = threading.stack_size(_STACK), sys.getrecursionlimit()
    sys.setrecursionlimit(_DEEPEST)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
        sys.setrecursionlimit(deepest)
    if failed:
        raise failed[0]
    return done[0]


class Matcher:
    """Matches one pattern against texts, and counts. Runs where there is room (`with_room`)."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.text = ""
        self.steps = self._most = 0
        self.found: list[tuple[int, int]] = []
        self._groups: dict[int, tuple[int, int]] = {}
        tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self._whole = self._sequence(list(tree), pattern.flags)

    def find_all(self, text: str, most: int, *, anywhere: bool = True) -> int:
        """Find everything, as `finditer` does, or as `match` does; the steps that it took."""
        self.text, self._most, self.steps = text, most, 0
        self.found.clear()
        at = 0
        while at <= (len(self.text) if anywhere else 0):
            self._groups.clear()
            end = self._whole(at, lambda last: last)
            if end is None:
                at += 1
                continue
            self.found.append((at, end))
            at = end if end > at else at + 1
        return self.steps

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self._most:
            raise TooManySteps

    def _sequence(self, items: list[Any], flags: int) -> Piece:
        pieces = [self._piece(op, argument, flags) for op, argument in items]
        if len(pieces) == 1:
            return pieces[0]

        def from_piece(number: int, at: int, then: Then) -> int | None:
            if number == len(pieces):
                return then(at)
            return pieces[number](at, lambda end: from_piece(number + 1, end, then))

        return lambda at, then: from_piece(0, at, then)

    def _piece(self, op: Any, argument: Any, flags: int) -> Piece:
        if op in _SINGLE:
            fits = self._single(op, argument, flags)
            return lambda at, then: then(at + 1) if fits(at) else None
        if op in _REPEATS:
            least, most, inner = argument
            return self._repeat(op, least, most, inner, flags)
        if op is codes.SUBPATTERN:
            number, add, remove, inner = argument
            return self._group(number, self._sequence(list(inner), (flags | add) & ~remove))
        if op is codes.BRANCH:
            return self._branch([list(way) for way in argument[1]], flags)
        if op is codes.ATOMIC_GROUP:
            return self._atomic(self._sequence(list(argument), flags))
        if op in (codes.ASSERT, codes.ASSERT_NOT):
            return self._look(op is codes.ASSERT, argument[0], argument[1], flags)
        if op is codes.AT:
            return lambda at, then: then(at) if self._is_at(argument, at, flags) else None
        if op is codes.GROUPREF:
            return lambda at, then: self._again(argument, at, then)
        raise NotImplementedError(op)

    def _branch(self, ways: list[list[Any]], flags: int) -> Piece:
        """One of several ways; of those that begin with a letter only the ones that may fit are
        tried, since of some patterns hundreds begin at each character."""
        pieces = [self._sequence(way, flags) for way in ways]
        firsts = [_first(way, flags) for way in ways]
        by_first: dict[str, list[Piece]] = {}

        def branch(at: int, then: Then) -> int | None:
            self._step()
            one = self.text[at : at + 1]
            if one not in by_first:
                by_first[one] = [
                    piece
                    for piece, first in zip(pieces, firsts, strict=True)
                    if first is None or one in first or not one.isascii()
                ]
            for way in by_first[one]:
                if (end := way(at, then)) is not None:
                    return end
            return None

        return branch

    def _single(self, op: Any, argument: Any, flags: int) -> Callable[[int], bool]:
        known: dict[str, bool] = {}

        def fits(at: int) -> bool:
            self._step()
            if at >= len(self.text):
                return False
            one = self.text[at]
            if one not in known:
                known[one] = _fits(one, op, argument, flags)
            return known[one]

        return fits

    def _repeat(self, op: Any, least: int, most: int, inner: Any, flags: int) -> Piece:
        items = list(inner)
        limit = sys.maxsize - 1 if most is codes.MAXREPEAT else int(most)
        if len(items) == 1 and items[0][0] in _SINGLE:
            what, which = items[0]
            return self._run(op, least, limit, self._single(what, which, flags))
        piece = self._sequence(items, flags)
        if op is codes.POSSESSIVE_REPEAT:
            return self._atomic(lambda at, then: self._turns(piece, least, limit, 0, at, then))
        greedy = op is codes.MAX_REPEAT
        return lambda at, then: self._turns(piece, least, limit, 0, at, then, greedy=greedy)

    def _run(self, op: Any, least: int, most: int, fits: Callable[[int], bool]) -> Piece:
        """A repeat of a single character, without a call for each."""

        def run(at: int, then: Then) -> int | None:
            if op is codes.MIN_REPEAT:
                for count in range(most + 1):
                    if count >= least and (end := then(at + count)) is not None:
                        return end
                    if not fits(at + count):
                        return None
                return None
            count = 0
            while count < most and fits(at + count):
                count += 1
            for taken in range(count, least - 1, -1):
                end = then(at + taken)
                if end is not None or op is codes.POSSESSIVE_REPEAT:
                    return end
                self._step()
            return None

        return run

    def _turns(
        self, piece: Piece, least: int, most: int, done: int, at: int, then: Then,
        *, greedy: bool = True,
    ) -> int | None:  # fmt: skip
        self._step()

        def once_more() -> int | None:
            if done >= most:
                return None
            return piece(
                at,
                lambda end: (
                    self._turns(piece, least, most, done + 1, end, then, greedy=greedy)
                    if end > at or done < least
                    else None
                ),
            )

        ways = (once_more, lambda: then(at)) if greedy else (lambda: then(at), once_more)
        if done < least:
            ways = (once_more,)  # type: ignore[assignment]
        return next((end for way in ways if (end := way()) is not None), None)

    def _group(self, number: int | None, piece: Piece) -> Piece:
        if number is None:
            return piece

        def group(at: int, then: Then) -> int | None:
            before = self._groups.get(number)

            def closed(end: int) -> int | None:
                outer = self._groups.get(number)
                self._groups[number] = (at, end)
                last = then(end)
                if last is None and outer is not None:
                    self._groups[number] = outer
                return last

            last = piece(at, closed)
            if last is None and before is not None:
                self._groups[number] = before
            return last

        return group

    def _atomic(self, piece: Piece) -> Piece:
        def atomic(at: int, then: Then) -> int | None:
            end = piece(at, lambda last: last)
            return None if end is None else then(end)

        return atomic

    def _look(self, wanted: bool, direction: int, inner: Any, flags: int) -> Piece:
        piece, width = self._sequence(list(inner), flags), inner.getwidth()[0]

        def look(at: int, then: Then) -> int | None:
            start = at if direction > 0 else at - width
            seen = start >= 0 and piece(start, lambda last: last) is not None
            return then(at) if seen is wanted else None

        return look

    def _again(self, number: int, at: int, then: Then) -> int | None:
        self._step()
        start, end = self._groups.get(number, (0, -1))
        words = self.text[start:end]
        return then(at + len(words)) if end >= 0 and self.text.startswith(words, at) else None

    def _is_at(self, where: Any, at: int, flags: int) -> bool:
        self._step()
        text = self.text
        if where in (codes.AT_BOUNDARY, codes.AT_NON_BOUNDARY):
            sides = [0 <= one < len(text) and _is_word(text[one]) for one in (at - 1, at)]
            return (sides[0] is not sides[1]) is (where is codes.AT_BOUNDARY)
        if where in (codes.AT_BEGINNING, codes.AT_BEGINNING_STRING):
            lines = where is codes.AT_BEGINNING and flags & re.MULTILINE
            return at == 0 or bool(lines and text[at - 1] == "\n")
        if where is codes.AT_END_STRING:
            return at == len(text)
        last = at == len(text) or (at == len(text) - 1 and text[at] == "\n")
        return last or bool(flags & re.MULTILINE and text[at] == "\n")


def _first(way: list[Any], flags: int) -> str | None:
    """The characters with which a way begins; None where they cannot be told easily."""
    if not way or way[0][0] is not codes.LITERAL or not chr(way[0][1]).isascii():
        return None
    one = chr(way[0][1])
    return one.lower() + one.upper() if flags & re.IGNORECASE else one


def _fits(one: str, op: Any, argument: Any, flags: int) -> bool:
    folding = bool(flags & re.IGNORECASE)
    if op is codes.ANY:
        return one != "\n" or bool(flags & re.DOTALL)
    if op is codes.IN:
        forms = {one, one.lower(), one.upper()} if folding else {one}
        return any(_within(form, argument) for form in forms)
    same = one == chr(argument) or (folding and one.lower() == chr(argument).lower())
    return same is (op is codes.LITERAL)


def _within(one: str, some: list[Any]) -> bool:
    """Whether a character is in a set, as the parser gives it."""
    inside = any(_is(one, op, argument) for op, argument in some if op is not codes.NEGATE)
    return inside is not (some[0][0] is codes.NEGATE)


def _is(one: str, op: Any, argument: Any) -> bool:
    if op is codes.LITERAL:
        return one == chr(argument)
    if op is codes.RANGE:
        return bool(argument[0] <= ord(one) <= argument[1])
    name = str(argument)
    known = {"DIGIT": one.isdecimal(), "SPACE": one.isspace(), "WORD": _is_word(one)}
    return known[name.rpartition("_")[2]] is not ("_NOT_" in name)


def _is_word(one: str) -> bool:
    return one.isalnum() or one == "_"
