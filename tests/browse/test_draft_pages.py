"""The draft and its clauses, with their evidence."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask, links, words
from support import ROOT
from tests.browse.conftest import fill

from telusur.browse.pages.draft import BEST
from telusur.browse.serving.serve import make_browser
from telusur.store.connection import store_for_writing, transaction
from telusur.store.derived.coverage import refresh_coverage

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.mark.need("N-BROWSE-1")
def test_the_draft_shows_evidence_and_gaps_beside_its_clauses(browser: Datasette) -> None:
    page = ask(browser, "/naskah")
    told = words(page)
    assert "1 dari 4 ketentuan mempunyai bukti, yaitu temuan yang diterima penelaah" in told
    assert "2 baru mempunyai saran kuat" in told
    assert "75%" not in told
    margins = dict(re.findall(r'<aside class="margin[^"]*" aria-label="([^"]+)">(.*?)</aside>',
                              page.text, re.S))  # fmt: skip
    about = "Bukti dan saran untuk {}".format
    assert "1 bukti" in margins[about("Pasal 7 ayat (2)")]
    assert "1 saran kuat" in margins[about("Pasal 7 ayat (2)")]
    assert "bukti" not in margins[about("Pasal 7 ayat (1)")].replace("#bukti", "")
    assert "Tidak ada bukti maupun saran" in margins[about("Pasal 73")]
    assert about("Pasal 7") not in margins


@pytest.mark.need("N-BROWSE-1")
def test_the_draft_reads_from_its_title_to_its_signatures(browser: Datasette) -> None:
    page = ask(browser, "/naskah")
    assert '<h1 lang="id">Rancangan Peraturan Menteri tentang Umpama</h1>' in page.text
    assert '<p class="frame-centred">RANCANGAN</p>' in page.text
    told = words(page)
    parts = ("Menimbang :", "a. bahwa loket perlu dijaga;", "Pasal 73", "Ditetapkan di Jakarta")
    places = [told.rindex(part) for part in parts]
    assert places == sorted(places)
    assert {"#pembukaan", "#tanda-tangan"} <= links(page)


def test_the_start_page_says_how_little_people_have_accepted(browser: Datasette) -> None:
    told = words(ask(browser, "/"))
    assert "Baru 1 dari 4 tautan disetujui penelaah." in told
    assert "Ini rancangan peraturan, belum berlaku." in told
    assert "3 saran menunggu penelaah (3 kuat, 0 lemah)" in told
    assert "1 dari 4 ketentuan mempunyai bukti" in told


def test_the_start_page_names_the_draft(browser: Datasette) -> None:
    assert "Naskahnya: Rancangan Peraturan Menteri tentang Umpama" in words(ask(browser, "/"))


def test_the_best_links_are_looked_up_clause_by_clause(database: Path) -> None:
    """To begin with all links takes minutes on a large store."""
    with contextlib.closing(sqlite3.connect(database)) as db:
        plan = str(db.execute(f"EXPLAIN QUERY PLAN {BEST}").fetchall())
    assert "SEARCH links USING" in plan
    assert "SCAN links" not in plan


def test_each_clause_has_an_address_in_the_draft(browser: Datasette) -> None:
    page = ask(browser, "/naskah").text
    for id_ in ("bab-umum", "antrean", "antrean.ayat-1", "antrean.ayat-2.huruf-a", "biaya"):
        assert page.count(f' id="{id_}"') == 1


@pytest.mark.need("N-BROWSE-2")
def test_a_clause_has_what_people_accepted_before_what_is_suggested(browser: Datasette) -> None:
    page = ask(browser, "/naskah/antrean.ayat-2")
    groups = re.findall(r'<section class="standing-group standing-(\w+)">', page.text)
    assert groups == ["accepted", "strong"]
    assert "Dari satu kunjungan saja." in words(page)
    assert "Saran kuat kuat 0,60" in words(page)
    assert "<mark>Jaringan internet putus pada jam sibuk</mark>" in page.text
    assert {"/temuan/f-2", "/laporan/kunjungan#f-2"} <= links(page)
    assert "Alasan tautan: kata yang sama" in words(page)


def test_rejected_evidence_is_kept_apart(browser: Datasette) -> None:
    page = ask(browser, "/naskah/biaya")
    assert "Belum ada bukti, dan tidak ada saran" in words(page)
    assert "1 tautan ditolak" in words(page)
    assert "standing-group" not in page.text


def test_a_pasal_has_its_evidence_ayat_by_ayat(browser: Datasette) -> None:
    page = ask(browser, "/naskah/antrean")
    headings = re.findall(r'<h3 class="behind-clause"><a href="/naskah/([^"]+)"', page.text)
    assert headings == ["antrean.ayat-1", "antrean.ayat-2"]


def test_weak_suggestions_are_folded_away(weak: Datasette) -> None:
    page = ask(weak, "/naskah/antrean.ayat-1")
    folded = re.findall(r'<details class="weak">(.*?)</details>', page.text, re.S)
    assert len(folded) == 1
    assert "/temuan/f-1" in folded[0]
    assert "Belum ada bukti. Yang di bawah ini saran mesin" in words(page)
    draft = ask(weak, "/naskah").text
    margin = draft[draft.index("Bukti dan saran untuk Pasal 7 ayat (1)") :].partition("</aside>")[0]
    assert "1 saran lemah" in margin
    assert "/temuan/" not in margin
    finding = ask(weak, "/temuan/f-1").text
    assert finding.index("antrean.ayat-2") < finding.index('<details class="weak">')


@pytest.fixture
def weak(tmp_path: Path) -> Datasette:
    """A browser in which one link is only weakly suggested."""
    path = tmp_path / "evidence.db"
    with store_for_writing(path) as db:
        fill(db)
        with transaction(db):
            db.execute("UPDATE links SET score = 0.2 WHERE clause_id = 'antrean.ayat-1'")
            refresh_coverage(db)
    return make_browser(ROOT / "datasette_metadata.yml", path)


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


def test_a_citation_leads_to_the_download_that_was_asked_for(browser: Datasette) -> None:
    answer = ask(browser, "/naskah/Pasal%2072?_unduh=xlsx")
    assert answer.headers["location"] == "/naskah/formulir?_unduh=xlsx"
    file = ask(browser, answer.headers["location"])
    assert file.headers["content-type"].endswith("spreadsheetml.sheet")


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
    assert "1 dari 2 ketentuan mempunyai bukti" in told
    assert "Pasal 73 Tidak ada bukti maupun saran" in told
