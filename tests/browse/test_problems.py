"""What readers see while the store is being written, gone, or another's."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask, words
from support import ROOT

from telusur.browse.serving.serve import make_browser
from telusur.store.connection import store_for_writing, transaction

if TYPE_CHECKING:
    from datasette.app import Datasette

PAGES = ("/", "/naskah", "/naskah/antrean", "/temuan/f-1", "/laporan", "/tempat/01", "/lokasi")


@pytest.fixture
def own(database: Path, tmp_path: Path) -> Path:
    """A store that a test may spoil."""
    return Path(shutil.copy(database, tmp_path / "evidence.db"))


@pytest.mark.need("N-BUILD-5")
def test_pages_show_the_last_state_while_a_build_writes(own: Path) -> None:
    browser = make_browser(ROOT / "datasette_metadata.yml", own)
    with store_for_writing(own) as db, transaction(db):
        db.execute("DELETE FROM links")
        db.execute("DELETE FROM decisions")
        assert "/temuan/f-2" in ask(browser, "/naskah/antrean.ayat-2").text
    assert "/temuan/f-2" not in ask(browser, "/naskah/antrean.ayat-2").text


@pytest.mark.parametrize("page", PAGES)
def test_a_store_of_another_kind_is_told_in_words(own: Path, page: str) -> None:
    browser = make_browser(ROOT / "datasette_metadata.yml", own)
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for table in ("clauses", "documents", "sites", "places"):
            connection.execute(f"ALTER TABLE {table} RENAME TO {table}_lama")
    answer = ask(browser, page)
    assert answer.status_code == 503
    assert "telusur build" in words(answer)
    assert "sqlite" not in words(answer).lower()


def test_a_store_without_a_draft_says_how_to_get_one(own: Path) -> None:
    with closing(sqlite3.connect(own)) as connection, connection:
        for table in ("decisions", "clause_references", "links", "coverage", "clauses"):
            connection.execute(f"DELETE FROM {table}")
    browser = make_browser(ROOT / "datasette_metadata.yml", own)
    assert "Taruh naskah di folder draft/" in words(ask(browser, "/naskah"))
    assert "Taruh naskah di folder draft/" in words(ask(browser, "/"))


@pytest.mark.need("N-BROWSE-9")
def test_a_question_that_is_not_sql_is_answered_with_advice(own: Path) -> None:
    browser = make_browser(ROOT / "datasette_metadata.yml", own)
    page = ask(browser, "/evidence?sql=selec")
    assert page.status_code == 400
    assert "Statement must be a SELECT" in words(page)
    told = ask(browser, "/evidence.json?sql=selec")
    assert told.json()["ok"] is False


def test_a_mistake_of_ours_is_owned(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("telusur.browse.pages.about.BUILD", None)
    answer = ask(make_browser(ROOT / "datasette_metadata.yml", own), "/tentang")
    assert answer.status_code == 500
    assert "kesalahan di pihak kami" in words(answer)


@pytest.mark.parametrize(
    "query",
    ["_sort=(select+1)", "_sort=bukan_kolom", "_through={rusak", "_through={}", "_through=[1]"],
)
def test_a_malformed_table_address_is_refused_and_not_called_our_mistake(
    browser: Datasette, query: str
) -> None:
    for path in ("/evidence/findings", "/evidence/findings.json"):
        answer = ask(browser, f"{path}?{query}")
        assert answer.status_code == 400
        assert "Traceback" not in answer.text
