"""`/bagan`, and how charts are drawn."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from browse_visits import ask, links, words
from hypothesis import given
from hypothesis import strategies as st

from telusur.browse.figures.bars import Bar, Part, bars
from telusur.browse.figures.timeline import columns, timeline

if TYPE_CHECKING:
    from datasette.app import Datasette

NAMES = {"kendala": "Kendala", "peluang": "Peluang"}
days = st.dates(date(1995, 1, 1), date(2035, 1, 1)).map(lambda one: one.isoformat())
dated = st.lists(st.tuples(days, st.sampled_from(list(NAMES)), st.integers(1, 99)), max_size=12)


def widths(drawn: str) -> list[float]:
    root = ElementTree.fromstring(drawn)  # noqa: S314
    parts = [one for one in root.iter("rect") if (one.get("class") or "").startswith("part")]
    return [float(str(one.get("width")).rstrip("%")) for one in parts]


def test_bars_are_as_long_as_their_numbers() -> None:
    rows = [
        Bar("Satu", (Part("kendala", 6, "6"), Part("peluang", 2, "2")), "8", "/cari?a=1&b=2"),
        Bar("Dua <tiga>", (Part("kendala", 4, "4"),), "4"),
    ]
    drawn = bars("contoh", "Judul", "Isi", rows)
    assert widths(drawn) == [56.25, 18.75, 37.5]  # the longest leaves room for its number
    assert 'href="/cari?a=1&amp;b=2"' in drawn
    assert "Dua &lt;tiga&gt;" in drawn


def test_nothing_to_draw_is_no_error() -> None:
    assert widths(bars("contoh", "Judul", "Isi", [])) == []
    assert widths(timeline("waktu", "Judul", "Isi", [], NAMES)) == []


@given(dated)
def test_a_time_line_loses_nothing_and_has_no_gaps(told: list[tuple[str, str, int]]) -> None:
    drawn = columns(told)
    assert sum(column.total for column in drawn) == sum(number for _, _, number in told)
    if drawn and len(drawn[0].period) == 4:
        years = [int(column.period) for column in drawn]
        assert years == list(range(years[0], years[-1] + 1))
    ElementTree.fromstring(timeline("waktu", "Judul", "Isi", drawn, NAMES))  # noqa: S314


def test_a_short_span_is_told_by_month() -> None:
    drawn = columns(
        [("2023-11-05", "kendala", 1), ("2024-02-01", "peluang", 2), ("", "kendala", 9)]
    )
    assert [column.period for column in drawn] == ["2023-11", "2023-12", "2024-01", "2024-02"]


@pytest.mark.need("N-BROWSE-4")
def test_every_chart_has_its_numbers_and_a_description(browser: Datasette) -> None:
    page = ask(browser, "/bagan")
    drawn = re.findall(r'<svg aria-labelledby="([^" ]+) ([^" ]+)"', page.text)
    assert len(drawn) == 4
    assert all(f'id="{one}"' in page.text for pair in drawn for one in pair)
    tables = ask(browser, "/bagan?_unduh=json").json()["tables"]
    assert set(tables) == {"coverage", "charts_challenges", "charts_places", "charts_time"}
    (bab,) = tables["coverage"]
    told = ("provisions", "supported", "only_strong", "only_weak", "bare")
    assert [bab[name] for name in told] == [4, 1, 2, 0, 1]
    challenges = {row["challenge"]: row["findings"] for row in tables["charts_challenges"]}
    assert challenges["Konektivitas"] == 2
    provinces = {row["province"]: row["findings"] for row in tables["charts_places"]}
    assert provinces == {"Provinsi Umpama": 2, "Provinsi Andai": 1}
    assert tables["charts_time"] == [
        {"period": "2024-05", "findings": 4, "kendala": 2, "kelebihan": 1, "kebutuhan": 1}
    ]
    assert "1 dari 4" in words(page)


def test_charts_lead_to_the_quotes(browser: Datasette) -> None:
    found = links(ask(browser, "/bagan"))
    assert {"/cari?tantangan=konektivitas", "/cari?tempat=01", "/naskah/bab-umum"} <= found
