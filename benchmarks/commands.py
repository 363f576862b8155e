"""What each command costs from the shell: `python -m benchmarks.commands [--reports N]`.

Prints the median of the processor seconds (user and system, of the process and those it starts),
and of the wall clock, on a copy of the repository's sample and on one with more reports. Every
command is run once beforehand, so that what is cached on the disk is.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.enlarged import ROOT, copied, enlarge

_TELUSUR = (sys.executable, "-c", "from telusur.cli import main; main()")
_MORE = 250
_TIMES = 7
_AYAT = re.compile(r"\(\d+\) .*\.$")


@dataclass(frozen=True, slots=True)
class Case:
    """A command, and what a person did before it."""

    name: str
    words: tuple[str, ...]
    before: Callable[[Path], None] = lambda root: None  # noqa: ARG005


class Editor:
    """Edits a workspace as a drafter does."""

    def __init__(self) -> None:
        self._turns: Iterator[int] = count()

    def known_clause(self, root: Path) -> None:
        """Let a clause have one of two wordings, both embedded before from the third time on."""
        self._reword(root, f"paling lama {next(self._turns) % 2 + 2} hari")

    def new_clause(self, root: Path) -> None:
        """Give a clause a wording that it never had."""
        self._reword(root, f"paling lama {next(self._turns) + 10} hari")

    def new_report(self, root: Path) -> None:
        """Add a report."""
        enlarge(root, 1, first=900_000 + next(self._turns))

    def _reword(self, root: Path, end: str) -> None:
        """Let the first ayat in the middle of the draft end so."""
        draft = next(
            one
            for one in sorted((root / "draft").glob("*.md"))
            if not one.name.startswith("README")
        )
        lines = draft.read_text("utf-8").splitlines()
        middle = len(lines) // 2
        at = next(n for n in range(middle, len(lines)) if _AYAT.match(lines[n]))
        lines[at] = f"{lines[at].rstrip('.').split(' paling lama ')[0]} {end}."
        draft.write_text("\n".join(lines) + "\n", "utf-8")


def cases() -> list[Case]:
    """All commands that are measured, in the order in which they are printed."""
    edit = Editor()
    return [
        Case("--help", ("--help",)),
        Case("build --help", ("build", "--help")),
        Case("serve --help", ("serve", "--help")),
        Case("check", ("check",)),
        Case("build, nothing new", ("build",)),
        Case("build, a clause of known words", ("build",), edit.known_clause),
        Case("build, a clause of new words", ("build",), edit.new_clause),
        Case("build, a new report", ("build",), edit.new_report),
        Case("trace", ("trace", "Pasal 7")),
        Case("search by words", ("search", "antrean", "loket", "--words-only")),
        Case("search by meaning", ("search", "antrean", "loket")),
        Case("export matrix", ("export", "matriks.csv", "--table", "matriks", "--force")),
    ]


def measure(case: Case, root: Path, times: int) -> tuple[float, float]:
    """Return processor seconds and wall-clock seconds at the median of so many runs."""
    figures = []
    for turn in range(times + 2):
        case.before(root)
        processor, wall = run(case.words, root)
        if turn > 1:  # the first two warm up
            figures.append((processor, wall))
    return median(one for one, _ in figures), median(one for _, one in figures)


def run(words: tuple[str, ...], root: Path) -> tuple[float, float]:
    """Run `telusur` with these words in `root`; return processor and wall-clock seconds."""
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.chdir(root)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        os.execv(_TELUSUR[0], [*_TELUSUR, *words])  # noqa: S606
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"`telusur {' '.join(words)}` failed in {root}")
    return used.ru_utime + used.ru_stime, time.perf_counter() - began


def show(title: str, root: Path, times: int, wanted: str) -> None:
    """Measure all cases whose name holds `wanted`, and print a line each."""
    run(("build",), root)
    run(("build",), root)
    print(f"\n{title}\n{'':<34}{'processor s':>12}{'wall s':>9}", flush=True)
    for case in cases():
        if wanted in case.name:
            processor, wall = measure(case, root, times)
            print(f"{case.name:<34}{processor:>12.2f}{wall:>9.2f}", flush=True)


def main() -> None:
    """Measure the sample, and the sample with more reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=_MORE, help="how many more; 0 for none")
    parser.add_argument("--times", type=int, default=_TIMES)
    parser.add_argument("--only", default="", help="only cases whose name holds this")
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed lies there compiled
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "sample"
        copied(ROOT, root)
        larger = Path(folder) / "larger"
        shutil.copytree(root, larger)  # before anything is edited
        show("The repository's sample", root, given.times, given.only)
        if given.reports:
            enlarge(larger, given.reports)
            show(f"With {given.reports} reports more", larger, given.times, given.only)


if __name__ == "__main__":
    main()
