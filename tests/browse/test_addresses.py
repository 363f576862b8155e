"""Addresses: cited by people, and served below a prefix by others."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from browse_visits import ask
from datasette.app import Datasette
from support import ROOT

from telusur.browse.writing.addresses import Addresses, changed

TO = Addresses(lambda path: f"/bukti{path}")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (TO.clause("antrean.ayat-1"), "/bukti/naskah/antrean.ayat-1"),
        (TO.finding('f"1/..'), "/bukti/temuan/f%221%2F.."),
        (TO.report("a b", "f#1"), "/bukti/laporan/a%20b#f%231"),
        (TO("/cari", kata="a&b", tempat=None, halaman=2), "/bukti/cari?kata=a%26b&halaman=2"),
        (TO.static("x.css"), "/bukti/-/static-plugins/telusur/x.css"),
    ],
)
def test_addresses_hold_what_they_are_given(address: str, written: str) -> None:
    assert address == written


def test_a_query_keeps_what_is_not_changed() -> None:
    assert changed("kata=a+b&halaman=2&x=", {"halaman": None, "y": "1"}) == "?kata=a+b&x=&y=1"


def test_a_bundle_below_a_prefix_has_all_pages(database: Path, tmp_path: Path) -> None:
    """As published: plain Datasette with the store as a file that nobody changes."""
    store = shutil.copy(database, tmp_path / "evidence.db")
    told = yaml.safe_load((ROOT / "datasette_metadata.yml").read_text(encoding="utf-8"))
    bundle = Datasette(immutables=[store], metadata=told, settings={"base_url": "/bukti/"})
    for path in ("/", "/naskah", "/naskah/antrean", "/laporan/kunjungan", "/tempat", "/evidence"):
        answer = ask(bundle, path)
        assert answer.status_code == 200, path
        found = re.findall(r'(?:href|src|action)="(/[^"]*)"', answer.text)
        assert found
        assert all(one.startswith("/bukti/") for one in found), path


def test_another_datasette_keeps_its_own_front_page(tmp_path: Path) -> None:
    other = Datasette(memory=True, metadata={"title": "Milik orang lain"})
    assert "Milik orang lain" in ask(other, "/").text
