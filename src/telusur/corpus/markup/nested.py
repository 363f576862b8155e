"""Tables within tables: Markdown has none, so that their words would be lost."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

BETWEEN_CELLS = " – "
"""What parts the cells of a table that became lines."""


def unnest_tables(page: BeautifulSoup | Tag) -> None:
    """Leave no table within a table of `page`.

    A table of one row or one column that holds tables only lays out a page: it goes, and what it
    holds stays. In any other, an inner table becomes lines in its cell.
    """
    for table in page.find_all("table"):
        if table.find("table") is None:
            continue
        if _only_lays_out(table):
            for part in [table, *_own(table, ["thead", "tbody", "tfoot", "tr", "td", "th"])]:
                part.name = "div"
                part.attrs = {}
        else:
            _flatten(table)


def _only_lays_out(table: Tag) -> bool:
    rows = _own(table, ["tr"])
    return len(rows) <= 1 or all(len(_own(row, ["td", "th"], within=table)) <= 1 for row in rows)


def _own(part: Tag, names: list[str], within: Tag | None = None) -> list[Tag]:
    """The descendants of these names that belong to no inner table."""
    table = within or part
    return [one for one in part.find_all(names) if one.find_parent("table") is table]


def _flatten(table: Tag) -> None:
    for inner in reversed(table.find_all("table")):  # the innermost first
        lines = []
        for row in _own(inner, ["tr"]):
            cells = [
                " ".join(cell.get_text(" ").split())
                for cell in _own(row, ["td", "th"], within=inner)
            ]
            lines.append(BETWEEN_CELLS.join(filter(None, cells)))
        inner.name = "p"
        inner.attrs = {}
        inner.string = "; ".join(filter(None, lines))
