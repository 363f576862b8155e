"""Programmes and small places that are called like people, and people who are called like them."""

from __future__ import annotations

import pytest
from tests.publish.test_rules import places as places
from tests.publish.test_rules import told
from tests.publish.test_rules import words as words

from telusur.publish.redaction import Wishes, redact
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.staying.localities import localities_in
from telusur.publish.rules.vocabulary import Vocabulary

WONOSOBO = ("33.07",)


@pytest.mark.parametrize(
    "text",
    [
        "Layanan SIKUNIR (Sistem Komunikasi dan Informasi Ramah) dibuka. Lalu SIKUNIR ditutup.",
        "Mobil Mbah Seno (Ngambah Desa Se Kecamatan Leksono) tiba. Ada Mbah Seno di loket.",
        "Sistem Informasi Kunjungan Unik Ramah (SIKUNIR) dibuka.",
        "Pameran dengan tema “Aku Cinta Sehat” ditutup.",
        "Lakon “Semar Mbangun Kahyangan” dipentaskan. Semar Mbangun Kahyangan menutup acara.",
        "Puncak acara di Sasana Adipura Kencana, lalu Adipura Kencana ditutup.",
        "Penanda Tanganan prasasti oleh panitia.",
        "Ia daftar lewat Klampres New Generation kemarin.",
        "Kue merek Naga Mas Wangi dijual di sana.",
        "Inovasinya yang bernama GONDRES (Gotong Royong Desa Resik) dipakai.",
    ],
)
def test_what_the_text_says_to_be_a_thing_stays(
    text: str, words: Vocabulary, places: list[str]
) -> None:
    assert told(text, words, places) == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Aplikasi Sukinem dibuka. Pemohon: Sukinem", "Pemohon: [nama]"),
        ("Aplikasi Sukinem dibuka. Bu Sukinem mengantre", "[nama] mengantre"),
        ("Gedung Rumbiak dibuka, kata Rumbiak kepada tim", "kata [nama] kepada tim"),
        ("TUGIYEM (Tugas Ini Yang Menjadi Milik) ada. Warga bernama Tugiyem", "bernama [nama]"),
        ("Siti Aminah (Staf Informasi) mengeluh", "[nama] (Staf"),
        ("Siti Aminah (34) mengeluh", "[nama] (34)"),
        ("Berkas “Yopi Rumbiak” hilang", "Berkas “[nama]” hilang"),
        ("dengan judul “Keluhan Siti Aminah” di koran", "Keluhan [nama]"),
        ("Ibu Meilani Kogoya mengeluh", "Ibu [nama] mengeluh"),
    ],
)
def test_people_who_are_called_like_things_are_hidden(
    text: str, hidden: str, words: Vocabulary, places: list[str]
) -> None:
    assert hidden in told(text, words, places)


def where(text: str, named: tuple[str, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in localities_in(text, WONOSOBO, named)]


def test_small_places_of_the_regency_are_known() -> None:
    assert where("Warga Kejajar dan Burat Kepil datang; Kades Kuripan, Camat Garung hadir") == [
        "Kejajar", "Burat Kepil", "Kades Kuripan", "Camat Garung",
    ]  # fmt: skip
    assert where("Selain Gondang, ada desa lain", ("Gondang",)) == ["Gondang"]


@pytest.mark.parametrize(
    "text",
    [
        "Selain Gondang, ada desa lain",  # a desa without its level or kecamatan
        "kata Leksono di loket", "Bapak Leksono datang", "Leksono (45) mengantre",
        "Leksono mengeluhkan antrean",
    ],
)  # fmt: skip
def test_people_who_are_called_like_small_places_are_none(text: str) -> None:
    assert where(text) == []


def test_no_regency_knows_no_places() -> None:
    assert list(localities_in("Warga Kejajar", (), ())) == []


def test_a_person_with_the_name_of_a_small_place_is_hidden(
    words: Vocabulary, places: list[str]
) -> None:
    text = "Warga Kejajar antre di Desa Burat Kepil. Tutur Siti Kejajar, loket penuh."
    spans = tuple(localities_in(text, WONOSOBO, ()))
    report = Report("r", text, "", "", published=True, no_names=spans, places=("Kejajar",))
    done = redact([report], Wishes((), ()), words, places, ())
    assert done.parts["r", "text"].text == (
        "Warga Kejajar antre di Desa Burat Kepil. Tutur [nama], loket penuh."
    )
