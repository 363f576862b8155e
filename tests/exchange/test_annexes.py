"""Drafts whose Lampiran have structure, and drafts in two columns, from Word and from PDF."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.test_pdf import pdf

from telusur.draft.compare import Version, compare
from telusur.draft.outline.parsing import parse_texts
from telusur.draft.reading import regulation_of
from telusur.exchange.importing import import_draft
from telusur.exchange.revisions import read_version

BODY = (
    "PERATURAN MENTERI CONTOH", "TENTANG", "LOKET", "Pasal 1",
    "Loket buka sebagaimana tercantum dalam Lampiran.", "Ditetapkan di Jakarta", "MENTERI CONTOH,",
    "ttd", "FULAN",
)  # fmt: skip
ROWS = (("No", "Layanan", "Waktu"), ("1", "Pendaftaran", "5 menit"), ("2", "Cetak", "9 menit"))


def annexed(path: Path) -> list[tuple[str, str]]:
    """The clauses of a Lampiran as a draft that was imported has them."""
    regulation = regulation_of(parse_texts({"naskah.md": import_draft(path).markdown}))
    return [(one.label, one.text) for one in regulation.annexed if one.text]


EXPECTED = [
    ("Lampiran I huruf A", "Syarat\nPemohon membawa:"),
    ("Lampiran I huruf A angka 1", "kartu; dan"),
    ("Lampiran I huruf A angka 2", "formulir."),
    ("Lampiran I huruf B", "Waktu\nNo | Layanan | Waktu"),
    ("Lampiran I huruf B tabel 1 baris 1", "Pendaftaran | 5 menit"),
    ("Lampiran I huruf B tabel 1 baris 2", "Cetak | 9 menit"),
]
ANNEX = (
    "LAMPIRAN I", "STANDAR LOKET", "A. Syarat", "Pemohon membawa:", "1. kartu; dan",
    "2. formulir.", "B. Waktu",
)  # fmt: skip


def in_word(path: Path) -> None:
    document = docx.Document()
    for words in (*BODY, *ANNEX):
        document.add_paragraph(words)
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(path)


def in_pdf(path: Path) -> None:
    body = [(72, 780 - 20 * n, words) for n, words in enumerate(BODY)]
    annex = [(72, 780 - 20 * n, words) for n, words in enumerate(ANNEX)]
    annex += [
        (76 + 150 * column, 596 - 20 * row, words)
        for row, cells in enumerate(ROWS)
        for column, words in enumerate(cells)
    ]
    rules = [f"72 {610 - 20 * n} m 522 {610 - 20 * n} l S" for n in range(4)]
    rules += [f"{72 + 150 * n} 610 m {72 + 150 * n} 550 l S" for n in range(4)]
    path.write_bytes(pdf(body, annex, drawn="\n".join(rules)))


def test_a_lampiran_in_word_keeps_its_parts_and_tables(tmp_path: Path) -> None:
    in_word(tmp_path / "a.docx")
    assert annexed(tmp_path / "a.docx") == EXPECTED


def test_a_lampiran_in_a_pdf_keeps_its_parts_and_tables(tmp_path: Path) -> None:
    in_pdf(tmp_path / "a.pdf")
    assert annexed(tmp_path / "a.pdf") == EXPECTED


def test_the_same_draft_in_word_and_pdf_has_no_changes(tmp_path: Path) -> None:
    in_word(tmp_path / "a.docx")
    in_pdf(tmp_path / "a.pdf")
    one, other = (read_version(str(tmp_path / name), tmp_path) for name in ("a.docx", "a.pdf"))
    assert not compare(
        Version(one.linkable, one.references), Version(other.linkable, other.references)
    )


def test_a_pdf_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    left = [
        "Pasal 1", "(1) Petugas loket wajib hadir setiap", "hari kerja sejak pagi hari.",
        "(2) Warga menerima nomor antrean", "dan tanda terima berkas.", "Pasal 2",
        "Loket wajib memasang papan biaya", "yang dapat dibaca oleh setiap warga,",
    ]  # fmt: skip
    right = [
        "termasuk warga lanjut usia.", "Pasal 3", "Petugas yang tidak hadir tanpa izin",
        "dikenai teguran oleh kepala kantor.", "Pasal 4", "Loket ditutup paling cepat pukul tiga",
        "pada setiap hari kerja biasa.", "Peraturan ini mulai berlaku hari ini.",
    ]  # fmt: skip
    page = [(200, 800, "PERATURAN KEPALA KANTOR CONTOH TENTANG LOKET DAN BIAYA")]
    page += [(60, 760 - 20 * n, words) for n, words in enumerate(left)]
    page += [(320, 760 - 20 * n, words) for n, words in enumerate(right)]
    (tmp_path / "a.pdf").write_bytes(pdf(page))
    regulation = regulation_of(
        parse_texts({"naskah.md": import_draft(tmp_path / "a.pdf").markdown})
    )
    pasal = {one.label: one.text for one in regulation.clauses}
    assert pasal["Pasal 1 ayat (2)"] == "Warga menerima nomor antrean dan tanda terima berkas."
    assert pasal["Pasal 2"].endswith("oleh setiap warga, termasuk warga lanjut usia.")
    assert pasal["Pasal 3"].startswith("Petugas yang tidak hadir")


LINES = st.sampled_from(
    ["BAB I", "KETENTUAN UMUM", "Pasal 1", "Pasal 2", "(1) Loket buka pagi.", "(2) Loket tutup.",
     "a. kartu; dan", "b. formulir.", "kata lepas", "Menimbang: a. bahwa perlu;", "MEMUTUSKAN:",
     "LAMPIRAN I", "A. Syarat", "1. satu;", "PENJELASAN", "Ditetapkan di Jakarta", "ttd", "- 3 -",
     "Agar setiap orang mengetahuinya, memerintahkan.", "KESATU : Menetapkan loket."]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(LINES, st.lists(LINES, min_size=2, max_size=3)), max_size=12))
def test_every_word_of_a_word_file_is_in_the_draft_or_named(some: list[str | list[str]]) -> None:
    document = docx.Document()
    document.add_paragraph("Pasal 1")
    document.add_paragraph("Loket melayani.")
    said = ["Pasal 1 Loket melayani"]
    for each in some:
        if isinstance(each, str):
            document.add_paragraph(each)
            said.append(each)
            continue
        table = document.add_table(rows=1, cols=len(each))
        for cell, words in zip(table.rows[0].cells, each, strict=True):
            cell.text = words
        said += each
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.docx")
        document.save(path)
        imported = import_draft(path)
    kept = [imported.markdown, *(each.what for each in imported.remainder)]
    assert not words_of(said) - words_of(kept)


def words_of(texts: list[str]) -> Counter[str]:
    """The words, but for those that are numbers of clauses, which are computed."""
    said = unescape(" ".join(texts)).casefold()  # what would read as structure is escaped
    return Counter({*re.findall(r"[^\W\d_]{3,}", said)})
