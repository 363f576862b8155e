"""How long it takes from a decision to the next screen, with many reviewers at once.

    python -m benchmarks.reviewing [--findings 20000] [--links 50000] [--reviewers 30]

Makes a store of made-up rows, serves it with --review in a process of its own, and lets each
reviewer decide, skip and undo as people do: read for a second or two, press a key, wait for the
next screen. Prints the median, the 95th of a hundred and the slowest, over HTTP on this machine
without a web browser's drawing; then whether every decision that was answered is in the journal
and in the store. Exits with 1 where the median is 100 ms or more, or anything is missing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from html import unescape
from pathlib import Path

import httpx

from benchmarks.browsing import ROOT, Row, made_up, plain_sentence, units_of_draft
from telusur.accounts import Accounts, Role
from telusur.store.connection import store_for_writing, transaction
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.queue import refresh_queue

LIMIT = 0.1
"""Seconds within which the next suggestion has to be there."""
WORDS = "kata sandi umpama"
QUERIES = ("", "urut=ketentuan", "urut=laporan", "urut=tempat", "jenis=kendala", "bab=bab-3",
           "tantangan=tantangan-4", "tempat=11", "urut=tempat&jenis=peluang")  # fmt: skip
SERVER = (
    "import sys; from pathlib import Path; from telusur.browse import serve; "
    "from telusur.reviewing import open_review; root = Path(sys.argv[1]); "
    "store = root / 'evidence.db'; journal = root / 'review.jsonl'; "
    "serve(Path(sys.argv[2]), store, '127.0.0.1', int(sys.argv[3]), "
    "room=open_review(root, journal, store))"
)


def make_store(path: Path, findings: int, links: int, clauses: int) -> None:
    """Write a store of which most links await a decision."""
    with store_for_writing(path) as db, transaction(db):
        for table, rows in made_up(findings, 2000, clauses, plain_sentence):
            if table == "links":
                rows = _links(findings, links, clauses)
            if table != "decisions":
                db.table(table).insert_all(rows)
        refresh_coverage(db)
        refresh_queue(db)
        (count,) = db.execute("SELECT count(*) FROM links").fetchone()
        (left,) = db.execute("SELECT count(*) FROM review_queue").fetchone()
        print(f"{findings} findings, {count} links, of which {left} await a decision")


def _links(findings: int, links: int, clauses: int) -> list[Row]:
    """Links between findings and ayat, of all scores; the machine suggested them all."""
    dice = random.Random(2)
    ayat = [
        one["id"] for one in units_of_draft(clauses, random.Random(1)) if one["level"] == "ayat"
    ]
    rows: dict[tuple[str, str], Row] = {}
    while len(rows) < links:
        pair = f"f{dice.randrange(findings)}", dice.choice(ayat)
        score = round(dice.uniform(0.18, 0.95), 4)
        rows[pair] = {
            "finding_id": pair[0], "clause_id": pair[1], "score": score, "raw_score": score,
            "rank": 1, "why": "kata yang sama: loket", "status": "suggested",
        }  # fmt: skip
    return list(rows.values())


async def review(address: str, number: int, seconds: float, pause: float) -> list[float]:
    """Work as one reviewer; return the seconds from each key to the next screen."""
    dice = random.Random(number)
    took = []
    query = QUERIES[number % len(QUERIES)]
    async with httpx.AsyncClient(
        base_url=address, timeout=60, headers={"origin": address}
    ) as client:
        token = _fields((await client.get("/masuk")).text)["token"]
        fields = {"token": token, "nama": f"orang {number}", "sandi": WORDS}
        assert (await client.post("/masuk", data=fields)).status_code == 303
        page = (await client.get(f"/tinjau?{query}")).text
        end = time.monotonic() + seconds
        while time.monotonic() < end and "queue-form" in page:
            await asyncio.sleep(dice.uniform(0.5, 1.5) * pause)
            word = dice.choices(("accept", "reject", "unsure", "skip", "undo"), (8, 6, 1, 1, 1))[0]
            begun = time.perf_counter()
            answer = await client.post(
                _action(page), data={**_fields(page), "putusan": word}, follow_redirects=True
            )
            took.append(time.perf_counter() - begun)
            assert answer.status_code == 200, answer.text[:500]
            page = answer.text
    return took


def _fields(page: str) -> dict[str, str]:
    form = page[page.find("<main") :]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in found}


def _action(page: str) -> str:
    found = re.search(r'<form method="post" action="([^"]+)" class="queue-form', page)
    assert found
    return unescape(found[1])


def missing(root: Path) -> int:
    """How many lines of the journal the store does not show, or shows as missing."""
    lines = (root / "review.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        json.loads(line)
    with sqlite3.connect(root / "evidence.db") as db:
        sql = "SELECT count(*) FROM decisions WHERE line NOT NULL"
        (shown,) = db.execute(sql).fetchone()
        wrong = db.execute("PRAGMA foreign_key_check").fetchall()
    print(
        f"{len(lines)} lines in the journal, {shown} in the store, {len(wrong)} broken references"
    )
    return len(lines) - int(shown) + len(wrong)


async def measure(address: str, reviewers: int, seconds: float, pause: float) -> list[float]:
    work = [review(address, number, seconds, pause) for number in range(reviewers)]
    return [one for some in await asyncio.gather(*work) for one in some]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    for name, count in (("findings", 20_000), ("links", 50_000), ("clauses", 500),
                        ("reviewers", 30)):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=count)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=4, help="seconds that a reviewer reads")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_store(root / "evidence.db", asked.findings, asked.links, asked.clauses)
        accounts = Accounts(root)
        for number in range(asked.reviewers):
            accounts.add(f"orang {number}", Role.REVIEWER, WORDS)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        line = [sys.executable, "-c", SERVER, folder, str(ROOT / "datasette_metadata.yml"),
                str(port)]  # fmt: skip
        server = subprocess.Popen(line)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            took = sorted(
                asyncio.run(measure(address, asked.reviewers, asked.seconds, asked.pause))
            )
        finally:
            server.terminate()
            server.wait()
        median = statistics.median(took)
        print(
            f"{asked.reviewers} reviewers, {len(took)} keys: median {1000 * median:.0f} ms, "
            f"95 in 100 within {1000 * took[int(0.95 * len(took))]:.0f} ms, "
            f"slowest {1000 * took[-1]:.0f} ms"
        )
        sys.exit(1 if missing(root) or median >= LIMIT else 0)


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            httpx.get(address + "/masuk", timeout=5)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


if __name__ == "__main__":
    main()
