"""A second opinion is blind on every page, until it was given."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browse_visits import words
from reviewers import DOUBTFUL, Person, press, signed_in

if TYPE_CHECKING:
    from datasette.app import Datasette

NOTE = "alasan yang belum boleh dilihat"
COMMENT = "omongan tentang tautan ini"


@pytest.fixture
def people(reviewing: Datasette) -> dict[str, Person]:
    """Sari has accepted a link that is to be judged twice, and said why."""
    found = {name: signed_in(reviewing, name) for name in ("Sari", "Edo", "Lia", "Rina")}
    found["Lia"].send("/tinjau/tim/kedua", persen="100", ke="/tinjau/tim")
    sari = found["Sari"]
    press(sari, sari.get(f"/tinjau?di={DOUBTFUL[0]}"), "accept", alasan=NOTE)
    finding, _, clause = DOUBTFUL[0].partition("~")
    sari.send("/tinjau/kata", temuan=finding, ketentuan=clause, kata=COMMENT, ke="/")
    return found


def addresses(root: Path) -> list[str]:
    """Every page on which the link could show, and what can be taken away from it."""
    finding, _, clause = DOUBTFUL[0].partition("~")
    with sqlite3.connect(root / "evidence.db") as db:
        (report,) = db.execute(
            "SELECT document_id FROM findings WHERE id = ?", [finding]
        ).fetchone()
        (place,) = db.execute(
            "SELECT COALESCE(place_code, '') FROM findings WHERE id = ?", [finding]
        ).fetchone()
    pages = [
        f"/naskah/{clause}", f"/temuan/{finding}", f"/laporan/{report}", f"/tempat/{place}",
        "/", "/naskah", "/celah", "/celah?daftar=temuan", "/matriks", "/peta", "/bagan",
        "/cari?kata=antrean", f"/tinjau?di={DOUBTFUL[0]}", "/tinjau", "/tinjau/kabar",
        "/tinjau/beda", "/tinjau/tim", "/tinjau/rapat",
    ]  # fmt: skip
    files = [f"{page}?_unduh={kind}" for page in pages[:4] for kind in ("csv", "json")]
    raw = [
        "/evidence/links.json", "/evidence/decisions.json", "/evidence/decisions.csv",
        "/evidence.json?sql=select+*+from+decisions", "/evidence/accepted_links.json",
        "/%65vidence/links.json", "/evidence/link%73.json",
        "/evidence/findings.json?_where=id+in+(select+finding_id+from+links)",
    ]  # fmt: skip
    return pages + files + raw


def test_nothing_tells_a_second_reviewer_what_the_first_one_said(
    people: dict[str, Person], root: Path
) -> None:
    edo = people["Edo"]
    for address in addresses(root):
        page = edo.get(address)
        assert page.status_code in (200, 302, 403, 404), (address, page.status_code)
        for secret in (NOTE, COMMENT, '"decided_by": "Sari"', "Sari menyetujui"):
            assert secret not in page.text, address
    finding, _, clause = DOUBTFUL[0].partition("~")
    for address in (f"/temuan/{finding}", f"/naskah/{clause}"):
        assert "Diterima" not in words(edo.get(address)).replace("Diterima 0", "")


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_no_count_tells_a_second_reviewer_that_the_link_was_judged(
    reviewing: Datasette, decision: str
) -> None:
    """What is counted is as if the first opinion had not been given."""
    found = {name: signed_in(reviewing, name) for name in ("Sari", "Edo", "Lia")}
    found["Lia"].send("/tinjau/tim/kedua", persen="100", ke="/tinjau/tim")
    clause = DOUBTFUL[0].partition("~")[2]
    pages = ("/", "/naskah", "/celah", "/celah?ada=strong", "/celah?ada=weak", "/matriks",
             "/bagan", "/cari?status=accepted", "/cari?status=rejected", f"/naskah/{clause}",
             "/tempat/16.71")  # fmt: skip
    before = {page: words(found["Edo"].get(page)) for page in pages}
    press(found["Sari"], found["Sari"].get(f"/tinjau?di={DOUBTFUL[0]}"), decision)
    for page in pages:
        assert words(found["Edo"].get(page)) == before[page], page
    assert words(found["Sari"].get("/")) != before["/"]


def test_it_is_open_to_who_gave_it_to_leads_and_to_readers(
    people: dict[str, Person], root: Path
) -> None:
    finding, _, _ = DOUBTFUL[0].partition("~")
    for name in ("Sari", "Lia", "Rina"):
        assert NOTE in people[name].get(f"/temuan/{finding}").text, name
    edo = people["Edo"]
    press(edo, edo.get(f"/tinjau?di={DOUBTFUL[0]}"), "reject", alasan="lain")
    assert NOTE in edo.get(f"/temuan/{finding}").text
