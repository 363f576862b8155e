from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from search.made_up import ENCODER, Knowing, fill

from telusur.search import Engine


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("search") / "evidence.db")


@pytest.fixture
def connection(store: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(store)) as opened:
        yield opened


@pytest.fixture
def engine(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine that has loaded its model."""
    monkeypatch.setattr("telusur.link.identify", lambda _: ENCODER)
    made = Engine(load=lambda _: Knowing())  # type: ignore[arg-type,return-value]
    made.search(connection, "siap")
    made.understanding.wait()
    return made
