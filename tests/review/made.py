"""Decisions for the tests of the journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import docx

from telusur.review import Entry, LinkDecision
from telusur.review.journal import id_of
from telusur.review.journal.decisions import as_line

QUOTE = "jaringan internet di loket sering terputus pada jam sibuk"
WORDS = "Penyelenggara menyediakan jaringan cadangan sebagaimana dimaksud dalam Pasal 3 ayat (1)."
FIRST_FORM = (
    '{"at": "2026-03-02T08:00:00Z", "by": "Sari", "decision": "accept", "model": "cheap", '
    '"finding": {"id": "f1", "document": "catatan", "quote": "jaringan putus"}, '
    '"clause": {"id": "jaringan", "label": "Pasal 2", "text": "Jaringan cadangan."}}'
)
"""A line as Telusur wrote it before lines said of which version they are."""


def decision(verdict: str = "accept", **changes: Any) -> LinkDecision:
    """A decision on one link; `minutes` is when, from eight o'clock on."""
    minutes = changes.pop("minutes", 0)
    given = {
        "v": 2,
        "at": datetime(2026, 3, 2, 8, tzinfo=UTC) + timedelta(minutes=minutes),
        "by": "Sari",
        "decision": verdict,
        "finding": {"id": "f1", "document": "catatan", "quote": QUOTE},
        "clause": {"id": "pasal-7", "label": "Pasal 7", "text": WORDS},
        "model": "cheap",
    }
    return LinkDecision.model_validate(given | changes)


def entry(made: LinkDecision, line: int | None = 1) -> Entry:
    """The decision as a line of the journal."""
    return Entry(id_of(as_line(made)), line, as_line(made), made)


def save_in_word(root: Path, *more: str) -> None:
    """Put a Word file with the words of the workspace's note, and `more`, in the note's place."""
    (root / "corpus" / "palembang.md").unlink()
    word = docx.Document()
    word.add_paragraph("Kunjungan ke MPP Kota Palembang, 26 Februari 2021")
    word.add_heading("Temuan", 1)
    word.add_heading("Kendala", 2)
    word.add_paragraph("Jaringan internet di loket sering terputus.", style="List Bullet")
    word.add_paragraph("Pengaduan masyarakat belum dijawab.", style="List Bullet")
    word.add_heading("Kelebihan", 2)
    word.add_paragraph("Antrean daring sudah dipakai di setiap loket.", style="List Bullet")
    for one in more:
        word.add_paragraph(one)
    word.save(root / "corpus" / "laporan.docx")
