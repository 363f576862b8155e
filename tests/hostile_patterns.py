"""Finds patterns that take more than linear time on some text.

A pattern is slow where a repeat can be matched in many ways before it fails. For each repeat of a
pattern texts are made that satisfy it very often, after what may stand before it, and then end in
what cannot follow. A text of one length and one four times as long are matched, and the steps are
counted (`matching.py`): four times as many is linear, sixteen times quadratic.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
import re
from collections.abc import Iterator, Sequence, Set
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, NamedTuple, TypeVar

from matching import Matcher, TooManySteps, with_room

T = TypeVar("T")

LENGTH = 160
"""Characters of the shorter text."""
LONGER = 4
_TOO_MUCH = 10
"""How many times as many steps as for the shorter text: between linear (4) and quadratic (16)."""
_MOST_STEPS = 100_000
"""For the shorter text; whatever takes more is not linear."""
_MOST_TEXTS = int(os.environ.get("TELUSUR_FUZZ_EXAMPLES", "25")) // 3
"""Texts for each pattern, drawn evenly from all that are made; at night nearly all."""
ELSEWHERE = {"telusur.publish.bundle.start"}
"""What runs as soon as it is imported, and in a bundle only."""
_METHODS = frozenset({"search", "match", "fullmatch", "sub", "finditer", "findall", "split"})
_USUAL = (
    "X", "x", "1", " ", "\n", "a.", "A ", "1.", "1 ", "1-", ",", "Aa ", "-", "|", "Jalan X", "(",
    "@a",
)  # fmt: skip
_FEW = 12
"""Examples of one piece of a pattern."""


class Used(NamedTuple):
    """A pattern, and the methods by which it is used."""

    pattern: re.Pattern[str]
    methods: Set[str]


class Hostile(NamedTuple):
    """A text of any length."""

    begin: str
    unit: str
    end: str

    def __call__(self, length: int) -> str:
        return self.begin + self.unit * max(1, length // len(self.unit)) + self.end


def patterns_of(*packages: str) -> dict[str, Used]:
    """All patterns of the packages, by where they stand: those that modules name, be it in a tuple,
    a list or a mapping, and those that are written where they are used."""
    modules = [one for package in packages for one in _modules(importlib.import_module(package))]
    trees = {module: ast.parse(inspect.getsource(module)) for module in modules}
    own = {module: set(_uses(tree)) for module, tree in trees.items()}
    anywhere = set().union(*own.values())
    found: dict[re.Pattern[str], tuple[str, Used]] = {}
    for module, tree in trees.items():
        for name, value in vars(module).items():
            uses = own[module] if name.startswith("_") else anywhere
            methods = {method for used, method in uses if used == name} or {"search"}
            for number, one in enumerate(_inside(value)):
                if isinstance(one.pattern, str):
                    where = f"{module.__name__}.{name}" + (f"[{number}]" if one != value else "")
                    found.setdefault(one, (where, Used(one, methods)))
        for number, (place, one, method) in enumerate(_inline(tree)):
            found.setdefault(one, (f"{module.__name__}.{place}[{number}]", Used(one, {method})))
    return dict(sorted(found.values(), key=lambda one: one[0]))


def patterns_of_bytes(package: str) -> dict[str, re.Pattern[bytes]]:
    """All patterns of bytes that modules of the package name, by where they stand."""
    return {
        f"{module.__name__}.{name}": one
        for module in _modules(importlib.import_module(package))
        for name, value in vars(module).items()
        for one in _inside(value)
        if isinstance(one.pattern, bytes)
    }


def slow_text(pattern: re.Pattern[str], methods: Set[str] = frozenset({"search"})) -> str | None:
    """Return the beginning of a text on which `pattern` takes more than linear time, in any of the
    ways it is used; None where none was found."""
    anywhere = bool(methods - {"match", "fullmatch"})
    usual = [Hostile("", unit, "!") for unit in _USUAL]
    made = list(dict.fromkeys(hostile_texts(pattern)))
    # What is bounded, by 300 characters perhaps, grows as fast while texts are short.
    lengths = (LENGTH, 2 * LENGTH) if "{" in pattern.pattern else (LENGTH,)

    def look() -> str | None:
        matcher = Matcher(pattern)
        for text in (*_some(usual), *_some(made)):
            if all(_grows(matcher, text, length, anywhere) for length in lengths):
                return text(LENGTH)[:60]
        return None

    return with_room(look)


def _some(texts: Sequence[T]) -> Sequence[T]:
    return texts[:: -(-len(texts) // _MOST_TEXTS) or 1]


def _grows(matcher: Matcher, text: Hostile, length: int, anywhere: bool) -> bool:
    """Whether a pattern takes far more steps for a longer text than its length explains."""
    short, long = text(length), text(length * LONGER)
    try:
        granted = matcher.find_all(short, _MOST_STEPS, anywhere=anywhere)
        matcher.find_all(long, (granted + len(short)) * _TOO_MUCH, anywhere=anywhere)
    except TooManySteps:
        return True
    return False


def hostile_texts(pattern: re.Pattern[str]) -> Iterator[Hostile]:
    """Texts that begin like what fits, repeat what the pattern repeats, and end otherwise."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for before, unit in _repeats(list(tree), ""):
        if not unit:
            continue
        if before:
            yield Hostile("", before + unit, "\0")
            yield Hostile("", before + unit * 30, "!")
        for piece in (unit, f"{unit} ", f" {unit}", *(unit + one for one in "aA1\n.")):
            for begin in dict.fromkeys((before, before * 2)):
                for end in ("\0", "!\n", "§"):
                    yield Hostile(begin, piece, end)


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


def _uses(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield names with the methods that they are used by; a part of another pattern may be looked
    for anywhere."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in _METHODS:
                yield node.value.id, node.attr
            elif node.attr == "pattern":
                yield node.value.id, "search"


def _inline(tree: ast.Module) -> Iterator[tuple[str, re.Pattern[str], str]]:
    """Yield each pattern that is written where it is used, `re.search(r"…", text)`, with the
    function or class that it stands in."""
    for part in tree.body:
        for node in ast.walk(part):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=method),
                    args=[ast.Constant(value=str(written)), *_],
                ) if method in _METHODS:
                    yield getattr(part, "name", "_"), re.compile(written), method


def _repeats(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """Yield for each repeat an example of what stands before it, and some of one turn."""
    for op, argument in items:
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, inner = argument
            if most > 1:
                yield from ((before, unit) for unit in _examples(list(inner)))
        for inner in _within(op, argument):
            yield from _repeats(inner, before)
        before += next(iter(_examples([(op, argument)])), "")


def _within(op: Any, argument: Any) -> list[list[Any]]:
    """The smaller patterns that a piece of a pattern consists of."""
    if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [list(argument[2])]
    if op is codes.SUBPATTERN:
        return [list(argument[3])]
    if op is codes.ATOMIC_GROUP:
        return [list(argument)]
    if op is codes.BRANCH:
        return [list(branch) for branch in argument[1]]
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [list(argument[1])]
    return []


def _examples(items: list[Any]) -> list[str]:
    """A few texts that the items match, one for each branch of theirs."""
    texts = [""]
    for op, argument in items:
        texts = [text + more for text in texts for more in _fitting(op, argument)][:_FEW]
    return texts


def _fitting(op: Any, argument: Any) -> list[str]:
    """A few texts that fit a piece of a pattern, as far as that can be told easily."""
    if op is codes.LITERAL:
        return [chr(argument)]
    if op is codes.NOT_LITERAL:
        return [next(one for one in "aA1 .\n" if ord(one) != argument)]
    if op is codes.ANY:
        return ["a", " "]
    if op is codes.IN:
        return _of_class(argument)
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [""]
    found = [text for inner in _within(op, argument) for text in _examples(inner)[:_FEW]]
    if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [text * max(1, min(argument[0], 20)) for text in found]
    return found[:_FEW] or [""]


def _of_class(argument: list[Any]) -> list[str]:
    """Characters of a class that differ from each other for other classes."""
    allowed = re.compile(f"[{''.join(map(_written, argument))}]")
    usual = [one for one in "aA1 \n\t.,-_'\"(•" if allowed.match(one)][:6]
    if usual:
        return usual
    first = next((value for op, value in argument if op in (codes.LITERAL, codes.RANGE)), None)
    return [] if first is None else [chr(first if isinstance(first, int) else first[0])]


def _written(item: tuple[Any, Any]) -> str:
    categories = {
        codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_SPACE: r"\s",
        codes.CATEGORY_NOT_SPACE: r"\S", codes.CATEGORY_WORD: r"\w", codes.CATEGORY_NOT_WORD: r"\W",
    }  # fmt: skip
    op, value = item
    if op is codes.NEGATE:
        return "^"
    if op is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return categories[value] if op is codes.CATEGORY else re.escape(chr(value))
