from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from telusur.corpus import Document
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def report() -> docx.document.Document:
    document = docx.Document()
    document.core_properties.title = ""
    document.add_heading("Laporan kunjungan", level=1)
    document.add_paragraph("Jaringan lambat. Listrik padam.")
    document.add_heading("Kendala", level=2)
    document.add_paragraph("Alat rusak.", style="List Bullet")
    document.add_paragraph("Petugas kurang.", style="List Bullet")
    document.add_paragraph("Langkah satu.", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells],
        ["Temuan", "Usul", "Loket | sempit", "Perluas.\nSegera."],
        strict=True,
    ):
        cell.text = words
    return document


@pytest.mark.need("N-READ-1")
def test_headings_lists_and_tables_of_word_are_kept(read: Reader) -> None:
    document = read("a.docx", saved(report()))
    assert document.title == "Laporan kunjungan"
    assert document.text == (
        "Laporan kunjungan\n\nJaringan lambat. Listrik padam.\n\nKendala\n\n"
        "- Alat rusak.\n- Petugas kurang.\n\n1. Langkah satu.\n\n"
        "Temuan | Usul\nLoket | sempit | Perluas. Segera."
    )
    assert [(p.form, p.section) for p in document.passages] == [
        ("sentence", "Laporan kunjungan"),
        ("sentence", "Laporan kunjungan"),
        ("item", "Kendala"),
        ("item", "Kendala"),
        ("item", "Kendala"),
        ("row", "Kendala"),
    ]
    assert [cell.header for cell in document.passages[-1].cells] == ["Temuan", "Usul"]


def test_the_title_among_the_properties_comes_before_the_first_heading(read: Reader) -> None:
    document = report()
    document.core_properties.title = "Judul resmi"
    assert read("a.docx", saved(document)).title == "Judul resmi"


def test_a_paragraph_in_the_style_title_is_a_heading(read: Reader) -> None:
    document = docx.Document()
    document.core_properties.title = ""
    document.add_heading("Judul besar", level=0)
    document.add_paragraph("Jaringan lambat.")
    assert read("a.docx", saved(document)).title == "Judul besar"


def test_tables_in_tables_are_kept(read: Reader) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Temuan", "Rincian"
    table.cell(1, 0).text = "Alat rusak"
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Kamera", "2"
    assert read("a.docx", saved(document)).text == "Temuan | Rincian\nAlat rusak | Kamera – 2"


def test_text_boxes_and_tracked_changes_are_read_as_they_stand(read: Reader) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Jaringan ")
    paragraph._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t>sangat lambat.</w:t></w:r>'
            "</w:ins>"
        )
    )
    paragraph._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText>cepat</w:delText></w:r>'
            "</w:del>"
        )
    )
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    document.add_paragraph("Loket tutup.")._p.append(
        parse_xml(
            f'<w:r {nsdecls("w", "a", "wp")} xmlns:wps="{shape}"><w:drawing><wp:anchor><a:graphic>'
            "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Listrik padam.</w:t>"
            "</w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
            "</wp:anchor></w:drawing></w:r>"
        )
    )
    assert read("a.docx", saved(document)).text == (
        "Jaringan sangat lambat.\n\nLoket tutup.\n\nListrik padam."
    )


def test_a_footnote_is_read_without_its_marks(read: Reader) -> None:
    document = docx.Document()
    document.add_paragraph("Jaringan lambat.").add_run("TANDA")
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = (
        f'<w:footnotes xmlns:w="{word}"><w:footnote w:id="5"><w:p><w:r><w:t>Diukur pagi.</w:t>'
        "</w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    changes = {
        "word/document.xml": ("<w:t>TANDA</w:t>", '<w:footnoteReference w:id="5"/>'),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>',
        ),
    }
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(document))) as old,
        zipfile.ZipFile(buffer, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            content = content.replace(*changes.get(name, ("", "")), 1)
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", notes)
    assert read("a.docx", buffer.getvalue()).text == (
        "Jaringan lambat.\n\nCatatan kaki\n\n1. Diukur pagi."
    )


def picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x00")
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def test_pictures_alone_are_no_words(read: Reader) -> None:
    document = docx.Document()
    document.add_picture(io.BytesIO(picture()))
    with pytest.raises(UnreadableFile, match="no words in it, at most pictures"):
        read("a.docx", saved(document))


@pytest.mark.parametrize("data", [b"bukan docx", saved(report())[:2000]])
def test_a_damaged_document_is_told(read: Reader, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"corpus/a\.docx: the Word document is damaged"):
        read("a.docx", data)


def test_an_archive_of_something_else_is_told(read: Reader) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("isi.txt", "isi")
    with pytest.raises(UnreadableFile, match="damaged"):
        read("a.docx", buffer.getvalue())


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.need("N-READ-2")
def test_a_document_with_a_password_is_told(read: Reader) -> None:
    locked = OLD_OFFICE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read("a.docx", locked)


def test_an_old_document_under_a_new_name_is_told(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match=r"`\.docx` but is an old Office document"):
        read("a.docx", OLD_OFFICE + b"\x00" * 600)
