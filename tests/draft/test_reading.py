"""Reading a folder: what the regulation holds, and what is told of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from telusur.draft import Regulation, read_draft
from telusur.errors import InvalidWorkspace


def read(folder: Path, **files: str) -> Regulation:
    folder = folder / "draft"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return read_draft(folder)


def mistakes(folder: Path, **files: str) -> list[tuple[str, int | None, str]]:
    with pytest.raises(InvalidWorkspace) as caught:
        read(folder, **files)
    assert all(problem.remedy for problem in caught.value.problems)
    return [(each.path, each.line, each.what) for each in caught.value.problems]


def test_no_folder_no_file_and_no_pasal_are_regulations_without_clauses(tmp_path: Path) -> None:
    assert read_draft(tmp_path / "nowhere").clauses == ()
    assert read(tmp_path).clauses == ()
    assert read(tmp_path, a="").clauses == ()
    regulation = read(tmp_path, a="PERATURAN TENTANG LOKET\n\n(1) Belum ada pasal.")
    assert regulation.clauses == ()
    assert regulation.opening == ("PERATURAN TENTANG LOKET", "(1) Belum ada pasal.")


def test_files_are_read_in_the_order_of_their_paths_and_readme_is_not(tmp_path: Path) -> None:
    regulation = read(
        tmp_path,
        README="#### Pasal {#bukan}\nBukan.",
        b="#### Pasal {#dua}\nDua menurut [](#satu).",
        a="# BAB: UMUM\n#### Pasal {#satu}\nSatu.",
    )
    assert [(each.id, each.path, each.line) for each in regulation.clauses] == [
        ("bab-1", "a.md", 1),
        ("satu", "a.md", 2),
        ("dua", "b.md", 1),
    ]
    assert [each.position for each in regulation.clauses] == [1, 2, 3]
    assert regulation.clauses[-1].parent_id == "bab-1"
    assert regulation.clauses[-1].text == "Dua menurut Pasal 1."


def test_title_comes_from_the_front_matter_or_else_from_the_opening(tmp_path: Path) -> None:
    opening = (
        "RANCANGAN\nPERATURAN MENTERI\nTENTANG\nLOKET\n\nDENGAN RAHMAT\n\n"
        "Menimbang:\n\na. bahwa perlu;\n\nPasal 1\nSatu.\n"
    )
    regulation = read(tmp_path, a=opening)
    assert regulation.title == "RANCANGAN PERATURAN MENTERI TENTANG LOKET"
    assert regulation.opening[-3:] == ("DENGAN RAHMAT", "Menimbang:", "a. bahwa perlu;")
    titled = read(tmp_path, a=f"---\ntitle: Loket\ntype: Peraturan Menteri\n---\n{opening}")
    assert titled.title == "Loket"
    assert titled.opening == regulation.opening
    assert titled.clauses[0].line == regulation.clauses[0].line + 4


def test_entry_into_force_is_a_clause_and_the_promulgation_is_not(tmp_path: Path) -> None:
    text = (
        "# BAB: PENUTUP\n#### Pasal {#berlaku}\nPeraturan Menteri ini mulai berlaku hari ini.\n"
        "Agar setiap orang mengetahuinya, diundangkan.\n\nDitetapkan di Jakarta\n"
        "# LAMPIRAN\n\n1. Contoh\n\nPasal 1\n"
    )
    regulation = read(tmp_path, a=text)
    assert [each.id for each in regulation.clauses] == ["bab-1", "berlaku"]
    assert regulation.clauses[-1].text == "Peraturan Menteri ini mulai berlaku hari ini."
    assert regulation.closing == (
        "Agar setiap orang mengetahuinya, diundangkan.",
        "Ditetapkan di Jakarta",
        "LAMPIRAN",
        "1. Contoh",
        "Pasal 1",
    )


@pytest.mark.need("N-DRAFT-2")
def test_ids_come_from_labels_or_from_numbers_and_are_unique(tmp_path: Path) -> None:
    text = (
        "BAB II\nUMUM\nBagian Kedua\nLoket\nParagraf 3\nKursi\n"
        "Pasal 4\n(1) Satu.\n(1) Dua.\n\nPasal 4\n(2) Tiga:\na. empat.\n"
        "#### Pasal {#akhir}\n(1) Lima. {#lima}\n(2) Enam:\n1. tujuh; {#tujuh}\n2. delapan.\n"
    )
    assert [each.id for each in read(tmp_path, a=text).clauses] == [
        "bab-2",
        "bab-2.bagian-2",
        "bab-2.bagian-2.paragraf-3",
        "pasal-4",
        "pasal-4.ayat-1",
        "pasal-4.ayat-1-2",
        "pasal-4-2",
        "pasal-4-2.ayat-2",
        "pasal-4-2.ayat-2.huruf-a",
        "akhir",
        "lima",
        "akhir.ayat-2",
        "tujuh",
        "akhir.ayat-2.angka-2",
    ]


def test_an_ayat_with_a_label_also_answers_to_its_number(tmp_path: Path) -> None:
    text = "#### Pasal {#a}\n(1) Satu. {#b}\n\n(2) Lihat [](#a.ayat-1) dan [](#b)."
    regulation = read(tmp_path, a=text)
    assert [each.to_clause for each in regulation.references] == ["b", "b"]
    assert regulation.clauses[-1].text == "Lihat Pasal 1 ayat (1) dan Pasal 1 ayat (1)."


def test_a_label_keeps_its_id_when_the_same_number_is_computed(tmp_path: Path) -> None:
    regulation = read(tmp_path, a="## Pasal\nSatu.\n## Pasal {#pasal-1}\nDua.")
    assert [each.id for each in regulation.clauses] == ["pasal-1-2", "pasal-1"]


@pytest.mark.need("N-BUILD-4")
def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        a="---\njudul: Loket\n---\n#### Pasal {#loket}\nSatu.\n\n#### Pasal {#Loket_A}\nDua.",
        b="#### Pasal {#loket}\nTiga\nmenurut [](#tiada).\n",
    )
    assert [(path, line) for path, line, _ in found] == [
        ("draft/a.md", 2),
        ("draft/a.md", 7),
        ("draft/b.md", 1),
        ("draft/b.md", 3),
    ]
    for (_, _, what), word in zip(found, ("judul", "Loket_A", "loket", "tiada"), strict=True):
        assert f"`{word}`" in what


def test_a_file_that_is_not_utf8_is_told_with_the_line_of_the_first_bad_byte(
    tmp_path: Path,
) -> None:
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "a.md").write_bytes(b"Pasal 1\nCaf\xe9.\n")
    assert mistakes(tmp_path) == [("draft/a.md", 2, "this file is not UTF-8 text")]


def test_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "draft").mkdir()
    text = "\ufeff---\r\ntitle: Loket\r\n---\r\nPasal 1\r\n(1) Satu\r\ndua.\r\n"
    (tmp_path / "draft" / "a.md").write_bytes(text.encode())
    regulation = read_draft(tmp_path / "draft")
    assert regulation.title == "Loket"
    assert [(each.line, each.text) for each in regulation.clauses] == [(4, ""), (5, "Satu dua.")]


def test_fingerprints_follow_words_and_not_numbers_or_layout(tmp_path: Path) -> None:
    before = read(
        tmp_path, a="## Pasal {#a}\nSatu.\n## Pasal {#b}\n(1) Lihat [](#a).\n(2) Ya:\na. x"
    )
    moved = read(
        tmp_path,
        a="## Pasal {#baru}\nNol.\n## Pasal {#a}\nSATU.\n"
        "## Pasal {#b}\n\n(1) Lihat\n[](#a).\n\n(2)   Ya:\n\n    a. x\n",
    )
    reworded = read(
        tmp_path, a="## Pasal {#a}\nSatu.\n## Pasal {#b}\n(1) Lihat [](#a).\n(2) Ya:\na. y"
    )
    first, second, third = (
        {each.id: each.fingerprint for each in regulation.clauses}
        for regulation in (before, moved, reworded)
    )
    assert {name: second[name] for name in first} == first
    changed = {name for name in first if first[name] != third[name]}
    assert changed == {"b", "b.ayat-2", "b.ayat-2.huruf-a"}
    assert len(set(first.values())) == len(first)
