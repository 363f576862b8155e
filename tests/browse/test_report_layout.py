"""A report is shown with its tables as tables and its lists as lists, and keeps every word."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from telusur.browse.showing.report import Block, laid_out
from telusur.browse.visit import Row
from telusur.browse.writing.spans import Span
from telusur.corpus.text.passages import passages_of
from telusur.corpus.text.plain import read_plain

TEXT = """\
Catatan loket contoh

Kendala

- Kertas habis
- Kipas mati

No | Loket | Kendala
1 | Depan | Antre sampai dua jam
2 | | Panas

Petugas ramah.
Ruang bersih."""


def shown(text: str, *marked: str) -> list[Block]:
    passages: list[Row] = []
    cells: list[Row] = []
    for one in passages_of(read_plain(text), []):
        passages.append(
            {"id": str(one.number), "start": one.start, "end": one.end, "section": one.section,
             "form": one.form, "page": None, "certainty": None}
        )  # fmt: skip
        cells += [
            {"passage_id": str(one.number), "header": cell.header, "start": cell.start,
             "end": cell.end}
            for cell in one.cells
        ]  # fmt: skip
    spans = [Span(text.index(one), text.index(one) + len(one), one) for one in marked]
    return laid_out(text, text.split("\n")[0], spans, passages, cells)


def words(block: Block) -> list[str]:
    cells = [cell for row in block.rows for cell in row]
    return ["".join(piece.text for piece in line) for line in (*block.lines, *cells)]


def test_tables_are_tables_and_lists_are_lists() -> None:
    blocks = shown(TEXT)
    assert [one.kind for one in blocks] == ["heading", "list", "table", "paragraph"]
    _, items, table, _ = blocks
    assert words(items) == ["- Kertas habis", "- Kipas mati"]
    assert table.head == ("No", "Loket", "Kendala")
    assert words(table) == ["1", "Depan", "Antre sampai dua jam", "2", "", "Panas"]


def test_a_finding_in_a_cell_is_marked_there_and_over_two_cells_in_both() -> None:
    table = shown(TEXT, "dua jam", "1 | Depan")[2]
    marked = [
        (row, column, piece.text)
        for row, cells in enumerate(table.rows)
        for column, cell in enumerate(cells)
        for piece in cell
        if piece.names
    ]
    assert marked == [(0, 0, "1"), (0, 1, "Depan"), (0, 2, "dua jam")]


LINE = st.sampled_from(
    ["", "Kendala", "- Kertas habis", "a | b", "1 | Depan | Panas", "2 | | Antre", "Loket tutup.",
     "No | Loket | Isi", "| x |  |", "ab\tcd", "Kipas mati, kata petugas"]
)  # fmt: skip


@example(["", "ab\tcd", "No | Loket | Isi", "Kendala", "1 | Depan | Panas", "a | b"])
@given(st.lists(LINE, max_size=14))
def test_no_word_is_lost_or_shown_twice(lines: list[str]) -> None:
    text = "\n".join(["Judul", *lines])
    blocks = shown(text)
    told = [one for block in blocks for one in (*block.head, *words(block))]
    expected = re.findall(r"\w+", "\n".join(lines))
    found = re.findall(r"\w+", "\n".join(told))
    assert [one for one in found if one not in _names(blocks)] == [
        one for one in expected if one not in _names(blocks)
    ]
    assert set(found) >= set(expected)


def _names(blocks: list[Block]) -> set[str]:
    return set(re.findall(r"\w+", " ".join(name for one in blocks for name in one.head)))
