"""Findings, reports, places and sites, each on a page of its own; the start page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask, links, words

from telusur.browse.pages.place import distance

if TYPE_CHECKING:
    from datasette.app import Datasette


def test_the_start_page_counts_and_leads_on(browser: Datasette) -> None:
    page = ask(browser, "/")
    told = words(page)
    assert "3 laporan 3 tempat 4 temuan 4 ketentuan" in told
    assert "1 ketentuan tanpa bukti dan saran, 1 temuan belum terakomodasi" in told
    assert {"/naskah", "/celah", "/laporan/kunjungan", "/tentang"} <= links(page)
    assert page.text.count('role="search"') == 1


@pytest.mark.need("N-BROWSE-2")
def test_a_finding_tells_where_it_comes_from_and_what_answers_it(browser: Datasette) -> None:
    page = ask(browser, "/temuan/f-1")
    told = words(page)
    assert "tidak disebutkan dalam laporan" in told
    assert "Kota Contoh" in told
    assert "Konektivitas" in told
    assert told.index("Pasal 7 ayat (1)") < told.index("Pasal 7 ayat (2)")
    assert {"/naskah/antrean.ayat-1", "/lokasi/mpp-kota-contoh", "/tempat/01.71"} <= links(page)
    assert "Temuan f-1, gudang bukti Telusur. http://localhost/temuan/f-1" in told


def test_an_unanswered_finding_says_so(browser: Datasette) -> None:
    assert "Belum ada ketentuan dalam naskah yang menjawab" in words(ask(browser, "/temuan/f-4"))


def test_a_finding_that_is_gone_says_how_that_may_be(browser: Datasette) -> None:
    answer = ask(browser, "/temuan/f-99")
    assert answer.status_code == 404
    assert "Bila kata itu diubah dalam laporan" in words(answer)


@pytest.mark.need("N-BROWSE-2")
def test_a_report_is_its_text_with_every_finding_marked(browser: Datasette) -> None:
    page = ask(browser, "/laporan/kunjungan")
    for id_ in ("f-1", "f-2", "f-3", "f-4"):
        assert page.text.count(f'id="{id_}"') == 1
        assert f'href="#{id_}"' in page.text
    marked = re.findall(r"<mark[^>]*>([^<]+)</mark>", page.text)
    assert "Jaringan internet putus pada jam sibuk" in marked
    assert "/tempat/01.71" in links(page)


def test_a_report_that_is_not_in_indonesian_says_how_far_it_was_read(browser: Datasette) -> None:
    assert "dikenali dari maknanya saja" in words(ask(browser, "/laporan/tanpa-tanggal"))
    assert "hanya diambil dari kalimatnya yang berbahasa" in words(ask(browser, "/laporan/lama"))
    assert "Bukan bahasa Indonesia" not in words(ask(browser, "/laporan/kunjungan"))


def test_reports_are_listed_newest_first_and_undated_last(browser: Datasette) -> None:
    page = ask(browser, "/laporan").text
    assert re.findall(r'href="/laporan/([a-z-]+)"', page) == ["kunjungan", "lama", "tanpa-tanggal"]


def test_a_province_includes_what_lies_in_it(browser: Datasette) -> None:
    province = ask(browser, "/tempat/01")
    assert {"/temuan/f-1", "/temuan/f-2", "/tempat/01.01", "/tempat/01.71"} <= links(province)
    assert "/temuan/f-3" not in links(province)
    assert "Tantangan Temuan Diterima Belum terakomodasi Konektivitas 2 1 0" in words(province)


def test_a_place_names_its_neighbours_with_their_distance(browser: Datasette) -> None:
    told = words(ask(browser, "/tempat/01.71"))
    assert "Kabupaten Misal 111 km" in told


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [((0, 0), (0, 90), 10_007), ((0, 0), (0, 0), 0), ((-90, 0), (90, 0), 20_015)],
)
def test_distances_are_those_of_the_globe(
    one: tuple[float, float], other: tuple[float, float], km: int
) -> None:
    places = [{"latitude": at[0], "longitude": at[1]} for at in (one, other)]
    assert round(distance(*places)) == pytest.approx(km, abs=1)


def test_places_show_provinces_without_a_report_too(browser: Datasette) -> None:
    told = words(ask(browser, "/tempat"))
    assert "Provinsi Umpama 1 laporan · 2 temuan" in told
    assert "Provinsi Andai" in told


def test_a_site_shows_its_facts_with_their_sources(browser: Datasette) -> None:
    page = ask(browser, "/lokasi/mpp-kota-contoh")
    assert "jenis layanan 120 jenis layanan apa adanya" in words(page)
    assert "/laporan/kunjungan" in links(page)


@pytest.mark.need("N-BROWSE-9")
@pytest.mark.parametrize(
    ("path", "helps"),
    [
        ("/laporan/tidak-ada", "nama berkasnya di corpus/"),
        ("/tempat/99.99", "kode Kemendagri"),
        ("/lokasi/tidak-ada", "daftar lokasi layanan"),
        ("/tidak-ada", "Periksa alamatnya"),
    ],
)
def test_a_page_that_is_not_there_helps_on(browser: Datasette, path: str, helps: str) -> None:
    answer = ask(browser, path)
    assert answer.status_code == 404
    assert helps in words(answer)


def test_a_confidential_report_says_so_and_by_which_line(browser: Datasette) -> None:
    assert "Rahasia Ditandai “Sifat : Rahasia”" in words(ask(browser, "/laporan/lama"))
    assert "Rahasia" not in words(ask(browser, "/laporan/kunjungan"))
