"""Shows in the terminal how far a build is."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

STAGES = {
    "read": "Reading reports",
    "extract": "Reading places, people, clauses",
    "embed clauses": "Reading meaning of reports",
    "findings": "Choosing findings",
    "embed": "Reading meaning of the draft",
    "link": "Linking findings to clauses",
}


class TerminalProgress:
    """Bars on a terminal; silence where the output is a file or a pipe."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if "_bars" in vars(self):
            self._bars.stop()

    @cached_property
    def _bars(self) -> Progress:
        """Begun with the first stage: where there is none, nothing is loaded."""
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        console = Console(stderr=True)
        bars = Progress(
            TextColumn("{task.description:<30}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        bars.start()
        return bars

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Begin a bar of `total` steps."""
        task = self._bars.add_task(STAGES[name], total=total)
        yield lambda steps: self._bars.update(task, advance=steps)
        self._bars.update(task, completed=total)
