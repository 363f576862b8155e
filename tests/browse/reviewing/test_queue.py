"""The queue: what comes next, what is decided, and where it is written."""

from __future__ import annotations

import re
import sqlite3
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browse_visits import words
from reviewers import DOUBTFUL, Person, journal, press, shown, signed_in, status

if TYPE_CHECKING:
    from datasette.app import Datasette
    from httpx import Response


@pytest.fixture
def sari(reviewing: Datasette) -> Person:
    return signed_in(reviewing, "Sari")


def test_the_most_doubtful_comes_first_and_each_decision_leads_to_the_next(
    sari: Person, root: Path
) -> None:
    page = sari.get("/tinjau")
    for pair in DOUBTFUL:
        assert shown(page) == pair
        page = press(sari, page, "accept")
    assert "Tidak ada lagi yang menunggu keputusan." in words(page)
    assert [status(root, pair) for pair in DOUBTFUL] == ["accepted"] * 3
    assert [one["by"] for one in journal(root)] == ["Sari"] * 3


def test_a_page_of_the_queue_has_all_that_is_needed(sari: Person) -> None:
    told = words(sari.get("/tinjau"))
    for piece in (
        "Apakah temuan ini mendukung ketentuan ini?", "Antrean daring belum tersedia",
        "Jaringan internet putus", "Pasal 7 ayat (2)", "Antrean daring.", "Kota Contoh",
        "Kuat", "0,60: kira-kira 60 dari 100", "kata yang sama", "3 menunggu keputusan",
    ):  # fmt: skip
        assert piece in told, piece
    for key in "STRLKBU":
        assert f"<kbd>{key}</kbd>" in sari.get("/tinjau").text


def test_a_decision_is_on_disk_and_in_the_store_before_the_page_answers(
    sari: Person, root: Path
) -> None:
    page = sari.get("/tinjau?di=f-3~formulir")
    press(sari, page, "reject", alasan="Bukan soal <b>formulir</b> ini")
    (line,) = journal(root)
    assert (line["decision"], line["note"]) == ("reject", "Bukan soal <b>formulir</b> ini")
    assert line["score"] == 0.7
    assert status(root, "f-3~formulir") == "rejected"
    page = sari.get("/naskah/formulir")
    assert "Bukan soal &lt;b&gt;formulir&lt;/b&gt; ini" in page.text
    assert "Sari" in words(page)
    with sqlite3.connect(root / "evidence.db") as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        sql = "SELECT rejected, bare FROM coverage WHERE clause_id IN ('formulir', 'bab-umum')"
        assert db.execute(f"{sql} ORDER BY clause_id").fetchall() == [(2, 2), (1, 1)]


def test_being_unsure_asks_a_colleague(reviewing: Datasette, sari: Person, root: Path) -> None:
    page = sari.get("/tinjau")
    press(sari, page, "unsure", tanya="Apakah ini soal jaringan?", kepada="Edo")
    (line,) = journal(root)
    assert (line["question"], line["to"]) == ("Apakah ini soal jaringan?", "Edo")
    assert status(root, DOUBTFUL[0]) == "unsure"
    assert [shown(sari.get(f"/tinjau?sesudah={one}")) for one in DOUBTFUL] == [
        DOUBTFUL[1], DOUBTFUL[2], DOUBTFUL[1],
    ]  # fmt: skip
    page = signed_in(reviewing, "Edo").get("/tinjau")
    assert shown(page) == DOUBTFUL[0]
    assert "Apakah ini soal jaringan?" in words(page)


def test_nobody_who_has_no_account_is_asked(sari: Person, root: Path) -> None:
    press(sari, sari.get("/tinjau"), "unsure", kepada="Orang Lain")
    assert "to" not in journal(root)[0]


def test_what_is_skipped_comes_back_at_the_end(sari: Person, root: Path) -> None:
    page = press(sari, sari.get("/tinjau"), "skip")
    assert "1 Anda lewati" in words(page)
    page = press(sari, page, "accept")
    page = press(sari, page, "accept")
    assert shown(page) == DOUBTFUL[0]
    assert "Ini yang tadi Anda lewati." in words(page)
    assert len(journal(root)) == 2


def test_undo_takes_back_the_last_act_whatever_it_was(sari: Person, root: Path) -> None:
    page = press(sari, sari.get("/tinjau"), "accept")
    page = press(sari, page, "skip")
    page = press(sari, page, "undo")
    assert shown(page) == DOUBTFUL[1]
    page = press(sari, page, "undo")
    assert shown(page) == DOUBTFUL[0]
    assert status(root, DOUBTFUL[0]) == "suggested"
    assert shown(sari.get("/tinjau")) == DOUBTFUL[0]


def test_next_and_back_only_look(sari: Person, root: Path) -> None:
    page = sari.get("/tinjau")
    for pair in (DOUBTFUL[1], DOUBTFUL[2], DOUBTFUL[0]):  # and round the end
        page = follow(sari, page, "next")
        assert shown(page) == pair
    page = follow(sari, page, "prev")
    assert shown(page) == DOUBTFUL[2]
    assert journal(root) == []


def follow(person: Person, page: Response, rel: str) -> Response:
    found = re.search(rf'href="([^"]+)" data-key="\w" rel="{rel}"', page.text)
    assert found
    return person.get(unescape(found[1]))


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        ("urut=ketentuan", ["f-1~antrean.ayat-1", "f-1~antrean.ayat-2", "f-3~formulir"]),
        ("urut=laporan", ["f-1~antrean.ayat-1", "f-1~antrean.ayat-2", "f-3~formulir"]),
        ("urut=tempat", ["f-1~antrean.ayat-1", "f-1~antrean.ayat-2", "f-3~formulir"]),
        ("jenis=kelebihan", ["f-3~formulir"]),
        ("tempat=01", ["f-1~antrean.ayat-2", "f-1~antrean.ayat-1"]),
        ("tempat=02.01", ["f-3~formulir"]),
        ("tantangan=kepastian_waktu_biaya", ["f-1~antrean.ayat-2", "f-1~antrean.ayat-1"]),
        ("bab=bab-umum&jenis=kendala", ["f-1~antrean.ayat-2", "f-1~antrean.ayat-1"]),
        ("laporan=lama", []),
        ("urut=x&bab='", []),
    ],
)
def test_order_and_filters_stay_in_the_address(sari: Person, query: str, pairs: list[str]) -> None:
    page = sari.get(f"/tinjau?{query}")
    for pair in pairs:
        assert shown(page) == pair
        page = press(sari, page, "accept")
    assert shown(page) == ""
    assert "menunggu keputusan" in words(page)


def test_two_people_are_not_shown_the_same(reviewing: Datasette, sari: Person) -> None:
    edo = signed_in(reviewing, "Edo")
    first, second = sari.get("/tinjau"), edo.get("/tinjau")
    assert (shown(first), shown(second)) == (DOUBTFUL[0], DOUBTFUL[1])
    assert "1 rekan sedang menelaah" in words(second)
    assert "Sari sedang melihat saran ini." in words(edo.get(f"/tinjau?di={DOUBTFUL[0]}"))


def test_what_another_decided_meanwhile_is_shown_and_not_overwritten(
    reviewing: Datasette, sari: Person, root: Path
) -> None:
    edo = signed_in(reviewing, "Edo")
    page = sari.get(f"/tinjau?di={DOUBTFUL[0]}")
    press(edo, edo.get(f"/tinjau?di={DOUBTFUL[0]}"), "reject", alasan="lain soal")
    page = press(sari, page, "accept")
    assert "Seseorang memutuskan saran ini" in words(page)
    assert "lain soal" in words(page)
    assert [one["by"] for one in journal(root)] == ["Edo"]
    press(sari, page, "accept")
    assert status(root, DOUBTFUL[0]) == "accepted"


def test_a_form_sent_twice_is_taken_once(sari: Person, root: Path) -> None:
    page = sari.get("/tinjau")
    press(sari, page, "accept")
    press(sari, page, "accept")
    assert len(journal(root)) == 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"di": "f-1~antrean.ayat-2", "putusan": "delete", "lihat": ""}, 400),
        ({"di": "", "putusan": "accept", "lihat": ""}, 400),
        ({"di": "f-1", "putusan": "accept", "lihat": ""}, 400),
        ({"di": "tiada~antrean", "putusan": "accept", "lihat": ""}, 303),
        ({"di": "f-1~'; DROP TABLE links", "putusan": "accept", "lihat": ""}, 303),
        (
            {"di": "f-1~antrean.ayat-2", "putusan": "accept", "lihat": "", "alasan": "x" * 4001},
            400,
        ),
    ],
)
def test_forms_that_no_page_made_change_nothing(
    sari: Person, root: Path, fields: dict[str, str], expected: int
) -> None:
    assert sari.send("/tinjau", **fields).status_code == expected
    assert journal(root) == []


def test_a_journal_that_cannot_be_written_is_told_and_nothing_is_lost(
    sari: Person, root: Path
) -> None:
    page = press(sari, sari.get("/tinjau"), "accept")
    path = root / "draft" / "review.jsonl"
    before = path.read_bytes()
    path.unlink()
    path.mkdir()  # nobody can write to it, root neither
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    answer = sari.post("/tinjau", {**fields, "putusan": "accept"})
    assert answer.status_code == 503
    assert "tidak dapat ditulis" in words(answer)
    assert status(root, DOUBTFUL[1]) == "suggested"
    path.rmdir()
    path.write_bytes(before)
    press(sari, page, "accept")
    assert len(journal(root)) == 2
