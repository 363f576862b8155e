"""Delimited text (CSV) → a sheet."""

from __future__ import annotations

import csv
import io
from itertools import islice

from telusur.corpus.limits import MOST_PASSAGES, TooLarge
from telusur.corpus.sheets.grid import Grid, shown_in_one_line
from telusur.words import say

_DELIMITERS = ";,\t|"
_SAMPLE_LINES = 50
_LONGEST_CELL = 1_000_000


def read_delimited(text: str) -> Grid:
    """Return the rows of `text`, whatever parts its cells: semicolons as Excel writes them in
    Indonesia, commas, tabs or bars.

    Raises TooLarge.
    """
    named, text = _named_delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text), delimiter=named or _delimiter_of(text))
    rows = []
    try:
        for row in reader:
            rows.append([shown_in_one_line(cell) for cell in row])
            if len(rows) > MOST_PASSAGES:
                raise TooLarge(
                    say("it has more than {most_passages:,} rows", most_passages=MOST_PASSAGES)
                )
    except csv.Error as error:
        raise TooLarge(say("a cell of it is too long ({error})", error=error)) from None
    return Grid("", rows)


def _named_delimiter(text: str) -> tuple[str | None, str]:
    """Excel's own first line, `sep=;`, and the text after it."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest
    return None, text


def _delimiter_of(text: str) -> str:
    """The sign that parts the most lines into the same number of cells, two or more."""
    best, most = ",", 0
    for sign in _DELIMITERS:
        rows = [len(row) for row in islice(csv.reader(io.StringIO(text), delimiter=sign),
                                           _SAMPLE_LINES) if row]  # fmt: skip
        usual = max(set(rows), key=rows.count, default=1)
        alike = rows.count(usual) if usual > 1 else 0
        if alike > most:
            best, most = sign, alike
    return best
