# ruff: noqa: E501 (a sentence a line)
"""A small workspace full of invented personal data."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from support import DRAFT, ROOT, decide

from telusur.publish import Published
from telusur.review import record
from telusur.review.journal.decisions import JustifiedGap
from telusur.store.connection import store_for_reading
from telusur.store.decisions import gap_to_justify
from telusur.workspace import Workspace, read_settings

SECRETS = (
    "3273014507890001", "1671052301850003", "3511062508900007", "5371094412770005",
    "081234567890", "085711223344", "6281398765432", "sumarni.wiryo@gmail.com", "7712345678",
    "Sumarni", "Wiryodikromo", "Tugiyem", "Lekatompessy", "Rumbiak", "Harjosuwito", "Pondok Randu",
    "Sekar Ayuningtyas", "Mandacan", "Imbirida",
)  # fmt: skip
"""Nothing of this may stand in a bundle, in any spelling."""
STAY = (
    "Herman Sudrajat", "Kota Palembang", "Disdukcapil", "1.250.000", "Rp5,8 miliar", "2019",
    "Kementerian PANRB", "Jaringan internet di loket sering terputus", "Barnabas Sokoy",
)  # fmt: skip
CONFIDENTIAL = "Kepala seksi meminta agar temuan tentang pungutan di loket tiga tidak dibawa ke luar ruangan ini"
LETTER = (
    "Pemeriksaan mendadak di gudang blangko akan dilakukan tanpa pemberitahuan kepada kepala kantor"
)

VISIT = """\
---
title: Kunjungan ke MPP Kota Palembang
date: 2021-02-26
place: Kota Palembang
genre: catatan lapangan
source: "Wawancara dengan Sumarni Wiryodikromo, 2021"
---

# Kunjungan ke MPP Kota Palembang

Kepala Disdukcapil Kota Palembang, Herman Sudrajat, mengatakan 1.250.000 warga terlayani sejak 2019. Herman
Sudrajat menyebut anggaran Rp5,8 miliar dari Kementerian PANRB.

## KELUHAN IBU SUMARNI WIRYODIKROMO

- Jaringan internet di loket sering terputus.
- Ibu Sumarni Wiryodikromo (NIK 3273014507890001) menunggu tiga hari karena jaringan internet terputus.
- Antrean daring belum tersedia, keluh Tugiyem (61), yang tinggal di Jl. Pondok Randu No. 17 RT 03/RW 05.
- Nomor 16710523
01850003 ditolak sistem, padahal warga bernama markus lekatompessy sudah merekam.
- Pengaduan masyarakat belum dijawab; hubungi 0812-3456-7890 atau sumarni.wiryo @ gmail.com.
- Bapak Malang mengeluh pelayanan lambat, berbeda dengan pelayanan di Kota Malang.

| Nama | NIK | Telepon | Keluhan |
|---|---|---|---|
| Yopi Rumbiak | 3511 0625 0890 0007 | +62 857 1122 3344 | jaringan putus |
| HARJOSUWITO | 5371.0944.1277.0005 | (0813) 9876-5432 | antre lama |

Biaya kembali ke rekening BRI 7712-3456-78. Loket buka 08.00-15.00.
"""
OTHER = f"""\
---
title: Catatan rapat
date: 2021-03-01
place: Kota Palembang
---

## Kendala

- Keluhan SUMARNI  WIRYODIKROMO belum ditindaklanjuti petugas loket.
- Menurut catatan lain, {CONFIDENTIAL.lower()}, dan itu menghambat pelayanan.
- Listrik sering padam, kata Barnabas Sokoy; {LETTER.lower()}, kata orang.
"""
CLOSED = f"""\
---
title: Catatan tertutup
date: 2021-03-02
---

## Kendala

- {CONFIDENTIAL}. Sumbernya Welmina Mandacan.
"""
MARKED = f"""\
SURAT EDARAN

Nomor : 1/2021
Sifat : Rahasia

Kendala: {LETTER}. Sumbernya Kornelia Imbirida.
"""
REGISTER = (
    "officials:\n  - {name: Barnabas Sokoy, office: Kepala Biro, institution: Ombudsman RI}\n"
)
REVIEWER = "Peninjau Rahasia"
SETTINGS = """\
[links]
threshold = 0

[publish]
links = "all"
title = "Bukti"
version = "3"
date = 2026-03-01
licence = "CC BY 4.0"
withhold = ["tertutup/*"]
redact = ["Sekar Ayuningtyas", "Tidak Pernah Disebut"]
"""


@dataclass(frozen=True)
class Made:
    """A built workspace and its bundle."""

    root: Path
    bundle: Path
    published: Published


def write_workspace(root: Path) -> None:
    shutil.copytree(ROOT / "extract", root / "extract", ignore=shutil.ignore_patterns("examples"))
    shutil.copyfile(ROOT / "datasette_metadata.yml", root / "datasette_metadata.yml")
    for path, text in {
        "telusur.toml": SETTINGS,
        "draft/draf.md": DRAFT,
        "corpus/palembang.md": VISIT,
        "corpus/2021-wawancara-sumarni-wiryodikromo.md": OTHER,
        "corpus/tertutup/rapat.md": CLOSED,
        "corpus/surat.txt": MARKED,
        "extract/officials.yml": REGISTER,
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    _write_docx(root / "corpus" / "kupang.docx")


def _write_docx(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Kunjungan ke MPP Kota Kupang", 1)
    document.add_paragraph("Sekar Ayuningtyas mencatat bahwa listrik sering padam di loket.")
    paragraph = document.add_paragraph("Listrik padam, ujar ")
    for piece in ("Yopi ", "Rum", "biak", ", warga Kota Kupang."):  # as Word cuts words
        paragraph.add_run(piece)
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells],
        ("Nama pemohon", "NIK", "Tugiyem Harjosuwito", "3511062508900007"),
        strict=True,
    ):
        cell.text = words
    document.save(str(path))


def workspace_at(root: Path) -> Workspace:
    settings, problems = read_settings(root)
    assert settings, problems
    return Workspace(root, settings)


def decide_links(root: Path) -> None:
    connection = sqlite3.connect(root / "evidence.db")
    (finding,) = connection.execute(
        "SELECT id FROM findings WHERE quote LIKE 'Jaringan internet di loket%'"
    ).fetchone()
    connection.close()
    at = datetime(2026, 3, 2, 8, tzinfo=UTC)
    taken: tuple[tuple[Literal["accept", "reject"], str], ...] = (
        ("accept", "Pasal 2 ayat (1)"),
        ("reject", "Pasal 3"),
    )
    for decision, clause in taken:
        who = {"by": REVIEWER, "note": "internal"}
        decide(root, decision, finding, clause, at=at, **who)
    with store_for_reading(root / "evidence.db") as db:
        _, clause_then, _ = gap_to_justify(db, "Pasal 2 ayat (2)")
    gap = JustifiedGap(
        decision="justify", at=at, by=REVIEWER, note="internal", reason="higher law",
        law=f"UU Nomor 25 Tahun 2009, menurut {REVIEWER}", clause=clause_then,
    )  # fmt: skip
    record(root / "draft" / "review.jsonl", gap)
