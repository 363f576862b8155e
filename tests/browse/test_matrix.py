"""`/matriks`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask, ask_all, links, words
from playwright.sync_api import Browser

from telusur.browse.pages.matrix import shade

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.mark.parametrize(
    "page", ["/matriks", "/matriks?per=tempat", "/matriks?per=tempat&provinsi=01"]
)
def test_every_cell_opens_as_many_quotes_as_it_says(browser: Datasette, page: str) -> None:
    told = ask(browser, page)
    cell = r'<td class="(?:level-\d|stands)"><a href="([^"]+)"[^>]*>(.+?)</a>'
    cells = re.findall(cell, told.text)
    assert cells
    addresses = [address.replace("&amp;", "&") for address, _ in cells]
    for (address, inside), answer in zip(cells, ask_all(browser, addresses), strict=True):
        shown = len({one for one in links(answer) if one.startswith("/temuan/")})
        assert shown == sum(map(int, re.findall(r"\b\d+(?=<|$)", inside))), address


@pytest.mark.need("N-BROWSE-3")
def test_gaps_are_seen_and_counted(browser: Datasette) -> None:
    page = ask(browser, "/matriks")
    assert page.text.count('<td class="empty">') == 9
    assert "1 Pasal tanpa bukti dan tanpa saran: Pasal 73 ." in words(page)


def test_the_numbers_are_those_of_the_store(browser: Datasette) -> None:
    rows = ask(browser, "/matriks?_unduh=json").json()["tables"]["matrix"]
    told = {(row.pop("clause"), row.pop("standing")): row for row in rows}
    assert {clause for clause, _ in told} == {"Pasal 7", "Pasal 72", "Pasal 73"}
    assert told["Pasal 7", "Diterima"]["konektivitas"] == 1
    assert told["Pasal 7", "Saran kuat"]["konektivitas"] == 1
    assert told["Pasal 72", "Saran kuat"]["buatan_sendiri"] == 1
    for standing in ("Diterima", "Saran kuat", "Saran lemah"):
        assert set(told["Pasal 73", standing].values()) == {0}


def test_a_province_counts_what_lies_in_it_and_opens(browser: Datasette) -> None:
    rows = ask(browser, "/matriks?per=tempat&_unduh=json").json()["tables"]["matrix_places"]
    assert [(row["place"], row["konektivitas"]) for row in rows] == [
        ("Provinsi Umpama", 2), ("Provinsi Andai", 0)
    ]  # fmt: skip
    page = ask(browser, "/matriks?per=tempat")
    assert "?per=tempat&provinsi=01" in links(page)
    opened = ask(browser, "/matriks?per=tempat&provinsi=01")
    assert {"/tempat/01.01", "/tempat/01.71"} <= links(opened)
    assert "/tempat/02.01" not in links(opened)


def test_shades_grow_with_numbers() -> None:
    shades = [shade(number, 100) for number in range(101)]
    assert shades == sorted(shades)
    assert (shades[0], shades[1], shades[100]) == (0, 1, 4)
    assert shade(1, 1) == 1


def test_headings_stay_in_sight_on_a_phone(address: str, chromium: Browser) -> None:
    tab = chromium.new_page(viewport={"width": 390, "height": 800})
    tab.goto(f"{address}/matriks")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    first = tab.locator(".matrix tbody th[scope=row]").first
    before = first.bounding_box()
    tab.locator(".matrix-box").evaluate("box => box.scrollLeft = 200")
    assert first.bounding_box() == before
    tab.close()
