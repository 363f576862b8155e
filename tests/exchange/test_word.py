"""Word files, with the numbers that Word itself counts."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from telusur.draft import read_draft
from telusur.errors import InvalidWorkspace
from telusur.exchange.importing import import_draft
from telusur.exchange.source import read_source

LEVELS = (
    ("upperRoman", "BAB %1"),
    ("decimal", "Pasal %2"),
    ("decimal", "(%3)"),
    ("lowerLetter", "%4."),
)


def numbered_document() -> Document:
    """A document whose list 7 counts bab, Pasal, ayat and huruf."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
        for n, (form, shown) in enumerate(LEVELS)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    return document


def add(document: Document, text: str, level: int | None = None) -> Paragraph:
    paragraph = document.add_paragraph(text)
    if level is not None:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            )
        )
    return paragraph


@pytest.mark.need("N-DRAFT-4")
def test_numbers_that_word_counts_are_read(tmp_path: Path) -> None:
    document = numbered_document()
    for text, level in (
        ("", 0), ("KETENTUAN UMUM", None), ("", 1), ("Petugas wajib memeriksa berkas.", None),
        ("", 0), ("LOKET", None), ("", 1), ("Loket buka:", 2), ("pagi; dan", 3), ("sore.", 3),
        ("Loket tutup.", 2),
    ):  # fmt: skip
        add(document, text, level)
    document.save(str(tmp_path / "a.docx"))
    text, unread = read_source(tmp_path / "a.docx")
    assert unread == []
    assert [line.strip() for line in text.splitlines() if line] == [
        "BAB I", "KETENTUAN UMUM", "Pasal 1", "Petugas wajib memeriksa berkas.",
        "BAB II", "LOKET", "Pasal 1", "(1) Loket buka:", "a. pagi; dan", "b. sore.",
        "(2) Loket tutup.",
    ]  # fmt: skip


def test_a_table_with_considerations_and_a_header_are_read(tmp_path: Path) -> None:
    document = numbered_document()
    table = document.add_table(rows=1, cols=3)
    table.cell(0, 0).text, table.cell(0, 1).text = "Menimbang", ":"
    table.cell(0, 2).text = "a. bahwa satu;"
    table.cell(0, 2).add_paragraph("b. bahwa dua;")
    add(document, "Pasal 1")
    add(document, "Loket wajib buka.")
    document.sections[0].header.paragraphs[0].text = "SALINAN"
    document.save(str(tmp_path / "a.docx"))
    result = import_draft(tmp_path / "a.docx")
    assert "Menimbang:\n\na. bahwa satu;\n\nb. bahwa dua;\n\n#### Pasal {#loket-buka}" in (
        result.markdown
    )
    assert [each.what for each in result.remainder] == ["kepala halaman tidak diambil: `SALINAN`"]


def test_what_is_no_word_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    with pytest.raises(InvalidWorkspace, match=r"a\.docx"):
        read_source(tmp_path / "a.docx")


def test_what_stands_in_a_paragraph_of_its_own_stays_apart(tmp_path: Path) -> None:
    document = docx.Document()
    for words in (
        "Pasal 1",
        "Aturan tentang:",
        "a. loket; dan",
        "b. antrean,",
        "dicabut dan dinyatakan tidak berlaku.",
    ):
        document.add_paragraph(words)
    document.save(str(tmp_path / "a.docx"))
    text, _ = read_source(tmp_path / "a.docx")
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "a.md").write_text(text, encoding="utf-8")
    clauses = {one.id: one.text for one in read_draft(tmp_path / "draft").clauses}
    assert clauses["pasal-1.huruf-b"] == "antrean,"
    assert clauses["pasal-1"].endswith("tidak berlaku.")
