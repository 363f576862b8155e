"""What else an office keeps: OpenDocument, Rich Text, slides, mails, old documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pptx
import pytest
from tests.corpus.outlook import outlook_mail

from telusur.corpus import Document
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("draw", "drawing"),
    )
)  # fmt: skip


def odt(body: str, *, automatic: str = "", styles: str = "", manifest: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", f"<m>{manifest}</m>")
        archive.writestr("styles.xml", f"<office:document-styles {NAMES}>{styles}"
                         "</office:document-styles>")  # fmt: skip
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
    return buffer.getvalue()


def columns(document: Document) -> list[dict[str, str]]:
    return [
        {cell.header: document.text[cell.start : cell.end] for cell in one.cells}
        for one in document.passages
        if one.form == "row"
    ]


def sections(document: Document) -> list[tuple[str, str]]:
    return [(one.section, one.text) for one in document.passages if one.form != "row"]


def test_opendocument_text_is_read_with_headings_lists_and_merged_cells(read: Reader) -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"

    bold = (
        '<style:style style:name="P1"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    document = read(
        "a.odt",
        odt(
            '<text:h text:outline-level="1">Catatan contoh</text:h>'
            '<text:p text:style-name="P1">Kendala</text:p>'
            "<text:list><text:list-item><text:p>Kertas<text:s text:c='2'/>habis</text:p>"
            "</text:list-item></text:list>"
            "<text:tracked-changes><text:deletion><text:p>Loket tutup.</text:p></text:deletion>"
            "</text:tracked-changes>"
            '<text:p>Kipas mati.<text:note><text:note-body><text:p>Diukur pagi.</text:p>'
            "</text:note-body></text:note></text:p>"
            "<table:table><table:table-row>" + cell("Loket") + cell("Kendala")
            + "</table:table-row><table:table-row>"
            + cell("Loket A", 'table:number-rows-spanned="2"') + cell("Antre")
            + "</table:table-row><table:table-row><table:covered-table-cell/>" + cell("Panas")
            + "</table:table-row></table:table>",
            automatic=bold,
        ),
    )  # fmt: skip
    assert document.title == "Catatan contoh"
    assert sections(document) == [
        ("Kendala", "Kertas habis"),
        ("Kendala", "Kipas mati."),
        ("Catatan kaki", "Diukur pagi."),
    ]
    assert columns(document) == [{"Loket": "Loket A", "Kendala": "Antre"}, {"Kendala": "Panas"}]


def test_a_page_header_of_an_opendocument_marks_it(read: Reader) -> None:
    header = "<style:header><text:p>RAHASIA</text:p></style:header>"
    assert read("a.odt", odt("<text:p>Kertas habis.</text:p>", styles=header)).confidential


def test_an_opendocument_with_a_password_is_told(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read("a.odt", odt("<text:p>x</text:p>", manifest="<manifest:encryption-data/>"))


@pytest.mark.parametrize("data", [b"x", b"PK\x03\x04", odt("<text:p>A & B</text:p>")])
def test_a_damaged_opendocument_is_told(read: Reader, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="the text document is damaged"):
        read("a.odt", data)


def test_rich_text_is_read_with_its_tables(read: Reader) -> None:
    document = read(
        "a.rtf",
        rb"{\rtf1\ansi{\header\pard Halaman\par}Kertas habis.\par "
        rb"\trowd Loket\cell Kendala\cell\row \trowd Loket A\cell Kipas mati\cell\row\pard }",
    )
    assert sections(document) == [("", "Kertas habis.")]
    assert columns(document) == [{"Loket": "Loket A", "Kendala": "Kipas mati"}]


@pytest.mark.parametrize(
    "part",
    [rb"{\header\pard RAHASIA\par}", rb"{\info{\title Loket}{\subject RAHASIA}}"],
)
def test_rich_text_is_confidential_by_its_header_or_properties(read: Reader, part: bytes) -> None:
    assert read("a.rtf", rb"{\rtf1\ansi" + part + rb"Kertas habis.\par}").confidential


def test_rich_text_that_is_cut_off_is_told(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read("a.rtf", rb"{\rtf1\ansi{\fonttbl Kertas habis.\par")


def slides() -> pptx.presentation.Presentation:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Kendala"
    slide.placeholders[1].text_frame.text = "Kertas habis"
    slide.placeholders[1].text_frame.add_paragraph().text = "Kipas mati"
    return deck


def saved(deck: pptx.presentation.Presentation) -> bytes:
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def test_slides_are_read_with_their_titles_items_tables_and_notes(read: Reader) -> None:
    deck = slides()
    other = deck.slides.add_slide(deck.slide_layouts[5])
    other.shapes.title.text = "Tabel"
    table = other.shapes.add_table(2, 2, 0, 0, 100, 100).table
    for at, words in enumerate(("Loket", "Saran", "Loket A", "Beli kertas")):
        table.cell(at // 2, at % 2).text = words
    other.notes_slide.notes_text_frame.text = "Dicatat pagi."
    document = read("a.pptx", saved(deck))
    assert document.title == "Kendala"
    assert sections(document) == [
        ("Kendala", "Kertas habis"), ("Kendala", "Kipas mati"), ("Tabel", "Dicatat pagi."),
    ]  # fmt: skip
    assert columns(document) == [{"Loket": "Loket A", "Saran": "Beli kertas"}]


def test_a_hidden_slide_is_not_read_and_named(read: Reader) -> None:
    deck = slides()
    other = deck.slides.add_slide(deck.slide_layouts[5])
    other.shapes.title.text = "Lama"
    other._element.set("show", "0")
    document = read("a.pptx", saved(deck))
    assert "Lama" not in document.text
    assert [one.what for one in document.remarks] == ["1 hidden slides are not read"]


def mail(**head: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Catatan loket contoh"
    message["Date"] = "Tue, 05 Mar 2024 09:05:00 +0700"
    for name, value in head.items():
        message[name] = value
    message.set_content("Kendala:\n\n- Kertas habis\n- Kipas mati\n")
    return message


def test_a_mail_is_its_text_and_names_what_is_attached_and_not_read(read: Reader) -> None:
    message = mail()
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="laporan.pdf")
    document = read("a.eml", bytes(message))
    assert (document.title, str(document.published)) == ("Catatan loket contoh", "2024-03-05")
    assert sections(document) == [("Kendala:", "Kertas habis"), ("Kendala:", "Kipas mati")]
    (remark,) = document.remarks
    assert remark.path == "corpus/a.eml"
    assert "what is attached, `laporan.pdf`, is not read: the PDF is damaged" in remark.what


def test_what_is_attached_to_a_mail_is_a_report_with_the_mail_for_its_source(read: Reader) -> None:
    message = mail(Sensitivity="Private")
    for number in range(10):
        words = f"Kendala:\n\n- Kertas loket {number} habis\n"
        message.add_attachment(words, filename=f"../Catatan {number}.txt")
    document = read("a.eml", bytes(message))
    assert [one.path for one in document.attached][:2] == [
        "a.eml/.. Catatan 0.txt", "a.eml/.. Catatan 1.txt",
    ]  # fmt: skip
    assert len({one.id for one in document.attached} | {document.id}) == 11
    for number, one in enumerate(document.attached):
        assert sections(one) == [("Kendala:", f"Kertas loket {number} habis")]
        assert one.attached_to == document.id
        assert one.source == "Lampiran surel “Catatan loket contoh”"
        assert one.published == document.published
        assert one.confidential


def test_the_sender_of_a_mail_is_its_source(read: Reader) -> None:
    for head, source in (
        ('"Wulan Contoh" <wulan@contoh.example>', "Surel dari Wulan Contoh"),
        ("=?utf-8?q?Wul=C3=A1n_Contoh?= <w@contoh.example>", "Surel dari Wulán Contoh"),
        ("wulan@contoh.example", "Surel dari wulan@contoh.example"),
    ):
        assert read("a.eml", bytes(mail(From=head))).source == source
    assert read("b.eml", bytes(mail())).source is None
    named = {0x0037: "Umum", 0x1000: "Loket buka.", 0x0C1A: "Wulan Contoh"}
    assert read("a.msg", outlook_mail(named, {})).source == "Surel dari Wulan Contoh"


def test_mails_in_mails_are_read_down_to_a_bound(read: Reader) -> None:
    message = mail()
    for _ in range(5):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    document = read("a.eml", bytes(message))
    assert len(document.attached) == 3
    assert any("3 mails within each other" in one.what for one in document.remarks)


def test_a_mail_that_is_a_web_page_is_read(read: Reader) -> None:
    message = mail()
    message.set_content("<h2>Kendala</h2><p>Kertas habis.</p>", subtype="html")
    assert sections(read("a.eml", bytes(message))) == [("Kendala", "Kertas habis.")]


def test_a_mail_of_outlook_is_read_with_what_is_attached(read: Reader) -> None:
    message = outlook_mail(
        {0x0037: "Catatan loket contoh", 0x1000: "Kendala:\n\n- Kertas habis\n", 0x0C1A: "Contoh"},
        {
            "Catatan.txt": b"Kendala:\n\n- Kipas mati\n",
            "Panjang.txt": b"Kendala:\n\n" + b"- Loket tutup lebih awal dari jadwal\n" * 500,
            "gambar.xyz": b"?",
        },
        {0x0036: 2},
    )
    document = read("a.msg", message)
    assert document.title == "Catatan loket contoh"
    assert sections(document) == [("Kendala:", "Kertas habis")]
    assert document.confidential == "“Sensitivity: Private” (head of the mail)"
    first, second = document.attached
    assert (first.path, first.source) == (
        "a.msg/Catatan.txt",
        "Lampiran surel “Catatan loket contoh”",
    )
    assert sections(first) == [("Kendala:", "Kipas mati")]
    assert len(sections(second)) == 500
    assert first.confidential
    assert any("gambar.xyz" in one.what for one in document.remarks)
    assert not read("b.msg", outlook_mail({0x0037: "Umum", 0x1000: "Loket buka."}, {})).confidential


def test_a_damaged_mail_of_outlook_is_named(read: Reader) -> None:
    message = outlook_mail({0x0037: "Judul", 0x1000: "Isi. " * 2000}, {"a.txt": b"Isi." * 3000})
    for broken in (message[:600], message[: len(message) // 2], message.replace(b"_\0", b"x\0")):
        with pytest.raises(UnreadableFile):
            read("a.msg", broken)


def test_a_mail_is_confidential_by_its_head(read: Reader) -> None:
    assert read("a.eml", bytes(mail(Sensitivity="Company-Confidential"))).confidential
    assert not read("b.eml", bytes(mail())).confidential


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def test_an_old_document_without_libreoffice_is_told_with_the_remedy(
    read: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match=r"LibreOffice, which is not installed. Save it as"):
        read("a.doc", OLD)


def test_an_old_document_is_read_by_libreoffice(
    read: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    converted = docx.Document()
    converted.add_paragraph("Kertas habis.")
    converted.save(str(tmp_path / "made.docx"))
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\ncp {tmp_path}/made.docx "$7/laporan.docx"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert read("a.doc", OLD).text == "Kertas habis."


@pytest.mark.parametrize(
    ("data", "nature"),
    [(rb"{\rtf1 x}", "an RTF document"), (b"<html><body>x", "a web page"), (b"%PDF-1.4", "a PDF")],
)
def test_what_is_only_called_doc_is_told(read: Reader, data: bytes, nature: str) -> None:
    with pytest.raises(UnreadableFile, match=f"`.doc` but is {nature}"):
        read("a.doc", data)
