"""Decrees, whose parts are a dictum (KESATU, KEDUA) instead of Pasal."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.test_merging import edited, nothing, reworded, told
from tests.exchange.test_printed import imported

from telusur.draft.outline.parsing import parse_texts
from telusur.draft.reading import regulation_of
from telusur.draft.writing.renumbering import number_draft
from telusur.exchange.importing import import_draft
from telusur.exchange.merging import merge
from telusur.export import render

OPENING = """KEPUTUSAN MENTERI CONTOH
NOMOR 12 TAHUN 2024
TENTANG
TIM PENATA LOKET
MENTERI CONTOH,
Menimbang : a. bahwa loket perlu ditata;
b. bahwa perlu menetapkan Keputusan Menteri tentang Tim Penata Loket;
Mengingat : Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
MEMUTUSKAN:
Menetapkan : KEPUTUSAN MENTERI TENTANG TIM PENATA LOKET.
"""
CLOSING = """Ditetapkan di Jakarta
pada tanggal 3 Juni 2024
MENTERI CONTOH,
ttd.
NAMA CONTOH
Tembusan:
1. Sekretaris Kementerian.
LAMPIRAN
SUSUNAN TIM
1. Ketua
"""
DICTUM = """KESATU : Membentuk Tim Penata Loket yang
terdiri atas pengarah dan pelaksana.
KEDUA : Tim sebagaimana dimaksud dalam diktum KESATU bertugas:
a. menghitung antrean; dan
b. menata ruang tunggu.
KETIGA : Pengarah sebagaimana dimaksud dalam Diktum KESATU
memimpin tugas dalam diktum KEDUA huruf a.
KEEMPAT : Keputusan Menteri ini mulai berlaku pada tanggal ditetapkan.
"""


def words(text: str) -> list[str]:
    """Its words, sorted, without labels and what only refers."""
    return sorted(re.findall(r"\w+", re.sub(r"\{#[^{}]*\}|\(#[^()]*\)", "", text).lower()))


def test_each_part_of_a_dictum_is_a_clause_with_its_items(tmp_path: Path) -> None:
    markdown, told = imported(tmp_path, OPENING + DICTUM + CLOSING)
    assert told == []
    regulation = regulation_of(parse_texts({"keputusan.md": markdown}))
    parts = [(one.label, one.text) for one in regulation.clauses]
    assert parts[0] == (
        "Diktum KESATU",
        "Membentuk Tim Penata Loket yang terdiri atas pengarah dan pelaksana.",
    )
    assert [label for label, _ in parts] == [
        "Diktum KESATU",
        "Diktum KEDUA",
        "Diktum KEDUA huruf a",
        "Diktum KEDUA huruf b",
        "Diktum KETIGA",
        "Diktum KEEMPAT",
    ]
    assert {one.state for one in regulation.references} <= {"ok", "external"}
    assert sum(one.state == "ok" for one in regulation.references) == 3
    assert [one.normative for one in regulation.clauses][-1] is False
    assert (
        regulation.title == "KEPUTUSAN MENTERI CONTOH NOMOR 12 TAHUN 2024 TENTANG TIM PENATA LOKET"
    )
    assert regulation.ending.enactment is not None
    assert len(regulation.ending.annexes) == 1


@pytest.mark.parametrize(
    "dictum",
    [
        DICTUM,
        DICTUM.replace(" : ", "\n: "),
        DICTUM.replace(" : ", "\n"),
        DICTUM.replace(" : ", "   "),
        DICTUM.replace("KESATU :", "PERTAMA :"),
        re.sub(r"^[A-Z]+ :", lambda found: found[0].title(), DICTUM, flags=re.MULTILINE),
        re.sub(r"^([A-Z]+) :", r"**\1** :", DICTUM, flags=re.MULTILINE),
    ],
)
def test_a_dictum_is_read_however_it_is_laid_out(tmp_path: Path, dictum: str) -> None:
    markdown, _ = imported(tmp_path, OPENING + dictum + CLOSING)
    labels = [
        one.label
        for one in regulation_of(parse_texts({"a.md": markdown})).clauses
        if one.level == "pasal"
    ]
    assert labels == ["Diktum KESATU", "Diktum KEDUA", "Diktum KETIGA", "Diktum KEEMPAT"]
    again, _ = imported(tmp_path, markdown)
    assert again == markdown


def test_a_part_that_is_put_in_between_renumbers_those_behind_it(tmp_path: Path) -> None:
    markdown, _ = imported(tmp_path, OPENING + DICTUM + CLOSING)
    before, second, after = markdown.partition("#### Diktum {#tim-bertugas")
    assert second, markdown
    folder = tmp_path / "draft"
    folder.mkdir()
    new = f"{before}#### Diktum {{#sekretariat}}\n\nTim dibantu sekretariat.\n\n{second}{after}"
    (folder / "keputusan.md").write_text(new, encoding="utf-8")
    [numbered], _ = number_draft(folder)
    heads = re.findall(r"#### (Diktum .*) \{", numbered.text)
    assert heads == [f"Diktum {n}" for n in ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA")]
    assert "dalam [Diktum KETIGA huruf a](#" in numbered.text


def test_ordinals_of_a_regulation_with_pasal_are_no_dictum(tmp_path: Path) -> None:
    text = OPENING.replace("KEPUTUSAN", "PERATURAN")
    text += "Pasal 1\nTahap dimulai.\nKESATU : persiapan.\nPasal 2\nTahap selesai.\n"
    markdown, _ = imported(tmp_path, text)
    clauses = regulation_of(parse_texts({"a.md": markdown})).clauses
    assert [one.label for one in clauses] == ["Pasal 1", "Pasal 2"]
    assert "KESATU" in clauses[0].text


def test_a_decree_is_exported_in_its_form_and_read_back(tmp_path: Path) -> None:
    markdown, _ = imported(tmp_path, OPENING + DICTUM + CLOSING)
    regulation = regulation_of(parse_texts({"keputusan.md": markdown}))
    (tmp_path / "a.docx").write_bytes(render(regulation, ".docx", date.min))
    assert import_draft(tmp_path / "a.docx").markdown == markdown
    page = render(regulation, ".html", date.min).decode()
    assert "<h2>KESATU</h2> <span>:</span> <div>" in page
    assert "Pasal KESATU" not in page
    assert b"<num>KEEMPAT</num>" in render(regulation, ".xml", date.min)


def test_a_decree_comes_back_through_word(tmp_path: Path) -> None:
    markdown, _ = imported(tmp_path, OPENING + DICTUM + CLOSING)
    draft = tmp_path / "draft"
    draft.mkdir()
    (draft / "keputusan.md").write_text(markdown, encoding="utf-8")
    assert told(merge(draft, edited(draft, nothing))) == []

    def edit(_root: Any, paragraph: Any) -> None:
        reworded(paragraph("Membentuk Tim"), "pengarah dan", "pengarah, ketua, dan")
        reworded(paragraph("menghitung"), "menghitung", "mencatat")

    merged = merge(draft, edited(draft, edit))
    assert told(merged) == [
        ("reworded", "settled", "Diktum KESATU"),
        ("reworded", "settled", "Diktum KEDUA huruf a"),
    ]
    written = merged.files[draft / "keputusan.md"][1]
    expected = markdown.replace("pengarah dan pel", "pengarah, ketua, dan pel")
    assert written == expected.replace("menghitung antrean;", "mencatat antrean;")
