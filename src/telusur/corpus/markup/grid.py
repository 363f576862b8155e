"""Tables with merged cells → tables in which every row has every column."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from telusur.corpus.markup.nested import BETWEEN_CELLS

_WIDEST = 200
"""Columns; wider tables are no one's."""


def square_tables(page: BeautifulSoup | Tag) -> None:
    """Leave no merged cell in the tables of `page`, which hold no tables: what was merged stands
    once, in its first row and column, and the others are empty.

    A first row that is one cell is a title and goes before its table. A head of two rows, the
    first of which spans columns of the second, becomes one.
    """
    for table in page.find_all("table"):
        _lift_titles(table)
        rows = table.find_all("tr")
        is_double = len(rows) > 2 and _is_upper_head(rows[0])
        _square(rows, page if isinstance(page, BeautifulSoup) else BeautifulSoup("", "lxml"))
        if is_double:
            _join_heads(rows[0], rows[1])


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"])


def _lift_titles(table: Tag) -> None:
    rows = table.find_all("tr")
    widest = max((len(_cells(row)) for row in rows), default=0)
    if widest < 2:
        return
    for row in rows[:-1]:
        cells = _cells(row)
        if len(cells) != 1 or _span(cells[0], "colspan") < widest:
            return
        cell = cells[0]
        cell.name, cell.attrs = "p", {}
        table.insert_before(cell.extract())
        row.decompose()


def _is_upper_head(row: Tag) -> bool:
    cells = _cells(row)
    return any(_span(cell, "colspan") > 1 for cell in cells) and any(
        _span(cell, "rowspan") == 2 for cell in cells
    )


def _square(rows: list[Tag], maker: BeautifulSoup) -> None:
    taken: dict[int, int] = {}
    """For each column that a cell above reaches into: in how many more rows."""
    for number, row in enumerate(rows):
        column = 0
        reached, taken = taken, {at: left - 1 for at, left in taken.items() if left > 1}
        for cell in _cells(row):
            while column in reached and column < _WIDEST:
                cell.insert_before(maker.new_tag(cell.name))
                column += 1
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for name in ("colspan", "rowspan"):
                cell.attrs.pop(name, None)
            for at in range(column, column + wide):
                if min(high, len(rows) - number) > 1:
                    taken[at] = min(high, len(rows) - number) - 1
            for _ in range(wide - 1):
                cell.insert_after(maker.new_tag(cell.name))
            column += wide
        while column in reached and column < _WIDEST:
            row.append(maker.new_tag("td"))
            column += 1


def _join_heads(upper: Tag, lower: Tag) -> None:
    above = ""
    for over, under in zip(_cells(upper), _cells(lower), strict=False):
        own, below = (" ".join(cell.get_text(" ").split()) for cell in (over, under))
        above = own or above
        if below:
            over.string = f"{above}{BETWEEN_CELLS}{below}" if above else below
    lower.decompose()


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name, "1")).strip()
    if not said.isdecimal():
        return 1
    if name == "rowspan" and int(said) == 0:
        return 1_000_000  # to the end of the table
    return min(max(1, int(said)), _WIDEST if name == "colspan" else 1_000_000)
