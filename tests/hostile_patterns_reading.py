"""Texts made to keep a pattern busy, from what the pattern itself says.

A pattern is slow where a repeat can be matched in many ways before it fails. For each repeat of a
pattern a text is made that satisfies it very often, after what may stand before it, and then ends
in what cannot follow. Steps are counted, and not seconds (`matching.py`).
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

from hostile_patterns import LENGTH, LONGER, grows

MOST_TEXTS = int(os.environ.get("TELUSUR_FUZZ_EXAMPLES", "25")) // 3
"""Texts for each pattern, drawn evenly from all that are made; at night nearly all."""
_METHODS = frozenset({"search", "match", "fullmatch", "sub", "finditer", "findall", "split"})


def modules(*packages: str) -> Iterator[ModuleType]:
    """Every module below the packages."""
    for name in packages:
        package = importlib.import_module(name)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            yield importlib.import_module(found.name)


def patterns_of(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str], set[str]]]:
    """Yield each compiled pattern of a module with its name and the methods it is used by."""
    used = _uses(module)
    for name, value in vars(module).items():
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            yield f"{module.__name__}.{name}", value, used.get(name, set()) or {"search"}


def inline_patterns_of(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str], set[str]]]:
    """Yield each pattern that is written where it is used: `re.search(r"…", text)`."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _METHODS
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
        ):
            name = f"{module.__name__}:{node.lineno}"
            yield name, re.compile(node.args[0].value), {node.func.attr}


def _uses(module: ModuleType) -> dict[str, set[str]]:
    uses: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in _METHODS:
                uses.setdefault(node.value.id, set()).add(node.attr)
            elif node.attr == "pattern":
                uses.setdefault(node.value.id, set()).add("search")
    return uses


def hostile_texts(pattern: str, flags: int = 0) -> list[tuple[str, str, str]]:
    """Beginning, piece and end of texts on which a pattern of this writing would be slow, if it
    can be: the piece comes again and again."""
    parsed = _parser.parse(pattern, flags & ~re.DEBUG)
    texts = {}
    for before, unit in _repeats(list(parsed), ""):
        followed = (
            unit,
            f"{unit} ",
            f" {unit}",
            *(unit + one for one in ("a", "A", "1", "\n", ".")),
        )
        for piece in filter(None, followed):
            for start in (before, before * 2):
                for end in ("\0", "!\n", "§"):
                    texts[start, piece, end] = None
        if before:
            texts["", before + unit, "\0"] = None
    return list(texts)


def slow_texts(
    pattern: re.Pattern[str], methods: set[str], most: int = MOST_TEXTS
) -> Iterator[str]:
    """Yield the hostile texts on which a pattern takes more than linear time, in any of the ways
    it is used."""
    anywhere = bool(methods - {"match", "fullmatch"})
    texts = hostile_texts(pattern.pattern, pattern.flags)
    for start, piece, end in texts[:: -(-len(texts) // most) or 1]:
        short, long = (
            start + piece * max(1, size // len(piece)) + end for size in (LENGTH, LENGTH * LONGER)
        )
        if grows(pattern, short, long, anywhere=anywhere):
            yield long


def _repeats(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """Yield for each repeat without an end an example of what stands before it, and of one turn."""
    for operator, argument in items:
        if operator in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            _, most, inner = argument
            if most == sre.MAXREPEAT or most > 50:
                for unit in _examples(list(inner)):
                    yield before, unit
            yield from _repeats(list(inner), before)
        elif operator is sre.SUBPATTERN:
            yield from _repeats(list(argument[3]), before)
        elif operator is sre.BRANCH:
            for branch in argument[1]:
                yield from _repeats(list(branch), before)
        elif operator in {sre.ASSERT, sre.ASSERT_NOT}:
            yield from _repeats(list(argument[1]), before)
        elif operator is sre.ATOMIC_GROUP:
            yield from _repeats(list(argument), before)
        before += next(iter(_examples([(operator, argument)])), "")


def _examples(items: list[Any]) -> list[str]:
    """A few words that the items match, one for each branch of theirs."""
    words = [""]
    for operator, argument in items:
        words = [word + more for word in words for more in _parts(operator, argument)][:12]
    return words


def _parts(operator: Any, argument: Any) -> list[str]:
    if operator is sre.LITERAL:
        return [chr(argument)]
    if operator is sre.NOT_LITERAL:
        return [next(one for one in "aA1 .\n" if ord(one) != argument)]
    if operator is sre.ANY:
        return ["a", " "]
    if operator is sre.IN:
        return _of_class(argument)
    if operator is sre.BRANCH:
        return [word for branch in argument[1] for word in _examples(list(branch))[:2]][:12]
    if operator is sre.SUBPATTERN:
        return _examples(list(argument[3]))
    if operator is sre.ATOMIC_GROUP:
        return _examples(list(argument))
    if operator in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
        return [word * max(1, argument[0]) for word in _examples(list(argument[2]))]
    return [""]


def _of_class(argument: Any) -> list[str]:
    """Signs of a class that differ from each other for other classes."""
    written = "".join(_source_of(argument))
    allowed = re.compile(f"[{written}]")
    return [
        one
        for one in ("a", "A", "1", " ", "\n", "\t", ".", ",", "-", "_", "'", '"', "(", "•")
        if allowed.match(one)
    ][:6] or _first(argument)


def _source_of(argument: Any) -> Iterator[str]:
    categories = {
        sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_NOT_DIGIT: r"\D", sre.CATEGORY_SPACE: r"\s",
        sre.CATEGORY_NOT_SPACE: r"\S", sre.CATEGORY_WORD: r"\w", sre.CATEGORY_NOT_WORD: r"\W",
    }  # fmt: skip
    for operator, value in argument:
        if operator is sre.NEGATE:
            yield "^"
        elif operator is sre.LITERAL:
            yield re.escape(chr(value))
        elif operator is sre.RANGE:
            yield f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        elif operator is sre.CATEGORY:
            yield categories[value]


def _first(argument: Any) -> list[str]:
    for operator, value in argument:
        if operator is sre.LITERAL:
            return [chr(value)]
        if operator is sre.RANGE:
            return [chr(value[0])]
    return []
