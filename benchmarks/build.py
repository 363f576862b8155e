"""Time and peak memory of each stage of a build: `python -m benchmarks.build [WORKSPACE]`.

Three builds of a copy of the workspace, each in a process of its own: from nothing (with the
encoder in its cache), with nothing new, and after one report has changed. Peak memory is read
from /proc, so this needs Linux.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("telusur.toml", "extract", "corpus", "draft")

Figures = dict[str, tuple[float, float]]
"""Seconds and peak resident memory in MB, by stage."""


class Meter:
    """Takes the place of the progress display, and notes what each stage takes."""

    def __init__(self) -> None:
        self.figures: Figures = {}
        self.peak = 0.0

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG002
        self.note_peak()
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forgets the peak so far
        began = time.perf_counter()
        yield lambda steps: None  # noqa: ARG005
        seconds, peak = self.figures.get(name, (0.0, 0.0))  # a stage may come in batches
        took = time.perf_counter() - began
        self.figures[name] = (seconds + took, max(peak, self.note_peak()))

    def note_peak(self) -> float:
        """Peak resident memory since the last stage began, in MB."""
        status = Path("/proc/self/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        peak = int(line.split()[1]) / 1024
        self.peak = max(self.peak, peak)
        return peak


def build_once(root: Path) -> None:
    """Build in this process, and print the figures as JSON."""
    from telusur.build import build

    meter = Meter()
    build(root, None, meter, datetime.now(UTC).date())
    meter.note_peak()
    print(json.dumps({"figures": meter.figures, "peak": meter.peak}))


def measure(root: Path) -> Figures:
    """Build in a process of its own; the last figure is the whole process."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.build", "--once", str(root)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    seconds = time.perf_counter() - began
    told = json.loads(done.stdout)
    figures: Figures = told["figures"]
    return figures | {"whole process": (seconds, told["peak"])}


def show(what: str, figures: Figures) -> None:
    """Print one build's figures."""
    print(f"\n{what}\n{'stage':<16}{'seconds':>9}{'peak MB':>9}")
    for stage, (seconds, peak) in figures.items():
        print(f"{stage:<16}{seconds:>9.2f}{peak:>9.0f}")


def main(workspace: Path) -> None:
    """Measure a copy of `workspace`."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        root.mkdir()
        for part in PARTS:
            copy = shutil.copytree if (workspace / part).is_dir() else shutil.copyfile
            copy(workspace / part, root / part)
        measure(root)  # rebuilds the encoder where its cache is empty
        (root / "evidence.db").unlink()
        show("From nothing", measure(root))
        show("Nothing new", measure(root))
        report = sorted((root / "corpus").rglob("*/*.md"))[-1]
        with report.open("a", encoding="utf-8") as file:
            file.write("\n\nJaringan internet di loket masih sering terputus.\n")
        show(f"One report changed ({report.name})", measure(root))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        build_once(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]) if sys.argv[1:] else ROOT)
