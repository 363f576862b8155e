"""What sets a norm, and the provisions that are made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from telusur.draft import provisions, read_draft


def normative(folder: Path, text: str) -> list[str]:
    (folder / "draft.md").write_text(text, encoding="utf-8")
    return [clause.id for clause in read_draft(folder).clauses if clause.normative]


@pytest.mark.need("N-DRAFT-8")
@pytest.mark.parametrize(
    "pasal",
    [
        "Dalam Peraturan Menteri ini yang dimaksud dengan:\n1. Loket adalah meja.",
        "Dalam Peraturan Menteri ini yang dimaksud dengan:\n(1) Loket adalah meja.",
        "(1) Pengaturan loket bertujuan untuk:\na. ketertiban.",
        "Pengaturan loket dimaksudkan sebagai acuan.",
        "Ruang lingkup Peraturan Menteri ini meliputi:\na. loket.",
        "Dihapus.",
        "",
    ],
)
def test_definitions_purpose_scope_and_what_is_empty_are_no_norms(
    pasal: str, tmp_path: Path
) -> None:
    assert normative(tmp_path, f"# BAB: KETENTUAN UMUM\n#### Pasal {{#a}}\n{pasal}\n") == []


def test_the_same_words_are_a_norm_where_the_regulation_does_not_speak_of_itself(
    tmp_path: Path,
) -> None:
    text = "# BAB: LOKET\n#### Pasal {#a}\nLoket keliling bertujuan mendekatkan layanan."
    assert normative(tmp_path, text) == ["a"]


def test_closing_provisions_are_no_norms_and_transitional_ones_are(tmp_path: Path) -> None:
    text = (
        "# BAB: KETENTUAN PERALIHAN\n#### Pasal {#a}\n"
        "Pada saat Peraturan Menteri ini mulai berlaku, loket wajib disesuaikan.\n"
        "# BAB: KETENTUAN PENUTUP\n#### Pasal {#b}\n"
        "Pada saat Peraturan Menteri ini mulai berlaku:\na. aturan lama,\n\n"
        "dicabut dan dinyatakan tidak berlaku.\n"
        "#### Pasal {#c}\nPeraturan Menteri ini mulai berlaku pada tanggal diundangkan.\n"
    )
    assert normative(tmp_path, text) == ["a"]


def test_entry_into_force_is_no_norm_without_a_closing_chapter_either(tmp_path: Path) -> None:
    text = "Pasal 1\nLoket wajib buka.\n\nPasal 2\nPeraturan Menteri ini mulai berlaku hari ini.\n"
    assert normative(tmp_path, text) == ["pasal-1"]


def test_items_are_as_normative_as_what_governs_them_and_a_pasal_as_its_ayat(
    tmp_path: Path,
) -> None:
    text = (
        "# BAB: KETENTUAN UMUM\n#### Pasal {#a}\n(1) Aturan ini bertujuan untuk:\na. tertib.\n"
        "(2) Loket memiliki:\na. kursi:\n1. kayu.\n"
    )
    assert normative(tmp_path, text) == [
        "a",
        "a.ayat-2",
        "a.ayat-2.huruf-a",
        "a.ayat-2.huruf-a.angka-1",
    ]


def test_provisions_carry_all_items_and_the_titles_above(tmp_path: Path) -> None:
    text = (
        "# BAB: LAYANAN\n## Bagian: Loket\n#### Pasal {#a}\n(1) Loket memiliki:\n"
        "a. kursi:\n1. kayu; atau\n2. besi; dan\nb. meja;\n\nyang layak.\n(2) Loket buka.\n"
        "#### Pasal {#b}\nPetugas membawa:\na. tanda pengenal.\n"
    )
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    found = [(each.clause_id, each.text, each.heading) for each in provisions(read_draft(tmp_path))]
    assert found == [
        (
            "a.ayat-1",
            "Loket memiliki: a. kursi: 1. kayu; atau 2. besi; dan b. meja; yang layak.",
            "LAYANAN – Loket",
        ),
        ("a.ayat-2", "Loket buka.", "LAYANAN – Loket"),
        ("b", "Petugas membawa: a. tanda pengenal.", "LAYANAN – Loket"),
    ]
