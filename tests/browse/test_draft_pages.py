"""The draft and its clauses, with their evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask, links, words

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.mark.need("N-BROWSE-1")
def test_the_draft_shows_evidence_and_gaps_beside_its_clauses(browser: Datasette) -> None:
    page = ask(browser, "/naskah")
    told = words(page)
    assert "3 dari 4 ketentuan (75%) mempunyai bukti" in told
    margins = dict(re.findall(r'<aside class="margin" aria-label="([^"]+)">(.*?)</aside>',
                              page.text, re.S))  # fmt: skip
    assert "2 temuan" in margins["Bukti untuk Pasal 7 ayat (2)"]
    assert "1 diterima" in margins["Bukti untuk Pasal 7 ayat (2)"]
    assert "Belum ada bukti" in margins["Bukti untuk Pasal 73"]
    assert "Bukti untuk Pasal 7" not in margins


@pytest.mark.need("N-BROWSE-1")
def test_the_draft_reads_from_its_title_to_its_signatures(browser: Datasette) -> None:
    page = ask(browser, "/naskah")
    assert '<h1 lang="id">Rancangan Peraturan Menteri tentang Umpama</h1>' in page.text
    assert '<p class="frame-centred">RANCANGAN</p>' in page.text
    told = words(page)
    parts = ("Menimbang :", "a. bahwa loket perlu dijaga;", "Pasal 73", "Ditetapkan di Jakarta")
    places = [told.index(part) for part in parts]
    assert places == sorted(places)
    assert {"#pembukaan", "#tanda-tangan"} <= links(page)


def test_the_start_page_names_the_draft(browser: Datasette) -> None:
    assert "Naskahnya: Rancangan Peraturan Menteri tentang Umpama" in words(ask(browser, "/"))


def test_each_clause_has_an_address_in_the_draft(browser: Datasette) -> None:
    page = ask(browser, "/naskah").text
    for id_ in ("bab-umum", "antrean", "antrean.ayat-1", "antrean.ayat-2.huruf-a", "biaya"):
        assert page.count(f' id="{id_}"') == 1


@pytest.mark.need("N-BROWSE-2")
def test_a_clause_has_its_evidence_by_place_with_the_quote_in_context(browser: Datasette) -> None:
    page = ask(browser, "/naskah/antrean.ayat-2")
    headings = re.findall(r"<h3><a href=\"/tempat/([\d.]+)\"", page.text)
    assert sorted(headings) == ["01.01", "01.71"]
    assert "<mark>Jaringan internet putus pada jam sibuk</mark>" in page.text
    assert {"/temuan/f-2", "/laporan/kunjungan#f-2"} <= links(page)
    assert "Alasan tautan: kata yang sama" in words(page)


def test_rejected_evidence_is_kept_apart(browser: Datasette) -> None:
    page = ask(browser, "/naskah/biaya")
    assert "Belum ada bukti" in words(page)
    assert "1 tautan ditolak" in words(page)
    assert "place-group" not in page.text


def test_a_huruf_shows_the_evidence_of_its_ayat_and_says_so(browser: Datasette) -> None:
    page = ask(browser, "/naskah/antrean.ayat-2.huruf-a")
    assert "ditautkan ke ayat atau Pasal" in words(page)
    assert "/temuan/f-2" in links(page)
    assert 'class="line depth-1 now"' in page.text


def test_references_lead_both_ways(browser: Datasette) -> None:
    assert "Merujuk ke Pasal 7" in words(ask(browser, "/naskah/biaya"))
    assert "Dirujuk oleh Pasal 73" in words(ask(browser, "/naskah/antrean"))


def test_decisions_and_changes_are_told(browser: Datasette) -> None:
    decided = words(ask(browser, "/naskah/antrean.ayat-2"))
    assert "30 Mei 2024 : Sari menerima" in decided
    changed = ask(browser, "/naskah/formulir").text
    assert "<del>Borang</del><ins>Formulir</ins> diseragamkan." in changed


@pytest.mark.parametrize("cited", ["Pasal 7 ayat (2)", "pasal 7 ayat(2)", "PASAL  7  AYAT (2)"])
def test_a_citation_leads_to_its_clause(browser: Datasette, cited: str) -> None:
    answer = ask(browser, f"/naskah/{cited}")
    assert (answer.status_code, answer.headers["location"]) == (302, "/naskah/antrean.ayat-2")


def test_a_clause_that_is_gone_says_what_became_of_it(browser: Datasette) -> None:
    moved = ask(browser, "/naskah/borang")
    assert moved.status_code == 404
    assert "Sekarang menjadi Pasal 72" in words(moved)
    assert "/naskah/formulir" in links(moved)
    removed = ask(browser, "/naskah/lama")
    assert "Pasal 9" in words(removed)
    assert "dihapus" in words(removed)
    never = words(ask(browser, "/naskah/tak-pernah"))
    assert "tidak mengingat ketentuan yang pernah bernama demikian" in never


def test_a_clause_can_be_cited(browser: Datasette) -> None:
    told = words(ask(browser, "/naskah/antrean.ayat-1"))
    assert "Pasal 7 ayat (1), Rancangan Peraturan Menteri tentang Umpama, menurut" in told
    assert "http://localhost/naskah/antrean.ayat-1" in told


def test_a_bab_lists_its_pasal_with_their_coverage(browser: Datasette) -> None:
    told = words(ask(browser, "/naskah/bab-umum"))
    assert "2 dari 2 ketentuan mempunyai bukti" in told
    assert "Pasal 73 Belum ada bukti" in told
