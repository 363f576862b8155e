"""Mistakes in files that people edit are told with their line and a remedy."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from telusur.validation import Day, Strict, read_toml, read_yaml


class Item(Strict):
    name: str
    weight: float = 1.0


class Shelf(Strict):
    title: str
    day: Day | None = None
    items: tuple[Item, ...] = ()


@pytest.mark.need("N-BUILD-4")
def test_all_mistakes_of_a_file_are_told_at_once_with_their_lines() -> None:
    text = "titel: Rak\nday: 2021-02-31\nitems:\n  - name: satu\n  - weight: berat\n"
    shelf, problems = read_yaml(text, Shelf, "rak.yml")
    assert shelf is None
    assert [(problem.line, problem.what.split()[0]) for problem in sorted(problems)] == [
        (1, "`titel`"),
        (1, "`title`"),
        (2, "`day`"),
        (5, "`items.1.name`"),
        (5, "`items.1.weight`"),
    ]


def test_a_misspelt_key_is_told_with_the_right_one() -> None:
    _, (*_, problem) = read_yaml("title: Rak\nitmes: []\n", Shelf, "rak.yml")
    assert "items" in problem.remedy
    assert str(problem).startswith("rak.yml:2: ")


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    _, (problem,) = read_yaml("title: Rak\nday: kemarin\n", Shelf, "a.md", first_line=10)
    assert problem.line == 11


def test_a_key_that_stands_twice_is_a_mistake() -> None:
    _, (problem,) = read_yaml("title: Rak\ntitle: Lemari\n", Shelf, "rak.yml")
    assert problem.line == 2


def test_a_key_left_open_is_as_if_it_were_not_there() -> None:
    shelf, problems = read_yaml("title: Rak\nday:\n", Shelf, "rak.yml")
    assert not problems
    assert shelf is not None
    assert shelf.day is None


def test_only_year_month_day_is_a_date() -> None:
    for written in ("0", "86400", "26/02/2021", "2021-02-26T00:00"):
        _, (problem,) = read_yaml(f"title: Rak\nday: {written}\n", Shelf, "rak.yml")
        assert problem.line == 2


def test_hostile_yaml_is_told_and_takes_no_time() -> None:
    deep = "title: " + "[" * 5000
    bomb = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]\n"
        for a, b in zip("abcdefghijklm", "bcdefghijklmn", strict=True)
    )
    deeper = "title: " + "[" * 300_000  # would end the process in libyaml
    starred = "title: *a " + "[" * 300_000
    below = "title: [*a, " + "[" * 300_000
    for text in (deep, deeper, bomb, starred, below):
        shelf, problems = read_yaml(text, Shelf, "rak.yml")
        assert shelf is None
        assert problems


def test_broken_yaml_is_told_with_its_line() -> None:
    _, (problem,) = read_yaml("title: Rak\nitems: [\n", Shelf, "rak.yml")
    assert problem.line is not None
    assert problem.line >= 2


def test_a_toml_mistake_is_told_with_its_line() -> None:
    _, (problem,) = read_toml('title = "Rak"\nday = "kemarin"\n', Shelf, "rak.toml")
    assert (problem.line, problem.what) == (2, "`day` is not a date: `kemarin`")


def test_broken_toml_is_told_with_its_line() -> None:
    _, (problem,) = read_toml('title = "Rak"\nday =\n', Shelf, "rak.toml")
    assert problem.line == 2


@given(st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    shelf, problems = read_yaml(text, Shelf, "rak.yml")
    assert (shelf is None) == bool(problems)
    shelf, problems = read_toml(text, Shelf, "rak.toml")
    assert (shelf is None) == bool(problems)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_what_yaml_writes_is_read_back(title: str) -> None:
    written = yaml.safe_dump({"title": title}, allow_unicode=True)
    shelf, _ = read_yaml(written, Shelf, "rak.yml")
    # Values are read without spaces around them; a title of spaces only is no title.
    assert (shelf.title if shelf else "") == title.strip()
