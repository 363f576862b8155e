"""How fast reports are read, without embedding: `python -m benchmarks.reading_speed [--one-line]`.

The text is that of the sample corpus, over and over, with other words in it each time: the
numbers, and some of the longer words. Reading is linear when twice the text takes twice the time.
--one-line reads ten megabytes in one line instead, and also tells the memory that takes.
"""

from __future__ import annotations

import re
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from telusur.corpus import find_reports, read_report
from telusur.extract import Reader, read_lexicon

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)
SIZES = (0.25, 0.5, 1.0, 2.0)
"""Megabytes."""
ONE_LINE = 10.0
"""Megabytes."""


def sample_text() -> str:
    """Return the text of the sample corpus."""
    paths, _ = find_reports(ROOT / "corpus")
    found = (read_report(path, relative=path.name, id="x", abbreviations=()) for path in paths)
    return "\n\n".join(document.text for document in found)


def text_of_size(sample: str, megabytes: float) -> str:
    """Return so much text made of the sample, no stretch of it twice the same."""
    parts: list[str] = []
    size, wanted = 0, int(megabytes * 1_000_000)
    while size < wanted:
        parts.append(_changed(sample, len(parts)))
        size += len(parts[-1])
    return "\n\n".join(parts)[:wanted]


def _changed(text: str, number: int) -> str:
    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word.isdigit():
            return str(int(word) + number)
        return (
            f"{word}{number}" if len(word) > 5 and sum(map(ord, word)) % 7 == 0 and number else word
        )

    return re.sub(r"\b(?:\d{1,3}|[a-z]+)\b", other, text)


def read(reader: Reader, abbreviations: frozenset[str], text: str) -> tuple[float, int]:
    """Read `text` as a report; return the seconds it took and how many findings it has."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "laporan.txt")
        path.write_text(text, encoding="utf-8")
        began = time.perf_counter()
        document = read_report(path, relative=path.name, id="x", abbreviations=abbreviations)
        reading = reader.read(document, today=TODAY)
        return time.perf_counter() - began, len(reading.findings)


def main(*, one_line: bool) -> None:
    """Print seconds and megabytes a second for each size."""
    lexicon, problems = read_lexicon(ROOT / "extract")
    if lexicon is None:
        raise SystemExit("\n".join(map(str, problems)))
    reader = Reader(lexicon)
    sample = sample_text()
    for megabytes in (ONE_LINE,) if one_line else SIZES:
        text = text_of_size(sample, megabytes)
        if one_line:
            text = text.replace("\n", " ")
        seconds, findings = read(reader, lexicon.abbreviations, text)
        speed = megabytes / seconds
        print(f"{megabytes:5.2f} MB  {seconds:6.2f} s  {speed:5.2f} MB/s  {findings:6} findings")
    if one_line:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main(one_line="--one-line" in sys.argv)
