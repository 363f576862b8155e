"""Shows in the terminal how far a build is."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from telusur.words import Later

STAGES = {
    "read": Later("Reading reports"),
    "extract": Later("Reading places, people, clauses"),
    "embed clauses": Later("Reading meaning of reports"),
    "findings": Later("Choosing findings"),
    "embed": Later("Reading meaning of the draft"),
    "link": Later("Linking findings to clauses"),
}


class TerminalProgress:
    """Bars on a terminal; silence where the output is a file or a pipe."""

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

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Begin a bar of `total` steps."""
        task = self._bars.add_task(str(STAGES[name]), total=total)
        yield lambda steps: self._bars.update(task, advance=steps)
        self._bars.update(task, completed=total)
