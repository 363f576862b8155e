"""Texts made to keep a pattern busy, from what the pattern itself says.

A pattern is slow where a repeat can be matched in many ways before it fails. For each repeat of a
pattern a text is made that satisfies it very often, after what may stand before it, and then ends
in what cannot follow. Time is the processor's own, so that a busy machine changes nothing: on such
texts a linear pattern takes milliseconds, a quadratic one seconds.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

LENGTH = 12_000
"""Characters of a hostile text."""
MOST = 0.1
"""Seconds of computing: a linear pattern takes a tenth of it, a quadratic one several times it."""
MOST_TEXTS = 2 * int(os.environ.get("TELUSUR_FUZZ_EXAMPLES", "25"))
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


def hostile_texts(pattern: str, flags: int = 0) -> Iterator[str]:
    """Yield texts on which a pattern of this writing would be slow, if it can be."""
    parsed = _parser.parse(pattern, flags & ~re.DEBUG)
    seen = set()
    for before, unit in _repeats(list(parsed), ""):
        for piece in {
            unit,
            f"{unit} ",
            f" {unit}",
            *(unit + other for other in ("a", "A", "1", "\n", ".")),
        }:
            if not piece:
                continue
            body = piece * (LENGTH // len(piece))
            for start in dict.fromkeys((before, before * 2)):
                for end in ("\0", "!\n", "§"):
                    text = start + body + end
                    if text not in seen:
                        seen.add(text)
                        yield text
        if before:
            piece = before + unit
            yield piece * (LENGTH // len(piece)) + "\0"


def seconds(pattern: re.Pattern[str], methods: set[str], text: str) -> float:
    """How much computing the pattern takes on a text, in the worst of the ways it is used."""
    worst = 0.0
    for method in methods:
        began = time.process_time()
        with _at_most(20 * MOST):
            if method in {"match", "fullmatch"}:
                getattr(pattern, method)(text)
            else:
                for _ in pattern.finditer(text):
                    pass
        worst = max(worst, time.process_time() - began)
    return worst


@contextmanager
def _at_most(limit: float) -> Iterator[None]:
    """Break off what takes more than `limit` seconds of computing: it is slow, however slow."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        with suppress(TimeoutError):
            yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def slow_texts(
    pattern: re.Pattern[str], methods: set[str], most: int = MOST_TEXTS
) -> Iterator[tuple[float, str]]:
    """Yield the hostile texts on which a pattern takes too long, with the seconds."""
    texts = list(hostile_texts(pattern.pattern, pattern.flags))
    for text in texts[:: -(-len(texts) // most) or 1]:
        took = seconds(pattern, methods, text)
        # A second look, for a first one may have met the collector of garbage.
        if took > MOST and (took := seconds(pattern, methods, text)) > MOST:
            yield took, text


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
