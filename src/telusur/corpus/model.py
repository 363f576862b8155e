"""A report as Telusur sees it: a text, and the passages it is made of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from telusur.errors import Problem

Genre = Literal["catatan lapangan", "laporan kunjungan", "siaran pers", "berita"]
"""Field note, visit report, press release, news."""

Form = Literal["sentence", "item", "row"]
"""What a passage is in its report: a sentence of running text, a list item, a table row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row, with the column it stands in."""

    header: str
    """The column's heading; empty where the table has none."""
    start: int
    """Where the cell's text begins in `Document.text` (characters)."""
    end: int
    """Where it ends (half-open)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, a list item or a table row: the unit that findings are read from."""

    number: int
    """Position in the report, from 1."""
    start: int
    """Where it begins in `Document.text` (characters)."""
    end: int
    """Where it ends (half-open); `Document.text[start:end] == text`."""
    text: str
    """The passage, verbatim."""
    section: str
    """The heading it stands under, verbatim; empty before the first heading."""
    form: Form
    """What it is in its report."""
    cells: tuple[Cell, ...] = ()
    """The cells of a table row, left to right; empty for other forms."""
    page: int | None = None
    """The page it begins on, from 1; None where the file has no pages."""
    certainty: float | None = None
    """How surely a machine read it from a picture, 0 to 1; None of what is text in its file."""


@dataclass(frozen=True, slots=True)
class Document:
    """One report of the corpus, read."""

    id: str
    """Slug of the path; the same from build to build."""
    path: str
    """Path below `corpus/`, with forward slashes."""
    title: str
    """From the front matter, the file's own title, its first heading or its first line."""
    genre: Genre | None
    """From the front matter; None where the report does not say."""
    date: datetime.date | None
    """The date that the front matter gives: the day of the visit or of what is reported."""
    place: str | None
    """The place that the front matter names, as it is written there."""
    site: str | None
    """The service site that the front matter names, as it is written there."""
    source: str | None
    """Where the report, or the facts in it, come from."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    text: str
    """The report as one reads it: no front matter, no markup, newlines as \\n."""
    passages: tuple[Passage, ...]
    """In order of position, never overlapping."""
    published: datetime.date | None = None
    """The day of publication that the front matter, or the markup of a web page, gives."""
    confidential: str | None = None
    """The line by which the report says that it is confidential; None where it does not."""
    read_by: str | None = None
    """The program that read it, or a part of it, from pictures; None where it is text."""
    remarks: tuple[Problem, ...] = ()
    """What of the file is not read, such as the attachments of a mail."""
    attached_to: str | None = None
    """The id of the report that this one came with, such as a mail; None of a file of its own."""
    attached: tuple[Document, ...] = ()
    """What came with it, each a report of its own."""
