"""One step of the way, and how a piece of work goes through several."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from telusur.build.outcome import Progress

On = TypeVar("On")
Advance = Callable[[int], None]
"""Takes the number of steps just done."""


@dataclass(frozen=True, slots=True)
class Stage(Generic[On]):
    """One step of the way."""

    name: str
    """As the progress display and `builds.seconds` know it."""
    steps: Callable[[On], int]
    """How many there are to take; a stage without any is passed over."""
    work: Callable[[On, Advance], None]
    """Fills in what this stage gives to what it works on."""


class _Silence:
    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:  # noqa: ARG002
        yield lambda _: None


SILENCE: Progress = _Silence()
"""Shows nothing: whoever sent for the work shows how far it is."""


def through(stages: Iterable[Stage[On]], on: On, progress: Progress) -> None:
    """Lead `on` through the stages, in their order."""
    for stage in stages:
        if steps := stage.steps(on):
            with progress.stage(stage.name, steps) as advance:
                stage.work(on, advance)
