"""The draft put together from its clauses."""

from __future__ import annotations

from typing import Any

from telusur.browse.showing.law import Division, Pasal, read_law


def clause(id: str, parent: str | None, level: str, number: str, text: str = "",  # noqa: A002
           quoted: int = 0) -> dict[str, Any]:  # fmt: skip
    return {"id": id, "label": id, "parent_id": parent, "level": level, "number": number,
            "heading": "JUDUL", "text": text, "normative": 1, "quoted": quoted}  # fmt: skip


def test_a_pasal_with_ayat_has_a_block_for_each_and_none_of_its_own() -> None:
    (bab,) = read_law(
        [
            clause("b", None, "bab", "II"),
            clause("g", "b", "bagian", "Kesatu"),
            clause("p", "g", "pasal", "4"),
            clause("p1", "p", "ayat", "1", "Loket memuat:"),
            clause("p1a", "p1", "huruf", "a", "meja;"),
            clause("p1a1", "p1a", "angka", "1", "kursi."),
            clause("p2", "p", "ayat", "2", "Cukup."),
        ],
        [],
    )
    assert bab.heading == Division("b", "bab", "BAB II", "JUDUL")
    assert [item.id for item in bab.items] == ["g", "p"]
    pasal = bab.items[1]
    assert isinstance(pasal, Pasal)
    assert [block.id for block in pasal.blocks] == ["p1", "p2"]
    assert [(line.marker, line.depth) for line in pasal.blocks[0].lines] == [
        ("(1)", 0),
        ("a.", 1),
        ("1.", 2),
    ]


def test_a_pasal_without_ayat_is_its_own_block_and_needs_no_bab() -> None:
    (bab,) = read_law([clause("p", None, "pasal", "1", "Cukup.")], [])
    assert bab.heading is None
    (pasal,) = bab.pasal
    assert [block.id for block in pasal.blocks] == ["p"]


def test_provisions_of_an_amended_law_stay_inside_the_pasal_that_amends_it() -> None:
    (bab,) = read_law(
        [
            clause("p", None, "pasal", "I", "Diubah sebagai berikut:"),
            clause("p.1", "p", "angka", "1", "Pasal 5 berbunyi:"),
            clause("q", "p.1", "pasal", "5", "Loket dibuka.", quoted=1),
            clause("q1", "q", "ayat", "1", "Setiap hari.", quoted=1),
            clause("p.2", "p", "angka", "2", "Pasal 6 dihapus."),
        ],
        [],
    )
    (pasal,) = bab.pasal
    (block,) = pasal.blocks
    assert [(line.marker, line.depth) for line in block.lines] == [
        ("", 0), ("1.", 1), ("Pasal 5", 2), ("(1)", 3), ("2.", 1),
    ]  # fmt: skip


def test_references_are_cut_out_of_the_words_they_stand_in() -> None:
    reference = {"from_clause": "p", "to_clause": "q", "start": 7, "end": 14}
    (bab,) = read_law([clause("p", None, "pasal", "1", "Sesuai Pasal 5 saja.")], [reference])
    (line,) = next(iter(bab.pasal)).blocks[0].lines
    assert [(piece.text, piece.names) for piece in line.pieces] == [
        ("Sesuai ", ()),
        ("Pasal 5", ("q",)),
        (" saja.", ()),
    ]
