"""Some processes on this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
        self._pools = [_pool() for _ in range(count)]
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
            at_work = [] if kind is None else list(pool._processes.values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in at_work:  # nobody waits for what it does
                process.terminate()

    def submit(
        self, work: Callable[..., Any], *given: Any, beside: int | None = None
    ) -> Future[tuple[int, Any]]:
        self._out = [[one for one in out if not one.done()] for out in self._out]
        place = min(range(len(self._out)), key=lambda one: len(self._out[one]))
        place = place if beside is None else beside
        try:
            future = self._pools[place].submit(_at, place, work, self._order, *given)
        except BrokenProcessPool:
            self._pools[place] = _pool()
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


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _prepare)


def _prepare() -> None:
    """Leave Ctrl-C to whoever builds, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _at(place: int, work: Callable[..., Any], *given: Any) -> tuple[int, Any]:
    return place, work(*given)
