"""Buttons, comments, gaps and findings on the pages that everybody reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browse_visits import ask, words
from hypothesis import given
from hypothesis import strategies as st
from reviewers import Person, journal, signed_in, status

from telusur.reviewing.words import place_in

if TYPE_CHECKING:
    from datasette.app import Datasette

PAGES = ("/naskah/antrean", "/naskah/biaya", "/temuan/f-1", "/temuan/f-4", "/laporan/kunjungan",
         "/celah", "/celah?daftar=temuan")  # fmt: skip


@pytest.fixture
def edo(reviewing: Datasette) -> Person:
    """An editor."""
    return signed_in(reviewing, "Edo")


def test_readers_and_visitors_see_no_buttons(reviewing: Datasette, browser: Datasette) -> None:
    rina = signed_in(reviewing, "Rina")
    for page in PAGES:
        for text in (ask(browser, page).text, ask(reviewing, page).text, rina.get(page).text):
            assert "/tinjau/di-tempat/putusan" not in text, page
            assert "<textarea" not in text, page
        assert ask(reviewing, page).status_code == 200


@pytest.mark.parametrize("asked", ["_facet=kind", "_size=1"])
def test_tables_are_read_where_people_review(reviewing: Datasette, edo: Person, asked: str) -> None:
    for answer in (
        ask(reviewing, f"/evidence/findings_by_place?{asked}"),
        edo.get(f"/evidence/findings_by_place?{asked}"),
    ):
        assert answer.status_code == 200


def test_a_button_beside_a_link_decides_it_and_leads_back(edo: Person, root: Path) -> None:
    page = edo.get("/temuan/f-1")
    assert 'value="accept f-1~antrean.ayat-1"' in page.text
    answer = edo.send(
        "/tinjau/di-tempat/putusan", satu="accept f-1~antrean.ayat-1", ke="/temuan/f-1"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/temuan/f-1")
    page = edo.get("/temuan/f-1")
    assert "1 tautan diterima." in words(page)
    assert "1 tautan diterima." not in words(edo.get("/temuan/f-1"))
    assert status(root, "f-1~antrean.ayat-1") == "accepted"


def test_all_that_is_ticked_is_decided_at_once_and_undone_at_once(edo: Person, root: Path) -> None:
    pairs = ["f-1~antrean.ayat-1", "f-1~antrean.ayat-2", "f-3~formulir"]
    edo.send("/tinjau/di-tempat/putusan", putusan="reject", di=pairs, alasan="salah semua", ke="/")
    assert [status(root, pair) for pair in pairs] == ["rejected"] * 3
    assert {one["note"] for one in journal(root)} == {"salah semua"}
    answer = edo.send("/tinjau/di-tempat/urungkan", ke="/celah")
    assert answer.headers["location"] == "/celah"
    assert [status(root, pair) for pair in pairs] == ["suggested"] * 3


def test_nothing_ticked_is_told(edo: Person, root: Path) -> None:
    answer = edo.send("/tinjau/di-tempat/putusan", putusan="reject")
    assert answer.status_code == 400
    assert "Tidak ada yang dipilih" in words(answer)
    assert journal(root) == []


def test_a_link_is_made_by_hand_where_nothing_was_suggested(edo: Person, root: Path) -> None:
    edo.send("/tinjau/di-tempat/tautkan", temuan="f-4", ketentuan="pasal 73", ke="/temuan/f-4")
    assert status(root, "f-4~biaya") == "accepted"
    assert "ditautkan oleh Edo" in words(edo.get("/temuan/f-4"))
    edo.send("/tinjau/di-tempat/tautkan", temuan="f-4", ketentuan="Pasal 99", ke="/temuan/f-4")
    assert "Tidak ada Pasal atau ayat yang disebut begitu." in words(edo.get("/temuan/f-4"))
    assert len(journal(root)) == 1


def test_comments_are_answered_and_closed(reviewing: Datasette, edo: Person, root: Path) -> None:
    sari = signed_in(reviewing, "Sari")
    sari.send("/tinjau/kata", temuan="f-1", kata="Apa <i>benar</i>?\u202e\nBaris dua", ke="/")
    page = edo.get("/temuan/f-1")
    assert "Apa &lt;i&gt;benar&lt;/i&gt;?\nBaris dua" in page.text
    of = re.search(r'name="dari" value="(\w+)"', page.text)
    assert of
    edo.send("/tinjau/kata/jawab", dari=of[1], kata="Ya, benar.", ke="/")
    assert "Ya, benar." in words(sari.get("/temuan/f-1"))
    sari.send("/tinjau/kata/jawab", dari=of[1], kata="", tutup="1", ke="/")
    assert "Selesai" in words(edo.get("/temuan/f-1"))
    assert [one["decision"] for one in journal(root)] == ["comment", "reply", "resolve"]
    sari.send("/tinjau/di-tempat/urungkan", ke="/")
    assert "Selesai" not in words(edo.get("/temuan/f-1"))


def test_a_comment_on_a_clause_stands_on_its_page(edo: Person) -> None:
    edo.send("/tinjau/kata", ketentuan="antrean.ayat-1", kata="Perlu tenggat.", ke="/")
    assert "Perlu tenggat." in words(edo.get("/naskah/antrean.ayat-1"))


def test_a_gap_is_justified_with_a_reason_only(edo: Person, root: Path) -> None:
    assert "Celah ini dibenarkan" in words(edo.get("/naskah/biaya"))
    edo.send("/tinjau/celah", ketentuan="biaya", ke="/naskah/biaya")
    assert "Tulis alasannya" in words(edo.get("/naskah/biaya"))
    edo.send("/tinjau/celah", ketentuan="biaya", hukum="UU 25/2009 Pasal 31", ke="/")
    edo.send("/tinjau/celah", temuan="f-4", alasan="Bukan wewenang kementerian", ke="/")
    law, note = journal(root)
    assert (law["reason"], law["law"]) == ("higher law", "UU 25/2009 Pasal 31")
    assert (note["reason"], note["note"]) == ("no clause", "Bukan wewenang kementerian")
    assert "Celah ini dibenarkan" not in words(edo.get("/celah?daftar=temuan"))
    told = words(edo.get("/celah?daftar=temuan"))
    assert "Temuan belum terakomodasi (0)" in told
    assert "“Bukan wewenang kementerian” oleh Edo" in told
    told = words(edo.get("/celah"))
    assert "Tanpa bukti dan saran (0)" in told
    assert "Pasal 73" in told
    assert "lebih tinggi: UU 25/2009 Pasal 31 oleh Edo" in told
    matrix = edo.get("/matriks")
    assert "kosong dan dibenarkan, tidak terhitung sebagai celah: Pasal 73" in words(matrix)
    assert "Pasal tanpa bukti dan tanpa saran" not in words(matrix)
    assert matrix.text.count('<td class="empty justified">') == 4
    edo.send("/tinjau/di-tempat/urungkan", ke="/")
    assert "Celah ini dibenarkan" in words(edo.get("/celah?daftar=temuan"))


def test_a_finding_is_confirmed_dismissed_and_corrected(edo: Person, root: Path) -> None:
    edo.send("/tinjau/temuan/putusan", temuan="f-1", putusan="confirm", ke="/")
    edo.send("/tinjau/temuan/putusan", temuan="f-2", putusan="dismiss", alasan="iklan", ke="/")
    edo.send(
        "/tinjau/temuan/koreksi", temuan="f-3", jenis="peluang", jenis_lama="kelebihan",
        tempat="kota contoh", tempat_lama="02.01", tantangan=["konektivitas"],
        tantangan_lama="buatan_sendiri", ke="/",
    )  # fmt: skip
    confirmed, dismissed, corrected = journal(root)
    told = words(edo.get("/temuan/f-2"))
    assert "Seseorang memutuskan bahwa kalimat ini bukan temuan" in told
    assert "Edo menyatakan bukan temuan" in told
    assert "iklan" in told
    assert "kind: peluang" in words(edo.get("/temuan/f-3"))
    assert (confirmed["decision"], dismissed["decision"]) == ("confirm", "dismiss")
    assert corrected["reading"] == {
        "kind": "peluang", "place": "01.71", "challenges": ["konektivitas"],
    }  # fmt: skip


def test_the_site_of_a_finding_is_corrected_by_name_and_taken_away(edo: Person, root: Path) -> None:
    def send(**fields: str) -> None:
        edo.send("/tinjau/temuan/koreksi", temuan="f-3", ke="/", **fields)

    send(situs="mpp kota contoh", situs_lama="")
    assert "MPP Kota Contoh" in words(edo.get("/temuan/f-3"))
    send(situs="", situs_lama="mpp-kota-contoh")
    assert [one["reading"] for one in journal(root)] == [{"site": "mpp-kota-contoh"}, {"site": ""}]


@pytest.mark.parametrize(
    ("field", "said"),
    [("jenis", "keluhan"), ("tempat", "Kota Tiada"), ("tantangan", "cuaca"),
     ("situs", "MPP Tiada")],
)  # fmt: skip
def test_what_nobody_knows_is_refused_by_name(
    edo: Person, root: Path, field: str, said: str
) -> None:
    before = {"situs_lama": "", "penutur_lama": ""}
    for path in ("koreksi", "tambah"):
        answer = edo.send(
            f"/tinjau/temuan/{path}", temuan="f-3", laporan="kunjungan",
            kata="pada jam sibuk", **(before | {field: said}),
        )  # fmt: skip
        assert answer.status_code == 400
        assert said in words(answer)
    assert journal(root) == []


def test_a_correction_that_changes_nothing_is_none(edo: Person, root: Path) -> None:
    answer = edo.send(
        "/tinjau/temuan/koreksi", temuan="f-3", jenis="kelebihan", jenis_lama="kelebihan",
        tempat="02.01", tempat_lama="02.01",
    )  # fmt: skip
    assert answer.status_code == 400
    assert journal(root) == []


def test_a_missed_finding_is_added_by_its_words(edo: Person, root: Path) -> None:
    edo.send(
        "/tinjau/temuan/tambah", laporan="kunjungan", jenis="kendala",
        kata="internet  putus\npada JAM sibuk", ke="/laporan/kunjungan",
    )  # fmt: skip
    (added,) = journal(root)
    assert added["finding"]["quote"] == "internet putus pada jam sibuk"
    assert added["finding"]["document"] == "kunjungan"
    assert added["reading"]["kind"] == "kendala"
    assert "Temuan yang ditambahkan orang" in words(edo.get("/laporan/kunjungan"))
    edo.send("/tinjau/temuan/tambah", laporan="kunjungan", kata="tidak ada di situ", ke="/x")
    assert "Kata-kata itu tidak ada di laporan ini." in words(edo.get("/laporan/kunjungan"))
    assert len(journal(root)) == 1


def test_the_words_and_the_speaker_of_a_finding_are_corrected(edo: Person, root: Path) -> None:
    quote = "Jaringan internet putus pada jam sibuk"
    assert quote in edo.get("/temuan/f-2").text
    edo.send(
        "/tinjau/temuan/koreksi", temuan="f-2", kutipan="internet  PUTUS pada jam sibuk",
        penutur="petugas loket", penutur_lama="", ke="/",
    )  # fmt: skip
    edo.send("/tinjau/temuan/koreksi", temuan="f-2", kutipan="tiada di situ", ke="/temuan/f-2")
    assert "Kata-kata itu tidak ada di laporan ini." in words(edo.get("/temuan/f-2"))
    (corrected,) = journal(root)
    assert corrected["reading"] == {
        "quote": "internet putus pada jam sibuk", "speaker": "petugas loket",
    }  # fmt: skip


def test_a_finding_is_split_by_the_words_of_its_parts(edo: Person, root: Path) -> None:
    parts = ["jaringan INTERNET putus", "pada  jam sibuk", "", ""]
    edo.send("/tinjau/temuan/pecah", temuan="f-2", bagian=parts, alasan="dua hal", ke="/")
    (split,) = journal(root)
    assert (split["decision"], split["parts"]) == (
        "split", ["Jaringan internet putus", "pada jam sibuk"],
    )  # fmt: skip
    whole = words(edo.get("/temuan/f-2"))
    assert "Temuan dipecah; bagian-bagiannya kini menggantikannya." in whole
    assert "Bagian-bagiannya Jaringan internet putus" in whole


def test_a_finding_is_not_split_by_too_few_words_or_words_of_no_report(
    edo: Person, root: Path
) -> None:
    for some in (["pada jam sibuk"], ["pada jam sibuk"] * 2):
        edo.send("/tinjau/temuan/pecah", temuan="f-2", bagian=some, ke="/temuan/f-2")
        assert "Isi paling sedikit dua bagian" in words(edo.get("/temuan/f-2"))
    edo.send("/tinjau/temuan/pecah", temuan="f-2", bagian=["jam sibuk", "tiada"], ke="/temuan/f-2")
    assert "Kata-kata itu tidak ada di laporan ini." in words(edo.get("/temuan/f-2"))
    assert journal(root) == []


def test_of_two_places_that_share_characters_the_nearer_is_taken() -> None:
    assert place_in('"""“', '""“', "1") == (1, 4)


@given(st.text(alphabet='ab “”"-–\n.', min_size=1, max_size=40), st.data())
def test_selected_words_are_found_where_they_stand(text: str, data: Any) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    found = place_in(text, words, str(start))
    if words.split():
        assert found is not None
        assert found[0] == start + len(words) - len(words.lstrip())
        assert " ".join(text[slice(*found)].split()).replace("–", "-").replace(
            "”", "“"
        ) == " ".join(words.split()).replace("–", "-").replace("”", "“")
    else:
        assert found is None


@pytest.mark.parametrize(
    "word", ["<script>alert(1)</script>", "'; DROP TABLE links --", "=1+1", "\x00\x1b[31m"]
)
def test_hostile_words_stay_words(edo: Person, root: Path, word: str) -> None:
    edo.send("/tinjau/kata", temuan="f-1", kata=f"a{word}", ke="/")
    page = edo.get("/temuan/f-1").text
    assert "<script>alert(1)</script>" not in page
    assert "\x00" not in page
    assert "\x1b" not in page
    assert len(journal(root)) == 1
    for line in (root / "draft" / "review.jsonl").read_text().splitlines():
        json.loads(line)
