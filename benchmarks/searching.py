"""How well and how fast findings are found.

`python -m benchmarks.searching STORE [--gold FINDINGS] [--scale N [--into FILE]]`

STORE is a built evidence store. With `--gold` (a JSON list of reports, each with its `findings`:
`quote` and a list `challenge`), the questions of gold/searches.tsv are asked of these findings; one
that bears on the question's challenge counts as what was looked for. With `--scale`, STORE is grown
to N findings, kept in FILE (else thrown away), and searched with a stopwatch, beside SQLite's own
full-text search.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from telusur import link
from telusur.errors import EncoderUnavailable
from telusur.link.encoder import DEFAULT
from telusur.link.hygiene import key
from telusur.search import Engine
from telusur.store.connection import store_for_writing, transaction
from telusur.store.database import Database

_QUESTIONS = Path(__file__).parent / "gold" / "searches.tsv"
_PLAIN = """
SELECT findings.id FROM findings_fts JOIN findings ON findings.rowid = findings_fts.rowid
WHERE findings_fts MATCH ? ORDER BY bm25(findings_fts) LIMIT {most}
"""


def questions() -> Iterator[tuple[str, str]]:
    """Yield what is asked, with the challenge that it is about."""
    for line in _QUESTIONS.read_text(encoding="utf-8").splitlines():
        challenge, words = line.split("\t")
        yield words, challenge


def any_word(words: str) -> str:
    """Return a question as full-text search takes it: any of the words."""
    return " OR ".join(f'"{word}"' for word in words.split())


def quality(store: Path, gold: Path, into: Path) -> None:
    """Ask the judged findings, put in the place of those of `store`."""
    reports = json.loads(gold.read_text(encoding="utf-8"))
    judged = [finding for report in reports for finding in report["findings"]]
    shutil.copy(store, into)
    with store_for_writing(into) as db:
        like = next(iter(db.query("SELECT * FROM findings LIMIT 1")))
        encoder = link.load_encoder(DEFAULT)
        vectors = encoder.embed([one["quote"] for one in judged])
        with transaction(db):
            db.execute("DELETE FROM findings")
            for number, finding in enumerate(judged):
                told = {"id": str(number), "quote": finding["quote"]}
                place = {"place_code": None, "site_id": None}
                db.table("findings").insert(like | told | place)
                _keep(db, encoder.name, finding["quote"], vectors[number])
    asked = list(questions())
    relevant = {
        challenge: [challenge in (one.get("challenge") or []) for one in judged]
        for _, challenge in asked
    }
    with closing(sqlite3.connect(into)) as connection:
        engine, wordy = Engine(), Engine(load=_none)
        ways: dict[str, Callable[[str], list[str]]] = {
            "FTS5, any word": lambda words: [
                row[0] for row in connection.execute(
                    _PLAIN.format(most=len(judged)), [any_word(words)])
            ],
            "words": lambda words: _hits(wordy, connection, words),
            "words and meaning": lambda words: _hits(engine, connection, words),
        }  # fmt: skip
        engine.search(connection, "siap")
        engine.understanding.wait()
        for name, ask in ways.items():
            gains = []
            for words, challenge in asked:
                found = ask(words)
                gains.append([float(relevant[challenge][int(one)]) for one in found])
            scores = [
                _average_precision(gain, sum(relevant[challenge]))
                for gain, (_, challenge) in zip(gains, asked, strict=True)
            ]
            first = [sum(gain[:10]) / 10 for gain in gains]
            print(f"{name:20} MAP {np.mean(scores):.3f}  P@10 {np.mean(first):.3f}  "
                  f"nothing found {sum(not gain for gain in gains)} of {len(asked)}")  # fmt: skip


def _hits(engine: Engine, connection: sqlite3.Connection, words: str) -> list[str]:
    return [hit.finding_id for hit in engine.search(connection, words, most=10**6).hits]


def _none(model: str) -> link.Encoder:
    raise EncoderUnavailable(model)


def _average_precision(gains: list[float], relevant: int) -> float:
    found = np.cumsum(gains) / np.arange(1, len(gains) + 1) if gains else np.zeros(0)
    return float((found * gains).sum() / relevant) if relevant else 0.0


def grow(store: Path, findings: int, into: Path) -> None:
    """Make a store of so many findings out of halves of those that are there."""
    shutil.copy(store, into)
    draw = np.random.default_rng(0)
    with store_for_writing(into) as db, transaction(db):
        known = list(db.query("SELECT * FROM findings"))
        links = list(db.query("SELECT * FROM links"))
        challenges = list(db.query("SELECT * FROM finding_challenges"))
        encoder = db.execute("SELECT encoder FROM builds ORDER BY id DESC").fetchone()[0]
        vectors = {
            row["id"]: np.frombuffer(blob, "<f4")
            for row in known
            for (blob,) in db.execute(
                "SELECT vector FROM embeddings WHERE model = ? AND sha256 = ?",
                [encoder, key(row["quote"])],
            )
        }
        places = [code for (code,) in db.execute("SELECT code FROM places")]
        documents = list(db.query("SELECT * FROM documents"))
        for number in range(findings // 10 - len(documents)):
            like = documents[number % len(documents)]
            day = f"{2015 + number % 10}-{1 + number % 12:02d}-{1 + number % 28:02d}"
            db.table("documents").insert(
                like | {"id": f"d{number}", "path": f"d{number}.md", "visited_on": day}
            )
        for number in range(findings - len(known)):
            one, other = (known[at] for at in draw.integers(0, len(known), 2))
            words, more = one["quote"].split(), other["quote"].split()
            quote = " ".join([*words[: len(words) // 2], *more[len(more) // 2 :], str(number)])
            told = {"id": f"f{number}", "quote": quote, "place_code": places[number % len(places)],
                    "document_id": f"d{number % (findings // 10 - len(documents))}"}  # fmt: skip
            db.table("findings").insert(one | told)
            _keep(db, encoder, quote, _mean(vectors[one["id"]], vectors[other["id"]]))
            for table, rows in (("links", links), ("finding_challenges", challenges)):
                same = [row for row in rows if row["finding_id"] == one["id"]]
                db.table(table).insert_all(row | {"finding_id": f"f{number}"} for row in same)


def _keep(db: Database, encoder: str, quote: str, vector: Any) -> None:
    row = {"model": encoder, "sha256": key(quote), "vector": vector.astype("<f4").tobytes()}
    db.table("embeddings").insert(row, replace=True)


def _mean(one: Any, other: Any) -> Any:
    return (one + other) / np.linalg.norm(one + other)


def speed(store: Path) -> None:
    """Time searches: the first, new questions, and questions asked before."""
    with closing(sqlite3.connect(store)) as connection:
        engine = Engine()
        took = _timed(lambda: engine.prepare(connection))
        print(f"reading the findings {took:.2f} s")
        engine.search(connection, "siap")
        print(f"loading the model {_timed(engine.understanding.wait):.2f} s")
        asked = [words for words, _ in questions()]
        rounds: dict[str, Callable[[str], object]] = {
            "new question": lambda words: engine.search(connection, words),
            "asked before": lambda words: engine.search(connection, words),
            "FTS5, any word": lambda words: connection.execute(
                _PLAIN.format(most=20), [any_word(words)]).fetchall(),
        }  # fmt: skip
        for name, ask in rounds.items():
            times = [1000 * _timed(partial(ask, words)) for words in asked]
            print(f"{name:16} median {statistics.median(times):6.1f} ms  longest {max(times):6.1f}")


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--scale", type=int)
    parser.add_argument("--into", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        into = asked.into or Path(folder) / "searching.db"
        if asked.gold:
            quality(asked.store, asked.gold, into)
        if asked.scale:
            grow(asked.store, asked.scale, into)
            speed(into)


if __name__ == "__main__":
    main()
