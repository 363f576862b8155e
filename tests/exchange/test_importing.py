"""A regulation from elsewhere becomes a labelled draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.draft.trees import read

from telusur.errors import InvalidWorkspace
from telusur.exchange.importing import import_draft

NUMBERED = """\
PERATURAN MENTERI CONTOH
NOMOR 9 TAHUN 2020
TENTANG
LOKET
Menimbang : bahwa perlu;
MEMUTUSKAN:
Menetapkan : PERATURAN MENTERI TENTANG LOKET.
BAB I
KETENTUAN UMUM
Pasal 1
Dalam aturan ini yang dimaksud dengan:
1. Loket adalah meja.
BAB II
PENYELENGGARAAN
Bagian Kesatu
Antrean Daring
Pasal 2
(1) Petugas memeriksa berkas antrean.
(2) Berkas sebagaimana dimaksud pada ayat (1) disimpan menurut Pasal 1 angka 1 dan BAB I.
Bagian Kedua
Umum
Pasal 3
Petugas memeriksa berkas antrean menurut Pasal 2 ayat (2) dan ayat (1), serta Pasal 8.
Pasal 4
Peraturan Menteri ini mulai berlaku pada tanggal 2 Januari 2020.
Agar setiap orang mengetahuinya, diundangkan.
"""


def imported(folder: Path, text: str) -> tuple[str, list[tuple[int, str]]]:
    path = folder / "asal.txt"
    path.write_text(text, encoding="utf-8")
    result = import_draft(path)
    return result.markdown, [(each.line, each.what) for each in result.remainder]


@pytest.mark.need("N-DRAFT-4")
def test_each_division_gets_a_label_that_says_what_it_is_about(tmp_path: Path) -> None:
    markdown, _ = imported(tmp_path, NUMBERED)
    assert re.findall(r"^#+ (.*)$", markdown, re.MULTILINE) == [
        "BAB: KETENTUAN UMUM {#bab-umum}",
        "Pasal {#definisi}",
        "BAB: PENYELENGGARAAN {#bab-penyelenggaraan}",
        "Bagian: Antrean Daring {#bagian-antrean-daring}",
        "Pasal {#antrean-daring}",
        "Bagian: Umum {#bagian-umum}",
        "Pasal {#petugas-memeriksa-berkas}",
        "Pasal {#mulai-berlaku}",
    ]
    assert imported(tmp_path, NUMBERED)[0] == markdown


def test_references_within_the_regulation_become_references_by_label(tmp_path: Path) -> None:
    markdown, remainder = imported(tmp_path, NUMBERED)
    assert "menurut [](#antrean-daring.ayat-2) dan ayat (1), serta Pasal 8." in markdown, (
        "the words behind a label go on from it"
    )
    assert "menurut [](#definisi.angka-1) dan [](#bab-umum)." in markdown
    assert remainder == [(22, "`Pasal 8` tidak menunjuk ke ketentuan yang ada")]
    before, after = read(NUMBERED), read(markdown)
    assert [clause.text for clause in after.clauses] == [clause.text for clause in before.clauses]
    assert [each.state for each in after.references] == [each.state for each in before.references]


def test_a_label_that_is_there_is_kept_and_labels_are_unique(tmp_path: Path) -> None:
    text = "#### Pasal {#loket-buka}\nA.\nPasal 2\nLoket buka.\nPasal 3\nLoket buka."
    markdown, _ = imported(tmp_path, text)
    labels = re.findall(r"\{#(.*)\}", markdown)
    assert labels[0] == "loket-buka"
    assert len(set(labels)) == 3


def test_numbers_that_will_change_are_told(tmp_path: Path) -> None:
    _, remainder = imported(tmp_path, "Pasal 1\nSatu.\nPasal 3\nTiga.")
    assert (3, "nomor pasal tertulis 3, nomor hitungan 2") in remainder


@pytest.mark.need("N-DRAFT-5")
def test_inserted_and_quoted_numbers_stay(tmp_path: Path) -> None:
    markdown, remainder = imported(
        tmp_path,
        "Pasal I\nAturan diubah sebagai berikut:\n1. Ketentuan Pasal 9 diubah sehingga berbunyi:\n"
        "Pasal 9\nMenurut Pasal 3.\nPasal II\nMulai berlaku.",
    )
    headings = re.findall(r"^#+ .*$", markdown, re.MULTILINE)
    assert headings[1] == "#### Pasal 9"
    assert [heading.split(" {")[0] for heading in headings] == [
        "#### Pasal I",
        "#### Pasal 9",
        "#### Pasal II",
    ]
    assert not any("hitungan" in what for _, what in remainder)
    markdown, _ = imported(tmp_path, "Pasal 1\nSatu.\nPasal 1A\nDua.\nPasal 2\nTiga Pasal 1A.")
    assert [clause.number for clause in read(markdown).clauses] == ["1", "1A", "2"]
    assert read(markdown).clauses[-1].text == "Tiga Pasal 1A."


def test_what_is_no_regulation_is_told(tmp_path: Path) -> None:
    for name, content in (("a.txt", b"Halo."), ("a.pdf", b"%PDF"), ("b.txt", b"Pasal 1\n\xe9")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InvalidWorkspace, match=re.escape(name)):
            import_draft(tmp_path / name)


def test_a_file_in_utf_16_is_read(tmp_path: Path) -> None:
    source = tmp_path / "asal.txt"
    source.write_bytes("Pasal 1\nLoket buka – setiap hari.\n".encode("utf-16"))
    assert "Loket buka – setiap hari." in import_draft(source).markdown
