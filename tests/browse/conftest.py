"""A small store of made-up rows, and the browser on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import ROOT
from tests.waiting import served

from telusur.browse.serving.serve import make_browser
from telusur.review.journal import id_of
from telusur.store.connection import store_for_writing, transaction
from telusur.store.database import Database
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.queue import refresh_queue

if TYPE_CHECKING:
    from datasette.app import Datasette


BEFORE = (
    '{"at":"2024-05-30T08:00:00Z","by":"Sari","decision":"accept","finding":{"id":"f-2","document":'
    '"kunjungan","quote":"Jaringan internet putus pada jam sibuk"},"clause":{"id":"antrean.ayat-2",'
    '"label":"Pasal 7 ayat (2)","text":"Jaringan dijaga:"},"model":"m","note":"dibahas"}'
)
"""A decision as the journal has it."""
QUOTES = {
    "f-1": "Antrean daring belum tersedia di loket satu",
    "f-2": "Jaringan internet putus pada jam sibuk",
    "f-3": "Petugas memakai satu formulir untuk semua layanan",
    "f-4": "Warga menunggu dua hari tanpa kepastian",
}
HURUF = "antrean.ayat-2.huruf-a"
TEXT = ". ".join(QUOTES.values())


def rows() -> dict[str, list[dict[str, Any]]]:
    """Rows of every table but coverage, parents first, about places that do not exist."""
    return {
        "places": [
            place("01", "Provinsi Umpama", "provinsi"),
            place("01.01", "Kabupaten Misal", "kabupaten", parent_code="01") | at(-2.0, 104.0),
            place("01.71", "Kota Contoh", "kota", parent_code="01") | at(-2.0, 105.0),
            place("02", "Provinsi Andai", "provinsi"),
            place("02.01", "Kabupaten Barang", "kabupaten", parent_code="02"),
        ],
        "documents": [
            document("kunjungan", "Kunjungan ke Kota Contoh", "2024-05-02"),
            document("lama", "Catatan lama", "2019-01-10")
            | {"confidential": "Sifat : Rahasia", "language": "jv"},
            document("tanpa-tanggal", "Siaran tanpa tanggal", None) | {"language": "en"},
        ],
        "passages": [passage("kunjungan", number, q) for number, q in enumerate(QUOTES.values(), 1)]
        + [passage("lama", 1, "Loket tutup lebih awal")],
        "document_places": [
            {"document_id": "kunjungan", "place_code": "01.71", "role": "visited"} | span(0, 0)
        ],
        "document_smaller_places": [
            {"document_id": "kunjungan", "name": "Umpama", "level": "desa", "code": None,
             "parent_code": "01.71", "role": "mentioned"} | span(0, 6)
        ],
        "smaller_places": [
            smaller("01.01.02", "Kecamatan Andaian", "kecamatan", None),
            smaller("01.01.02.2001", "Desa Rekaan", "desa", "01.01.02"),
        ],
        "document_open_places": [
            {"document_id": "kunjungan", "name": "Misal", "place_code": "01.01",
             "role": "mentioned"} | span(0, 6)
        ],
        "sites": [{"id": "mpp-kota-contoh", "name": "MPP Kota Contoh", "place_code": "01.71"}],
        "document_sites": [{"document_id": "kunjungan", "site_id": "mpp-kota-contoh"}],
        "site_facts": [
            fact("jenis_layanan", 120.0, "jenis layanan"),
            fact("antrean_daring", None, ""),
        ],
        "people": [
            {"document_id": "kunjungan", "name": "Nama Umpama", "position": "Kepala"} | span(0, 5)
        ],
        "institutions": [{"document_id": "kunjungan", "name": "Dinas Umpama"} | span(0, 5)],
        "challenges": [
            challenge("konektivitas", "Konektivitas", "Connectivity"),
            challenge("kepastian_waktu_biaya", "Kepastian waktu dan biaya", "Certainty"),
            challenge("buatan_sendiri", "Buatan sendiri", "Made by the team"),
        ],
        "findings": [
            finding("f-1", 1, "kendala", "01.71", site_id="mpp-kota-contoh"),
            finding("f-2", 2, "kendala", "01.01") | {"smaller_code": "01.01.02.2001"},
            finding("f-3", 3, "kelebihan", "02.01"),
            finding("f-4", 4, "kebutuhan", None) | {"unsure": 1},
        ],
        "finding_challenges": [
            bears_on("f-1", "konektivitas", 0.9),
            bears_on("f-1", "kepastian_waktu_biaya", 0.7),
            bears_on("f-2", "konektivitas", 0.8),
            bears_on("f-3", "buatan_sendiri", 0.6),
        ],
        "clauses": [
            clause(1, "bab-umum", None, "BAB I", "bab", ""),
            clause(2, "antrean", "bab-umum", "Pasal 7", "pasal", ""),
            clause(3, "antrean.ayat-1", "antrean", "Pasal 7 ayat (1)", "ayat", "Antrean daring."),
            clause(4, "antrean.ayat-2", "antrean", "Pasal 7 ayat (2)", "ayat", "Jaringan dijaga:"),
            clause(5, HURUF, "antrean.ayat-2", "Pasal 7 ayat (2) huruf a", "huruf", "tiap hari;"),
            clause(6, "formulir", "bab-umum", "Pasal 72", "pasal", "Formulir diseragamkan."),
            clause(7, "biaya", "bab-umum", "Pasal 73", "pasal", "Biaya diumumkan."),
        ],
        "draft_frame": [
            {"number": 1, "part": "title", "text": "Rancangan Peraturan Menteri tentang Umpama"},
            {"number": 2, "part": "opening", "text": "RANCANGAN"},
            {"number": 3, "part": "opening", "text": "Menimbang:"},
            {"number": 4, "part": "opening", "text": "a. bahwa loket perlu dijaga;"},
            {"number": 5, "part": "closing", "text": "Ditetapkan di Jakarta"},
        ],
        "clause_references": [
            {"from_clause": "biaya", "number": 1, "to_clause": "antrean", "state": "ok"}
            | {"text": "Pasal 7"}
            | span(0, 7)
        ],
        "links": [
            link("f-1", "antrean.ayat-1", 0.9, 1, "suggested"),
            link("f-1", "antrean.ayat-2", 0.6, 2, "suggested"),
            link("f-2", "antrean.ayat-2", 0.6, 1, "accepted"),
            link("f-3", "formulir", 0.7, 1, "suggested"),
            link("f-3", "biaya", 0.4, 2, "rejected"),
        ],
        "decisions": [
            {"id": id_of(BEFORE), "text": BEFORE, "line": 1,
             "at": "2024-05-30T08:00:00+00:00", "by": "Sari", "decision": "accept",
             "finding_id": "f-2", "clause_id": "antrean.ayat-2", "state": "in force",
             "document_id": "kunjungan", "quote": QUOTES["f-2"], "clause_label": "Pasal 7 ayat (2)",
             "clause_text": "Jaringan dijaga:", "model": "m", "note": "dibahas"}
        ],
        "justified_gaps": [
            {"number": 1, "clause_id": "antrean.ayat-2", "finding_id": None,
             "reason": "higher law", "law": "UU Nomor 25 Tahun 2009", "note": "", "by": "Sari",
             "at": "2024-05-30T08:00:00+00:00"}
        ],
        "clause_history": [
            {"build_id": 1, "number": 1, "old_id": "lama", "old_label": "Pasal 9", "new_id": None,
             "new_label": None, "kinds": "removed", "other_id": None, "old_text": "Dicabut.",
             "new_text": ""},
            {"build_id": 1, "number": 3, "old_id": "borang", "old_label": "Pasal 71",
             "new_id": "formulir", "new_label": "Pasal 72", "kinds": "renumbered reworded",
             "other_id": None, "old_text": "Borang diseragamkan.",
             "new_text": "Formulir diseragamkan."},
            {"build_id": 1, "number": 2, "old_id": "antrean", "old_label": "Pasal 6",
             "new_id": "antrean", "new_label": "Pasal 7", "kinds": "renumbered", "other_id": None,
             "old_text": "", "new_text": ""},
        ],
        "issues": [
            {"id": 1, "rule": "unreadable", "severity": "error", "path": "corpus/rusak.pdf",
             "line": 0, "message": "Berkas rusak.", "sha256": ""}
        ],
        "embeddings": [{"model": "m", "sha256": "0" * 64, "vector": b"\0\0\0\0"}],
        "builds": [
            {"id": 1, "finished_at": "2024-06-01T00:00:00+00:00", "telusur": "0", "encoder": "m",
             "inputs": "{}", "counts": "{}", "seconds": "{}"}
        ],
    }  # fmt: skip


def span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


def at(latitude: float, longitude: float) -> dict[str, float]:
    return {"latitude": latitude, "longitude": longitude}


def smaller(code: str, name: str, level: str, district_code: str | None) -> dict[str, Any]:
    return {"code": code, "name": name, "level": level, "parent_code": code[:5],
            "district_code": district_code}  # fmt: skip


def place(code: str, name: str, level: str, **more: str) -> dict[str, Any]:
    return {"code": code, "name": name, "level": level, "parent_code": None} | more


def document(id: str, title: str, visited_on: str | None) -> dict[str, Any]:  # noqa: A002
    return {
        "id": id, "path": f"{id}.md", "title": title, "genre": "catatan lapangan",
        "visited_on": visited_on, "source": "https://example.org/laporan", "language": "id",
        "sha256": "0" * 64, "confidential": None, "text": TEXT,
    }  # fmt: skip


def passage(document_id: str, number: int, text: str) -> dict[str, Any]:
    start = max(0, TEXT.find(text))
    return {
        "id": f"{document_id}.{number}", "document_id": document_id, "number": number,
        "text": text, "section": "", "form": "sentence",
    } | span(start, start + len(text))  # fmt: skip


def fact(name: str, value: float | None, unit: str) -> dict[str, Any]:
    return {
        "site_id": "mpp-kota-contoh", "fact": name, "value": value, "unit": unit,
        "quote": "apa adanya", "document_id": "kunjungan",
    } | span(0, 10)  # fmt: skip


def challenge(id: str, label: str, label_en: str) -> dict[str, str]:  # noqa: A002
    return {"id": id, "label": label, "label_en": label_en, "definition": "Artinya."}


def finding(
    id: str,  # noqa: A002
    number: int,
    kind: str,
    place_code: str | None,
    site_id: str | None = None,
) -> dict[str, Any]:
    start = TEXT.index(QUOTES[id])
    return {
        "id": id, "document_id": "kunjungan", "passage_id": f"kunjungan.{number}",
        "quote": QUOTES[id], "kind": kind, "place_code": place_code, "site_id": site_id,
        "confidence": 0.5 + number / 10, "unsure": 0, "smaller_code": None,
        "rule": "isyarat",
    } | span(start, start + len(QUOTES[id]))  # fmt: skip


def bears_on(finding_id: str, challenge_id: str, confidence: float) -> dict[str, Any]:
    return {"finding_id": finding_id, "challenge_id": challenge_id} | {
        "confidence": confidence,
        "why": "kata",
    }


def clause(
    position: int,
    id: str,  # noqa: A002
    parent: str | None,
    label: str,
    level: str,
    text: str,
) -> dict[str, Any]:
    return {
        "id": id, "label": label, "parent_id": parent, "level": level, "number": str(position),
        "position": position, "heading": "PELAYANAN", "text": text, "normative": 1, "quoted": 0,
        "fingerprint": "0" * 64, "path": "naskah.md", "line": position,
    }  # fmt: skip


def link(finding_id: str, clause_id: str, score: float, rank: int, status: str) -> dict[str, Any]:
    return {
        "finding_id": finding_id, "clause_id": clause_id, "score": score,
        "raw_score": score, "rank": rank, "why": "kata yang sama", "status": status,
    }  # fmt: skip


def fill(db: Database) -> None:
    with transaction(db):
        for table, some in rows().items():
            db.table(table).insert_all(some)
        refresh_coverage(db)
        refresh_queue(db)


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browse") / "evidence.db"
    with store_for_writing(path) as db:
        fill(db)
    return path


@pytest.fixture(scope="session")
def browser(database: Path) -> Datasette:
    return make_browser(ROOT / "datasette_metadata.yml", database)


@pytest.fixture(scope="session")
def address(database: Path) -> Iterator[str]:
    """A running evidence browser."""
    with served(make_browser(ROOT / "datasette_metadata.yml", database).app()) as address:
        yield address
