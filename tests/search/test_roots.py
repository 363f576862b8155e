from __future__ import annotations

import pytest

from telusur.search.roots import roots, stem

PAIRS = """
pelayanan layanan | menunggu tunggu | penerapan diterapkan | terapkan menerapkan
menyediakan sediakan | pemohon permohonan | memohon permohonan | keluhan mengeluh
keterlambatan lambat | petugas bertugas | pengaduan diadukan | mencetak pencetakan
perpanjangan diperpanjang | pelatihan dilatih | tolak menolak | pemakaian pakai
penyimpanan disimpan | pengiriman dikirim | periksa memeriksa | pembayaran bayar
sulit dipersulit | terputus pemutusan | pengurusan mengurus | penumpukan bertumpuk
penurunan menurun | kekurangan kurang | terhubung menghubungkan | antrean mengantre
"""
TRAPS = """
serang seragam | medan media | warga harga | kota kotak | data datang | batu batuk | loket lokasi
petugas tugu | makan makna | perang perangkat | bukti bukit | guna gunung | desa desak
pendidikan pendikan | pembersihan pemsihan
beras besar | surat susur | memilih milik | sama samar | modal model | tenaga tengah
"""


def pairs(told: str) -> list[list[str]]:
    return [pair.split() for line in told.strip().splitlines() for pair in line.split("|")]


@pytest.mark.parametrize(("one", "other"), pairs(PAIRS))
def test_forms_of_a_word_share_a_root(one: str, other: str) -> None:
    assert roots(one) & roots(other)


@pytest.mark.parametrize(("one", "other"), pairs(TRAPS))
def test_words_that_only_look_alike_share_none(one: str, other: str) -> None:
    assert not roots(one) & roots(other)


def test_roots_join_more_than_stems_do() -> None:
    stemmed = [stem(one) == stem(other) for one, other in pairs(PAIRS)]
    assert sum(stemmed) < 0.6 * len(stemmed)
