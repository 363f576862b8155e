from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from telusur.corpus import Cell, Document, Form, Passage
from telusur.extract import Lexicon, Reader, Reading, read_lexicon

TODAY = date(2026, 11, 21)
EXTRACT = Path(__file__).parents[2] / "extract"

Read = Callable[..., Reading]


def report(*lines: str, section: str = "", form: Form = "sentence", path: str = "x.md") -> Document:
    """A report whose every line is one passage."""
    text = "\n".join(lines)
    passages, start = [], 0
    for number, line in enumerate(lines, start=1):
        end = start + len(line)
        passages.append(Passage(number, start, end, line, section, form))
        start = end + 1
    return Document(
        id="x",
        path=path,
        title="x",
        genre=None,
        date=None,
        place=None,
        site=None,
        source=None,
        sha256="",
        text=text,
        passages=tuple(passages),
    )


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> Document:
    """A report that is one table."""
    lines = [" | ".join(row) for row in rows]
    text = "\n".join(lines)
    passages, start = [], 0
    for number, row in enumerate(rows, start=1):
        cells, at = [], start
        for head, cell in zip(header, row, strict=True):
            cells.append(Cell(head, at, at + len(cell)))
            at += len(cell) + 3
        line = lines[number - 1]
        passages.append(
            Passage(number, start, start + len(line), line, "", "row", cells=tuple(cells))
        )
        start += len(line) + 1
    document = report("x")
    return Document(
        **{
            **{name: getattr(document, name) for name in document.__slots__},
            "text": text,
            "passages": tuple(passages),
        }
    )


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    found, problems = read_lexicon(EXTRACT)
    assert problems == []
    assert found is not None
    return found


@pytest.fixture(scope="session")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    def read_one(document: Document | str, *, today: date = TODAY) -> Reading:
        document = report(document) if isinstance(document, str) else document
        return reader.read(document, today=today)

    return read_one
