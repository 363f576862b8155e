"""Which runner a build takes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from telusur.build.outcome import Where
from telusur.build.planning import ReportFile
from telusur.build.runners.here import Here
from telusur.build.runners.seam import Runner
from telusur.build.stages.kit import Tools
from telusur.link import VectorCache
from telusur.words import say
from telusur.workspace import machine

_LARGE = 500_000
"""Bytes of reports from which on several processes are quicker, though each takes seconds to
start."""
_CORES = 4
"""Fewer are kept busy by the encoder's threads alone: with two, two processes were no quicker."""
_MOST = 8
"""Processes; beyond, whoever builds takes as long to save as they to read."""
_A_PROCESS = 900_000_000
"""Bytes of memory that one takes with the model."""
_NEEDED = 2_000_000_000
"""Bytes of memory with which a build has room."""


@contextlib.contextmanager
def runner(
    files: Sequence[ReportFile], tools: Tools, cache: VectorCache, where: Where
) -> Iterator[Runner]:
    """Give what reads `files`; a cluster is only asked where there are any."""
    memory = machine.memory()
    if memory is not None and memory < _NEEDED:
        where.tell(
            say(
                "This machine has {memory:.1f} GB of memory; a build needs {needed:.0f} GB. "
                "With less the system may end it, which leaves the store as it was.",
                memory=memory / 1e9,
                needed=_NEEDED / 1e9,
            )
        )
    here = Here(tools, cache)
    if files and where.cluster not in ("", "here"):
        from telusur.build.runners.cluster import cluster
        from telusur.build.runners.elsewhere import Elsewhere

        with cluster(where, tools) as (crew, order):
            yield Elsewhere(crew, order, here, cache)
    elif (count := _processes(files, memory)) > 1:
        from telusur.build.runners.alike import trial
        from telusur.build.runners.elsewhere import Elsewhere
        from telusur.build.runners.far import Order
        from telusur.build.runners.processes import Processes

        threads = max(1, machine.cores() // count)
        order = Order(tools.kit, trial=trial(tools), threads=threads)
        with Processes(count, order) as crew:
            yield Elsewhere(crew, order, here, cache)
    else:
        yield here


def _processes(files: Sequence[ReportFile], memory: int | None) -> int:
    """How many processes are worth their start."""
    if machine.cores() < _CORES or sum(file.size for file in files) < _LARGE:
        return 1
    room = _MOST if memory is None else (memory - _NEEDED) // _A_PROCESS
    return min(_MOST, machine.cores(), room)
