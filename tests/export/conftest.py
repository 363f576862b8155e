"""A draft with everything in it that a format can get wrong, as one file of plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from telusur.draft import Regulation, read_draft

NUMBERED = """\
RANCANGAN

PERATURAN MENTERI CONTOH REPUBLIK INDONESIA

NOMOR ... TAHUN ...

TENTANG

LOKET PELAYANAN

DENGAN RAHMAT TUHAN YANG MAHA ESA

MENTERI CONTOH REPUBLIK INDONESIA,

Menimbang:

a. bahwa loket perlu diatur;

b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan peraturan;

Mengingat:

1. Undang-Undang Nomor 25 Tahun 2009;

2. Peraturan Menteri Contoh Nomor 5 Tahun 2020 tentang Antrean;

MEMUTUSKAN:

Menetapkan: PERATURAN MENTERI CONTOH TENTANG LOKET PELAYANAN.

# BAB I KETENTUAN UMUM

#### Pasal 1

Di sini yang dimaksud dengan:

1. Loket adalah tempat:

    a. menerima berkas; dan

    b. menyerahkan hasil.

2. Petugas adalah orang yang melayani di Loket.

# BAB II PELAYANAN

## Bagian Kesatu Umum

#### Pasal 2

(1) Petugas melayani dengan urutan:

    a. pemohon yang datang sendiri, yang terdiri atas:

        1. lanjut usia:

            a) perempuan, dengan berkas:

                1) asli; dan

                2) salinan;

            b) laki-laki; dan

        2. pemohon lain; dan

    b. kuasa pemohon.

(2) Urutan sebagaimana dimaksud pada ayat (1) huruf a angka 1 diumumkan.

(2a) Pengumuman sebagaimana dimaksud pada ayat (2) dipasang:

    a. di pintu; dan

    b. di laman.

(3) Petugas memakai tanda <b>pengenal</b> & seragam | rapi.

## Bagian Kedua Antrean

### Paragraf 1 Pengambilan

#### Pasal 3

Nomor antrean sebagaimana dimaksud dalam Pasal 2 ayat (1) gratis.

### Paragraf 2 Giliran

#### Pasal 4

Giliran menurut Pasal 2 ayat (2a) huruf b dan Pasal 3.

#### Pasal 4A

(1) Giliran yang lewat diulang.

(2) Ketentuan mengenai Giliran mengikuti Undang-Undang Nomor 25 Tahun 2009.

# BAB III KETENTUAN PENUTUP

#### Pasal 5

Sejak hari itu:

a. Peraturan Menteri Contoh Nomor 5 Tahun 2020 tentang Antrean; dan

b. ketentuan lain mengenai Loket,

dicabut dan dinyatakan tidak berlaku.

#### Pasal 6

Peraturan Menteri ini mulai berlaku besok.

Agar setiap orang mengetahuinya, naskah ini diumumkan di loket.

Ditetapkan di Jakarta

pada tanggal ...

MENTERI CONTOH REPUBLIK INDONESIA,

FULAN

LAMPIRAN I

PERATURAN MENTERI CONTOH REPUBLIK INDONESIA

Gambar loket.
"""


def draft(folder: Path, text: str) -> Regulation:
    folder = folder / "draft"
    folder.mkdir(exist_ok=True)
    (folder / "naskah.md").write_text(text, encoding="utf-8")
    return read_draft(folder)


@pytest.fixture
def regulation(tmp_path: Path) -> Regulation:
    return draft(tmp_path, NUMBERED)
