"""No question takes the machine's memory, and readers ask in SQL only where that is wanted."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask
from support import ROOT

from telusur.browse.safety import limits
from telusur.browse.serving.serve import make_browser

if TYPE_CHECKING:
    from datasette.app import Datasette

NUMBERS = "with recursive n(i) as (select 1 union all select i + 1 from n limit {}) "
MUCH = "printf('%.*c', 20000, 'x')"
LARGE = (
    "select zeroblob(50000000)",
    "select randomblob(50000000)",
    "select printf('%.*c', 50000000, 'x')",
    "select format('%050000000d', 1)",
    NUMBERS.format(2000) + f"select group_concat({MUCH}) from n",
    NUMBERS.format(2000) + f"select json_group_array({MUCH}) from n",
    f"select replace(replace({MUCH}, 'x', {MUCH}), 'x', {MUCH})",
    "select load_extension('x')",
    "select " + ", ".join(["1"] * 300),
)


@pytest.mark.parametrize("ending", [".json", ".csv", ""])
@pytest.mark.parametrize("sql", LARGE, ids=lambda sql: sql[:40])
def test_what_makes_much_out_of_nothing_is_refused(
    browser: Datasette, sql: str, ending: str
) -> None:
    answer = ask(browser, f"/evidence{ending}", params={"sql": sql})
    assert answer.status_code < 500
    assert len(answer.content) < 100_000


def test_an_answer_of_many_rows_is_bounded(browser: Datasette) -> None:
    sql = NUMBERS.format(900) + f"select {', '.join([MUCH] * 9)} from n"
    answer = ask(browser, "/evidence.json", params={"sql": sql})
    assert (answer.status_code, answer.json()["error"]) == (400, "Jawaban ini terlalu besar.")
    sql = NUMBERS.format(100) + f"select {MUCH} from n"
    assert len(ask(browser, "/evidence.json", params={"sql": sql}).content) > 2_000_000


@pytest.mark.parametrize("asked", ["pragma_database_list", "PRAGMA_DATABASE_LIST()"])
def test_a_question_learns_nothing_of_where_the_store_lies(browser: Datasette, asked: str) -> None:
    answer = ask(browser, "/evidence.json", params={"sql": f"select * from {asked}"})
    assert answer.status_code in (400, 403)
    assert "evidence.db" not in answer.text


def test_an_endless_question_is_stopped(
    browser: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "sql_time_limit_ms", 50)
    sql = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    assert ask(browser, "/evidence.json", params={"sql": sql}).status_code == 400


def test_a_part_is_found_in_steps_that_grow_with_the_length(browser: Datasette) -> None:
    much, part = "printf('%.*c', 4000000, 'a')", "printf('%.*c', 2000000, 'a') || 'b'"
    sql = f"select instr({much}, {part}) as here, length(replace({much}, {part}, '')) as long"
    answer = ask(browser, "/evidence.json", params={"sql": sql, "_shape": "array"})
    assert answer.json() == [{"here": 0, "long": 4_000_000}]


@pytest.mark.parametrize(
    "values", ["'loket', 'k'", "'loket', ''", "12.5, 5", "NULL, 'a'", "x'0102', x'02'", "'é1', 1"]
)
def test_functions_of_ours_answer_as_those_of_sqlite(browser: Datasette, values: str) -> None:
    sql = f"select instr({values}), replace({values}, '__')"
    own = sqlite3.connect(":memory:")
    asked = ask(browser, "/evidence.json", params={"sql": sql, "_shape": "arrays"})
    assert [list(row) for row in own.execute(sql)] == asked.json()["rows"]
    own.close()


def test_rows_are_counted_where_a_reader_asks_and_nowhere_else() -> None:
    connection = sqlite3.connect(":memory:")
    sql = "select 'abcde' union all select 'fghij'"
    with limits.counted(connection, most=9), pytest.raises(limits.TooMuch):
        connection.execute(sql).fetchall()
    with limits.counted(connection, most=9), limits.uncounted(connection):
        assert len(connection.execute(sql).fetchall()) == 2
    with limits.counted(connection, most=10):
        assert [row[0] for row in connection.execute(sql)] == ["abcde", "fghij"]
    connection.close()


@pytest.fixture(scope="module")
def closed(database: Path) -> Datasette:
    """A browser for others than those at this machine."""
    return make_browser(ROOT / "datasette_metadata.yml", database, sql=False)


@pytest.mark.parametrize(
    "path", ["/evidence?sql=select+1", "/evidence.json?sql=select+1", "/evidence.csv?sql=select+1"]
)
def test_strangers_ask_no_sql_of_their_own(
    closed: Datasette, browser: Datasette, path: str
) -> None:
    assert ask(closed, path).status_code == 403
    assert ask(browser, path).status_code == 200


def test_strangers_add_no_sql_to_a_filter(closed: Datasette) -> None:
    assert ask(closed, "/evidence/findings.json?_where=1=1").status_code == 403


@pytest.mark.parametrize("path", ["/evidence/tantangan", "/evidence/findings.json", "/evidence"])
def test_ready_questions_and_tables_stay_open(closed: Datasette, path: str) -> None:
    assert ask(closed, path).status_code == 200
