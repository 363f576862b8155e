"""Table rows: their cells, and the columns these stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.corpus.model import Cell
from telusur.corpus.text.blocks import Block
from telusur.corpus.text.marks import mark_length
from telusur.corpus.text.wrapping import Line

Span = tuple[int, int]

_LONGEST_COLUMN_NAME = 40
_RULE = re.compile(r"(?=[^|+]*+[|+])[\s|:+=-]++")


def row_block(spans: Sequence[Span], columns: Sequence[str]) -> Block | None:
    """Return the row whose cells stand at `spans`; None when every cell is empty."""
    cells = tuple(
        Cell(columns[number] if number < len(columns) else "", start, end)
        for number, (start, end) in enumerate(spans)
        if start < end
    )
    return Block("row", cells[0].start, cells[-1].end, cells) if cells else None


def table_blocks(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the rows of a table drawn with `|` or tabs, given all its lines."""
    rows = [split_row(line) for line in lines if not is_rule(line)]
    names = [text[start:end] for start, end in rows[0]]
    has_header = all(_may_name_a_column(name) for name in names)
    for number, spans in enumerate(rows):
        row = row_block(spans, names if has_header else [])
        if row:
            is_header = has_header and number == 0
            yield Block("header", row.start, row.end) if is_header else row


def table_length(lines: Sequence[Line], first: int) -> int:
    """Return how many lines from `first` on make a table; 0 where none begins."""
    last = first
    while last < len(lines) and (len(split_row(lines[last])) > 1 or is_rule(lines[last])):
        last += 1
    rows = sum(not is_rule(line) for line in lines[first:last])
    return last - first if rows > 1 else 0


def is_rule(line: Line) -> bool:
    """Whether `line` is drawn between rows: `|---|---|`."""
    return _RULE.fullmatch(line.text) is not None


def split_row(line: Line) -> list[Span]:
    """Return where the cells of `line` stand, empty ones too; nothing where it is no row."""
    separator = "|" if "|" in line.text else "\t"
    if separator not in line.text[mark_length(line.text) :]:
        return []
    spans, position = [], line.start
    for part in line.text.split(separator):
        start = position + len(part) - len(part.lstrip())
        spans.append((start, start + len(part.strip())))
        position += len(part) + 1
    if separator == "|":  # the lines drawn at both edges of a table hold no cells
        spans = spans[line.text.startswith("|") : len(spans) - line.text.endswith("|")]
    return spans


def _may_name_a_column(cell: str) -> bool:
    return len(cell) <= _LONGEST_COLUMN_NAME and not re.search(r"\d|[.;,]\Z", cell)
