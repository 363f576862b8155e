"""Some processes on this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Self

from telusur.build.runners.elsewhere import Died
from telusur.build.runners.far import Order

_OUT = 2
"""Batches of each process that are under way."""


class Processes:
    """A `Crew`."""

    other_disk = False

    def __init__(self, count: int, order: Order) -> None:
        self.ahead = _OUT * count
        self._order = order
        self._end, self._life = multiprocessing.Pipe(duplex=False)  # to close is to tell them
        self._pools = [_pool(self._end) for _ in range(count)]
        self._out: list[list[Future[Any]]] = [[] for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for pool in self._pools:
            pool.shutdown(wait=False, cancel_futures=True)
        if kind is not None:  # nobody waits for what they do
            self._life.close()

    def submit(
        self, work: Callable[..., Any], *given: Any, beside: int | None = None
    ) -> Future[tuple[int, Any]]:
        self._out = [[one for one in out if not one.done()] for out in self._out]
        place = min(range(len(self._out)), key=lambda one: len(self._out[one]))
        place = place if beside is None else beside
        try:
            future = self._pools[place].submit(_at, place, work, self._order, *given)
        except BrokenProcessPool:
            self._pools[place] = _pool(self._end)
            future = self._pools[place].submit(_at, place, work, self._order, *given)
        self._out[place].append(future)
        return future

    def result(self, future: Future[tuple[int, Any]]) -> tuple[int, Any]:
        try:
            return future.result()
        except BrokenProcessPool as error:
            raise Died from error

    def watch(self) -> None:
        """A process that ends is told at once."""


def _pool(end: Connection) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _prepare, (end,))


def _prepare(end: Connection) -> None:
    """Leave Ctrl-C to whoever builds, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for, args=(end,), daemon=True).start()


def _wait_for(end: Connection) -> None:
    parent = multiprocessing.parent_process()
    wait([end, parent.sentinel] if parent else [end])
    os._exit(1)


def _at(place: int, work: Callable[..., Any], *given: Any) -> tuple[int, Any]:
    return place, work(*given)
