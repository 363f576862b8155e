"""What sets the points of one sentence apart."""

from __future__ import annotations

from telusur.extract.clauses.trimming import points_of


def points(text: str) -> list[str]:
    return [text[start:end] for start, end in points_of(text, 0, len(text))]


def test_what_was_dictated_is_cut_where_speech_links_it() -> None:
    text = (
        "tadi pagi jaringan di kantor desa putus lagi terus operatornya cuma satu orang dan belum "
        "pernah dilatih padahal alatnya sudah lengkap sejak tahun lalu"
    )
    assert points(text) == [
        "tadi pagi jaringan di kantor desa putus lagi",
        "terus operatornya cuma satu orang dan belum pernah dilatih",
        "padahal alatnya sudah lengkap sejak tahun lalu",
    ]


def test_what_goes_on_rising_is_one_point() -> None:
    text = (
        "jumlah pemohon yang datang ke loket itu dari hari ke hari terus meningkat seiring "
        "bertambahnya jenis layanan yang dibuka di sana sejak awal tahun"
    )
    assert points(text) == [text]


def test_a_contrast_in_a_short_sentence_is_not_cut_so_that_its_sense_turns() -> None:
    text = "gedung sudah ada tetapi tidak ada pelayanan di dalamnya"
    assert points(text) == [text]
