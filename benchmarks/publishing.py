"""How long publishing a large store of made-up rows takes, step by step.

    python -m benchmarks.publishing [--findings 200 2000 20000] [--profile]

For each number of findings (ten a report) a store is made with invented people in every fourth
sentence: citizens, half as many as there are reports, each with a NIK, a telephone number and an
address of e-mail; and half as many officials. Every tenth report is withheld, so that quotations of
it are looked for. It is published twice, the second time with a few links less, so that there is
something to say about what changed. Each number is measured in a process of its own. Peak memory
is that of this process, read from /proc: this needs Linux.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.browsing import Row, made_up, plain_sentence, units_of_draft
from benchmarks.invented import Inventor
from telusur.draft.reading import read_draft
from telusur.publish import filling, publish, publishing
from telusur.store.connection import store_for_writing, transaction
from telusur.store.derived.coverage import refresh_coverage
from telusur.workspace import Workspace, read_settings

ROOT = Path(__file__).parents[1]
CLAUSES = 500
SALTED = 0.25
"""The share of sentences in which somebody is named."""
SETTINGS = """\
[publish]
licence = "CC0"
date = 2026-01-01
withhold = ["*7.md"]
"""
STEPS = (
    "read_sources", "redact_sources", "write_database", "exports",
    "write_exports", "next_edition", "write_manifest", "leaks_in", "write_report",
)  # fmt: skip
"""Functions that publishing calls, in this order."""


def citizens(number: int) -> list[tuple[str, str, str, str]]:
    """Return invented names, each with a NIK, a telephone number and an address of e-mail."""
    dice = random.Random(2)
    draw = Inventor(dice)
    names = [draw.name(2) for _ in range(number)]
    return [
        (
            name,
            f"{dice.choice((11, 32, 35, 53, 73))}0{dice.randint(1, 9)}0{dice.randint(1, 9)}"
            f"{dice.randint(1, 28):02}{dice.randint(1, 12):02}{dice.randint(50, 99)}{tail:04}",
            f"08{dice.randint(1_000_000_000, 9_999_999_999)}",
            f"{name.lower().replace(' ', '.')}{tail}@contoh.id",
        )
        for tail, name in enumerate(names)
    ]


def salted(number: int) -> Callable[[random.Random, str], str]:
    """Return what makes a sentence, at times with one of `number` citizens or officials in it."""
    everybody = citizens(number + number // 2)
    people, officials = everybody[:number], everybody[number:]

    def sentence(dice: random.Random, name: str) -> str:
        words = plain_sentence(dice, name)
        if dice.random() > SALTED:
            return words
        who, nik, telephone, email = dice.choice(people)
        official = dice.choice(officials)[0]
        told = dice.choice(
            (f"Ibu {who} (NIK {nik})", f"Warga bernama {who}, telepon {telephone},",
             f"Pemohon {who.upper()} dengan surel {email}", f"Keluhan {who}, 45 tahun,",
             f"Kepala Dinas Kependudukan, {official}, menjawab keluhan")
        )  # fmt: skip
        return f"{told} tentang {words[0].lower()}{words[1:]}"

    return sentence


def write_workspace(root: Path, findings: int) -> None:
    """Write a workspace with a draft, and the store as a build would have left it."""
    units = list(units_of_draft(CLAUSES, random.Random(3)))
    (root / "draft").mkdir(parents=True)
    (root / "draft" / "naskah.md").write_text("\n\n".join(map(_markdown, units)), encoding="utf-8")
    (root / "telusur.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(ROOT / "extract", root / "extract")
    shutil.copyfile(ROOT / "datasette_metadata.yml", root / "datasette_metadata.yml")
    printed = {clause.id: clause.fingerprint for clause in read_draft(root / "draft").clauses}
    reports = max(10, findings // 10)
    with store_for_writing(root / "evidence.db") as db, transaction(db):
        sentence = salted(max(5, reports // 2))
        for table, rows in made_up(findings, reports, CLAUSES, sentence):
            if table == "clauses":
                rows = [{**unit, "fingerprint": printed[unit["id"]]} for unit in units]
            if table == "documents":
                rows = [{**row, "path": f"laporan/2026/kunjungan-{row['path']}"} for row in rows]
            db.table(table).insert_all(rows)
        refresh_coverage(db)


def _markdown(unit: Row) -> str:
    if unit["level"] == "bab":
        return f"# BAB: {unit['heading']}"
    if unit["level"] == "pasal":
        return "#### Pasal"
    return f"({unit['number']}) {unit['text']}" if unit["level"] == "ayat" else f"a. {unit['text']}"


class Clock:
    """Takes the time of the steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return `function` with its time taken; a generator is run to its end."""

        def wrapped(*given: Any, **named: Any) -> Any:
            began = time.perf_counter()
            result = function(*given, **named)
            if isinstance(result, Generator):
                result = list(result)
            self.seconds[name] = round(time.perf_counter() - began, 2)
            return result

        return wrapped


def measured(root: Path) -> dict[str, Any]:
    """Publish, and return seconds by step and what came of it."""
    settings, problems = read_settings(root)
    assert settings, problems
    clock, bundle = Clock(), root / "terbit"
    began = time.perf_counter()
    for step in STEPS:
        room = publishing if hasattr(publishing, step) else filling
        patch.object(room, step, clock.timed(step, getattr(room, step))).start()
    done = publish(Workspace(root, settings), root / "evidence.db", bundle, suggestions=True)
    told = {
        **clock.seconds,
        "all of it": round(time.perf_counter() - began, 2),
        "peak memory, MB": _peak(),
        "bundle, MB": round(_size(bundle) / 1e6, 1),
        "database, MB": round((bundle / "evidence.db").stat().st_size / 1e6, 1),
        "hidden": len(done.redacted.redactions),
        "secrets": sum(map(len, done.redacted.secrets.words.values()))
        + len(done.redacted.secrets.numbers),
    }
    with store_for_writing(root / "evidence.db") as db:
        db.execute("DELETE FROM links WHERE rowid % 1000 = 0")
        db.conn.commit()
    publish(Workspace(root, settings), root / "evidence.db", bundle, suggestions=True)
    return told | {"next_edition, again": clock.seconds["next_edition"]}


def _peak() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--findings", type=int, nargs="+", default=[200, 2_000, 20_000])
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    parser.add_argument("--workspace", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.workspace:
        print(json.dumps(measured(asked.workspace)))
        return
    figures = []
    for number in asked.findings:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "workspace"
            write_workspace(root, number)
            if asked.profile:
                import cProfile

                cProfile.runctx("measured(root)", globals(), {"root": root}, sort="cumulative")
                continue
            command = [sys.executable, "-m", "benchmarks.publishing", "--workspace", str(root)]
            done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
            figures.append(json.loads(done.stdout))
    print(f"{'findings':20}" + "".join(f"{number:>10}" for number in asked.findings))
    for name in figures[0] if figures else ():
        print(f"{name:20}" + "".join(f"{one[name]:>10}" for one in figures))


if __name__ == "__main__":
    main()
