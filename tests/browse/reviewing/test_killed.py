"""A server that is killed while people decide: all that was answered is there."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from benchmarks.browsing import made_up, plain_sentence
from benchmarks.reviewing import SERVER, WORDS, _action, _fields, _wait_for
from support import ROOT
from tests.waiting import PATIENCE, run, wait_until

from telusur.accounts import Accounts, Role
from telusur.review import read_journal
from telusur.store.connection import store_for_writing, transaction
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.queue import refresh_queue

WRITERS = 4


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with store_for_writing(tmp_path / "evidence.db") as db, transaction(db):
        for table, rows in made_up(300, 30, 60, plain_sentence):
            if table != "decisions":
                fresh = [row | {"status": "suggested"} for row in rows]
                db.table(table).insert_all(fresh if table == "links" else rows)
        refresh_coverage(db)
        refresh_queue(db)
    for number in range(WRITERS):
        Accounts(tmp_path).add(f"orang {number}", Role.REVIEWER, WORDS)
    return tmp_path


@contextlib.contextmanager
def serving(root: Path):  # type: ignore[no-untyped-def]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    metadata = str(ROOT / "datasette_metadata.yml")
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(root), metadata, str(port)])
    try:
        _wait_for(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.kill()
        server.wait()


async def write(address: str, number: int, answered: list[str]) -> None:
    """Decide as fast as the server answers, until it is gone; remember what it answered."""
    with contextlib.suppress(httpx.HTTPError):
        async with httpx.AsyncClient(
            base_url=address, timeout=PATIENCE, headers={"origin": address}
        ) as client:
            token = _fields((await client.get("/masuk")).text)["token"]
            fields = {"token": token, "nama": f"orang {number}", "sandi": WORDS}
            await client.post("/masuk", data=fields)
            page = (await client.get("/tinjau")).text
            while "queue-form" in page:
                fields = {**_fields(page), "putusan": "accept" if number % 2 else "reject"}
                answer = await client.post(_action(page), data=fields)
                if answer.status_code == 303 and "pesan" not in answer.headers["location"]:
                    answered.append(fields["di"])
                page = (await client.get(answer.headers["location"])).text


async def write_until_killed(address: str, server: subprocess.Popen[bytes]) -> list[str]:
    answered: list[str] = []
    writers = [asyncio.create_task(write(address, n, answered)) for n in range(WRITERS)]
    while len(answered) < 25:
        await asyncio.sleep(0.005)
        assert any(not one.done() for one in writers), "nobody could decide"
    server.kill()
    await asyncio.gather(*writers)
    return answered


def decided(root: Path) -> set[str]:
    with contextlib.closing(sqlite3.connect(root / "evidence.db")) as db:
        sql = "SELECT finding_id || '~' || clause_id FROM links WHERE status <> 'suggested'"
        return {one for (one,) in db.execute(sql)}


def test_every_decision_that_was_answered_is_there_after_kills(root: Path) -> None:
    answered: list[str] = []
    for _ in range(2):
        with serving(root) as (address, server):
            answered += run(write_until_killed(address, server))
    journal = read_journal(root / "review.jsonl")
    assert journal.set_aside == ()
    written = {f"{one.decision.finding.id}~{one.decision.clause.id}" for one in journal.entries}
    assert set(answered) <= written
    with serving(root) as (address, _):  # whoever looks first finds the store caught up
        answered.clear()
        with httpx.Client(base_url=address, headers={"origin": address}) as client:
            token = _fields(client.get("/masuk").text)["token"]
            client.post("/masuk", data={"token": token, "nama": "orang 0", "sandi": WORDS})
            client.get("/tinjau")
        wait_until(lambda: decided(root) == written)
    with sqlite3.connect(root / "evidence.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
