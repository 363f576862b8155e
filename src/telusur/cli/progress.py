"""Shows in the terminal how far something is, or what is being waited for."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self

from telusur.words import Later, say

if TYPE_CHECKING:
    from rich.progress import Progress

STAGES = {
    "read": Later("Reading reports"),
    "extract": Later("Reading places, people, clauses"),
    "embed clauses": Later("Reading meaning of reports"),
    "findings": Later("Choosing findings"),
    "embed": Later("Reading meaning of the draft"),
    "link": Later("Linking findings to clauses"),
}


@contextlib.contextmanager
def waiting(what: str) -> Iterator[None]:
    """Say on a terminal what is being waited for, as long as it takes; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


class TerminalProgress:
    """Bars on a terminal; silence where the output is a file or a pipe.

    Between the bars it says what is being waited for: no bar tells how long these steps take.
    """

    def __init__(self) -> None:
        self._bars = _bars() if sys.stderr.isatty() else None
        if self._bars:
            self._wait = self._bars.add_task(say("Looking for what is new"), total=None)

    def __enter__(self) -> Self:
        if self._bars:
            self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bars:
            self._bars.update(self._wait, visible=False)
            self._bars.stop()

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Begin a bar of `total` steps."""
        bars = self._bars
        if bars is None:
            yield lambda _: None
            return
        bars.update(self._wait, visible=False)
        task = bars.add_task(str(STAGES[name]), total=total)
        yield lambda steps: bars.update(task, advance=steps)
        bars.update(task, completed=total)
        bars.update(self._wait, description=say("Writing the store"), visible=True)


def _bars() -> Progress:
    """Loaded only where somebody looks: a file has no bars."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description:<30}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
