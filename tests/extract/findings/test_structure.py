"""Checklists, labels, interviews: what the form of a report says of its clauses."""

from __future__ import annotations

from pathlib import Path

import pytest

from telusur import corpus
from telusur.extract import Lexicon, Reader
from telusur.extract.judgement.candidate import Candidate
from telusur.extract.pipeline import CANDIDATES

from ..conftest import TODAY


def candidates(lexicon: Lexicon, folder: Path, text: str, name: str = "x.md") -> list[Candidate]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = corpus.read_report(path, relative=name, id="x", abbreviations=lexicon.abbreviations)
    return list(CANDIDATES.of(Reader(lexicon).begin(document, today=TODAY)))


def kinds(found: list[Candidate]) -> dict[str, str | None]:
    """The kind that the form gives each clause, by the first words of its unit's sentence."""
    return {one.clause.context.sentence: one.clause.context.kind for one in found}


def test_a_checklist_says_by_its_answers_what_is_missing(lexicon: Lexicon, tmp_path: Path) -> None:
    text = """| No | Uraian | Ya | Tidak |
|---|---|---|---|
| 1 | Toilet untuk kursi roda | | √ |
| 2 | Papan tarif terpasang | √ | |
| 3 | Ada pungutan di luar ketentuan | | √ |
"""
    assert kinds(candidates(lexicon, tmp_path, text)) == {
        "Toilet untuk kursi roda": "kendala",
        "Papan tarif terpasang": "kelebihan",
        "Ada pungutan di luar ketentuan": "kelebihan",
    }


def test_a_question_with_its_answer_is_one_clause_and_a_remark_says_more(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    text = """| Aspek | Jawaban | Keterangan |
|---|---|---|
| Apakah tersedia kotak pengaduan? | Tidak | |
| Genset cadangan | Ya | mati sejak hari raya yang lalu |
"""
    found = kinds(candidates(lexicon, tmp_path, text))
    assert found == {
        "Apakah tersedia kotak pengaduan? | Tidak": "kendala",
        "mati sejak hari raya yang lalu": None,
    }


@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_questions_of_an_interview_are_no_findings_and_answers_know_them(
    lexicon: Lexicon, tmp_path: Path, name: str
) -> None:
    text = (
        "P: Apakah ada genset di kantor?\nJ: Tidak ada.\nP: Berapa petugasnya?\nJ: Hanya dua orang."
    )
    found = candidates(lexicon, tmp_path, text, name)
    assert [one.clause.context.question for one in found] == [
        "P: Apakah ada genset di kantor?",
        "P: Berapa petugasnya?",
    ]
    assert found[0].clause.context.kind == "kendala"


@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_the_parts_of_an_inspection_are_told_by_their_labels(
    lexicon: Lexicon, tmp_path: Path, name: str
) -> None:
    text = (
        "Hasil pemeriksaan\n\nKondisi: Warga menunggu kartu lima bulan\n"
        "Sebab: Kartu hanya dicetak di kantor induk\n"
        "Rekomendasi: Pencetakan dilimpahkan kepada unit kecamatan"
    )
    found = candidates(lexicon, tmp_path, text, name)
    told = {one.clause.context.kind for one in found}
    assert "kendala" in told
    assert "kebutuhan" in told


def test_a_contrast_without_its_own_subject_is_not_cut_off(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    text = "Gedung pelayanan yang baru sudah ada, tetapi tidak ada pelayanan di dalamnya.\n"
    (one,) = candidates(lexicon, tmp_path, text)
    assert one.end - one.start == len(text.rstrip(".\n"))


KIOSK = "Kursi roda hanya satu dan bannya kempes."


@pytest.mark.parametrize(
    "title",
    [
        "RINGKASAN SURVEI KEPUASAN PENGGUNA TERMINAL",
        "Ringkasan kunjungan",
        "RAPAT WARGA DUSUN SUMBER REJEKI",
        "Kepada Kepala Dinas di kota tujuan",
        "Catatan kaki: loket yang tak pernah buka",
        "Pertanyaan terbuka, jawaban ringkas:",
        "Pameran Foto Kampung Nelayan",
    ],
)
def test_a_title_leaves_nothing_out_for_a_word_in_it(
    lexicon: Lexicon, tmp_path: Path, title: str
) -> None:
    assert kinds(candidates(lexicon, tmp_path, f"{title}\n{KIOSK}\nPintu rusak.\n", "x.txt")) == {
        KIOSK: None,
        "Pintu rusak.": None,
    }


@pytest.mark.parametrize(
    "title", ["Daftar Hadir", "DAFTAR HADIR RAPAT KOORDINASI", "Susunan Acara Peresmian", "Agenda"]
)
def test_a_paper_that_is_all_attendance_has_no_clauses(
    lexicon: Lexicon, tmp_path: Path, title: str
) -> None:
    assert candidates(lexicon, tmp_path, f"{title}\n{KIOSK}\nPintu rusak.\n", "x.txt") == []


@pytest.mark.parametrize(
    ("heading", "is_read"),
    [
        ("B. Maksud dan Tujuan", False),
        ("2.1 Latar belakang", False),
        ("BAB I PENDAHULUAN", False),
        ("Nama peserta", False),
        ("Waktu, tempat dan peserta", False),
        ("Jadwal kunjungan", False),
        ("Sumber daya manusia", True),
        ("Ketersediaan sumber air", True),
        ("Kendala peserta", True),
        ("Tindak lanjut yang diminta sumber", True),
        ("Keadaan di kota tujuan", True),
    ],
)
def test_a_section_is_left_out_for_what_it_is_and_not_for_a_word_in_its_heading(
    lexicon: Lexicon, tmp_path: Path, heading: str, is_read: bool
) -> None:
    text = f"# Laporan loket terminal\n\nKipas mati sejak kemarin.\n\n## {heading}\n\n{KIOSK}\n"
    found = kinds(candidates(lexicon, tmp_path, text))
    assert (KIOSK in found) is is_read
    assert "Kipas mati sejak kemarin." in found


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ("Sumber air di dua dusun kering sejak Juni.", True),
        ("Penulis buku daerah belum pernah diundang.", True),
        ("Papan jadwal: ditulis tangan, cocok semua.", True),
        ("Sumber: humas kabupaten tetangga", False),
        ("Penulis Rara Ayu / Editor Bima", False),
        ("Jadwal: Senin sampai Kamis, pukul delapan", False),
    ],
)
def test_a_newsrooms_line_is_told_from_a_sentence_that_begins_alike(
    lexicon: Lexicon, tmp_path: Path, line: str, is_read: bool
) -> None:
    text = f"Kipas di loket mati sejak kemarin.\n\n{line}\n"
    assert len(candidates(lexicon, tmp_path, text)) == 1 + is_read


def test_a_statement_before_a_question_is_kept(lexicon: Lexicon, tmp_path: Path) -> None:
    text = "kios ds. sebelah punya genset nganggur, masih nyala. bisa dipinjam tidak?\n"
    found = kinds(candidates(lexicon, tmp_path, text))
    assert found == {"kios ds. sebelah punya genset nganggur, masih nyala.": None}
    assert candidates(lexicon, tmp_path, "Apakah kantor di Jl. Melati 2 sudah buka?\n") == []


def test_who_answers_asks_only_in_short(lexicon: Lexicon, tmp_path: Path) -> None:
    text = (
        "P: Apa yang dikhawatirkan?\nJ: Maksud Ibu yang mana?\nP: Soal kapal.\n"
        "J: Kapalnya satu, kalau rusak kami mau menyeberang naik apa?\n"
    )
    assert kinds(candidates(lexicon, tmp_path, text)) == {
        "J: Kapalnya satu, kalau rusak kami mau menyeberang naik apa?": None
    }
