"""Rows, senders, headings and forms say where what stands beside or below them is."""

from __future__ import annotations

from pathlib import Path

import pytest

from telusur import corpus
from telusur.extract import Lexicon, Reader
from telusur.extract.gazetteer import small_place
from telusur.extract.pipeline import WHEREABOUTS
from telusur.extract.places.whereabouts import Whereabouts

from ..conftest import TODAY


def whereabouts(lexicon: Lexicon, folder: Path, text: str, name: str = "x.md") -> Whereabouts:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = corpus.read_report(path, relative=name, id="x", abbreviations=lexicon.abbreviations)
    return WHEREABOUTS.of(Reader(lexicon).begin(document, today=TODAY))


def place_of(where: Whereabouts, words: str) -> tuple[str | None, str | None]:
    """The codes of the place of what begins with `words`, and of the smaller place in it."""
    start = where.text.index(words)
    spot = where.spot_of(start, start + len(words))
    return spot.place and spot.place.code, spot.smaller and spot.smaller.code


HEADINGS = """# Laporan hasil pemantauan layanan

## Kota Singkawang

Loket buka sampai sore. Petugas ramah.

## Kabupaten Wonosobo

Antrean panjang sejak pagi.

## Rekomendasi

Sistem antrean disatukan.
"""


def test_a_heading_says_where_all_below_it_is(lexicon: Lexicon, tmp_path: Path) -> None:
    where = whereabouts(lexicon, tmp_path, HEADINGS)
    assert {place.code for place in where.visited} == {"61.72", "33.07"}
    assert place_of(where, "Petugas ramah")[0] == "61.72"
    assert place_of(where, "Antrean panjang")[0] == "33.07"
    assert place_of(where, "Sistem antrean disatukan")[0] is None


def test_the_same_heading_under_each_place_stays_with_it(lexicon: Lexicon, tmp_path: Path) -> None:
    text = "\n\n".join(
        f"## {place}\n\nTim datang pagi.\n\n### Kendala\n\n{finding}"
        for place, finding in (
            ("Kota Singkawang", "Genset rusak."),
            ("Kabupaten Wonosobo", "Blangko habis."),
        )
    )
    where = whereabouts(lexicon, tmp_path, text)
    assert place_of(where, "Genset rusak")[0] == "61.72"
    assert place_of(where, "Blangko habis")[0] == "33.07"


def test_a_row_is_about_the_place_in_it_and_a_merged_cell_reaches_down(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    text = """| Lokus | Temuan |
|---|---|
| Kota Singkawang | Genset rusak sejak Mei |
| Kabupaten Wonosobo | Blangko habis sejak Juni |
"""
    where = whereabouts(lexicon, tmp_path, text)
    assert {place.code for place in where.visited} == {"61.72", "33.07"}
    assert place_of(where, "Genset rusak")[0] == "61.72"
    assert place_of(where, "Blangko habis")[0] == "33.07"


def test_a_numbered_line_with_a_place_is_a_heading_and_the_next_one_ends_it(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    text = """LAPORAN PERJALANAN DINAS ke Kabupaten Wonosobo

A. Kantor Kecamatan Kejajar

Alat rekam rusak sejak Mei.

B. Dinas Kependudukan

Loket tutup pada siang hari.
"""
    where = whereabouts(lexicon, tmp_path, text)
    assert place_of(where, "Alat rekam rusak") == ("33.07", "33.07.13")
    assert place_of(where, "Loket tutup") == ("33.07", None)


def test_each_sender_of_a_chat_is_somewhere_of_their_own(lexicon: Lexicon, tmp_path: Path) -> None:
    text = """05/03/24 08.00 - Ani membuat grup "Monev Kabupaten Wonosobo"
05/03/24 08.10 - Ani: udah di kantor camat Kejajar
05/03/24 08.11 - Budi: Garung. baru buka loketnya
05/03/24 08.20 - Ani: alat rekam mati dari bulan lalu
05/03/24 08.21 - Budi: kotak saran digembok
"""
    where = whereabouts(lexicon, tmp_path, text, "x.txt")
    assert place_of(where, "alat rekam mati") == ("33.07", "33.07.13")
    assert place_of(where, "kotak saran digembok") == ("33.07", "33.07.12")


def test_a_form_names_its_kecamatan_behind_a_colon(lexicon: Lexicon, tmp_path: Path) -> None:
    text = """KUESIONER PELAYANAN

Kecamatan: Kejajar
Kabupaten: Wonosobo

Petugas pelayanan dua orang, tidak cukup.
"""
    where = whereabouts(lexicon, tmp_path, text, "x.txt")
    assert place_of(where, "Petugas pelayanan") == ("33.07", "33.07.13")


@pytest.mark.parametrize(
    "text",
    [
        "Warga Kejajar harus ke Garung dulu. Laporan dari Kabupaten Wonosobo.",
        "Camat Kejajar mengeluh. Kabupaten Wonosobo belum menjawab.",
    ],
)
def test_a_kecamatan_is_known_where_a_place_stands(
    lexicon: Lexicon, tmp_path: Path, text: str
) -> None:
    where = whereabouts(lexicon, tmp_path, text)
    first = text.split(". ")[0]
    assert place_of(where, first) == ("33.07", "33.07.13")


def test_a_name_that_is_a_persons_is_no_kecamatan(lexicon: Lexicon, tmp_path: Path) -> None:
    where = whereabouts(lexicon, tmp_path, "Pak Kejajar dan istrinya datang di Kabupaten Wonosobo.")
    assert where.smaller == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Pangkalpinang", "19.71"),
        ("Pangkal Pinang", "19.71"),
        ("Lubuklinggau", "16.73"),
        ("Lubuk Linggau", "16.73"),
        ("Baubau", "74.72"),
        ("Bau-Bau", "74.72"),
        ("Pematang Siantar", "12.72"),
        ("Batola", "63.04"),
    ],
)
def test_names_are_known_together_apart_and_short(
    lexicon: Lexicon, tmp_path: Path, written: str, code: str
) -> None:
    where = whereabouts(lexicon, tmp_path, f"Tim mengunjungi {written} kemarin.")
    assert [place.code for place in where.visited] == [code]


def test_brackets_and_bullets_do_not_end_a_list_of_what_was_visited(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    text = "Kami mengunjungi Kabupaten Wonosobo (Kejajar), MPP Kota Singkawang, dan Kota Bogor."
    where = whereabouts(lexicon, tmp_path, text)
    assert [place.code for place in where.visited] == ["33.07", "61.72", "32.71"]


def test_small_places_have_names_levels_and_parents() -> None:
    village = small_place("33.07.13.2003")
    assert village is not None
    assert (village.name, village.level) == ("Desa Sembungan", "desa")
    assert (village.parent_code, village.district_code) == ("33.07", "33.07.13")
    assert small_place("33.07") is None
    assert small_place("99.99.99") is None
