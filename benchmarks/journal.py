"""How fast a long journal is read, laid over findings, and written: `python -m benchmarks.journal`.

A journal of `--decisions` (100,000) lines on invented pairs, half of them of the first version.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from telusur.review import (
    ClauseNow,
    ClauseThen,
    FindingNow,
    FindingThen,
    LinkDecision,
    place,
    read_journal,
    record,
    weigh_decisions,
)
from telusur.review.journal.decisions import as_line

BEGAN = datetime(2026, 1, 5, 8, tzinfo=UTC)
FINDINGS, CLAUSES, WRITTEN = 20_000, 300, 50
WORDS = ("loket", "antrean", "petugas", "jaringan", "blangko", "pengaduan", "tarif", "jadwal")


def made(number: int, dice: random.Random) -> LinkDecision:
    """Return the decision of a number, on a pair that others may be about too."""
    finding, clause = dice.randrange(FINDINGS), dice.randrange(CLAUSES)
    return LinkDecision(
        v=1 + number % 2,
        at=BEGAN + timedelta(minutes=number),
        by=dice.choice(["Sari", "Budi", "Wati"]),
        decision=dice.choice(["accept", "reject"]),
        finding=FindingThen(id=f"f{finding}", document="catatan", quote=_quote(finding)),
        clause=ClauseThen(id=f"pasal-{clause}", label=f"Pasal {clause}", text=_quote(clause) * 4),
        model="bench",
        score=0.5,
        suggested=5,
    )


def _quote(number: int) -> str:
    dice = random.Random(number)
    return f"{' '.join(dice.choices(WORDS, k=12))} {number}. "


def main() -> None:
    """Print the seconds of processor time that each step takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=100_000)
    decisions: int = parser.parse_args().decisions
    dice = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.jsonl"
        lines = [as_line(made(number, dice)) for number in range(decisions)]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{decisions} decisions, {path.stat().st_size / 1e6:.0f} MB")
        began = time.process_time()
        journal = read_journal(path)
        print(f"read            {time.process_time() - began:6.2f} s")
        began = time.process_time()
        weigh_decisions(journal.entries)
        print(f"weighed         {time.process_time() - began:6.2f} s")
        findings = [FindingNow(f"f{n}", "catatan", _quote(n)) for n in range(FINDINGS)]
        clauses = [ClauseNow(f"pasal-{n}", "pasal", _quote(n) * 4) for n in range(CLAUSES)]
        began = time.process_time()
        place(journal.entries, findings, clauses, ["catatan"])
        print(f"placed          {time.process_time() - began:6.2f} s")
        took = []
        for number in range(WRITTEN):
            began = time.process_time()
            record(path, made(number, dice))
            took.append(time.process_time() - began)
        print(f"written, each   {statistics.median(took) * 1000:6.1f} ms (median of {WRITTEN})")


if __name__ == "__main__":
    main()
