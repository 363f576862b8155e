"""What is said, put together with what it is said of: good or bad."""

from __future__ import annotations

import pytest

from telusur.extract import Lexicon
from telusur.extract.language.polarity import PolarityReader
from telusur.extract.language.shorthand import spelled_out
from telusur.extract.lexicon import PolarityFile

BAD = """Laporan gangguan terus bertambah
Dana perawatan gedung dipangkas
Kursi roda hanya satu
Waktu tunggu pemeriksaan mencapai tiga jam
Loket keliling sudah tidak beroperasi
Pompa air sudah tiga minggu rusak
Peserta harus naik perahu dua jam
Ruang laktasi sudah ada tetapi tidak dipakai
Kekurangan formulir sudah mencapai dua ribu lembar
Permohonan baru dijawab setelah dua bulan
Bidan desa belum dilatih
Sinyal hanya ada di bukit
Percaloan masih terjadi di halaman kantor
Jumlah penyuluh berkurang"""
GOOD = """Keluhan turun separuh
Waktu tunggu berkurang menjadi sepuluh menit
Tidak ada pungutan
Kepuasan pengguna naik menjadi 91
Surat selesai hanya dalam sepuluh menit
Pemohon cukup sekali datang
Pasien tidak perlu lagi ke kota
Dulu antre sejak subuh, tetapi sekarang langsung dilayani
Antrean tidak lagi panjang"""


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> PolarityReader:
    return PolarityReader(lexicon.polarity)


@pytest.mark.parametrize("clause", BAD.splitlines())
def test_what_is_bad_is_below_nothing(reader: PolarityReader, clause: str) -> None:
    assert reader.read(spelled_out(clause)).value < 0


@pytest.mark.parametrize("clause", GOOD.splitlines())
def test_what_is_good_is_above_nothing(reader: PolarityReader, clause: str) -> None:
    assert reader.read(spelled_out(clause)).value > 0


def test_what_people_must_do_is_a_hardship_and_what_an_office_must_is_none(
    reader: PolarityReader,
) -> None:
    assert reader.read("Warga harus menyeberang dua jam").hardship
    assert not reader.read("Dinas harus menyediakan kapal").hardship


@pytest.mark.parametrize(
    ("asked", "good"),
    [("Toilet umum", True), ("Kotak pengaduan", True), ("Ada pungutan liar", False)],
)
def test_of_what_is_asked_for_it_is_known_whether_one_wants_it(
    reader: PolarityReader, asked: str, good: bool
) -> None:
    assert (reader.of_subject(asked) > 0) is good


def test_without_words_nothing_is_known() -> None:
    assert PolarityReader(PolarityFile()).read("Mesin cetak hanya satu").value == 0
