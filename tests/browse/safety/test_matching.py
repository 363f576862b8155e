"""LIKE, GLOB and trim() answer as SQLite's own do, and are done in time."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.browse.safety import limits
from telusur.browse.safety.matching import replace_slow_functions

OWN, OURS = (sqlite3.connect(":memory:", check_same_thread=False) for _ in range(2))
replace_slow_functions(OURS)
texts = st.text(st.sampled_from("abBé%_*?[]^-\\\n"), max_size=8)
parts = st.lists(
    st.sampled_from(["%", "_", "*", "?", "a", "B", "é", "\\%", "[a-b]", "[^a]", "[]b]", "[", "]"]),
    max_size=6,
).map("".join)


def alike(sql: str, *values: object) -> None:
    assert OURS.execute(sql, values).fetchone() == OWN.execute(sql, values).fetchone()


@given(parts | texts, texts)
def test_patterns_fit_what_they_fit_in_sqlite(pattern: str, text: str) -> None:
    alike("select ? like ?, ? glob ?", text, pattern, text, pattern)
    alike("select ? like ? escape '\\'", text, pattern)


@given(texts, texts)
def test_what_is_trimmed_is_trimmed_as_by_sqlite(text: str, letters: str) -> None:
    alike("select trim(?1, ?2), ltrim(?1, ?2), rtrim(?1, ?2)", text, letters)


@pytest.mark.parametrize("value", [None, 12, 1.5, "ab"])
def test_other_values_than_texts_are_taken_alike(value: object) -> None:
    alike("select ?1 like '1%', ?1 glob 'a*', trim(?1, '1'), 'ab' like ?1, 'ab' glob ?1", value)


MUCH = "printf('%.*c', 30000000, 'a')"
SLOW = (
    f"select {MUCH} like '%' || printf('%.*c', 190, 'a') || 'b%'",
    f"select {MUCH} like '%' || printf('%.*c', 190, 'a') || '_b%'",
    f"select {MUCH} glob '*' || printf('%.*c', 190, 'a') || 'b*'",
    f"select {MUCH} glob '*' || printf('%.*c', 190, 'a') || '[b]*'",
    f"select length(trim({MUCH}, printf('%.*c', 10000000, 'b') || 'a'))",
    "with recursive n(i) as (select 1 union all select i + 1 from n) "
    f"select sum(length(upper({MUCH} || i))) from n",
    "with recursive n(i) as (select 1 union all select i + 1 from n limit 300000) "
    "select json_patch('{' || group_concat(q) || '}', '{' || group_concat(q) || '}') "
    "from (select '\"' || i || '\":' || i as q from n)",
)


_ENOUGH = 20
"""Times that SQLite asks whether to go on, which it does between the rows of a question only."""


@pytest.mark.parametrize("sql", SLOW)
def test_what_cannot_be_interrupted_is_short(sql: str) -> None:
    """SQLite's own would take from a minute to days."""
    connection = sqlite3.connect(":memory:")
    limits.bound(connection)
    asked = itertools.count()
    looked = limits.Interrupted(connection)
    looked.set_progress_handler(lambda: next(asked) > _ENOUGH, 1000)
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute(sql).fetchall()
    connection.close()
