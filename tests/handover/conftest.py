"""A small workspace, built, with decisions of every kind on its links."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from support import CheapEncoder, ask, built, decide

from telusur.handover.reading import Evidence, read_evidence
from telusur.review import record
from telusur.review.journal.decisions import Comment, JustifiedGap, Meeting
from telusur.store.connection import store_for_reading
from telusur.store.decisions import gap_to_justify

AT = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
MEETING = Meeting(name="Rapat panitia & biro", date=date(2026, 5, 4), minutes="risalah 7")
PRIVATE = "Jangan dibawa keluar: pimpinan belum setuju"
FORMULA = "=HYPERLINK(1) jaringan internet di loket terputus"


@pytest.fixture
def decided(workspace: Path, encoder: CheapEncoder) -> Path:
    """One link accepted in a meeting, one rejected, a gap justified, and a private remark."""
    note = workspace / "corpus" / "palembang.md"
    text = note.read_text(encoding="utf-8")
    note.write_text(text.replace("## Kelebihan", f"- {FORMULA}.\n\n## Kelebihan"), encoding="utf-8")
    built(workspace)
    network = finding(workspace, "Jaringan internet di loket sering terputus")
    decide(workspace, "accept", network, "Pasal 2 ayat (1)", by="Biro Hukum", at=AT,
           note="Sesuai temuan", meeting=MEETING)  # fmt: skip
    decide(workspace, "reject", network, "Pasal 3", by="Biro Hukum", at=AT)
    queue = finding(workspace, "Antrean daring sudah dipakai")
    decide(workspace, "reject", queue, "Pasal 2 ayat (2)", by="Biro Hukum", at=AT)
    journal = workspace / "draft" / "review.jsonl"
    with store_for_reading(workspace / "evidence.db") as db:
        _, clause, _ = gap_to_justify(db, "Pasal 3")
    record(journal, JustifiedGap(decision="justify", at=AT, by="Biro Hukum", clause=clause,
                                 reason="higher law", law="UU 25 Tahun 2009"))  # fmt: skip
    record(journal, Comment(decision="comment", at=AT, by="Biro Hukum", clause=clause,
                            text=PRIVATE))  # fmt: skip
    built(workspace)
    return workspace


def finding(root: Path, words: str) -> str:
    [(id_,)] = ask(root, f"SELECT id FROM findings WHERE quote LIKE '{words}%'")
    return str(id_)


@pytest.fixture
def evidence(decided: Path) -> Evidence:
    with store_for_reading(decided / "evidence.db") as db:
        return read_evidence(db)
