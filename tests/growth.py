"""How much work something does, counted and not timed: the same on an idle and a busy machine.

A step is a line that is run, ours or a library's, a call of a function written in C, or a character
that a pattern of a module reads. Work that grows with the square of a text shows in the steps as it
would in seconds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

COUNTED = ("telusur", "html", "_markupbase", "markdown_it", "mdit_py_plugins", "tests")
"""Packages whose patterns are watched while steps are counted."""


def growth(work: Callable[[int], object], small: int, large: int) -> float:
    """How many times more steps a unit costs at size `large` than at `small`: 1 is linear."""
    work(small)  # what is made on first use only is no part of it
    return steps(lambda: work(large)) / steps(lambda: work(small)) / (large / small)


def steps(work: Callable[[], object]) -> int:
    """Do the work and return how many steps it took in this thread."""
    counter = _Counter()
    tracing, profiling = sys.gettrace(), sys.getprofile()
    with _watched(counter):
        sys.settrace(counter.run)
        sys.setprofile(counter.called)
        try:
            work()
        finally:
            sys.setprofile(profiling)
            sys.settrace(tracing)  # that of the measure of coverage
    return counter.steps


class _Counter:
    def __init__(self) -> None:
        self.steps = 0

    def run(self, _frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        if event == "line":
            self.steps += 1
        return self.run

    def called(self, _frame: FrameType, event: str, _argument: object) -> None:
        if event == "c_call":
            self.steps += 1


class _Watched:
    """A pattern that tells how many characters it read: those up to the end of what it found, or
    all that it was offered where it looked for something that is not there."""

    def __init__(self, pattern: re.Pattern[str], counter: _Counter) -> None:
        self._pattern = pattern
        self._counter = counter

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._read(self._pattern.match(text, *bounds), bounds, 1)

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._read(self._pattern.fullmatch(text, *bounds), bounds, 1)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._read(self._pattern.search(text, *bounds), bounds, _offered(text, bounds))

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        read = bounds[0] if bounds else 0
        for found in self._pattern.finditer(text, *bounds):
            self._counter.steps += 1 + found.end() - read
            read = found.end()
            yield found
        self._counter.steps += max(0, _offered(text, bounds) - read)

    def findall(self, text: str, *bounds: int) -> list[Any]:
        self._counter.steps += _offered(text, bounds)
        return self._pattern.findall(text, *bounds)

    def sub(self, new: Any, text: str, *how: Any, **named: Any) -> str:
        self._counter.steps += len(text)
        return self._pattern.sub(new, text, *how, **named)

    def split(self, text: str, *how: Any, **named: Any) -> list[Any]:
        self._counter.steps += len(text)
        return self._pattern.split(text, *how, **named)

    def _read(
        self, found: re.Match[str] | None, bounds: tuple[int, ...], nothing: int
    ) -> re.Match[str] | None:
        begin = bounds[0] if bounds else 0
        self._counter.steps += found.end() - begin if found else nothing
        return found


def _offered(text: str, bounds: tuple[int, ...]) -> int:
    begin, end = (*bounds, *(0, len(text))[len(bounds) :])
    return max(0, min(end, len(text)) - begin)


@contextmanager
def _watched(counter: _Counter) -> Iterator[None]:
    places = [
        (module, name, value)
        for title, module in list(sys.modules.items())
        if title.split(".")[0] in COUNTED
        for name, value in list(vars(module).items())
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
    ]
    for module, name, value in places:
        setattr(module, name, _Watched(value, counter))
    try:
        yield
    finally:
        for module, name, value in places:
            setattr(module, name, value)
