"""Texts and PDF as they are printed: titles, page furniture, catchwords, words of the closing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.corpus.test_pdf import pdf

from telusur.cli import commands
from telusur.draft.outline.parsing import parse_texts
from telusur.draft.reading import regulation_of
from telusur.errors import InvalidWorkspace, NotFound
from telusur.exchange.importing import import_draft
from telusur.exchange.revisions import read_version
from telusur.export import render

HEAD = "PERATURAN MENTERI\nNOMOR            TAHUN 2024\nTENTANG\nLOKET\n"


def imported(folder: Path, text: str) -> tuple[str, list[str]]:
    path = folder / "asal.txt"
    path.write_text(text, encoding="utf-8")
    result = import_draft(path)
    return result.markdown, [each.what for each in result.remainder]


def test_a_title_over_two_paragraphs_is_one_and_an_open_number_stays(tmp_path: Path) -> None:
    text = f"{HEAD}BAB I\n\nASAS, TUJUAN,\n\nDAN LINGKUP\n\nBagian Kesatu\n\nAsas dan\n\nTujuan\n\n"
    markdown, told = imported(tmp_path, f"{text}Pasal 1\nLoket buka.\n")
    assert "# BAB: ASAS, TUJUAN, DAN LINGKUP {#" in markdown
    assert "## Bagian: Asas dan Tujuan {#" in markdown
    assert "NOMOR ... TAHUN 2024" in markdown
    assert told == []


def test_words_of_the_closing_within_a_pasal_do_not_end_the_body(tmp_path: Path) -> None:
    markdown, _ = imported(
        tmp_path,
        f"{HEAD}Pasal 1\nAgar setiap orang mengetahuinya, jam buka diumumkan.\nPasal 2\nTutup.\n"
        "Agar setiap orang mengetahuinya, memerintahkan pengundangan.\nDitetapkan di Jakarta\n"
        "PENJELASAN\nPasal 1\nCukup jelas.\nPasal 3\nCukup jelas.\n",
    )
    assert len(re.findall("^#### Pasal", markdown, re.MULTILINE)) == 2


def test_a_heading_at_the_end_of_a_pasal_counts_once(tmp_path: Path) -> None:
    markdown, told = imported(
        tmp_path,
        f"{HEAD}BAB I\nUMUM\nPasal 1\nLoket buka menurut aturan. Paragraf 2\n"
        "Paragraf 2\nTata Cara\nPasal 2\nTutup.\n",
    )
    assert markdown.count("### Paragraf") == 1
    assert told == ["`Paragraf 2` tertulis dua kali berturut-turut, dan dihitung sekali"]


def test_a_title_on_some_pages_is_no_header_and_headers_are_told_once(tmp_path: Path) -> None:
    page = "PRESIDEN\nREPUBLIK INDONESIA\n- {} -\n"
    title = "PERATURAN PEMERINTAH REPUBLIK INDONESIA\nNOMOR 5 TAHUN 2024\n"
    markdown, told = imported(
        tmp_path,
        page.format(1) + title + "TENTANG\nLOKET\nPasal 1\nLoket buka.\n"
        + page.format(2) + "Pasal 2\nLoket tutup.\n" + page.format(3) + "Pasal 3\nMulai.\n"
        + page.format(4) + "LAMPIRAN\n" + title + page.format(5) + "PENJELASAN\nATAS\n" + title,
    )  # fmt: skip
    assert markdown.count("PERATURAN PEMERINTAH REPUBLIK INDONESIA") == 3
    assert len(told) == 3
    assert all("5 baris serupa" in each for each in told)


def pages() -> bytes:
    rows = [
        [
            "PERATURAN MENTERI",
            "NOMOR 5 TAHUN 2024",
            "TENTANG",
            "LOKET",
            "Pasal 1",
            "Loket buka",
            "b. dan ...",
        ],
        ["setiap hari kerja.", "Pasal 2"],
        ["Petugas wajib:", "Pasal 3", "Mulai."],
    ]
    drawn = []
    for number, page in enumerate(rows, start=1):
        head = [(250, 810, "SALINAN"), (280, 795, f"- {number} -")]
        drawn.append([*head, *((72, 760 - 20 * n, words) for n, words in enumerate(page))])
    drawn[1] += [(72, 720, "a."), (90, 720, "loket;")]
    return pdf(*drawn)


@pytest.mark.need("N-DRAFT-4")
def test_a_pdf_is_read_row_by_row_without_its_pages(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pages())
    imported = import_draft(tmp_path / "a.pdf")
    assert "SALINAN" not in imported.markdown
    assert "a. loket;" in imported.markdown
    told = [each.what for each in imported.remainder]
    assert sum("SALINAN" in each for each in told) == 1
    assert any("- 1 -" in each and "3 kali" in each for each in told)


@pytest.mark.need("N-DRAFT-6")
def test_versions_in_pdf_are_compared_or_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pages())
    assert len(read_version(str(tmp_path / "a.pdf"), tmp_path).clauses) >= 3
    for name, content in (("b.pdf", b"%PDF-1.4"), ("c.txt", b"Halo."), ("d.rtf", b"{}")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InvalidWorkspace, match=re.escape(name)):
            read_version(str(tmp_path / name), tmp_path)
    with pytest.raises(NotFound):
        read_version("tiada", tmp_path)
    ask = ["draft", "diff", str(tmp_path / "a.pdf"), str(tmp_path / "a.pdf")]
    assert "Nothing changed." in CliRunner().invoke(commands, ask).output


def test_a_bab_is_counted_anew_in_each_buku(tmp_path: Path) -> None:
    text = (
        f"{HEAD}BUKU KESATU\nUMUM\nBAB I\nISTILAH\nPasal 1\nLoket buka.\nBUKU KEDUA\nLAYANAN\n"
        "BAB I\nLOKET\nPasal 2\nPetugas wajib menaati BAB I dan Buku Kesatu Bab I.\n"
    )
    markdown, told = imported(tmp_path, text)
    assert told == []
    regulation = regulation_of(parse_texts({"a.md": markdown}))
    assert [one.label for one in regulation.clauses] == [
        "BUKU KESATU", "BUKU KESATU BAB I", "Pasal 1", "BUKU KEDUA", "BUKU KEDUA BAB I", "Pasal 2",
    ]  # fmt: skip
    assert [one.to_clause for one in regulation.references] == ["bab-loket", "bab-istilah"]
    assert "BUKU KEDUA" in render(regulation, ".html", date.min).decode()
    (tmp_path / "b.docx").write_bytes(render(regulation, ".docx", date.min))
    assert import_draft(tmp_path / "b.docx").markdown == markdown
    assert b"<book " in render(regulation, ".xml", date.min)


def test_roman_numbers_of_buku_stay(tmp_path: Path) -> None:
    text = f"{HEAD}BUKU I\nUMUM\nPasal 1\nLoket buka.\nBUKU II\nLAYANAN\nPasal 2\nTutup.\n"
    markdown, told = imported(tmp_path, text)
    assert told == []
    assert "# BUKU II: LAYANAN" in markdown
