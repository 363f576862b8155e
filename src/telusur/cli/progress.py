"""Shows in the terminal how far something is, or what is being waited for."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from telusur.words import Later, say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

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
        self._seen = sys.stderr.isatty()

    def __enter__(self) -> Self:
        if self._seen:
            click.echo(say("Looking for what is new") + " …", nl=False, err=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if "_bars" in vars(self):
            self._bars.update(self._wait, visible=False)
            self._bars.stop()
        elif self._seen:
            _clear_line()

    def tell(self, words: str) -> None:
        """Say something before the first bar."""
        if self._seen:
            _clear_line()
        click.echo(words, err=True)

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Begin a bar of `total` steps."""
        if not self._seen:
            yield lambda _: None
            return
        bars = self._bars
        bars.update(self._wait, visible=False)
        task = bars.add_task(str(STAGES[name]), total=total)
        yield lambda steps: bars.update(task, advance=steps)
        bars.update(task, completed=total)
        bars.update(self._wait, visible=True)

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

        _clear_line()
        bars = Progress(
            TextColumn("{task.description:<30}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        )
        bars.start()
        return bars

    @cached_property
    def _wait(self) -> TaskID:
        """What is said after a stage, until the next one begins."""
        return self._bars.add_task(say("Writing the store"), total=None, visible=False)


def _clear_line() -> None:
    click.echo("\r\x1b[K", nl=False, err=True)
