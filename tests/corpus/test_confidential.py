"""A report that says of itself that it is confidential."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from tests.corpus.test_pdf import pdf

from telusur.corpus import Document, check_front_matter
from telusur.corpus.statements.confidential import FIRST_LINES, is_mark, mark_in
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]
HEAD = "KOTA CONTOH\nDINAS CONTOH\n\n{mark}\nNomor : 1/2/2021\n\nJaringan lambat di loket.\n"


@pytest.mark.parametrize(
    "mark",
    [
        "RAHASIA", "SANGAT RAHASIA", "TERBATAS", "- RAHASIA -", "[RAHASIA]", "R A H A S I A",
        "Sifat : Rahasia", "Sifat: Sangat Rahasia", "SIFAT : TERBATAS", "Sifat\t:\tKonfidensial",
        "Sifat | : | Rahasia", "Sifat Surat : Rahasia", "Sifat : Sangat Segera/Rahasia",
    ],
)  # fmt: skip
def test_the_marks_of_letters_are_known(mark: str, read: Reader) -> None:
    assert read("a.txt", HEAD.format(mark=mark)).confidential == mark


@pytest.mark.parametrize(
    "line",
    [
        "Rahasia", "Rahasia dagang tidak dibahas.", "Sifat : Biasa", "Sifat : Penting",
        "Sifat : Tidak Rahasia", "Data ini RAHASIA menurut petugas.", "JARINGAN TERBATAS",
        "Sifat : pelayanan dengan anggaran yang serba terbatas", "Akses : Terbatas",
    ],
)  # fmt: skip
def test_other_lines_are_no_marks(line: str, read: Reader) -> None:
    assert read("a.txt", HEAD.format(mark=line)).confidential is None


def test_marks_may_be_emphasised(read: Reader) -> None:
    assert read("a.md", HEAD.format(mark="**RAHASIA**")).confidential == "RAHASIA"
    assert read("a.md", HEAD.format(mark="Sifat : **Rahasia**")).confidential == "Sifat : Rahasia"


def test_only_the_head_of_a_report_is_looked_at() -> None:
    lines = ["Jaringan lambat."] * FIRST_LINES
    assert mark_in(["", *lines[1:], "RAHASIA"]) == "RAHASIA"
    assert mark_in([*lines, "RAHASIA"]) is None


@given(st.text(max_size=200))
def test_any_line_is_judged(line: str) -> None:
    assert is_mark(line) in (True, False)


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        ("confidential: true", "confidential: true"), ("rahasia: ya", "rahasia: true"),
        ("rahasia: Ya", "rahasia: true"), ("confidential: yes", "confidential: true"),
        ("rahasia: tidak", None), ("confidential: false\nrahasia: ya", "rahasia: true"),
    ],
)  # fmt: skip
def test_front_matter_marks_a_report(key: str, mark: str | None, read: Reader) -> None:
    text = f"---\ntitle: Catatan\n{key}\n---\n\nJaringan lambat.\n"
    assert read("a.md", text).confidential == mark


def test_front_matter_has_the_last_word(read: Reader) -> None:
    body = HEAD.format(mark="RAHASIA")
    assert read("a.md", f"---\nrahasia: tidak\n---\n\n{body}").confidential is None
    assert read("a.md", f"---\ntitle: Catatan\n---\n\n{body}").confidential == "RAHASIA"


@pytest.mark.parametrize("value", ["mungkin", "", " # nanti", "1", "[ya]"])
def test_a_wrong_value_is_a_mistake_with_its_line(value: str, read: Reader, tmp_path: Path) -> None:
    text = f"---\ntitle: Catatan\nrahasia: {value}\n---\n\nJaringan lambat.\n"
    with pytest.raises(UnreadableFile, match=r"corpus/a\.md:3: `rahasia`.*`true` \(ya\)"):
        read("a.md", text)
    assert len(check_front_matter(tmp_path / "a.md", "a.md")) == 1


def word(*, header: str = "", watermark: str = "", row: tuple[str, ...] = ()) -> bytes:
    document = docx.Document()
    document.add_paragraph("Jaringan lambat di loket.")
    if row:
        for cell, words in zip(document.add_table(1, len(row)).rows[0].cells, row, strict=True):
            cell.text = words
    margin = document.sections[0].header
    margin.paragraphs[0].text = header
    if watermark:
        margin.paragraphs[0].add_run()._r.append(
            parse_xml(
                '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
                'xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>'
                f'<v:textpath string="{watermark}"/></v:shape></w:pict>'
            )
        )
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_word_documents_are_marked_in_text_header_or_watermark(read: Reader) -> None:
    assert read("a.docx", word(row=("Sifat", ":", "Rahasia"))).confidential == "Sifat | : | Rahasia"
    assert read("a.docx", word(header="RAHASIA")).confidential == "RAHASIA"
    assert read("a.docx", word(watermark="RAHASIA")).confidential == "RAHASIA"
    assert read("a.docx", word(header="Laporan", watermark="KONSEP")).confidential is None


def test_a_pdf_is_marked_by_a_line_that_its_paragraphs_swallow(read: Reader) -> None:
    first = [(72, 810, "RAHASIA"), (72, 796, "CATATAN LOKET"), (72, 760, "Jaringan lambat.")]
    again = [(72, 810, "RAHASIA"), (72, 796, "CATATAN LOKET"), (72, 760, "Listrik padam.")]
    document = read("a.pdf", pdf(first, again))
    assert document.confidential == "RAHASIA"
    assert read("b.pdf", pdf(first[1:], again[1:])).confidential is None


def test_a_web_page_is_marked_by_its_text(read: Reader) -> None:
    page = "<html><body><p>Sifat : Terbatas</p><p>Jaringan lambat di loket.</p></body></html>"
    assert read("a.html", page).confidential == "Sifat : Terbatas"
