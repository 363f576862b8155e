"""Shows in the terminal how far something is, or what is being waited for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from telusur.words import Later, say

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
    console = Console(stderr=True)
    with console.status(what) if console.is_terminal else contextlib.nullcontext():
        yield


class TerminalProgress:
    """Bars on a terminal; silence where the output is a file or a pipe.

    Between the bars it says what is being waited for: no bar tells how long these steps take.
    """

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bars = Progress(
            TextColumn("{task.description:<30}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )

        self._wait = self._bars.add_task(say("Looking for what is new"), total=None)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.update(self._wait, visible=False)
        self._bars.stop()

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Begin a bar of `total` steps."""
        self._bars.update(self._wait, visible=False)
        task = self._bars.add_task(str(STAGES[name]), total=total)
        yield lambda steps: self._bars.update(task, advance=steps)
        self._bars.update(task, completed=total)
        self._bars.update(self._wait, description=say("Writing the store"), visible=True)
