"""The Word document: numbers that Word counts, references that follow, the official form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from docx.shared import Mm
from export.conftest import draft
from export.readers import W, Word, tokens
from lxml import etree

from telusur.draft import Regulation, read_draft
from telusur.exchange.importing import import_draft
from telusur.export.docx import docx

SAMPLE = Path(__file__).parents[2] / "draft"
PRINTED = {
    "bab": "BAB {}", "bagian": "Bagian", "paragraf": "Paragraf {}", "pasal": "Pasal {}",
    "ayat": "({})", "huruf": "{}.", "angka": "{}.", "subhuruf": "{})", "subangka": "{})",
}  # fmt: skip


def edited(content: bytes, change: Callable[[str], str]) -> Word:
    """The document after its text has been edited, as one does in Word."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                part = change(part.decode("utf-8")).encode("utf-8")
            target.writestr(name, part)
    return Word(packed.getvalue())


def test_word_counts_every_number_of_the_sample_draft() -> None:
    regulation = read_draft(SAMPLE)
    labels = [each.label for each in Word(docx(regulation)).paragraphs if each.label]
    items = len(regulation.preamble.considerations) + len(regulation.preamble.bases)
    assert labels[items:] == [PRINTED[c.level].format(c.number) for c in regulation.clauses]
    assert labels[:items] == ["a.", "b.", "c.", "d.", *(f"{n}." for n in range(1, 9))]


def test_a_number_that_word_would_not_count_is_typed_and_the_rest_is_counted(
    regulation: Regulation,
) -> None:
    paragraphs = Word(docx(regulation)).paragraphs
    styles = ("Heading1", "Heading4", "Ayat", "Definisi", "Huruf", "Angka")
    typed = [each.text for each in paragraphs if each.style in styles and not each.label]
    assert [text[:9] for text in typed] == ["(2a) Peng", "Pasal 4A"]
    after = [each.label for each in paragraphs if each.style == "Heading4"]
    assert after == ["Pasal 1", "Pasal 2", "Pasal 3", "Pasal 4", "", "Pasal 5", "Pasal 6"]
    below_typed = [each.label for each in paragraphs if each.text in ("di pintu; dan", "di laman.")]
    assert below_typed == ["a.", "b."]


def test_numbers_and_references_follow_what_is_inserted_in_word(regulation: Regulation) -> None:
    content = docx(regulation)
    pasal = '<w:p><w:pPr><w:pStyle w:val="Heading4"/></w:pPr>'
    ayat = '<w:p><w:pPr><w:pStyle w:val="Ayat"/></w:pPr>'

    def insert(text: str) -> str:
        before, after = text.split(pasal, 1)
        text = f"{before}{pasal}</w:p>{pasal}{after}"
        before, after = text.split(ayat, 1)
        return f"{before}{ayat}<w:r><w:t>Baru.</w:t></w:r></w:p>{ayat}{after}"

    word = edited(content, insert)
    headings = [each.label for each in word.paragraphs if each.style == "Heading4"]
    assert headings == [*(f"Pasal {n}" for n in range(1, 6)), "", "Pasal 6", "Pasal 7"]
    computed = [each.computed for each in word.references]
    assert computed == ["(2)", "a", "1", "(3)", "Pasal 3", "(2)", "Pasal 3", "(2a)", "b", "Pasal 4"]


def test_paragraf_and_items_begin_anew_below_what_stands_higher(tmp_path: Path) -> None:
    text = "\n\n".join(
        "# BAB: X\n\n## Bagian: Y\n\n### Paragraf: Z\n\n#### Pasal\n\n(1) Satu:\n\n"
        f"    a. x; dan\n\n    b. y.\n\n(2) Dua:\n\n    a. z {n}."
        for n in range(3)
    )
    labels = [each.label for each in Word(docx(draft(tmp_path, text))).paragraphs]
    assert labels == [
        label
        for n, bab in enumerate(("I", "II", "III"), start=1)
        for label in (
            f"BAB {bab}", "Bagian", "Paragraf 1", f"Pasal {n}", "(1)", "a.", "b.", "(2)", "a.",
        )
    ]  # fmt: skip


def test_fields_show_what_word_will_compute(regulation: Regulation) -> None:
    references = Word(docx(regulation)).references
    assert [each.shown for each in references] == [
        "(1)", "a", "1", "(2)", "Pasal 2", "(1)", "Pasal 2", "(2a)", "b", "Pasal 3",
    ]  # fmt: skip
    assert [each.computed for each in references] == [each.shown for each in references]


def test_references_of_the_sample_follow_the_numbers() -> None:
    references = Word(docx(read_draft(SAMPLE))).references
    assert len(references) > 100
    assert all(each.shown == each.computed for each in references)


def test_the_same_draft_gives_the_same_bytes(regulation: Regulation) -> None:
    content = docx(regulation)
    assert content == docx(regulation)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {each.date_time[:3] for each in file.infolist()} == {(1980, 1, 1)}
        assert b"dcterms" not in file.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


@pytest.mark.need("N-DRAFT-7")
def test_official_form(regulation: Regulation) -> None:
    content = docx(regulation)
    document = python_docx.Document(io.BytesIO(content))
    section = document.sections[0]
    assert abs(section.page_width - Mm(215)) < Mm(0.1)
    assert abs(section.page_height - Mm(330)) < Mm(0.1)
    assert document.core_properties.title == regulation.title
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "- 2 -"
    assert section.first_page_header.paragraphs[0].text == ""
    defaults = etree.fromstring(Word(content).parts["word/styles.xml"])
    run = defaults.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert run is not None
    assert run.find(f"{W}rFonts").get(f"{W}ascii") == "Bookman Old Style"
    assert run.find(f"{W}sz").get(f"{W}val") == "24"
    assert run.find(f"{W}lang").get(f"{W}val") == "id-ID"


def test_each_numbered_style_and_level_name_one_another() -> None:
    word = Word(docx(read_draft(SAMPLE)))
    root = etree.fromstring(word.parts["word/numbering.xml"])
    named = {
        (kind.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl", ""))): style.get(f"{W}val")
        for kind in root.iter(f"{W}abstractNum")
        for level in kind.iter(f"{W}lvl")
        if (style := level.find(f"{W}pStyle")) is not None
    }
    assert len(named) == 13
    for style, (number, level) in word.styles.items():
        assert named[word.kinds[number], level] == style


def test_quoted_provisions_are_moved_in_and_do_not_count(tmp_path: Path) -> None:
    regulation = draft(
        tmp_path,
        "Pasal I\n\nPeraturan Menteri Contoh Nomor 5 Tahun 2020 diubah sebagai berikut:\n\n"
        "1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:\n\nPasal 1\n\n"
        "(1) Satu.\n\n(2) Dua.\n\n"
        "2. Ketentuan Pasal 9 diubah sehingga berbunyi sebagai berikut:\n\nPasal 9\n\n"
        "(1) Tiga.\n\nPasal II\n\nPeraturan Menteri ini mulai berlaku hari ini.",
    )
    shown = [
        (each.label or each.text.split()[-1])
        for each in Word(docx(regulation)).paragraphs
        if each.style not in ("Normal", "Title")
    ]
    assert shown == ["I", "1.", "1", "(1)", "(2)", "2.", "9", "(1)", "II"]
    labels = [each.label for each in Word(docx(regulation)).paragraphs]
    assert not any(label.startswith("Pasal") for label in labels)


def test_a_table_and_markup_are_only_words(tmp_path: Path) -> None:
    table = "| Loket | Jam |\n|---|---|\n| A & B | <i>08</i> \x07\x00|"
    word = Word(docx(draft(tmp_path, f"Pasal 1\n\nJam buka:\n\n{table}\n\nPasal 2\n\n\n")))
    assert "A & B" in word.text
    assert "\x07" not in word.text
    assert [each.label for each in word.paragraphs if each.label] == ["Pasal 1", "Pasal 2"]


def test_a_document_that_is_imported_again_holds_the_same_draft(
    regulation: Regulation, tmp_path: Path
) -> None:
    for number, one in enumerate((regulation, read_draft(SAMPLE))):
        content = docx(one)
        file = tmp_path / f"{number}.docx"
        file.write_bytes(content)
        again = draft(tmp_path, import_draft(file).markdown)
        assert [(c.level, c.number) for c in again.clauses] == [
            (c.level, c.number) for c in one.clauses
        ]
        assert tokens(Word(docx(again)).text) == tokens(Word(content).text)
