"""`/cari`, and searching by SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from browse_visits import ask, ask_all, links, words
from playwright.sync_api import Browser, expect

from telusur.browse.pages.search import CITED
from telusur.browse.showing.asking import day

if TYPE_CHECKING:
    from datasette.app import Datasette


def search(browser: Datasette, **asked: str) -> str:
    return words(ask(browser, f"/cari?{urlencode(asked)}"))


def found(browser: Datasette, **asked: str) -> set[str]:
    """The ids of the findings on the page."""
    page = ask(browser, f"/cari?{urlencode(asked)}")
    return {one.removeprefix("/temuan/") for one in links(page) if one.startswith("/temuan/")}


def test_words_find_other_forms_of_themselves_marked(browser: Datasette) -> None:
    page = ask(browser, "/cari?kata=menantikan+jaringan+terputus")
    assert "<mark>Jaringan</mark>" in page.text
    assert "<mark>putus</mark>" in page.text
    assert "Memuat: jaringan, terputus" in words(page)
    assert "/naskah/antrean.ayat-2" in links(page)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, {"f-1", "f-2", "f-3", "f-4"}),
        ({"tempat": "01"}, {"f-1", "f-2"}),
        ({"tempat": "01.01.02"}, {"f-2"}),
        ({"tempat": "Desa Rekaan"}, {"f-2"}),
        ({"tempat": "Andaian"}, {"f-2"}),
        ({"tempat": "Provinsi Umpama"}, {"f-1", "f-2"}),
        ({"tempat": "contoh"}, {"f-1"}),
        ({"lokasi": "mpp-kota-contoh"}, {"f-1"}),
        ({"jenis": "kelebihan"}, {"f-3"}),
        ({"tantangan": "konektivitas"}, {"f-1", "f-2"}),
        ({"tantangan": "none"}, {"f-4"}),
        ({"ketentuan": "antrean"}, {"f-1", "f-2"}),
        ({"status": "accepted"}, {"f-2"}),
        ({"status": "strong"}, {"f-1", "f-3"}),
        ({"status": "weak"}, set()),
        ({"status": "none"}, {"f-4"}),
        ({"sejak": "2024"}, {"f-1", "f-2", "f-3", "f-4"}),
        ({"sejak": "2025-01-01"}, set()),
        ({"kata": "loket", "tempat": "01"}, {"f-1"}),
    ],
)
def test_filters_keep_what_fits(browser: Datasette, asked: dict[str, str], ids: set[str]) -> None:
    assert found(browser, **asked) == ids


@pytest.mark.need("N-SEARCH-2")
def test_no_result_says_what_to_loosen(browser: Datasette) -> None:
    page = ask(browser, "/cari?kata=jaringan&tempat=02&jenis=kendala")
    told = words(page)
    assert "Tidak ada temuan yang cocok" in told
    assert "tanpa saringan “Provinsi Andai” : 1 temuan" in told.replace("”:", "” :")
    assert "?kata=jaringan&jenis=kendala" in links(page)


def test_a_misspelt_word_is_told_with_the_nearest(browser: Datasette) -> None:
    page = ask(browser, "/cari?kata=jaringn")
    assert "Tidak ada temuan yang memuat kata “jaringn”. Maksud Anda “jaringan”?" in words(page)
    assert "?kata=jaringan" in links(page)


def test_filters_that_mean_nothing_are_told_and_passed_over(browser: Datasette) -> None:
    told = search(browser, tempat="Atlantis", sejak="kemarin")
    assert "Saringan “Tempat: Atlantis” tidak dikenal" in told
    assert "Saringan “Laporan sejak: kemarin” tidak dikenal" in told
    assert "4 temuan" in told


def test_names_lead_to_the_clause_and_the_place_themselves(browser: Datasette) -> None:
    assert "/naskah/antrean" in links(ask(browser, "/cari?kata=pasal+7"))
    assert "/tempat/01.71" in links(ask(browser, "/cari?kata=contoh"))


HOSTILE = [
    '"', "'; DROP TABLE findings", "NEAR(a", "*", "🙂", "\0", "a\0b", "x" * 10_000, "%", "<script>",
    "kata " * 2000, '"frasa yang tidak ada"', "\ud800",
]  # fmt: skip


@pytest.mark.need("N-SEARCH-3")
def test_no_input_makes_a_search_fail(browser: Datasette) -> None:
    paths = [
        f"/cari?{name}={encoded}"
        for name in ("kata", "tempat", "sejak", "halaman", "tantangan", "ketentuan")
        for value in HOSTILE
        for encoded in [urlencode({"": value}, errors="surrogatepass")[1:]]
    ]
    for path, answer in zip(paths, ask_all(browser, paths), strict=True):
        assert answer.status_code == 200, path[:100]
        assert "<script>" not in answer.text.replace("<script src", "")


def test_without_vectors_it_is_said_that_words_alone_are_searched(browser: Datasette) -> None:
    assert "menurut kata saja, tanpa makna" in search(browser, kata="loket")
    assert "menurut kata saja" not in search(browser)


def test_hits_can_be_taken_away(browser: Datasette) -> None:
    answer = ask(browser, "/cari?kata=loket&_unduh=json")
    (row,) = answer.json()["tables"]["evidence"]
    assert (row["finding"], row["why"]) == ("f-1", "Memuat: loket")


def test_sql_ranks_findings_by_likeness(browser: Datasette) -> None:
    sql = "select id, kemiripan(id, 'jaringan putus') as n from findings order by n desc"
    rows = ask(browser, f"/evidence.json?{urlencode({'sql': sql, '_shape': 'array'})}").json()
    assert rows[0]["id"] == "f-2"
    assert rows[0]["n"] > rows[1]["n"] >= 0


@pytest.mark.parametrize(
    ("written", "last", "meant"),
    [
        ("2021", False, "2021-01-01"), ("2021", True, "2021-12-31"),
        ("2021-2", False, "2021-02-01"), ("2021-02", True, "2021-02-31"),
        ("2021-02-03", True, "2021-02-03"), ("2021-02-30", False, ""), ("2021-13", True, ""),
        ("", False, ""), ("kemarin", False, ""), ("0000", False, ""),
    ],
)  # fmt: skip
def test_a_year_or_a_month_means_its_first_or_last_day(
    written: str, last: bool, meant: str
) -> None:
    assert day(written, last=last) == meant


def test_a_reader_searches_narrows_and_widens_again(address: str, chromium: Browser) -> None:
    tab = chromium.new_page()
    tab.goto(address)
    box = tab.get_by_role("searchbox").first
    box.fill("loket jaringan")
    box.press("Enter")
    tab.wait_for_url("**/cari?kata=loket+jaringan")
    hits = tab.locator("li.hit")
    expect(hits).to_have_count(2)
    tab.locator("details.asking-filters summary").click()
    tab.get_by_label("Tempat", exact=True).select_option("01.71")
    tab.locator("details.asking-filters button").click()
    expect(hits).to_have_count(1)
    tab.get_by_role("link", name="Lepas saringan: Kota Contoh").click()
    expect(hits).to_have_count(2)
    hits.first.locator("blockquote a").click()
    tab.wait_for_url("**/temuan/f-*")
    tab.close()


def test_of_clauses_that_are_cited_alike_the_first_in_the_draft_is_meant() -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE clauses (id, label, heading, position)")
        db.execute("INSERT INTO clauses VALUES ('b', 'Pasal 7', '', 9), ('a', 'Pasal 7', '', 1)")
        assert db.execute(CITED, {"words": "pasal 7"}).fetchone()[0] == "a"
