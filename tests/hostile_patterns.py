"""Finds patterns that take more than linear time on some text.

A text of one length and one four times as long are matched, and the steps are counted
(`matching.py`): four times as many is linear, sixteen times quadratic. What is fed to a pattern is
made from the pattern itself.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

from matching import TooManySteps, steps

LENGTH = 160
"""Characters of the shorter text."""
LONGER = 4
_TOO_MUCH = 10
"""How many times as many steps as for the shorter text: between linear (4) and quadratic (16)."""
_NOT_HERE = {"telusur.publish.bundle.start"}
"""What loads in a bundle only; it has no pattern."""
_MOST_STEPS = 2_000_000
"""For the shorter text; whatever takes more is not linear."""
_MOST_TEXTS = int(os.environ.get("TELUSUR_FUZZ_EXAMPLES", "25")) // 3
"""Texts for each pattern, drawn evenly from all that are made; at night nearly all."""
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
        if one.name not in _NOT_HERE:
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
        if grows(pattern, one, other):
            return other[:60]
    return None


def grows(pattern: re.Pattern[str], short: str, long: str, *, anywhere: bool = True) -> bool:
    """Whether a pattern takes far more steps for the longer text than its length explains."""
    try:
        granted = steps(pattern, short, _MOST_STEPS, anywhere=anywhere)
        steps(pattern, long, (granted + len(short)) * _TOO_MUCH, anywhere=anywhere)
    except TooManySteps:
        return True
    return False


def hostile_texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts that begin like what fits, repeat what the pattern repeats, and end otherwise."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    pumps = dict.fromkeys(_pumps(list(tree), ""))
    usual = [("", unit) for unit in _USUAL]
    made = [(before, unit) for before, unit in pumps if unit]
    for before, unit in (*_some(usual), *_some(made)):
        yield before + unit * max(1, length // len(unit)) + "!"
        if before:
            one = before + unit * 30
            yield one * (length // len(one) + 1)


def _some(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return texts[:: -(-len(texts) // _MOST_TEXTS) or 1]


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
