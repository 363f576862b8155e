"""The parts of what stands before and after the clauses."""

from __future__ import annotations

import pytest
from tests.draft.trees import read

from telusur.draft.model import TextLine

BODY = "\nPasal 1\nLoket wajib buka.\n"
AS_PDF = """\
BERITA NEGARA
                PERATURAN MENTERI CONTOH
                REPUBLIK INDONESIA
                NOMOR 9 TAHUN 2020
                TENTANG
                LOKET DAN
                ANTREAN
        DENGAN RAHMAT TUHAN YANG MAHA ESA
                MENTERI CONTOH,
Menimbang  :  a. bahwa loket perlu
                 diatur;
              b. bahwa perlu peraturan;
Mengingat  :  1. UU Satu;
              2. UU Dua;
                MEMUTUSKAN:
Menetapkan :  PERATURAN MENTERI TENTANG
              LOKET DAN ANTREAN.
"""
RUN_ON = f"""\
PERATURAN MENTERI CONTOH REPUBLIK INDONESIA NOMOR 9 TAHUN 2020 TENTANG LOKET DAN ANTREAN
DENGAN RAHMAT TUHAN YANG MAHA ESA MENTERI CONTOH,
Menimbang :
a. bahwa loket perlu diatur;
b. bahwa perlu peraturan;
Mengingat : 1. UU Satu;
2. UU Dua; {" ".join("MEMUTUSKAN")}: Menetapkan : PERATURAN MENTERI TENTANG LOKET DAN ANTREAN.
"""
WITH_HEADINGS = """\
PERATURAN MENTERI CONTOH REPUBLIK INDONESIA

NOMOR 9 TAHUN 2020

TENTANG

LOKET DAN ANTREAN

DENGAN RAHMAT TUHAN YANG MAHA ESA

MENTERI CONTOH,

## menimbang
a. bahwa loket perlu diatur;
b. bahwa perlu peraturan;

## mengingat
(1) UU Satu;
(2) UU Dua;

## memutuskan

## menetapkan
PERATURAN MENTERI TENTANG LOKET DAN ANTREAN.
"""


def text(line: TextLine | None) -> str | None:
    return line and line.text


@pytest.mark.need("N-DRAFT-1")
@pytest.mark.parametrize("opening", [AS_PDF, RUN_ON, WITH_HEADINGS])
def test_parts_of_the_opening_in_three_ways_of_writing(opening: str) -> None:
    preamble = read(opening + BODY).preamble
    assert text(preamble.type) == "PERATURAN MENTERI CONTOH REPUBLIK INDONESIA"
    assert (text(preamble.number), text(preamble.year)) == ("9", "2020")
    assert text(preamble.subject) == "LOKET DAN ANTREAN"
    assert text(preamble.official) == "MENTERI CONTOH,"
    assert [(each.marker, each.text) for each in preamble.considerations] == [
        ("a", "bahwa loket perlu diatur;"),
        ("b", "bahwa perlu peraturan;"),
    ]
    assert [(each.marker, each.text) for each in preamble.bases] == [
        ("1", "UU Satu;"),
        ("2", "UU Dua;"),
    ]
    assert text(preamble.enacts) == "PERATURAN MENTERI TENTANG LOKET DAN ANTREAN."


def test_parts_carry_their_lines_and_the_rest_is_kept() -> None:
    preamble = read(AS_PDF + BODY).preamble
    assert preamble.subject is not None
    assert preamble.subject.line == 6
    assert [each.line for each in preamble.considerations] == [10, 12]
    assert [each.text for each in preamble.other] == ["BERITA NEGARA"]


def test_a_consideration_without_letters_is_one_item() -> None:
    preamble = read("Menimbang: bahwa perlu\ndiatur;\nMengingat: UU Satu;\n" + BODY).preamble
    assert [(each.marker, each.text) for each in preamble.considerations] == [
        ("", "bahwa perlu diatur;")
    ]


def test_parts_of_the_closing() -> None:
    ending = read(
        BODY + "Agar setiap orang mengetahuinya, diundangkan.\n\nDitetapkan di Jakarta\n"
        "pada tanggal 2 Januari 2020\nMENTERI CONTOH\nREPUBLIK INDONESIA,\nttd\nA. FULAN, S.H.\n"
        "Diundangkan di Jakarta\npada tanggal 3 Januari 2020 DIREKTUR JENDERAL,\nttd. B. FULAN\n"
        "BERITA NEGARA REPUBLIK INDONESIA TAHUN 2020 NOMOR 5\nSalinan sesuai dengan aslinya\n"
        "LAMPIRAN I\nTabel\nPasal 9\nLAMPIRAN II\nPENJELASAN\nATAS\nI. UMUM\n"
    ).ending
    assert text(ending.order) == "Agar setiap orang mengetahuinya, diundangkan."
    signed = [ending.enactment, ending.promulgation]
    assert [
        each and (text(each.place), text(each.date), text(each.office), text(each.name))
        for each in signed
    ] == [
        ("Jakarta", "2 Januari 2020", "MENTERI CONTOH REPUBLIK INDONESIA,", "ttd A. FULAN, S.H."),
        ("Jakarta", "3 Januari 2020", "DIREKTUR JENDERAL,", "ttd. B. FULAN"),
    ]
    assert text(ending.gazette) == "BERITA NEGARA REPUBLIK INDONESIA TAHUN 2020 NOMOR 5"
    assert [(each.heading.text, [line.text for line in each.lines]) for each in ending.annexes] == [
        ("LAMPIRAN I", ["Tabel", "Pasal 9"]),
        ("LAMPIRAN II", []),
    ]
    assert [line.text for line in ending.elucidation] == ["PENJELASAN", "ATAS", "I. UMUM"]
    assert [line.text for line in ending.other] == ["Salinan sesuai dengan aslinya"]
