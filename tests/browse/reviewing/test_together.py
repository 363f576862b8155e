"""Work shared out, second opinions, disagreements, and what is new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browse_visits import words
from reviewers import DOUBTFUL, Person, journal, press, shown, signed_in, status

from telusur.baseline import state
from telusur.team import TeamFile

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.fixture
def people(reviewing: Datasette) -> dict[str, Person]:
    return {name: signed_in(reviewing, name) for name in ("Sari", "Edo", "Lia", "Rina")}


def decide(person: Person, pair: str, word: str, **more: str) -> None:
    press(person, person.get(f"/tinjau?di={pair}"), word, **more)


def test_what_one_has_taken_is_not_offered_to_others(people: dict[str, Person]) -> None:
    sari, edo = people["Sari"], people["Edo"]
    sari.send("/tinjau/tim/bagi", bagian="bab bab-umum", jam="4", ke="/tinjau/tim")
    assert "Bagian itu dibagikan." in words(sari.get("/tinjau/tim"))
    assert shown(edo.get("/tinjau")) == ""
    assert shown(sari.get("/tinjau?tugas=saya")) == DOUBTFUL[0]
    edo.send("/tinjau/tim/bagi", bagian="bab bab-umum", ke="/tinjau/tim")
    assert "Bagian itu dikerjakan orang lain" in words(edo.get("/tinjau/tim"))
    edo.send("/tinjau/tim/kembali", bagian="bab bab-umum", ke="/tinjau/tim")
    assert shown(edo.get("/tinjau")) == ""
    people["Lia"].send("/tinjau/tim/kembali", bagian="bab bab-umum", ke="/tinjau/tim")
    assert shown(edo.get("/tinjau")) != ""


def test_the_share_accepted_is_shown_by_strength_with_its_interval(
    people: dict[str, Person],
) -> None:
    assert "menurut kekuatan saran" not in words(people["Rina"].get("/tinjau/tim"))
    decide(people["Sari"], DOUBTFUL[0], "accept")
    told = words(people["Rina"].get("/tinjau/tim"))
    assert "Yang diterima menurut kekuatan saran" in told
    assert "100% 21%–100%" in told


def test_a_lead_assigns_a_place_to_somebody(people: dict[str, Person], root: Path) -> None:
    people["Lia"].send("/tinjau/tim/bagi", bagian="place 01.71", kepada="Edo", jam="72", ke="/")
    (one,) = TeamFile(root).read().assignments
    assert (one.to, one.by, one.kind, one.value) == ("Edo", "Lia", "place", "01.71")
    assert shown(people["Sari"].get("/tinjau")) == "f-3~formulir"
    assert "Kota Contoh" in words(people["Rina"].get("/tinjau/tim"))


@pytest.mark.parametrize(
    "fields",
    [
        {"bagian": "bab tiada"}, {"bagian": "x bab-umum"}, {"bagian": ""},
        {"bagian": "bab bab-umum", "kepada": "Orang Lain"},
    ],
)  # fmt: skip
def test_nothing_that_is_not_there_is_assigned(
    people: dict[str, Person], root: Path, fields: dict[str, str]
) -> None:
    assert people["Lia"].send("/tinjau/tim/bagi", **fields).status_code == 400
    assert TeamFile(root).read().assignments == ()


def test_a_second_opinion_is_blind_and_two_who_differ_are_in_conflict(
    people: dict[str, Person], root: Path
) -> None:
    people["Lia"].send("/tinjau/tim/kedua", persen="100", ke="/tinjau/tim")
    decide(people["Sari"], DOUBTFUL[0], "accept", alasan="jelas sekali")
    edo = people["Edo"]
    page = edo.get(f"/tinjau?di={DOUBTFUL[0]}")
    assert "Pendapat kedua" in words(page)
    assert "jelas sekali" not in page.text
    assert "Diterima" not in words(page)
    press(edo, page, "reject", alasan="bukan ini")
    assert status(root, DOUBTFUL[0]) == "suspect"
    for name in people:
        told = words(people[name].get("/tinjau/beda"))
        assert "jelas sekali" in told
        assert "bukan ini" in told
    assert "1 beda pendapat menunggu ketua." in words(people["Rina"].get("/tinjau/tim"))


def test_a_lead_adjudicates_and_the_overruled_see_it(people: dict[str, Person], root: Path) -> None:
    people["Lia"].send("/tinjau/tim/kedua", persen="100", ke="/tinjau/tim")
    decide(people["Sari"], DOUBTFUL[0], "accept")
    decide(people["Edo"], DOUBTFUL[0], "reject")
    assert '<form method="post" action="/tinjau/di-tempat/putusan" class="ruling">' not in (
        people["Sari"].get("/tinjau/beda").text
    )
    people["Lia"].send(
        "/tinjau/di-tempat/putusan", di=DOUBTFUL[0], putusan="reject", alasan="putusan", ke="/"
    )
    assert status(root, DOUBTFUL[0]) == "rejected"
    assert "Diputus oleh Lia" in words(people["Edo"].get("/tinjau/beda"))
    told = words(people["Sari"].get("/tinjau/kabar"))
    assert "Rekan memutuskan lain dari Anda 1" in told
    assert "putusan" in told


def test_what_is_new_is_new_until_it_was_seen(people: dict[str, Person]) -> None:
    sari, edo = people["Sari"], people["Edo"]
    decide(sari, DOUBTFUL[0], "unsure", tanya="Menurut Anda?", kepada="Edo")
    told = words(edo.get("/tinjau/kabar"))
    assert "Ditanyakan kepada Anda 1" in told
    assert "Menurut Anda?" in told
    assert shown(edo.get("/tinjau?tugas=tanya")) == DOUBTFUL[0]
    edo.send("/tinjau/kabar/dibaca", ke="/tinjau/kabar")
    assert "Sejak Anda terakhir melihat" in words(edo.get("/tinjau/kabar"))


def test_controls_show_whether_people_look(people: dict[str, Person]) -> None:
    people["Lia"].send("/tinjau/tim/kendali", di=DOUBTFUL[0], benar="reject", ke="/")
    decide(people["Sari"], DOUBTFUL[0], "accept")
    told = words(people["Lia"].get("/tinjau/tim"))
    assert "1 saran kendali" in told
    assert "0/1" in told


def test_the_second_opinion_comes_by_itself_in_the_queue(
    people: dict[str, Person], root: Path
) -> None:
    people["Lia"].send("/tinjau/tim/kedua", persen="100", ke="/tinjau/tim")
    for pair in DOUBTFUL:
        decide(people["Sari"], pair, "accept")
    page = people["Edo"].get("/tinjau")
    assert "Pendapat kedua" in words(page)
    press(people["Edo"], page, "accept")
    assert len(journal(root)) == 4


def test_a_lead_signs_off_and_everybody_compares(
    people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    people["Lia"].send("/tinjau/pengesahan/baru", nama="Rapat", penanda="Lia", ke="/tinjau/kabar")
    assert "Naskah telah berubah" in words(people["Lia"].get("/tinjau/kabar"))
    # This store was made without the files of a draft.
    monkeypatch.setattr(state, "_refuse_another_draft", lambda _: None)
    decide(people["Sari"], DOUBTFUL[0], "accept")
    people["Lia"].send(
        "/tinjau/pengesahan/baru", nama="Rapat <i>II</i>", penanda="Lia\nPak Edo", ke="/"
    )
    page = people["Rina"].get("/tinjau/pengesahan")
    assert "Rapat &lt;i&gt;II&lt;/i&gt;" in page.text
    assert "Ditandatangani Lia, Pak Edo" in words(page)
    decide(people["Sari"], DOUBTFUL[1], "reject")
    told = words(people["Rina"].get("/tinjau/pengesahan/rapat-i-ii-i"))
    assert "belum diputuskan → Ditolak" in told
    assert people["Rina"].get("/tinjau/pengesahan/tidak-ada").status_code == 404
    people["Lia"].send("/tinjau/pengesahan/baru", nama="Rapat <i>II</i>", ke="/tinjau/tim")
    assert "sudah dipakai" in words(people["Lia"].get("/tinjau/tim"))
