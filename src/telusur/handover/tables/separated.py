"""A table as CSV that Excel opens by a double click."""

from __future__ import annotations

import csv
import io
import re

from telusur.handover.tables.table import Table

# A spreadsheet takes full-width signs for those that begin a formula, too.
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")


def separated(table: Table) -> bytes:
    """Return the table as CSV, with the mark by which Excel knows UTF-8; rows that only head
    others are left out."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([name for name, _ in table.columns])
    for line in table.lines:
        if line.look != "heading":
            writer.writerow([harmless(cell) for cell in line.cells])
    return text.getvalue().encode("utf-8-sig", errors="replace")


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: a sign that begins one gets a quote."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
