"""Reads a file of any format into a document and its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.corpus.batch import ReportReader
    from telusur.corpus.folder import find_reports, links_out_of
    from telusur.corpus.identity import document_ids
    from telusur.corpus.model import Cell, Document, Form, Genre, Passage
    from telusur.corpus.office.programs import programs
    from telusur.corpus.reading import bytes_of, check_front_matter, read_report
    from telusur.corpus.sheets.columns import COLUMNS, with_columns
else:
    __getattr__ = door(__name__)

__all__ = [
    "COLUMNS",
    "Cell",
    "Document",
    "Form",
    "Genre",
    "Passage",
    "ReportReader",
    "bytes_of",
    "check_front_matter",
    "document_ids",
    "find_reports",
    "links_out_of",
    "programs",
    "read_report",
    "with_columns",
]
