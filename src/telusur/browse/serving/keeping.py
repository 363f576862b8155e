"""What a process remembers of its answers for as long as the store stays as it is: to questions in
SQL that took long, and whole pages that did."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from datasette.app import Datasette

SLOW = 0.03
"""Seconds from which on an answer is worth keeping."""
MOST = 32_000_000
"""Bytes of all that are kept, roughly; those go that nobody asked for the longest."""
LARGE, LARGEST = 200_000, MOST // 4
"""Bytes of the largest answer to what strangers make up, who may ask for ever so many of many
megabytes; and of the largest to what we ask ourselves, of which there is only so much."""
MISSED: ContextVar[list[str] | None] = ContextVar("MISSED", default=None)
"""The questions in SQL to which the answer that is being made has got none: next time it may."""
_CELL, _ANSWER = 64, 1000
"""Bytes of a cell beside its text, and of an answer beside its rows and the question."""


class Kept:
    """Answers to what was asked in one state of the store, within bounds."""

    def __init__(self) -> None:
        self._state: str | None = None
        self._answers: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._coming: dict[Hashable, asyncio.Future[Any]] = {}
        self.size = 0

    def get(self, state: str | None, asked: Hashable) -> Any:
        """The answer, or None; `state` as `StoreDatabase.state` tells it."""
        if state is None or state != self._state or asked not in self._answers:
            return None
        self._answers.move_to_end(asked)
        return self._answers[asked][0]

    def put(self, state: str | None, asked: Hashable, answer: object, size: int) -> None:
        """Keep an answer; nothing else is known of what it was before."""
        if state is None:
            return
        if state != self._state:
            self._state, self.size = state, 0
            self._answers.clear()
        size += _ANSWER + len(repr(asked))  # many questions have no rows for an answer
        self.size += size - self._answers.pop(asked, (None, 0))[1]
        self._answers[asked] = answer, size
        while self.size > MOST:
            self.size -= self._answers.popitem(last=False)[1][1]

    async def once(
        self, state: str | None, asked: Hashable, ask: Callable[[], Awaitable[Any]]
    ) -> Any:
        """The answer, or what `ask` gives: many who ask at once wait for one."""
        if state is None:
            return await ask()
        if (known := self.get(state, asked)) is not None:
            return known
        key = asyncio.get_running_loop(), state, asked
        if key not in self._coming:
            self._coming[key] = asyncio.ensure_future(ask())
            self._coming[key].add_done_callback(lambda done: self._came(key, done))
        return await asyncio.shield(self._coming[key])

    def _came(self, key: Hashable, done: asyncio.Future[Any]) -> None:
        del self._coming[key]
        if not done.cancelled():
            done.exception()  # those who still wait are told


_kept: WeakKeyDictionary[Datasette, Kept] = WeakKeyDictionary()


def kept_of(datasette: Datasette) -> Kept:
    """What this browser remembers."""
    return _kept.setdefault(datasette, Kept())


def size_of(rows: Any) -> int:
    """Bytes of some rows, roughly."""
    return sum(
        _CELL + (len(cell) if isinstance(cell, str | bytes) else 0) for row in rows for cell in row
    )
