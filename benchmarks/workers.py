"""What more workers bring: `python -m benchmarks.workers [REPORTS] [--cluster]`.

One workspace of so many reports (1000, unless told) is built from nothing in this process alone,
with 2, 4, … processes up to the cores that there are and, with --cluster, by as many workers of a
local Dask cluster. Printed are seconds by the clock and of all processors, by how many times the
first build took longer, and the largest process; every store is compared with the first, row for
row. Needs a quiet machine to say anything.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.enlarged import PARTS, ROOT, copied, enlarge
from benchmarks.reading import Silent
from telusur.build import Where, build
from telusur.build.runners import choice
from telusur.workspace import machine

_OF_TIME = {"builds", "embeddings"}


def rows(store: Path) -> dict[str, Counter[Any]]:
    """All rows of all tables but those that tell of time, and the cache."""
    with sqlite3.connect(store) as db:
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: Counter(db.execute(f'SELECT * FROM "{name}"'))  # noqa: S608
            for (name,) in tables.fetchall()
            if name not in _OF_TIME and "_fts" not in name
        }


def measure(root: Path, processes: int, cluster: str) -> tuple[float, float]:
    """Build from nothing; return seconds by the clock and of all processors."""
    choice._processes = lambda *_: processes
    for file in root.glob("evidence.db*"):
        file.unlink()
    began, before = time.perf_counter(), _processor()
    build(root, None, Silent(), datetime.now(UTC).date(), Where(cluster))
    return time.perf_counter() - began, _processor() - before


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _ways(cluster: bool) -> Iterator[tuple[str, int, str]]:
    cores = machine.cores()
    yield "here", 1, "here"
    count = 2
    while count <= cores:
        yield f"{count} processes", count, "here"
        count *= 2
    if cluster:
        yield f"cluster of {cores}", 1, "local"


def main() -> None:
    """Measure all ways, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=int, nargs="?", default=1000)
    parser.add_argument("--cluster", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        copied(ROOT, root, [part for part in PARTS if part != "corpus"])
        (root / "corpus").mkdir()
        enlarge(root, given.reports)
        first: tuple[float, dict[str, Counter[Any]]] | None = None
        print(f"{'':<14}{'s':>8}{'cpu s':>8}{'times':>7}{'largest MB':>12}")
        for name, processes, cluster in _ways(given.cluster):
            clock, processor = measure(root, processes, cluster)
            made = rows(root / "evidence.db")
            first = first or (clock, made)
            assert made == first[1], f"{name}: another store"
            largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{name:<14}{clock:>8.1f}{processor:>8.1f}{first[0] / clock:>7.2f}"
                f"{max(largest, own):>12.0f}"
            )


if __name__ == "__main__":
    main()
