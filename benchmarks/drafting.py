"""How fast a regulation is read and checked: `python -m benchmarks.drafting [FILE]`.

The text is that of FILE (.md, .txt) or, without it, of the sample draft, over and over: each copy
goes on with the numbers of the one before, and its references follow. What is defined is defined
once. The best of three runs counts. Reading is linear when the seconds a megabyte, and the ratio
of the last column (the time beside what the size before it makes one expect), stay as they are.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from telusur.draft.model import Regulation
from telusur.draft.numerals import from_roman, roman
from telusur.draft.outline.parsing import Parsed, parse_texts
from telusur.draft.reading import regulation_of
from telusur.draft.rules import Manuscript, find_hits
from telusur.draft.writing.markdown import Writing, write_draft

SAMPLE = next((Path(__file__).parents[1] / "draft").glob("rancangan-*.md"))
SIZES = (50, 100, 200, 400, 800)
"""Kilobytes."""
RUNS = 3
_BAB = re.compile(r"^# BAB ([IVXLC]+)", re.MULTILINE)
_PASAL = re.compile(r"\bPasal (\d+)")
_CLOSING = re.compile(r"^Agar setiap orang", re.MULTILINE)


def text_of_size(path: Path, kilobytes: int) -> str:
    """Return so much text, or a little more, made of the regulation in `path`."""
    parsed = parse_texts({path.name: path.read_text(encoding="utf-8")})
    numbered = write_draft(Writing(parsed, regulation_of(parsed), {}))
    closing = _CLOSING.search(numbered)
    body_end = closing.start() if closing else len(numbered)
    second_bab = [found.start() for found in _BAB.finditer(numbered)][1]
    first, again = numbered[:second_bab], numbered[second_bab:body_end]
    parts, size, copies = [first], len(first), 0
    while size < kilobytes * 1000:
        parts.append(_renumbered(first, again, copies))
        size += len(parts[-1])
        copies += 1
    return "".join([*parts, numbered[body_end:]])


def _renumbered(first: str, again: str, copies: int) -> str:
    """Return `again` as it stands behind `first` and so many copies of itself."""
    kept = max(map(int, re.findall(r"^#### Pasal (\d+)", first, re.MULTILINE)))
    pasal = len(re.findall(r"^#### Pasal \d+", again, re.MULTILINE)) * copies
    bab = len(_BAB.findall(again)) * copies
    text = _BAB.sub(lambda found: f"# BAB {roman(from_roman(found[1]) + bab)}", again)
    return _PASAL.sub(
        lambda found: f"Pasal {int(found[1]) + pasal}" if int(found[1]) > kept else found[0], text
    )


def seconds(text: str) -> tuple[tuple[float, float, float], Regulation, int]:
    """Return how long the tree, the references and all rules take; the regulation; the hits."""
    marks = [time.perf_counter()]
    parsed: Parsed = parse_texts({"draft.md": text})
    marks.append(time.perf_counter())
    regulation = regulation_of(parsed)
    marks.append(time.perf_counter())
    hits = sum(1 for _ in find_hits(Manuscript(regulation, {"draft.md": text})))
    marks.append(time.perf_counter())
    return (marks[1] - marks[0], marks[2] - marks[1], marks[3] - marks[2]), regulation, hits


def main(path: Path) -> None:
    """Print a line for each size."""
    print("   MB  pasal  references  hits   parse    refs   rules   total  s a MB  ratio")
    before = 0.0
    for kilobytes in SIZES:
        text = text_of_size(path, kilobytes)
        runs = [seconds(text) for _ in range(RUNS)]
        spent, regulation, hits = min(runs, key=lambda run: sum(run[0]))
        total, size = sum(spent), len(text) / 1e6
        pasal = sum(clause.level == "pasal" for clause in regulation.clauses)
        times = "".join(f"{each:7.2f}s" for each in (*spent, total))
        ratio = f"{total / size / before:6.2f}" if before else "     -"
        counts = f"{size:5.2f}{pasal:7}{len(regulation.references):12}{hits:6}"
        print(f"{counts}{times}{total / size:8.2f} {ratio}")
        before = total / size


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
