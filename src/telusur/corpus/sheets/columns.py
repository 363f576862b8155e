"""Columns whose heads a workspace explains: `Hal yang ditemui` stands for `kendala`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from telusur.corpus.model import Cell, Document

COLUMNS = {
    "no": "No", "tanggal": "Tanggal", "lokasi": "Lokasi", "temuan": "Temuan",
    "kendala": "Kendala", "tantangan": "Tantangan", "kelebihan": "Kelebihan",
    "peluang": "Peluang", "kebutuhan": "Kebutuhan", "penyebab": "Penyebab",
    "rekomendasi": "Rekomendasi", "pic": "PIC", "abaikan": "Abaikan",
}  # fmt: skip
"""What a column may stand for, and the head by which the reading knows it."""


def with_columns(document: Document, columns: Mapping[str, str]) -> Document:
    """Return a report whose cells stand under the heads that a workspace says; `columns` maps what
    stands in tables, in any case, to one of `COLUMNS`. No word of the report changes."""
    if not columns:
        return document
    known = {_plain(name): COLUMNS[role] for name, role in columns.items()}

    def under(cell: Cell) -> Cell:
        return replace(cell, header=known.get(_plain(cell.header), cell.header))

    passages = (
        replace(one, cells=tuple(map(under, one.cells))) if one.cells else one
        for one in document.passages
    )
    return replace(document, passages=tuple(passages))


def _plain(head: str) -> str:
    return " ".join(head.casefold().split())
