"""What may be kept of a page, by browsers and by servers in front, and that it is never stale."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pytest
from browse_visits import ask
from datasette.database import Database, QueryInterrupted, Results
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import ROOT
from waiting import run

from telusur.browse.serving import keeping
from telusur.browse.serving.database import StoreDatabase
from telusur.browse.serving.searching import engine_of
from telusur.browse.serving.serve import NAME, make_browser
from telusur.search import Engine, Meaning
from telusur.store.connection import store_for_reading, store_for_writing
from telusur.store.snapshot import copy_store

if TYPE_CHECKING:
    from datasette.app import Datasette
    from httpx import Response

PAGES = ("/", "/naskah", "/temuan/f-1", "/evidence/findings", "/evidence/findings.json", "/bagan")


@pytest.fixture
def store(tmp_path: Path, database: Path) -> Path:
    """A store that a test may change."""
    copy = tmp_path / "evidence.db"
    with store_for_reading(database) as db:
        copy_store(db, copy)
    return copy


@pytest.fixture
def browser(store: Path) -> Datasette:
    return make_browser(ROOT / "datasette_metadata.yml", store)


def again(browser: Datasette, path: str, seen: Response, **headers: str) -> Response:
    return ask(browser, path, headers={"if-none-match": seen.headers["etag"], **headers})


@pytest.mark.parametrize("path", PAGES)
def test_who_has_a_page_is_told_so_before_anything_is_asked_in_sql(
    browser: Datasette, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = ask(browser, path)
    assert seen.headers["cache-control"] == "no-cache"

    async def asked(*_: object, **__: object) -> None:
        raise AssertionError("the store was asked")

    monkeypatch.setattr(StoreDatabase, "execute", asked)
    answer = again(browser, path, seen)
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == seen.headers["etag"]
    assert "Cookie" in answer.headers["vary"]


def test_a_tag_is_one_language_and_one_store(browser: Datasette, store: Path) -> None:
    seen = ask(browser, "/")
    english = ask(browser, "/", headers={"cookie": "bahasa=en"})
    assert english.headers["etag"] != seen.headers["etag"]
    assert 'lang="en"' in english.text
    assert again(browser, "/", seen, cookie="bahasa=en").status_code == 200
    assert again(browser, "/", english, cookie="lain=1; bahasa=en").status_code == 304
    beside = make_browser(ROOT / "datasette_metadata.yml", store)
    assert again(beside, "/", seen).status_code == 304
    others = make_browser(ROOT / "datasette_metadata.yml", store, sql=False)
    assert again(others, "/", seen).status_code == 200


def test_what_chooses_a_language_is_kept_nowhere(browser: Datasette) -> None:
    answer = ask(browser, "/?bahasa=en")
    assert answer.headers["cache-control"] == "private, no-store"
    assert "etag" not in answer.headers


@pytest.mark.parametrize("path", ["/tidak-ada", "/naskah/tidak-ada", "/-/databases.json"])
def test_what_is_no_page_has_no_tag(browser: Datasette, path: str) -> None:
    seen = ask(browser, "/")
    assert "etag" not in ask(browser, path).headers
    assert again(browser, "/-/databases.json", seen).status_code == 404


def test_a_part_that_pages_load_is_kept_beyond_a_build(browser: Datasette, store: Path) -> None:
    path = "/-/static-plugins/telusur/telusur.css"
    page, part = ask(browser, "/"), ask(browser, path)
    with store_for_writing(store) as db:
        db.execute("UPDATE documents SET title = title || '!'")
    assert again(browser, "/", page).status_code == 200
    assert again(browser, path, part).status_code == 304


def _written(title: str) -> Callable[[Path], None]:
    def write(store: Path) -> None:
        with store_for_writing(store) as db:
            db.execute("UPDATE documents SET title = ? WHERE id = 'kunjungan'", [title])

    return write


def _checkpointed(store: Path) -> None:
    with store_for_writing(store) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _rolled_back(store: Path) -> None:
    with store_for_writing(store) as db:
        db.conn.execute("BEGIN IMMEDIATE")
        db.conn.execute("UPDATE documents SET title = 'batal'")
        db.rollback()


STEPS = st.sampled_from([*map(_written, "ab"), _checkpointed, _rolled_back, lambda _: None])


@pytest.fixture
def held(store: Path) -> Iterator[Path]:
    """The store, open elsewhere too: its log stays."""
    other = sqlite3.connect(store)
    yield store
    other.close()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEPS, min_size=1, max_size=6))
def test_nobody_is_told_to_keep_what_is_not_so_any_more(
    browser: Datasette, held: Path, steps: list[Callable[[Path], None]]
) -> None:
    seen = ask(browser, "/laporan")
    for step in steps:
        step(held)
        now = ask(browser, "/laporan")
        answer = again(browser, "/laporan", seen)
        assert answer.status_code == (304 if answer.status_code == 304 else 200)
        if answer.status_code == 304:
            assert now.text == seen.text
        seen = now


def test_a_store_in_the_place_of_another_is_told_from_it(browser: Datasette, store: Path) -> None:
    seen = ask(browser, "/")
    copy = store.with_name("salinan.db")
    copy.write_bytes(store.read_bytes())
    copy.replace(store)
    assert "etag" not in ask(browser, "/").headers
    assert again(browser, "/", seen).status_code == 200


def test_what_took_long_is_asked_once_for_each_state_of_the_store(
    browser: Datasette, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SLOW", 0)
    asked: list[object] = []
    ask_datasette = Database.execute_fn

    async def execute_fn(self: Database, fn: object) -> object:
        asked.append(fn)
        return await ask_datasette(self, fn)

    monkeypatch.setattr(Database, "execute_fn", execute_fn)
    for path in ("/evidence/findings_by_place", "/naskah"):
        first = ask(browser, path)
        often = len(asked)
        assert ask(browser, path).text == first.text
        again = len(asked) - often
        _written(f"Judul dari {path}")(store)
        often = len(asked)
        assert ask(browser, path).status_code == 200
        assert again < len(asked) - often


def test_what_is_large_is_asked_each_time(
    browser: Datasette, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SLOW", 0)
    with store_for_writing(store) as db:
        db.execute("UPDATE documents SET text = printf('%.*c', ?, 'x')", [2 * keeping.LARGE])
    assert ask(browser, "/evidence/documents.json").status_code == 200
    sizes = [size for _, size in keeping.kept_of(browser)._answers.values()]
    assert 0 < max(sizes) <= keeping.LARGE
    assert sum(sizes) == keeping.kept_of(browser).size


def test_a_page_that_took_long_is_made_once_for_all_who_may_see_the_same(
    browser: Datasette, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SLOW", 0)
    made: list[str] = []
    render = type(browser).render_template

    async def render_template(self: Datasette, *given: object, **others: object) -> str:
        made.append(str(given[0]))
        return str(await render(self, *given, **others))

    monkeypatch.setattr(type(browser), "render_template", render_template)

    def often(path: str, **headers: str) -> int:
        before = len(made)
        seen = ask(browser, path, headers=headers)
        assert seen.status_code == 200
        assert seen.headers["content-security-policy"]
        return len(made) - before

    path = "/naskah"
    assert [often(path), often(path)] == [1, 0]
    assert [often(path, cookie="bahasa=en"), often(path, cookie="bahasa=en")] == [1, 0]
    assert often(path, cookie="lain=1") == 0
    assert often(f"{path}?halaman=2") == 1
    assert [often(path, host="lain.example") for _ in range(2)] == [1, 0]
    assert [often(path, authorization="Bearer a") for _ in range(2)] == [1, 1]
    assert [often(f"{path}?bahasa=en") for _ in range(2)] == [1, 1]
    _written("Judul lain")(store)
    # The first who opens the store again may write its log anew.
    assert [often(path), often(path), often(path)][::2] == [1, 0]


def test_what_is_kept_stays_within_bounds_and_is_what_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keeping, "MOST", 100)
    monkeypatch.setattr(keeping, "_ANSWER", 0)
    kept = keeping.Kept()
    for number in range(50):
        kept.put("a", number, f"{number}", 30)
        assert kept.get("a", 0) == "0"  # what is asked for often is not pushed out by what is not
        assert kept.size <= 100
    assert [kept.get("a", one) for one in (1, 48, 49)] == [None, "48", "49"]
    kept.put("a", 49, "anew", 10)
    assert (kept.get("a", 49), kept.size) == ("anew", 31 + 32 + 12)
    kept.put("b", 1, "b", 10)
    assert (kept.get("a", 0), kept.get("b", 1), kept.size) == (None, "b", 11)
    kept.put(None, 2, "c", 10)
    assert kept.get(None, 2) is None


def test_questions_without_an_answer_take_no_more_than_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keeping, "MOST", 100_000)
    kept = keeping.Kept()
    for number in range(1000):
        kept.put("a", f"select * from findings where id = {number:500}", [], 0)
    assert 0 < len(kept._answers) < 100


def test_who_ask_at_once_wait_for_one_answer() -> None:
    async def asked_together() -> tuple[list[object], int]:
        kept, asked = keeping.Kept(), 0

        async def ask() -> str:
            nonlocal asked
            asked += 1
            await asyncio.sleep(0)
            return "told"

        told = await asyncio.gather(*(kept.once("a", "which", ask) for _ in range(9)))
        return told, asked

    assert run(asked_together()) == (["told"] * 9, 1)


def test_what_goes_by_words_alone_for_now_is_kept_by_nobody(
    browser: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SLOW", 0)
    engine = engine_of(browser)
    monkeypatch.setattr(engine, "_weigh", _hastily(engine))
    by_likeness = "/evidence.json?sql=select+kemiripan(id,'antrean')+from+findings"
    for path in 2 * ["/cari?kata=antrean", by_likeness, f"{by_likeness}+limit+1"]:
        answer = ask(browser, path)
        assert answer.headers["cache-control"] == "private, no-store"
        assert "etag" not in answer.headers
    assert "etag" in ask(browser, "/").headers


def test_what_lacks_an_answer_that_came_too_late_is_kept_by_nobody(
    browser: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SLOW", 0)
    execute, late = Database.execute, False

    async def lately(self: Database, sql: str, *given: Any, **others: Any) -> Results:
        if late and "findings" in sql:
            raise QueryInterrupted(None, sql, None)
        return await execute(self, sql, *given, **others)

    whole = ask(browser, "/evidence").text
    monkeypatch.setattr(keeping, "_kept", WeakKeyDictionary())
    monkeypatch.setattr(Database, "execute", lately)
    late = True
    without_a_count = ask(browser, "/evidence")
    assert without_a_count.text != whole
    assert "etag" not in without_a_count.headers
    late = False
    assert ask(browser, "/evidence").text == whole


def test_who_asks_later_does_not_wait_for_what_was_answered_in_haste(
    browser: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, store, asked = engine_of(browser), browser.get_database(NAME), 0

    async def execute(*_: object, **__: object) -> Results:
        nonlocal asked
        asked += 1
        engine.hasty += asked == 1
        await asyncio.sleep(0.01)
        return Results([], False, [])

    async def one_then_another() -> None:
        first = asyncio.ensure_future(store.execute("select 1"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await asyncio.gather(first, store.execute("select 1"), store.execute("select 1"))

    monkeypatch.setattr(Database, "execute", execute)
    run(one_then_another())
    assert asked == 2


def _hastily(engine: Engine) -> Callable[..., object]:
    weigh = engine._weigh

    def hastily(*given: Any) -> object:
        engine.hasty += 1
        return replace(weigh(*given), meaning=Meaning.LOADING)

    return hastily
