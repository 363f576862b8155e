"""What sets the points of one sentence apart."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("seen", "joint", "asked"),
    [
        ("perahu jenazah bocor sejak banjir", ", karena itu ", "lurah meminjam dari desa lain"),
        (
            "belum ada uang makan bagi penjaga menara",
            ", untuk itu ",
            "ia mengajak pemilik kapal ikut menanggung",
        ),
        (
            "stok vaksin di pulau tinggal sepekan",
            ", karenanya ",
            "bidan meminta kiriman didahulukan",
        ),
        ("jarak ke pos terdekat satu jam", ", ", "sehingga warga mengusulkan pos baru di dermaga"),
        (
            "dua mobil melayani sembilan puluh titik",
            " ",
            "dan berharap perusahaan menyumbang satu lagi",
        ),
    ],
)
def test_what_is_asked_for_because_of_it_is_a_point_of_its_own(
    seen: str, joint: str, asked: str
) -> None:
    assert points(f"{seen}{joint}{asked}") == [seen, asked]


@pytest.mark.parametrize(
    "text",
    [
        "antrean panjang setiap Senin, sehingga ada warga yang diminta kembali esok pagi",
        "petugas datang dan meminta maaf",
        "loket buka lebih awal, karena itu sepi",
        "aspal di depan pasar mengelupas dan diusulkan perbaikan sejak tiga tahun lalu",
    ],
)
def test_what_belongs_together_is_not_cut_before_a_joint(text: str) -> None:
    assert points(text) == [text]
