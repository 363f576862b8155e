"""How well reports are read: `python -m benchmarks.reading GOLD [--raise-floors]`.

GOLD is a folder with `findings.json`, the reports in `reports/` (and in `../reports/`), and their
dates of publication in `reports/index.json`. The reports are built as any others, with the
repository's own extract/ and no draft. `benchmarks/floors.toml` holds the score below which none
may fall; --raise-floors lifts the floors to what was just measured.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from telusur.build import build
from telusur.evaluate import (
    Comparison,
    Score,
    compare,
    genre_lines,
    matrix_lines,
    read_gold,
    score,
)
from telusur.store.connection import store_for_reading

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).parent / "floors.toml"
SLACK = 0.005
"""How far below what was measured a floor is set, so that ties broken otherwise do not fail."""


class Silent:
    """A progress display that shows nothing."""

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG002
        yield lambda steps: None  # noqa: ARG005


def measure(gold: Path) -> tuple[Score, ...]:
    """Build the reports of `gold` in a workspace of their own, and score them."""
    return score(compared(gold))


def compared(gold: Path) -> tuple[Comparison, ...]:
    """Build the reports of `gold` in a workspace of their own, and lay them beside it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "extract", root / "extract")
        for name in ("corpus", "draft"):
            (root / name).mkdir()
        (root / "telusur.toml").touch()
        copy_reports(gold, root / "corpus")
        build(root, None, Silent(), datetime.now(UTC).date())
        with store_for_reading(root / "evidence.db") as db:
            comparisons, lacking = compare(db, read_gold(gold))
    if lacking:
        raise SystemExit(f"these reports of the gold are not there: {', '.join(lacking)}")
    return comparisons


def copy_reports(gold: Path, corpus: Path) -> dict[str, Path]:
    """Copy the reports, each with its date of publication as front matter where it is known.

    Return where each lies, by its name without ending.
    """
    index, copied = index_of(gold), {}
    names = {one.doc for one in read_gold(gold)}
    for folder in (gold / "reports", gold.parent / "reports"):
        for path in [*folder.glob("*.txt"), *folder.glob("*.md")]:
            if path.stem not in names:
                continue
            posted = index.get(path.stem, {}).get("posted")
            front_matter = f"---\npublished: {posted}\n---\n" if posted else ""
            copied[path.stem] = corpus / path.name
            text = front_matter + path.read_text(encoding="utf-8")
            copied[path.stem].write_text(text, encoding="utf-8")
    return copied


def index_of(gold: Path) -> dict[str, dict[str, str]]:
    """When and by whom each report was published, by its name; empty where nobody knows."""
    path = gold / "reports" / "index.json"
    known: dict[str, dict[str, str]] = (
        json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    )
    return known


def read_floors() -> dict[str, float]:
    """The floors, by the score's name."""
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["reading"]
    return floors


def raise_floors(scores: Sequence[Score]) -> None:
    """Write the floors anew; none goes down."""
    old = read_floors() if FLOORS.is_file() else {}
    lines = [
        f"{one.name} = {max(old.get(one.name, 0.0), round(one.value - SLACK, 3)):.3f}"
        for one in scores
    ]
    head = "# Written by `python -m benchmarks.reading GOLD --raise-floors`; see tests/evaluate.\n"
    others = FLOORS.read_text(encoding="utf-8").partition("\n\n")[2] if FLOORS.is_file() else ""
    tables = f"{head}[reading]\n" + "\n".join(lines) + "\n"
    FLOORS.write_text(f"{tables}\n{others}" if others else tables, encoding="utf-8")


def main(gold: Path, *, lift: bool) -> None:
    """Print the scores beside their floors."""
    comparisons = compared(gold)
    scores = score(comparisons)
    if lift:
        raise_floors(scores)
    floors = read_floors()
    print(f"{'score':<31}{'value':>6}  {'95 % interval':<16}{'floor':>6}")
    for one in scores:
        interval = f"[{one.low:.3f}, {one.high:.3f}]"
        print(f"{one.name:<31}{one.value:6.3f}  {interval:<16}{floors.get(one.name, 0.0):6.3f}")
    for lines in (matrix_lines(comparisons), genre_lines(comparisons)):
        print("", *lines, sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), lift="--raise-floors" in sys.argv)
