"""`/celah`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browse_visits import ask, links, words
from playwright.sync_api import Browser

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.mark.need("N-BROWSE-3")
def test_clauses_without_evidence_are_listed_with_a_search_for_some(browser: Datasette) -> None:
    page = ask(browser, "/celah")
    told = words(page)
    assert "Ketentuan tanpa bukti (3)" in told
    assert "Tanpa bukti dan saran (1) Saran kuat saja (2)" in told
    assert "Temuan belum terakomodasi (1)" in told
    assert "Biaya diumumkan." in told
    assert "1 tautan pernah ditolak" in told
    assert {"/naskah/biaya", "/cari?kata=Biaya+diumumkan."} <= links(page)
    assert "/naskah/formulir" not in links(page)


def test_clauses_can_be_kept_to_one_bab(browser: Datasette) -> None:
    assert "/naskah/biaya" in links(ask(browser, "/celah?bab=bab-umum"))
    nowhere = words(ask(browser, "/celah?bab=tidak-ada"))
    assert "Tidak ada ketentuan seperti itu di sini" in nowhere


@pytest.mark.need("N-BROWSE-3")
def test_what_is_only_suggested_is_a_list_of_its_own(browser: Datasette) -> None:
    page = ask(browser, "/celah?ada=strong")
    assert {"/naskah/formulir", "/naskah/antrean.ayat-1"} <= links(page)
    assert "/naskah/biaya" not in links(page)
    assert "1 saran kuat Lihat sarannya" in words(page)
    assert "/naskah/biaya" in links(ask(browser, "/celah?ada=apa-saja"))


@pytest.mark.need("N-BROWSE-3")
@pytest.mark.parametrize(
    ("asked", "there"),
    [("", True), ("&jenis=kebutuhan", True), ("&kata=kepastian", True), ("&tempat=01", False),
     ("&kata=jaringan", False), ("&status=accepted", True), ("&halaman=99", True)],
)  # fmt: skip
def test_unanswered_findings_are_listed_and_filtered(
    browser: Datasette, asked: str, there: bool
) -> None:
    page = ask(browser, f"/celah?daftar=temuan{asked}")
    assert ("/temuan/f-4" in links(page)) is there
    assert "/temuan/f-1" not in links(page)


def test_both_lists_can_be_taken_away(browser: Datasette) -> None:
    tables = ask(browser, "/celah?_unduh=json").json()["tables"]
    assert [(row["clause"], row["rests_on"]) for row in tables["unsupported"]] == [
        ("Pasal 7 ayat (1)", "Saran kuat saja"),
        ("Pasal 72", "Saran kuat saja"),
        ("Pasal 73", "Tanpa bukti dan saran"),
    ]
    assert [row["finding"] for row in tables["unanswered"]] == ["f-4"]


def test_a_drafter_goes_from_a_gap_to_a_search(address: str, chromium: Browser) -> None:
    tab = chromium.new_page()
    tab.goto(f"{address}/celah")
    tab.get_by_role("link", name="Cari temuan untuk Pasal 73").click()
    tab.wait_for_url("**/cari?kata=*")
    assert tab.get_by_role("heading", level=1).inner_text() == "Cari temuan"
    tab.close()
