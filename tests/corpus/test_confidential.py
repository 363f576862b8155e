"""A report that says of itself that it is confidential."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from tests.corpus.test_pdf import pdf

from telusur.corpus import Document, check_front_matter, read_report
from telusur.corpus.statements.confidential import (
    is_mark,
    is_mark_in_title,
    mark_in,
    mark_in_path,
)
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]
HEAD = "KOTA CONTOH\nDINAS CONTOH\n\n{mark}\nNomor : 1/2/2021\n\nJaringan lambat di loket.\n"
_LINES = (Path(__file__).parent / "marks.txt").read_text("utf-8").replace("\\t", "\t").split("\n#")
MARKS, NO_MARKS = (part.strip().split("\n")[1:] for part in _LINES)


def said(document: Document) -> str | None:
    """The words of a report's mark, without its place."""
    return document.confidential and document.confidential.rpartition(" (")[0].strip("“”")


@pytest.mark.need("N-READ-7")
@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_that_a_person_would_see_is_known(mark: str) -> None:
    assert is_mark(mark)


@pytest.mark.parametrize("line", NO_MARKS)
def test_words_of_running_text_are_no_marks(line: str, read: Reader) -> None:
    assert not is_mark(line)
    assert read("a.txt", HEAD.format(mark=line)).confidential is None


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("mark", ["RAHASIA", "Sifat : Rahasia", "DOKUMEN RAHASIA", "R A H A S I A"])
@pytest.mark.parametrize(
    "place", ["{mark}\n\n{text}", "{text}\n\n{mark}", "{text}\n\n{mark}\n\n{text}"]
)
def test_a_mark_counts_wherever_it_stands(place: str, mark: str, name: str, read: Reader) -> None:
    text = "Jaringan lambat di loket.\n\n" * 40
    html = (place.format(mark=mark, text=text)).replace("\n\n", "<p>") if "html" in name else None
    document = read(name, html or place.format(mark=mark, text=text))
    assert said(document) == mark


def test_a_mark_is_told_with_its_line(read: Reader) -> None:
    assert read("a.md", HEAD.format(mark="**RAHASIA**")).confidential == "“RAHASIA” (line 4)"
    note = f"---\ntitle: Catatan\n---\n\n{HEAD.format(mark='RAHASIA')}"
    assert read("a.md", note).confidential == "“RAHASIA” (line 8)"


def test_a_word_that_a_wrapped_sentence_ends_in_is_no_mark() -> None:
    assert mark_in(["Kuota layanan ini sejak lama", "terbatas."]) is None
    assert mark_in(["Data itu menurut petugas", "tidak boleh disebarkan kepada umum."]) is None
    assert mark_in(["Kepala dinas.", "", "terbatas"]) is not None


def test_what_is_forbidden_of_another_thing_may_go_on_in_the_next_line() -> None:
    assert mark_in(["Kode OTP bersifat rahasia;", "jangan disebarkan."]) is None
    assert mark_in(["Laporan memuat kode OTP;", "jangan disebarkan."]) is not None


@given(st.text(max_size=200))
def test_any_line_is_judged(line: str) -> None:
    assert is_mark(line) in (True, False)
    assert is_mark_in_title(line) in (True, False)


@given(st.sampled_from(["RAHASIA", "KONFIDENSIAL", "SANGAT RAHASIA"]), st.data())
def test_signs_that_nobody_sees_hide_no_mark(mark: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(mark)))
    sign = data.draw(
        st.sampled_from(["\u200b", "\u00ad", "\u2060", "&shy;", "**", "\u0332", "<b>"])
    )
    assert is_mark(mark[:at] + sign + mark[at:])


@pytest.mark.parametrize(
    "path",
    [
        "rahasia/a.md", "2024/RAHASIA_mpp.md", "catatan-rahasia.md", "2024/terbatas/a.md",
        "laporan-terbatas.txt", "x/Laporan(Rahasia).html", "internal/b.md", "[CONFIDENTIAL]x.md",
        "arsip-rahasia-2024/a.md", "catatan_loket_KONFIDENSIAL.txt", "Dokumen Rahasia/x.md",
        "x/Catatan loket - TERBATAS.md", "R A H A S I A/x.md", "TERBATAS-loket.md",
    ],
)  # fmt: skip
def test_folders_and_file_names_mark_what_they_hold(path: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Jaringan lambat.", "utf-8")
    document = read_report(tmp_path / "a.md", relative=path, id="x", abbreviations=())
    assert document.confidential is not None
    assert document.confidential.endswith((" (file name)", " (folder name)"))


@pytest.mark.parametrize(
    "path",
    [
        "2024/kuota-terbatas.md", "menjaga-rahasia-pribadi.md", "tidak-rahasia/a.md",
        "2024/mpp-kota.md", "jaringan_terbatas.md", "rahasia-dagang.md", "kendala-internal.md",
    ],
)  # fmt: skip
def test_names_about_something_else_do_not(path: str) -> None:
    assert mark_in_path(path) is None


@pytest.mark.parametrize(
    "title", ["Catatan (Rahasia)", "[Rahasia] Catatan", "Laporan Rahasia MPP", "Nota – Terbatas"]
)
def test_titles_and_headings_mark_a_report(title: str, read: Reader) -> None:
    assert read("a.md", f'---\ntitle: "{title}"\n---\n\nJaringan lambat.\n').confidential
    assert read("a.md", f"# {title}\n\nJaringan lambat.\n").confidential
    assert read("a.html", f"<title>{title}</title><p>Jaringan lambat.").confidential


@pytest.mark.parametrize("title", ["Menjaga Rahasia Pribadi Warga", "Kuota Terbatas di Loket"])
def test_titles_about_something_else_do_not(title: str, read: Reader) -> None:
    assert read("a.md", f"# {title}\n\nJaringan lambat.\n").confidential is None


@pytest.mark.need("N-READ-7")
@pytest.mark.parametrize(
    ("key", "mark"),
    [
        ("confidential: true", "confidential: true"), ("rahasia: ya", "rahasia: true"),
        ("rahasia: Ya", "rahasia: true"), ("confidential: yes", "confidential: true"),
        ("rahasia: iya", "rahasia: true"), ("Rahasia: benar", "rahasia: true"),
        ("RAHASIA: 1", "rahasia: true"), ("rahasia: Rahasia", "rahasia: true"),
        ("sifat: Sangat Rahasia", "sifat: true"), ("klasifikasi: terbatas", "klasifikasi: true"),
        ("Klasifikasi: Konfidensial", "klasifikasi: true"), ("sifat: penting", None),
        ("rahasia: tidak", None), ("confidential: false\nrahasia: ya", "rahasia: true"),
        ("sifat: biasa", None),
    ],
)  # fmt: skip
def test_front_matter_marks_a_report(key: str, mark: str | None, read: Reader) -> None:
    text = f"---\ntitle: Catatan\n{key}\n---\n\nJaringan lambat.\n"
    assert said(read("a.md", text)) == mark


def test_front_matter_has_the_last_word(read: Reader) -> None:
    body = HEAD.format(mark="RAHASIA")
    assert read("a.md", f"---\nrahasia: tidak\n---\n\n{body}").confidential is None
    assert said(read("a.md", f"---\nsifat: biasa\n---\n\n{body}")) == "RAHASIA"
    assert said(read("a.md", f"---\ntitle: Catatan\n---\n\n{body}")) == "RAHASIA"


@pytest.mark.parametrize("value", ["mungkin", "", " # nanti", "[ya]"])
@pytest.mark.parametrize("key", ["rahasia", "sifat"])
def test_a_wrong_value_is_a_mistake_with_its_line(
    key: str, value: str, read: Reader, tmp_path: Path
) -> None:
    text = f"---\ntitle: Catatan\n{key}: {value}\n---\n\nJaringan lambat.\n"
    with pytest.raises(UnreadableFile, match=rf"corpus/a\.md:3: `{key}`.*`true` \(ya\)"):
        read("a.md", text)
    assert len(check_front_matter(tmp_path / "a.md", "a.md")) == 1


BODY = "title: t\nrahasia: ya\n"


@pytest.mark.parametrize(
    "text",
    [
        f"\n---\n{BODY}---\n\nLambat.", f" ---\n{BODY}---\n\nLambat.",
        f"\ufeff\n\u200b---\n{BODY}---\n\nLambat.", f"-----\n{BODY}-----\n\nLambat.",
        f"# Catatan\n\n---\n{BODY}---\n\nLambat.", f"{BODY}\nLambat.",
    ],
)  # fmt: skip
def test_front_matter_is_read_though_it_is_not_written_as_it_should(
    text: str, read: Reader
) -> None:
    assert read("a.md", text).confidential


@pytest.mark.parametrize(
    "text",
    [
        "---\njudul laporan: t\nrahasia: ya\n---\n\nLambat.",
        "---\ntitle:\tt\n\trahasia: ya\n---\n\nA.",
        f"+++\n{BODY}+++\n\nLambat.", f"***\n{BODY}***\n\nLambat.", f"—\n{BODY}—\n\nLambat.",
        f"```yaml\n{BODY}```\n\nLambat.", f"---\n{BODY}\nLambat.", f"---\n{BODY}+++\n\nLambat.",
        "---\njudul: t\nlainnya:\n  rahasia: ya\n---\n\nLambat.",
        "+++\ntitle = 't'\nrahasia = 'mungkin'\n+++\n\nLambat.",
        '---\n{"title": "t", "rahasia": true}\n\nLambat.',
    ],
)  # fmt: skip
def test_what_looks_like_front_matter_and_cannot_be_read_is_never_public(
    text: str, read: Reader
) -> None:
    try:
        marked = read("a.md", text).confidential
    except UnreadableFile as error:
        marked = f"unreadable, line {error.problems[0].line}"
    assert marked
    assert "None" not in marked


def word(
    *,
    header: str = "",
    watermark: str = "",
    row: tuple[str, ...] = (),
    drawn: str = "",
    body: str = "",
) -> bytes:
    document = docx.Document()
    document.add_paragraph("Jaringan lambat di loket.")
    if body:
        document.add_paragraph(body)
    if row:
        for cell, words in zip(document.add_table(1, len(row)).rows[0].cells, row, strict=True):
            cell.text = words
    margin = document.sections[0].header
    margin.paragraphs[0].text = header
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    run = margin.paragraphs[0].add_run()._r
    if watermark:
        run.append(
            parse_xml(
                f'<w:pict {names}><v:shape><v:textpath string="{watermark}"/></v:shape></w:pict>'
            )
        )
    if drawn:
        run.append(
            parse_xml(
                f"<w:drawing {names}><wps:wsp><wps:txbx><w:txbxContent>"
                f"<w:p><w:r><w:t>{drawn}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
                f"<a:p><a:r><a:t>{drawn}</a:t></a:r></a:p></wps:wsp></w:drawing>"
            )
        )
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_word_documents_are_marked_in_text_header_or_watermark(read: Reader) -> None:
    assert said(read("a.docx", word(row=("Sifat", ":", "Rahasia")))) == "Sifat | : | Rahasia"
    assert read("a.docx", word(header="RAHASIA")).confidential == "“RAHASIA” (page header)"
    assert read("a.docx", word(watermark="RAHASIA")).confidential == "“RAHASIA” (page header)"
    assert read("a.docx", word(drawn="RAHASIA")).confidential == "“RAHASIA” (page header)"
    assert said(read("a.docx", word(body="Sifat :\tRahasia"))) == "Sifat : Rahasia"
    assert read("a.docx", word(header="Laporan", watermark="KONSEP")).confidential is None


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        ("word/comments.xml", '<c xmlns:w="w"><w:p><w:r><w:t>RAHASIA</w:t></w:r></w:p></c>'),
        ("docProps/custom.xml", '<P><property name="Klasifikasi"><v>Rahasia</v></property></P>'),
        (
            "docProps/custom.xml",
            '<P><property name="MSIP_Label_1_Name"><v>Confidential</v></property></P>',
        ),
        ("word/diagrams/data1.xml", "<d><p><r><t>SANGAT RAHASIA</t></r></p></d>"),
        ("word/footer9.xml", '<f><p><docPr descr="Cap RAHASIA"/></p></f>'),
    ],
)  # fmt: skip
def test_word_documents_are_marked_in_all_their_parts(part: str, xml: str, read: Reader) -> None:
    buffer = io.BytesIO(word())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(part, xml)
    assert read("a.docx", buffer.getvalue()).confidential


def test_a_pdf_is_marked_by_a_line_that_its_paragraphs_swallow(read: Reader) -> None:
    first = [(72, 810, "RAHASIA"), (72, 796, "CATATAN LOKET"), (72, 760, "Jaringan lambat.")]
    again = [(72, 810, "RAHASIA"), (72, 796, "CATATAN LOKET"), (72, 760, "Listrik padam.")]
    assert read("a.pdf", pdf(first, again)).confidential == "“RAHASIA” (page 1)"
    assert read("b.pdf", pdf(first[1:], again[1:])).confidential is None
    assert read("c.pdf", pdf(first[1:], again)).confidential == "“RAHASIA” (page 2)"


def test_a_pdf_is_marked_by_words_that_stand_side_by_side(read: Reader) -> None:
    page = [(72, 700, "Sifat"), (200, 700, ":"), (300, 700, "Rahasia"), (72, 500, "Lambat sekali.")]
    assert read("a.pdf", pdf(page)).confidential


@pytest.mark.parametrize(
    "page",
    [
        "<p>Sifat : Terbatas</p><p>Lambat.</p>", "<header><p>RAHASIA</p></header><p>Lambat.</p>",
        "<p>Lambat.</p><footer>RAHASIA</footer>", "<title>RAHASIA</title><p>Lambat.</p>",
        "<p>Lambat.</p><img src=cap.png alt=RAHASIA>", "<!-- RAHASIA --><p>Lambat.</p>",
        "<meta name=classification content=Rahasia><p>Lambat.</p>",
        "<table><tr><td>Sifat<td>:<td><b>Rahasia</b></table><p>Lambat.</p>",
        "<style>body::before{content:'RAHASIA'}</style><p>Lambat.</p>",
        "<div><b>RA</b><i>HASIA</i></div><p>Lambat.</p>", "<nav hidden>RAHASIA</nav><p>Lambat.</p>",
        "<div data-sifat=rahasia><p>Lambat.</p></div>", "<p>Lambat.<br>RAHASIA<br>Padam.</p>",
        "<p>Lambat.</p><div class=rahasia>x</div>", "<p>L.</p><aside>Dokumen ini rahasia.</aside>",
    ],
)  # fmt: skip
def test_a_web_page_is_marked_wherever_it_says_so(page: str, read: Reader) -> None:
    assert read("a.html", f"<html><body>{page}</body></html>").confidential


def test_markdown_is_marked_in_its_pictures_tables_and_raw_html(read: Reader) -> None:
    for mark in (
        "![RAHASIA](cap.png)", "<header>RAHASIA</header>", "> **RAHASIA**",
        "| Nomor | Sifat |\n|---|---|\n| 1/2021 | Rahasia |", "<!-- RAHASIA -->",
        "Laporan ini hanya untuk\nkalangan internal.",
    ):  # fmt: skip
        assert read("a.md", f"# Catatan\n\n{mark}\n\nLambat.\n").confidential, mark
