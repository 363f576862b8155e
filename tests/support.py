"""What several test files need: a small workspace, and an encoder that costs nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.reading import Silent

from telusur import review
from telusur.build import Outcome, build
from telusur.store.connection import store_for_reading
from telusur.store.decisions import pair_to_decide

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)

DRAFT = """\
# BAB: KETENTUAN UMUM {#umum}

#### Pasal {#definisi}

Dalam Peraturan Menteri ini yang dimaksud dengan:

1. Loket adalah tempat masyarakat dilayani.

# BAB: JARINGAN {#bab-jaringan}

#### Pasal {#jaringan}

(1) Penyelenggara menyediakan jaringan internet cadangan di setiap loket.

(2) Antrean daring dipakai di setiap loket sebagaimana dimaksud pada ayat (1).

#### Pasal {#aduan}

Penyelenggara menjawab pengaduan masyarakat paling lama 3 (tiga) hari.
"""

NOTE = """\
---
title: Kunjungan ke MPP Kota Palembang
date: 2021-02-26
place: Kota Palembang
genre: catatan lapangan
---

## Kendala

- Jaringan internet di loket sering terputus.
- Pengaduan masyarakat belum dijawab.

## Kelebihan

- Antrean daring sudah dipakai di setiap loket.
"""


class CheapEncoder:
    """Gives each text a vector from its words: texts that share words are near each other."""

    name = "cheap"
    dimension = 64
    remark = None

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> np.ndarray:
        self.embedded += texts
        vectors = np.full((len(texts), self.dimension), 1e-3, dtype="float32")
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, hashlib.sha256(word.encode()).digest()[0] % self.dimension] += 1
        if progress:
            progress(len(texts))
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def built(root: Path) -> Outcome:
    """Build without showing progress."""
    return build(root, None, Silent(), TODAY)


def decide(
    root: Path,
    decision: Any,
    finding: str,
    clause: str,
    *,
    by: str,
    at: datetime,
    note: str = "",
    seen: Collection[str] | None = None,
    **more: Any,
) -> review.Entry:
    """Take a decision on what the store holds, as `telusur review` does."""
    with store_for_reading(root / "evidence.db") as db:
        pair = pair_to_decide(db, finding, clause)
    taken = review.LinkDecision(
        decision=decision,
        at=at,
        by=by,
        note=note,
        finding=pair.finding,
        clause=pair.clause,
        score=pair.score,
        suggested=pair.suggested,
        model=pair.model,
        **more,
    )
    return review.record(root / "draft" / "review.jsonl", taken, decided=pair.decided, seen=seen)


def ask(root: Path, sql: str) -> list[tuple[Any, ...]]:
    """What the store of a workspace answers."""
    connection = sqlite3.connect(root / "evidence.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()
