"""How a build grows with its corpus: `python -m benchmarks.growth [REPORTS …] [--drawn]`.

Workspaces of 100 and 1,000 reports, or of as many as are named (100000 takes hours), are made and
built from nothing, each in a process of its own. Printed are the seconds of every stage, those of
the processor for all, the peak of the memory and the size of the store; and by what power of the
number of reports each grew: 1 is linear, 0 is flat. `--drawn` takes vectors out of a hat, so that
all but the encoder's own time is seen. Peak memory is read from /proc, so this needs Linux.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.build import Meter
from benchmarks.enlarged import PARTS, ROOT, copied, enlarge

_SIZES = (100, 1000)
_DIMENSION = 384
_MB = 1_000_000


class _Drawn:
    """An encoder that costs nothing: a text's vector is drawn by its words."""

    name = "drawn"
    dimension = _DIMENSION
    remark = None

    def embed(self, texts: Sequence[str]) -> Any:
        """As telusur.link.encoder.Encoder."""
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) for text in texts]
        drawn = np.stack([np.random.default_rng(seed).normal(size=_DIMENSION) for seed in seeds])
        vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
        return vectors.astype(np.float32)


def build_once(root: Path, *, drawn: bool) -> None:
    """Build in this process, and print what it took as JSON."""
    from telusur import link
    from telusur.build import build

    if drawn:
        replaced: Any = link
        replaced.identify = lambda _: "drawn"
        replaced.load_encoder = lambda *_: _Drawn()
    meter, began = Meter(), time.process_time()
    build(root, None, meter, datetime.now(UTC).date())
    meter.note_peak()
    whole = time.process_time() - began
    took = {name: seconds for name, (seconds, _) in meter.figures.items()}
    print(json.dumps({**took, "processor s": whole, "peak MB": meter.peak}))


def measure(reports: int, *, drawn: bool) -> dict[str, float]:
    """Build a workspace of so many reports in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        copied(ROOT, root, [part for part in PARTS if part != "corpus"])
        (root / "corpus").mkdir()
        enlarge(root, reports)
        command = [sys.executable, "-m", "benchmarks.growth", "--once", str(root)]
        done = subprocess.run(
            [*command, *(["--drawn"] if drawn else [])],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        figures: dict[str, float] = json.loads(done.stdout)
        size = sum(path.stat().st_size for path in root.glob("evidence.db*"))
        return {**figures, "store MB": size / _MB}


def show(sizes: Sequence[int], measured: Callable[[int], dict[str, float]]) -> None:
    """Print a column for each size, and by what power of it each figure grows."""
    columns = {size: measured(size) for size in sorted(sizes)}
    print(f"{'reports':<16}" + "".join(f"{size:>10,}" for size in columns) + f"{'power':>8}")
    for name in next(iter(columns.values())):
        values = [column.get(name, 0.0) for column in columns.values()]
        line = f"{name:<16}" + "".join(f"{value:>10.2f}" for value in values)
        grew = (
            log(values[-1] / values[-2]) / log(sorted(sizes)[-1] / sorted(sizes)[-2])
            if len(values) > 1 and min(values[-2:]) > 0
            else float("nan")
        )
        print(f"{line}{grew:>8.2f}")


def main() -> None:
    """Measure the sizes that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=int, nargs="*", default=list(_SIZES))
    parser.add_argument("--drawn", action="store_true")
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        build_once(given.once, drawn=given.drawn)
    else:
        show(given.reports, lambda size: measure(size, drawn=given.drawn))


if __name__ == "__main__":
    main()
