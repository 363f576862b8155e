"""Finds patterns that take more than linear time on some text.

A text of one length and one four times as long are matched, and the processor time of this process
is compared, which no other process can slow down: four times as much is linear, sixteen times
quadratic. What is fed to a pattern is made from the pattern itself.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time
from types import FrameType, ModuleType
from typing import Any

LENGTH = 4_000
"""Characters of the shorter text."""
LONGER = 4
GRANTED = 2.0
"""Seconds of processor time at most; nothing linear comes near."""
_NOTHING = 0.02
"""Seconds below which growth says nothing."""
_TOO_MUCH = 9.0
"""How many times as long as for the shorter text: between linear (4) and quadratic (16)."""
_MOST_TEXTS = 40
_USUAL = (
    "X",
    "x",
    "1",
    " ",
    "\n",
    "a.",
    "A ",
    "1.",
    "1 ",
    "1-",
    ",",
    "Aa ",
    "-",
    "|",
    "Jalan X",
    "(",
    "@a",
)


class TooSlow(Exception):
    """Time ran out."""


ELSEWHERE = {"telusur.publish.bundle.start"}
"""What runs as soon as it is imported, and in a bundle only."""


def patterns_of(*packages: str) -> dict[str, re.Pattern[str]]:
    """All compiled patterns that stand in a module of the packages, by where they stand; those in
    tuples, lists and values of mappings too."""
    found: dict[str, re.Pattern[str]] = {}
    for package in packages:
        for module in _modules(importlib.import_module(package)):
            for name, value in vars(module).items():
                for number, one in enumerate(_inside(value)):
                    if isinstance(one.pattern, str):
                        found.setdefault(f"{module.__name__}.{name}[{number}]", one)
    by_pattern = {(one.pattern, one.flags): name for name, one in found.items()}
    return {name: found[name] for name in sorted(by_pattern.values())}


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for one in pkgutil.walk_packages(getattr(package, "__path__", []), f"{package.__name__}."):
        if one.name not in ELSEWHERE:
            yield importlib.import_module(one.name)


def _inside(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _inside(one)


def slow_text(pattern: re.Pattern[str]) -> str | None:
    """Return the beginning of a text on which `pattern` takes more than linear time; None where
    none was found."""
    short, long = hostile_texts(pattern, LENGTH), hostile_texts(pattern, LENGTH * LONGER)
    for one, other in zip(short, long, strict=True):
        if grows(lambda text: deque(pattern.finditer(text), maxlen=0), one, other):
            return other[:60]
    return None


def grows(work: Callable[[str], object], short: str, long: str) -> bool:
    """Whether `work` takes far more time for the longer text than its length explains."""
    try:
        took = _seconds(work, long)
        if took < _NOTHING:
            return False
        took = min(took, _seconds(work, long))
        before = min(_seconds(work, short) for _ in range(3))
    except TooSlow:
        return True
    return took > before * _TOO_MUCH


def _seconds(work: Callable[[str], object], text: str) -> float:
    with _granted(GRANTED):
        begun = process_time()
        work(text)
        return process_time() - begun


def hostile_texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts that begin like what fits, repeat what the pattern repeats, and end otherwise."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    pumps = dict.fromkeys(_pumps(list(tree), ""))
    texts = [("", unit) for unit in _USUAL]
    texts += [(before, unit) for before, unit in pumps if unit]
    for before, unit in texts[:_MOST_TEXTS]:
        yield before + unit * (length // len(unit)) + "!"
        if before:
            one = before + unit * 30
            yield one * (length // len(one) + 1)


def _pumps(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """What stands before each repeated piece of a pattern, and that piece once."""
    for op, argument in items:
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, inner = argument
            unit = _sample(list(inner))
            if most > 1:
                yield before, unit
            yield from _pumps(list(inner), before)
        elif op is codes.SUBPATTERN:
            yield from _pumps(list(argument[3]), before)
        elif op is codes.ATOMIC_GROUP:
            yield from _pumps(list(argument), before)
        elif op is codes.BRANCH:
            for branch in argument[1]:
                yield from _pumps(list(branch), before)
        elif op in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _pumps(list(argument[1]), before)
        before += _sample([(op, argument)])


def _sample(items: list[Any]) -> str:
    """Something that fits a piece of a pattern, as far as that can be told easily."""
    text = ""
    for op, argument in items:
        if op is codes.LITERAL:
            text += chr(argument)
        elif op is codes.NOT_LITERAL:
            text += "a" if argument != ord("a") else "b"
        elif op is codes.ANY:
            text += "a"
        elif op is codes.IN:
            text += _member(argument)
        elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            least, _, inner = argument
            text += _sample(list(inner)) * max(1, min(least, 20))
        elif op is codes.SUBPATTERN:
            text += _sample(list(argument[3]))
        elif op is codes.ATOMIC_GROUP:
            text += _sample(list(argument))
        elif op is codes.BRANCH:
            text += _sample(list(argument[1][0]))
    return text


def _member(some: list[Any]) -> str:
    negated = bool(some) and some[0][0] is codes.NEGATE
    spelled = "".join(_characters(some))
    if negated:
        return next((one for one in "a1 -x.Z" if one not in spelled), "a")
    return spelled[:1] or "a"


def _characters(some: list[Any]) -> Iterator[str]:
    named = {
        codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " \n\t", codes.CATEGORY_WORD: "a1X_",
        codes.CATEGORY_NOT_DIGIT: "a", codes.CATEGORY_NOT_SPACE: "a", codes.CATEGORY_NOT_WORD: "-",
    }  # fmt: skip
    for op, argument in some:
        if op is codes.LITERAL:
            yield chr(argument)
        elif op is codes.RANGE:
            yield chr(argument[0])
            yield chr(argument[1])
        elif op is codes.CATEGORY:
            yield named.get(argument, "a")


@contextmanager
def _granted(seconds: float) -> Iterator[None]:
    """Raise TooSlow when a pattern takes longer, in processor time; Python looks for signals while
    it matches."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
