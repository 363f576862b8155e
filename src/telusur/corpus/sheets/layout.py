"""Sheets → a text with its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from telusur.corpus.sheets.grid import Grid
from telusur.corpus.sheets.heads import head_row, is_numbering
from telusur.corpus.text.blocks import Block, Layout
from telusur.corpus.text.headings import looks_like_title
from telusur.corpus.text.tables import row_block

_BETWEEN = " | "
_OF = " – "
"""What parts the name of a group of columns from that of a column."""
_LONGEST_TITLE = 200


def read_grids(grids: Sequence[Grid]) -> tuple[Layout, str | None]:
    """Return the text of sheets, a row a line, and the title that stands above the first.

    Each sheet of several is headed by its name. Rows above a sheet's head are lines of text; those
    below it have cells under the names of their columns.
    """
    page = _Page()
    filled = [grid for grid in grids if any(any(row) for row in grid.rows)]
    titles = [_write_sheet(page, grid, named=len(filled) > 1) for grid in filled]
    return Layout("".join(page.parts), tuple(page.blocks)), next(filter(None, titles), None)


@dataclass
class _Page:
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def write(self, words: str, *, apart: bool = False) -> int:
        """Append a line; return where it begins."""
        separator = ("\n\n" if apart else "\n") if self.parts else ""
        start = self.length + len(separator)
        self.parts += [separator, words]
        self.length = start + len(words)
        return start


def _write_sheet(page: _Page, grid: Grid, *, named: bool) -> str | None:
    """Write one sheet; return its title."""
    if named and grid.name:
        start = page.write(grid.name, apart=True)
        page.blocks.append(Block("heading", start, start + len(grid.name)))
    head = head_row(grid.rows)
    above = grid.rows[: head or 0]
    title = _write_lines(page, above)
    columns, first = list[str](), 0
    if head is not None:
        columns, first = _columns(grid, head)
        for row in grid.rows[head:first]:
            _write_row(page, row, [], is_head=True, apart=row is grid.rows[head])
    for number, row in enumerate(grid.rows[first:], start=first):
        if any(row):
            _write_below(page, row, columns, is_wide=number in grid.wide)
    return title


def _columns(grid: Grid, head: int) -> tuple[list[str], int]:
    """The names of the columns, and the first row below them.

    Where cells of the head span columns that the next row names one by one, both count.
    """
    names, below = grid.rows[head], head + 1
    if head in grid.wide and below < len(grid.rows) - 1:
        inner = grid.rows[below]
        if _fills_only_gaps(names, inner):
            names, below = _joined(names, inner), below + 1
    if below < len(grid.rows) and is_numbering(grid.rows[below]):
        below += 1
    return names, below


def _fills_only_gaps(names: Sequence[str], inner: Sequence[str]) -> bool:
    """Whether a row has names only where the one above it has a spanning cell, and not at all
    where that reaches down."""
    filled = [at for at, cell in enumerate(inner) if cell]
    short = all(len(inner[at]) <= 60 for at in filled)
    return (
        bool(filled)
        and short
        and len(filled) < len([*filter(None, names)]) + len(filled)
        and (any(at >= len(names) or not names[at] for at in filled))
    )


def _joined(names: Sequence[str], inner: Sequence[str]) -> list[str]:
    joined, above = [], ""
    for at in range(max(len(names), len(inner))):
        own = names[at] if at < len(names) else ""
        below = inner[at] if at < len(inner) else ""
        above = own or above
        joined.append(f"{above}{_OF}{below}" if above and below else below or own)
    return joined


def _write_lines(page: _Page, rows: Sequence[Sequence[str]]) -> str | None:
    """Write what stands above a head: a title, and lines such as `Lokasi : Kota …`."""
    title = None
    for row in rows:
        cells = [cell for cell in row if cell]
        if not cells:
            continue
        words = _as_line(cells)
        start = page.write(words, apart=True)
        if title is None and len(cells) == 1 and looks_like_title(words, longest=_LONGEST_TITLE):
            title = words
            page.blocks.append(Block("heading", start, start + len(words)))
        else:
            page.blocks.append(Block("paragraph", start, start + len(words)))
    return title


def _as_line(cells: Sequence[str]) -> str:
    """`Lokasi`, `:`, `Kota` in three cells or two is one line."""
    if len(cells) > 1 and (cells[0].endswith(":") or cells[1].startswith(":")):
        label = cells[0].rstrip(": ")
        rest = " ".join(cells[1:]).lstrip(": ")
        return f"{label}: {rest}"
    return _BETWEEN.join(cells)


def _write_below(page: _Page, row: Sequence[str], columns: Sequence[str], *, is_wide: bool) -> None:
    filled = [cell for cell in row if cell]
    if is_wide and len(filled) == 1 and len(columns) > 1:  # `A. Bidang sarana` over all columns
        start = page.write(filled[0], apart=True)
        page.blocks.append(Block("heading", start, start + len(filled[0])))
    else:
        _write_row(page, row, columns, is_head=list(row) == list(columns))


def _write_row(
    page: _Page, row: Sequence[str], columns: Sequence[str], *, is_head: bool, apart: bool = False
) -> None:
    last = max((at for at, cell in enumerate(row) if cell), default=-1)
    position = page.write(_BETWEEN.join(row[: last + 1]), apart=apart)
    spans = []
    for cell in row[: last + 1]:
        spans.append((position, position + len(cell)))
        position += len(cell) + len(_BETWEEN)
    block = row_block(spans, columns)
    if block:
        page.blocks.append(Block("header", block.start, block.end) if is_head else block)
