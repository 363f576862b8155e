from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import docx
import pytest

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


@pytest.mark.parametrize("data", [b"", b"bukan docx", saved(report())[:2000]])
def test_a_damaged_document_is_told(read: Reader, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"corpus/a\.docx: the Word document is damaged"):
        read("a.docx", data)


def test_an_archive_of_something_else_is_told(read: Reader) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("isi.txt", "isi")
    with pytest.raises(UnreadableFile, match="damaged"):
        read("a.docx", buffer.getvalue())


def test_a_document_with_a_password_is_told(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
