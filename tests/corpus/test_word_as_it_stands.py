"""Word documents as people make them: tables, changes, boxes and headings of every kind."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from telusur.corpus import Document
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def p(words: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(words)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def in_list(level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def word(
    body: str, *, main: str = "word/document.xml", styles: str = "", numbers: str = "decimal"
) -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{numbers if at == 0 else "decimal"}"/></w:lvl>'
        for at in range(2)
    )
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>'
        ),
        main: f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        "word/numbering.xml": (
            f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
        ),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def sections(document: Document) -> list[tuple[str, str]]:
    return [(one.section, one.text) for one in document.passages]


def columns(document: Document) -> list[dict[str, str]]:
    return [
        {cell.header: document.text[cell.start : cell.end] for cell in one.cells}
        for one in document.passages
        if one.form == "row"
    ]


def test_cells_merged_downwards_leave_the_columns_where_they_are(read: Reader) -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(
        "a.docx",
        word(
            table(
                cell("Loket") + cell("Kendala") + cell("Praktik baik"),
                cell("Loket A", begins) + cell("Kipas angin mati") + cell("Ada kursi roda"),
                cell("", goes_on) + cell("Kertas habis") + cell("Ada ruang laktasi"),
            )
        ),
    )
    assert columns(document) == [
        {"Loket": "Loket A", "Kendala": "Kipas angin mati", "Praktik baik": "Ada kursi roda"},
        {"Kendala": "Kertas habis", "Praktik baik": "Ada ruang laktasi"},
    ]


def test_cells_merged_sideways_and_rows_that_begin_further_in_keep_the_columns(
    read: Reader,
) -> None:
    skipping = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("Kertas habis")}{cell("Beli")}'
    document = read(
        "a.docx",
        word(
            table(
                cell("Loket") + cell("Kendala") + cell("Saran"),
                cell("Semua loket sepi", '<w:gridSpan w:val="2"/>') + cell("Kurangi loket"),
                skipping,
            )
        ),
    )
    assert columns(document) == [
        {"Loket": "Semua loket sepi", "Saran": "Kurangi loket"},
        {"Kendala": "Kertas habis", "Saran": "Beli"},
    ]


def test_a_head_of_two_rows_names_each_column_once(read: Reader) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(
        "a.docx",
        word(
            table(
                cell("Loket", down) + cell("Temuan", '<w:gridSpan w:val="2"/>'),
                cell("", on) + cell("Kendala") + cell("Penyebab"),
                cell("Loket A") + cell("Kertas habis") + cell("Pesanan terlambat"),
            )
        ),
    )
    assert columns(document) == [
        {
            "Loket": "Loket A",
            "Temuan – Kendala": "Kertas habis",
            "Temuan – Penyebab": "Pesanan terlambat",
        }
    ]


@pytest.mark.parametrize("numbers", ["decimal", "upperRoman", "upperLetter"])
def test_headings_in_bold_that_word_numbers_are_headings(read: Reader, numbers: str) -> None:
    document = read(
        "a.docx",
        word(
            p("Catatan loket contoh")
            + p("Permasalahan", in_list(), "<w:b/>")
            + p("Kertas habis", in_list(1))
            + p("Kipas angin mati", in_list(1))
            + p("Saran", in_list(), "<w:b/>")
            + p("Beli kertas.", ""),
            numbers=numbers,
        ),
    )
    assert document.title == "Catatan loket contoh"
    assert sections(document)[1:] == [
        ("Permasalahan", "Kertas habis"),
        ("Permasalahan", "Kipas angin mati"),
        ("Saran", "Beli kertas."),
    ]


def test_bold_items_one_after_the_other_stay_items(read: Reader) -> None:
    body = "".join(p(words, in_list(), "<w:b/>") for words in ("Kertas habis", "Kipas mati"))
    document = read("a.docx", word(p("Kendala", "", "<w:b/>") + body + p("Selesai.")))
    assert sections(document)[:2] == [("Kendala", "Kertas habis"), ("Kendala", "Kipas mati")]


def test_a_style_of_ones_own_is_a_heading_by_its_outline_or_its_bold(read: Reader) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Sub"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Tebal"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    document = read(
        "a.docx",
        word(
            p("Kendala", '<w:pStyle w:val="A"/>')
            + p("Kertas habis.")
            + p("Saran", '<w:pStyle w:val="B"/>')
            + p("Beli kertas."),
            styles=styles,
        ),
    )
    assert sections(document) == [("Kendala", "Kertas habis."), ("Saran", "Beli kertas.")]


def test_what_is_deleted_is_gone_and_what_is_moved_stands_once(read: Reader) -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    document = read(
        "a.docx",
        word(
            p("Loket buka.")
            + f"<w:p><w:pPr>{gone}</w:pPr><w:del><w:r><w:delText>Loket tutup.</w:delText></w:r>"
            "</w:del></w:p>"
            "<w:p><w:moveFrom><w:r><w:t>Kertas habis.</w:t></w:r></w:moveFrom></w:p>"
            "<w:p><w:moveTo><w:r><w:t>Kertas habis.</w:t></w:r></w:moveTo></w:p>"
            + f'<w:p><w:pPr>{gone}</w:pPr><w:r><w:t xml:space="preserve">Kipas </w:t></w:r></w:p>'
            + p("angin mati.")
        ),
    )
    assert document.text == "Loket buka.\n\nKertas habis.\n\nKipas angin mati."


def test_deleted_rows_are_gone(read: Reader) -> None:
    document = read(
        "a.docx",
        word(
            table(
                cell("Loket") + cell("Kendala"),
                "<w:trPr><w:del w:id='1'/></w:trPr>" + cell("Loket A") + cell("Sepi"),
                cell("Loket B") + cell("Kertas habis"),
            )
        ),
    )
    assert columns(document) == [{"Loket": "Loket B", "Kendala": "Kertas habis"}]


def test_a_text_box_stands_once_and_apart(read: Reader) -> None:
    box = f"<w:txbxContent>{p('DRAF CONTOH')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read(
        "a.docx", word(f"<w:p><w:r><w:t>Kertas habis.</w:t></w:r>{both}</w:p>{p('Beli lagi.')}")
    )
    assert document.text == "Kertas habis.\n\nDRAF CONTOH\n\nBeli lagi."


def test_content_controls_around_cells_rows_and_words_lose_nothing(read: Reader) -> None:
    def held(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    rows = (
        f"<w:tr>{cell('Loket')}{cell('Kendala')}</w:tr>"
        f"<w:tr>{held(cell('Loket A'))}{cell('Kertas habis')}</w:tr>"
        + held(f"<w:tr>{cell('Loket B')}{cell('Kipas mati')}</w:tr>")
    )
    document = read("a.docx", word(held(p("Catatan contoh")) + f"<w:tbl><w:tblPr/>{rows}</w:tbl>"))
    assert document.title == "Catatan contoh"
    assert columns(document) == [
        {"Loket": "Loket A", "Kendala": "Kertas habis"},
        {"Loket": "Loket B", "Kendala": "Kipas mati"},
    ]


def test_a_document_of_word_for_the_web_is_read(read: Reader) -> None:
    document = read("a.docx", word(p("Kertas habis."), main="word/document2.xml"))
    assert document.text == "Kertas habis."


def test_strict_open_xml_is_read(read: Reader) -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word(p("Kendala", "", "<w:b/>") + p("Kertas habis.")))) as old,
        zipfile.ZipFile(buffer, "w") as strict,
    ):
        for name in old.namelist():
            content = old.read(name).decode()
            content = content.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            content = content.replace(
                OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            strict.writestr(name, content)
    assert sections(read("a.docx", buffer.getvalue())) == [("Kendala", "Kertas habis.")]


@pytest.mark.parametrize("broken", ["<w:p><w:r><w:t>A & B</w:t></w:r></w:p>", "<w:p>", "\x01"])
def test_a_text_that_is_not_well_formed_is_a_damaged_file(read: Reader, broken: str) -> None:
    with pytest.raises(UnreadableFile, match="the Word document is damaged"):
        read("a.docx", word(p("Kertas habis.") + broken))


def test_comments_are_no_text(read: Reader) -> None:
    remark = '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    assert read("a.docx", word(f"<w:p>{remark}<w:r><w:t>Kertas habis.</w:t></w:r></w:p>")).text == (
        "Kertas habis."
    )
