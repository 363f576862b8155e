"""How noisy the drafting rules are: `python -m benchmarks.rules DIR [--hits]`.

Each Markdown file in DIR is taken for a draft of its own. For each rule the table says how often
it is not kept, and of how many cases that it looked at; a rule that only looks for words to avoid
counts no other cases. With --hits every hit is shown with its words, to be judged by reading.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from telusur.draft.rules import RULES, Manuscript, read_manuscript

AROUND = 50
"""Characters shown on either side of the words of a hit."""


def measure(manuscript: Manuscript, *, show: str | None = None) -> dict[str, Counter[str]]:
    """Return hits and cases of every rule; with `show`, the file's name, print each hit."""
    counts: dict[str, Counter[str]] = {}
    for rule in RULES:
        counts[rule.number] = Counter()
        for case in rule.cases(manuscript):
            counts[rule.number]["cases"] += 1
            if case is None:
                continue
            counts[rule.number]["hits"] += 1
            if show:
                spot = case.spot
                before = spot.words[max(spot.start - AROUND, 0) : spot.start]
                after = spot.words[spot.end : spot.end + AROUND]
                print(f"{show}:{spot.line} [{rule.number}] {before}«{spot.pointed_at}»{after}")
    return counts


def read(path: Path) -> Manuscript:
    """Read one file as a draft of its own."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, folder)
        return read_manuscript(Path(folder))


def main(folder: Path, *, show: bool) -> None:
    """Measure each file, and print a line a rule."""
    files = [path for path in sorted(folder.glob("*.md")) if path.stem.lower() != "readme"]
    table: dict[str, dict[str, Counter[str]]] = {}
    seconds = {}
    for path in files:
        manuscript = read(path)
        begin = time.perf_counter()
        table[path.stem] = measure(manuscript, show=path.stem if show else None)
        seconds[path.stem] = time.perf_counter() - begin
    names = [str(number) for number in range(1, len(files) + 1)]
    for name, path in zip(names, files, strict=True):
        size = path.stat().st_size / 1024
        print(f"{name:>3}: {path.stem}, {size:.0f} KB, {seconds[path.stem]:.2f} s")
    print(f"\n{'rule':10}{'severity':9}{'hits/cases':>12}", *(f"{name:>4}" for name in names))
    for rule in RULES:
        each = [counts[rule.number] for counts in table.values()]
        hits, cases = (sum(count[key] for count in each) for key in ("hits", "cases"))
        row = (f"{count['hits'] or '.':>4}" for count in each)
        print(f"{rule.number:10}{rule.severity:9}{f'{hits}/{cases}':>12}", *row)


if __name__ == "__main__":
    main(Path(sys.argv[1]), show="--hits" in sys.argv[2:])
