from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search.made_up import ENCODER, QUOTES, Knowing, fill, finish
from tests.waiting import PATIENCE

from telusur.errors import EncoderUnavailable
from telusur.search import NOTHING, Engine, Filters, Meaning, marked, named
from telusur.store.connection import store_for_writing, transaction


def ids(engine: Engine, connection: sqlite3.Connection, words: str, **filters: object) -> list[str]:
    found = engine.search(connection, words, Filters(**filters))  # type: ignore[arg-type]
    return [hit.finding_id for hit in found.hits]


@pytest.mark.need("N-SEARCH-1")
@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("pelayanan", "layanan"),
        ("tunggu", "menunggu"),
        ("pemutusan JARINGAN", "jaringan"),
        ("sinyal lemot", "jaringan"),
        ("kaum difabel", "sidik"),
        ("112", "aduan"),
        ("Siapa yang antre di loket?", "antre"),
        ("koneks", "server"),
    ],
)
def test_findings_are_found_by_words_in_any_form_and_by_meaning(
    engine: Engine, connection: sqlite3.Connection, words: str, first: str
) -> None:
    assert ids(engine, connection, words)[0] == first


def test_names_of_places_are_looked_for_as_they_are(
    engine: Engine, connection: sqlite3.Connection
) -> None:
    found = engine.search(connection, "Serang")
    there = {hit.finding_id for hit in found.hits if hit.words == ("serang",)}
    assert there == {"antre", "menunggu", "layanan"}
    assert engine.search(connection, "menyerang").hits[0].finding_id == "serangan"


def test_what_stands_in_quotation_marks_must_be_there(
    engine: Engine, connection: sqlite3.Connection
) -> None:
    assert ids(engine, connection, '"antre di loket"') == ["antre"]
    assert ids(engine, connection, '"di antre loket"') == []


@pytest.mark.need("N-SEARCH-1")
def test_hits_with_all_words_come_first_and_say_why(
    engine: Engine, connection: sqlite3.Connection
) -> None:
    found = engine.search(connection, "antre kepastian loket")
    assert [hit.finding_id for hit in found.hits][:2] == ["antre", "menunggu"]
    assert found.hits[0].words == ("antre", "loket")
    assert found.complete == 0
    found = engine.search(connection, "antre loket")
    assert found.hits[0].complete
    assert found.complete == 1
    assert any(hit.near and not hit.words for hit in engine.search(connection, "lemot").hits)


@pytest.mark.parametrize(
    ("filters", "fitting"),
    [
        ({"places": ("01.71",)}, {"antre", "menunggu"}),
        ({"places": ("01",)}, {"antre", "menunggu", "jaringan"}),
        ({"kind": "kelebihan"}, {"layanan"}),
        ({"challenge": "konektivitas"}, {"jaringan"}),
        ({"challenge": NOTHING, "places": ("01",)}, {"antre", "menunggu"}),
        ({"since": "2020-01-01"}, set(QUOTES) - {"server", "sidik"}),
        ({"until": "2020-01-01"}, {"server"}),
        ({"status": "accepted"}, {"antre"}),
        ({"status": NOTHING}, set(QUOTES) - {"antre", "layanan"}),
        ({"clause": "p"}, {"antre", "layanan"}),
        ({"clause": "q"}, set()),
        ({"site": "x"}, set()),
    ],
)
def test_filters_without_words_keep_what_fits(
    engine: Engine, connection: sqlite3.Connection, filters: dict[str, object], fitting: set[str]
) -> None:
    assert set(ids(engine, connection, "", **filters)) == fitting


def test_without_words_the_newest_report_comes_first_and_the_undated_last(
    engine: Engine, connection: sqlite3.Connection
) -> None:
    found = ids(engine, connection, "")
    assert found[0] == "antre"
    assert found[-2:] == ["server", "sidik"]


@pytest.mark.need("N-SEARCH-2")
def test_it_is_told_which_filter_took_how_many(
    engine: Engine, connection: sqlite3.Connection
) -> None:
    found = engine.search(connection, "jaringan internet", Filters(places=("02",), kind="kendala"))
    assert found.total == 0
    assert found.removed["places"] == found.anywhere > 0
    assert found.removed["kind"] == 0
    assert found.counts["kind"] == {}


def test_counts_of_a_filter_are_those_without_it(
    engine: Engine, connection: sqlite3.Connection
) -> None:
    found = engine.search(connection, "", Filters(kind="kelebihan"))
    assert found.counts["kind"] == {"kendala": 7, "kelebihan": 1}
    assert found.counts["challenge"] == {"konektivitas": 0, NOTHING: 1}


@pytest.mark.need("N-SEARCH-2")
def test_words_that_no_finding_has_are_named_with_the_nearest_spelling(
    engine: Engine, connection: sqlite3.Connection
) -> None:
    found = engine.search(connection, "jaringn xyzzy")
    assert found.unknown == ("jaringn", "xyzzy")
    assert engine.spelt_like(connection, "jaringn") == "jaringan"
    assert engine.spelt_like(connection, "xyzzy") is None


def test_pages_follow_each_other(engine: Engine, connection: sqlite3.Connection) -> None:
    all_of_them = ids(engine, connection, "loket")
    paged = [
        hit.finding_id
        for first in range(0, len(all_of_them) + 2, 2)
        for hit in engine.search(connection, "loket", first=first, most=2).hits
    ]
    assert paged == all_of_them


HOSTILE = [
    '"',
    '""',
    "NEAR(a b",
    "a* OR b",
    "🙂",
    "\0",
    "x" * 10_000,
    "kata " * 3000,
    "' --",
    "﷽",
    "-",
]


@pytest.mark.need("N-SEARCH-3")
@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_makes_a_search_fail(
    engine: Engine, connection: sqlite3.Connection, words: str
) -> None:
    found = engine.search(connection, words)
    assert found.cut is (len(words) > 5000)
    assert 0 <= engine.likeness(connection, "antre", words) <= 1


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60))
def test_scores_lie_between_0_and_1_in_falling_order(
    engine: Engine, connection: sqlite3.Connection, words: str
) -> None:
    hits = engine.search(connection, words).hits
    for complete in (True, False):
        scores = [hit.score for hit in hits if hit.complete is complete]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


def test_a_store_without_vectors_is_searched_by_words_only(tmp_path: Path) -> None:
    def never(model: str) -> Knowing:
        raise AssertionError(model)

    store = fill(tmp_path / "evidence.db", vectors=False)
    engine = Engine(load=never)  # type: ignore[arg-type]
    with closing(sqlite3.connect(store)) as connection:
        found = engine.search(connection, "jaringan lemot")
    assert [hit.finding_id for hit in found.hits] == ["jaringan"]
    assert found.meaning is Meaning.ABSENT


def test_while_the_model_is_loaded_words_answer(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("telusur.link.identify", lambda _: ENCODER)
    go_on = threading.Event()

    def slowly(model: str) -> Knowing:
        go_on.wait(PATIENCE)
        return Knowing()

    engine = Engine(load=slowly)  # type: ignore[arg-type]
    assert engine.search(connection, "lemot").meaning is Meaning.LOADING
    assert ids(engine, connection, "jaringan") == ["jaringan"]
    go_on.set()
    engine.understanding.wait()
    found = engine.search(connection, "lemot")
    assert found.meaning is Meaning.USED
    assert found.hits


def test_a_model_that_cannot_be_loaded_leaves_the_words(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("telusur.link.identify", lambda _: ENCODER)

    def broken(model: str) -> Knowing:
        raise EncoderUnavailable(model)

    engine = Engine(load=broken)  # type: ignore[arg-type]
    engine.search(connection, "jaringan")
    engine.understanding.wait()
    found = engine.search(connection, "jaringan")
    assert (found.meaning, found.total) == (Meaning.ABSENT, 1)


def test_another_build_is_noticed(tmp_path: Path, engine: Engine) -> None:
    store = fill(tmp_path / "evidence.db")
    with closing(sqlite3.connect(store)) as connection:
        assert "antre" in ids(engine, connection, "antre")
        with store_for_writing(store) as db, transaction(db):
            db.execute("DELETE FROM findings WHERE id = 'antre'")
            finish(db, 2)
        assert "antre" not in ids(engine, connection, "antre")


def test_an_empty_store_has_no_hits(tmp_path: Path) -> None:
    store = tmp_path / "evidence.db"
    with store_for_writing(store):
        pass
    with closing(sqlite3.connect(store)) as connection:
        assert Engine().search(connection, "jaringan").total == 0
        assert Engine().search(connection, "").total == 0


def test_likeness_is_higher_for_what_fits_better(
    engine: Engine, connection: sqlite3.Connection
) -> None:
    fits = {one: engine.likeness(connection, one, "jaringan lambat") for one in QUOTES}
    assert max(fits, key=lambda one: fits[one]) in ("jaringan", "server")
    assert engine.likeness(connection, "tidak-ada", "jaringan") == 0


def test_several_threads_may_search_at_once(engine: Engine, store: Path) -> None:
    wrong: list[BaseException] = []

    def search() -> None:
        try:
            with closing(sqlite3.connect(store)) as connection:
                for words in QUOTES.values():
                    assert ids(engine, connection, words)
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_places_are_found_by_name_code_and_name_without_level(
    connection: sqlite3.Connection,
) -> None:
    assert named(connection, "kota  serang") == ("01.71",)
    assert named(connection, "01") == ("01",)
    assert named(connection, "Serang") == ("01.71", "02.01")
    assert named(connection, "umpama") == ("01",)
    assert named(connection, "") == ()
    assert named(connection, "\0") == ()


def test_words_are_marked_in_whatever_form_they_stand() -> None:
    pieces = marked("Pelayanan di Serang: serangan, layanan prima.", ["layanan"], ["serang"])
    assert [piece.text for piece in pieces if piece.marked] == ["Pelayanan", "Serang", "layanan"]


@given(text=st.text(max_size=80), words=st.lists(st.text(min_size=1, max_size=8), max_size=4))
def test_marked_pieces_are_the_text(text: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in marked(text, words, words)) == text


def test_a_build_may_end_while_the_findings_are_read(tmp_path: Path) -> None:
    store = fill(tmp_path / "evidence.db")
    with closing(sqlite3.connect(store)) as reading:

        def build(statement: str) -> None:
            if statement == "SELECT name FROM places":
                with store_for_writing(store) as db, transaction(db):
                    db.execute("DELETE FROM findings")
                    finish(db, 2)

        reading.set_trace_callback(build)
        engine = Engine()
        assert engine.search(reading, "antre", by_meaning=False).hits
        reading.set_trace_callback(None)
        assert not engine.search(reading, "antre", by_meaning=False).hits
