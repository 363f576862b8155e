"""Kecamatan and desa have pages, lie in their kabupaten, and doubtful findings stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browse_visits import ask, links, words

if TYPE_CHECKING:
    from datasette.app import Datasette


def test_a_kecamatan_has_the_findings_of_its_desa_and_leads_up(browser: Datasette) -> None:
    page = ask(browser, "/tempat/01.01.02")
    assert "Kecamatan Andaian" in words(page)
    assert {"/temuan/f-2", "/tempat/01.01", "/tempat/01.01.02.2001"} <= set(links(page))


def test_a_kabupaten_lists_its_kecamatan_and_keeps_their_findings(browser: Datasette) -> None:
    page = ask(browser, "/tempat/01.01")
    assert {"/temuan/f-2", "/tempat/01.01.02"} <= set(links(page))


def test_a_desa_leads_to_its_kecamatan(browser: Datasette) -> None:
    assert "/tempat/01.01.02" in links(ask(browser, "/tempat/01.01.02.2001"))


def test_a_finding_names_its_desa(browser: Datasette) -> None:
    page = ask(browser, "/temuan/f-2")
    assert "Desa Rekaan" in words(page)
    assert "/tempat/01.01.02.2001" in links(page)


def test_what_the_machine_is_unsure_of_says_so(browser: Datasette) -> None:
    assert "(ragu)" in words(ask(browser, "/temuan/f-4"))
    assert "(ragu)" not in words(ask(browser, "/temuan/f-1"))
