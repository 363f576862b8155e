"""What is odd about a draft is told with its line, and nothing is changed for it."""

from __future__ import annotations

import pytest
from tests.draft.trees import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasal 4\nSatu.\nPasal 4\nDua.", [(3, "double")]),
        ("Pasal 31\nSatu.\nPasal 33\nDua.", [(3, "gap")]),
        ("Pasal 5\nSatu.\nPasal 3\nDua.", [(3, "order")]),
        ("Pasal 4\n(2) Satu.\n(1) Dua.", [(2, "start"), (3, "order")]),
        ("Pasal 4\na. satu;\nb. dua;\nd. tiga.", [(4, "gap")]),
        ("Pasal 4\n(1) Satu.\n(1) Dua.", [(3, "double")]),
        ("BAB I\nSATU\nBAB III\nDUA\nBagian Kesatu\nA\nBagian Ketiga\nB", [(3, "gap"), (7, "gap")]),
        ("Pasal 4\na. x:\n1. x:\na) x:\n1) x:\n(a) x;\n(b) x.", [(6, "depth"), (7, "depth")]),
        ("Pasal 4\nSatu dua\n- 5 -\ntiga.", [(3, "page")]),
        ("Pasa1 5\n(l) Satu.\n(2) Dua.", [(1, "misreading"), (2, "misreading")]),
        ("#### Pasal 7 {#a}\nSatu.\n#### Pasal 8 {#b}\nDua.", [(1, "number"), (3, "number")]),
    ],
)
def test_each_oddity_is_told_with_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    notices = read(text).notices
    assert [(notice.line, notice.kind) for notice in notices] == expected
    assert all(notice.message and notice.message_en for notice in notices)
    assert {notice.path for notice in notices} == {"draft.md"}


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 12\nSatu.\nPasal 12A\nDua.\nPasal 12B\nTiga.\nPasal 13\nEmpat.",
        "Pasal 4\n(1) Satu.\n(1a) Dua.\n(2) Tiga.",
        "BAB I\nSATU\nBagian Kesatu\nA\nPasal 1\nX.\nBAB II\nDUA\nBagian Kesatu\nB\nPasal 2\nY.",
        "Pasal 4\n" + "\n".join(f"{chr(97 + n)}. x;" for n in range(26)) + "\naa. y;\nbb. z.",
        "Pasal I\nAturan diubah sebagai berikut:\n1. Ketentuan Pasal 9 diubah sehingga berbunyi:\n"
        "Pasal 9\n(2) Satu.\n2. Ketentuan Pasal 20 dihapus.\nPasal II\nMulai berlaku.",
        "#### Pasal {#a}\nSatu.\n#### Pasal {#b}\nDua.",
    ],
)
def test_what_is_in_order_gives_no_notice(text: str) -> None:
    assert read(text).notices == ()


def test_written_numbers_are_kept_however_odd() -> None:
    clauses = read("Pasal 4\n(2) Satu.\n(1) Dua.\nPasal 9\nTiga.\nPasal 9\nEmpat.").clauses
    assert [clause.label for clause in clauses] == [
        "Pasal 4",
        "Pasal 4 ayat (2)",
        "Pasal 4 ayat (1)",
        "Pasal 9",
        "Pasal 9",
    ]


def test_what_is_set_aside_is_quoted_in_its_notice() -> None:
    notices = read("Pasal 4\nSatu\n2020, No. 123   -5-\ndua.\nPasa1 5\nTiga.").notices
    assert [notice.words for notice in notices] == ["2020, No. 123   -5-", "Pasa1"]


def test_a_number_alone_on_a_line_is_no_page_number_in_a_table() -> None:
    regulation = read("Pasal 4\nSatu.\nDitetapkan di Jakarta\nLAMPIRAN\n1\nA\n2\nB\n3\nC")
    assert regulation.notices == ()
    assert regulation.closing[-6:] == ("1", "A", "2", "B", "3", "C")
