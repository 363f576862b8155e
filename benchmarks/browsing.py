"""How long pages of the evidence browser take on a large store of made-up rows.

    python -m benchmarks.browsing [--findings 20000] [--reports 2000] [--clauses 500]

Prints the median, the slowest of the visits, and the size of each type of page; the server's work
only, no network. Exits with 1 where a median is 100 ms or more.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from telusur.browse import make_browser
from telusur.store.connection import store_for_writing, transaction
from telusur.store.derived.coverage import refresh_coverage

ROOT = Path(__file__).parents[1]
LIMIT = 0.1
"""Seconds that the median visit may take."""
VISITS = 9

Row = dict[str, Any]
WORDS = (
    *("loket", "antrean", "daring", "jaringan", "internet", "petugas", "warga", "layanan"),
    *("formulir", "biaya", "waktu", "pengaduan", "berkas", "sistem", "data", "listrik"),
    *("kantor", "kecamatan", "desa", "jarak", "server", "aplikasi", "pelatihan", "anggaran"),
    *("aturan", "prosedur", "tanggapan", "jadwal", "cadangan", "perekaman", "blangko", "akta"),
)
KINDS = ("kendala", "tantangan", "kelebihan", "peluang", "kebutuhan")
CHALLENGES = [f"tantangan-{number}" for number in range(14)]
STATUSES = ("suggested",) * 7 + ("accepted", "rejected", "suspect")
SENTENCES = 12
"""In each report; the first of them are findings."""

PAGES = (
    "/",
    "/naskah",
    "/naskah/bab-3",
    "/naskah/pasal-12",
    "/naskah/pasal-12.ayat-2",
    "/naskah/pasal-12.ayat-2.huruf-a",
    "/naskah/tidak-ada",
    "/temuan/f100",
    "/laporan",
    "/laporan?halaman=10",
    "/laporan/r10",
    "/tempat",
    "/tempat/11",
    "/tempat/11.01",
    "/lokasi",
    "/lokasi/s10",
    "/tentang",
    "/matriks",
    "/matriks?per=tempat",
    "/celah",
    "/peta",
    "/bagan",
    "/cari?kata=antrean+daring",
    "/cari?kata=antrean&tempat=11",
    "/evidence",
    "/evidence/findings_by_place",
    "/evidence/findings_by_place?_facet=province",
    "/evidence/unanswered_findings",
    "/evidence/clause_evidence",
    "/evidence/finding_clauses",
    "/evidence/matrix",
)


def made_up(
    findings: int, reports: int, clauses: int, sentence: Callable[[random.Random, str], str]
) -> Iterator[tuple[str, list[Row]]]:
    """Yield tables with their rows, parents first; `sentence` makes one that has a number."""
    dice = random.Random(1)
    places = list(_places(dice))
    towns = [one["code"] for one in places if one["parent_code"]]
    yield "places", places
    yield (
        "challenges",
        [
            {"id": one, "label": one.capitalize(), "label_en": one, "definition": "."}
            for one in CHALLENGES
        ],
    )
    sites = [
        {"id": f"s{number}", "name": f"Lokasi {number}", "place_code": dice.choice(towns)}
        for number in range(400)
    ]
    yield "sites", sites
    texts = [
        [sentence(dice, f"{report}.{number}") for number in range(SENTENCES)]
        for report in range(reports)
    ]
    homes = [dice.choice(towns) for _ in range(reports)]
    yield "documents", [_report(number, texts[number], dice) for number in range(reports)]
    yield "passages", [one for number in range(reports) for one in _passages(number, texts[number])]
    yield (
        "document_places",
        [
            {
                "document_id": f"r{number}",
                "place_code": home,
                "role": "visited",
                "start": 0,
                "end": 0,
            }
            for number, home in enumerate(homes)
        ],
    )
    yield (
        "document_sites",
        [
            {"document_id": f"r{number}", "site_id": f"s{number % len(sites)}"}
            for number in range(reports)
        ],
    )
    yield "findings", [_finding(number, reports, texts, homes, dice) for number in range(findings)]
    yield (
        "finding_challenges",
        [
            {"finding_id": f"f{number}", "challenge_id": one, "confidence": 0.7, "why": "kata"}
            for number in range(findings)
            for one in dice.sample(CHALLENGES, dice.randint(0, 2))
        ],
    )
    draft = list(units_of_draft(clauses, dice))
    yield "clauses", draft
    units = [one["id"] for one in draft if one["level"] == "ayat"]
    yield "clause_references", [
        {"from_clause": one, "number": 1, "to_clause": units[0], "text": "ayat", "start": 0,
         "end": 5, "state": "ok"}
        for one in units[1:]
    ]  # fmt: skip
    yield "links", [
        {"finding_id": f"f{number}", "clause_id": one, "score": (score := dice.random()),
         "raw_score": score, "rank": rank,
         "why": "kata yang sama: loket, antrean; maknanya dekat", "status": dice.choice(STATUSES)}
        for number in range(findings)
        for rank, one in enumerate(dice.sample(units, dice.randint(0, 3)), start=1)
    ]  # fmt: skip
    yield "builds", [
        {"id": 1, "finished_at": "2026-01-01T00:00:00+00:00", "telusur": "0", "encoder": "e",
         "inputs": "{}", "counts": "{}", "seconds": "{}"}
    ]  # fmt: skip


def _places(dice: random.Random) -> Iterator[Row]:
    for province in range(11, 49):
        code = f"{province}"
        for inside in [None, *range(1, 14)]:
            yield {
                "code": code if inside is None else f"{code}.{inside:02}",
                "name": f"Provinsi {code}" if inside is None else f"Kabupaten {code} {inside}",
                "level": "provinsi" if inside is None else "kabupaten",
                "parent_code": None if inside is None else code,
                "latitude": dice.uniform(-10, 5),
                "longitude": dice.uniform(95, 141),
            }


def plain_sentence(dice: random.Random, name: str) -> str:
    """A sentence of made-up words, without anybody's name."""
    return f"{' '.join(dice.choices(WORDS, k=14)).capitalize()} nomor {name}."


def _report(number: int, sentences: list[str], dice: random.Random) -> Row:
    day = f"20{dice.randint(15, 26)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return {
        "id": f"r{number}", "path": f"r{number}.md", "title": f"Laporan {number}",
        "genre": "berita", "visited_on": day, "source": "contoh", "language": "id",
        "sha256": "0" * 64, "text": "\n\n".join(sentences),
    }  # fmt: skip


def _passages(report: int, sentences: list[str]) -> Iterator[Row]:
    start = 0
    for number, text in enumerate(sentences, start=1):
        yield {
            "id": f"r{report}.{number}", "document_id": f"r{report}", "number": number,
            "start": start, "end": start + len(text), "text": text, "section": "",
            "form": "sentence",
        }  # fmt: skip
        start += len(text) + 2


def _finding(
    number: int, reports: int, texts: list[list[str]], homes: list[str], dice: random.Random
) -> Row:
    report, which = number % reports, number // reports % SENTENCES
    start = sum(len(one) + 2 for one in texts[report][:which])
    return {
        "id": f"f{number}", "document_id": f"r{report}", "passage_id": f"r{report}.{which + 1}",
        "start": start, "end": start + len(texts[report][which]) - 1,
        "quote": texts[report][which][:-1], "kind": dice.choice(KINDS),
        "place_code": homes[report], "site_id": f"s{report % 400}" if number % 3 == 0 else None,
        "confidence": 0.8, "unsure": 0, "rule": "isyarat",
    }  # fmt: skip


def units_of_draft(count: int, dice: random.Random) -> Iterator[Row]:
    """Bab of five Pasal, each of four ayat, each with one huruf."""
    position = 0
    pasal = 0
    while position < count:
        bab = f"bab-{pasal // 5 + 1}"
        rows: list[tuple[str, str | None, str, str, str]] = []
        if pasal % 5 == 0:
            rows.append((bab, None, "bab", f"{pasal // 5 + 1}", ""))
        pasal += 1
        name = f"pasal-{pasal}"
        rows.append((name, bab, "pasal", str(pasal), ""))
        for ayat in range(1, 5):
            unit = f"{name}.ayat-{ayat}"
            rows.append((unit, name, "ayat", str(ayat), " ".join(dice.choices(WORDS, k=25)) + ":"))
            rows.append((f"{unit}.huruf-a", unit, "huruf", "a", " ".join(dice.choices(WORDS, k=9))))
        for id_, parent, level, number, text in rows:
            position += 1
            yield {
                "id": id_, "label": id_.replace("-", " ").replace(".", " ").capitalize(),
                "parent_id": parent, "level": level, "number": number, "position": position,
                "heading": "PELAYANAN", "text": text, "normative": 1, "quoted": 0,
                "fingerprint": "0" * 64, "path": "naskah.md", "line": position,
            }  # fmt: skip


def build(path: Path, findings: int, reports: int, clauses: int) -> None:
    """Write the store."""
    with store_for_writing(path) as db, transaction(db):
        for table, rows in made_up(findings, reports, clauses, plain_sentence):
            db.insert(table, rows)
        refresh_coverage(db)


async def measure(path: Path) -> bool:
    """Visit each page some times; whether all are quick enough."""
    browser = make_browser(ROOT / "datasette_metadata.yml", path)
    quick = True
    for page in PAGES:
        answer = await browser.client.get(page)
        times = []
        for _ in range(VISITS):
            begun = time.perf_counter()
            answer = await browser.client.get(page)
            times.append(time.perf_counter() - begun)
        median = statistics.median(times)
        quick = quick and median < LIMIT
        print(
            f"{page:34} {answer.status_code}  {1000 * median:6.1f} ms  "
            f"at most {1000 * max(times):6.1f} ms  {len(answer.content) / 1000:7.1f} kB"
            f"{'' if median < LIMIT else '  TOO SLOW'}",
            flush=True,
        )
    return quick


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    for name, count in (("findings", 20_000), ("reports", 2_000), ("clauses", 500)):
        parser.add_argument(f"--{name}", type=int, default=count)
    parser.add_argument(
        "--store", type=Path, help="where to keep the store; else it is thrown away"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.store or Path(folder) / "evidence.db"
        if not path.exists():
            begun = time.perf_counter()
            build(path, asked.findings, asked.reports, asked.clauses)
            print(f"made the store in {time.perf_counter() - begun:.0f} s")
        sys.exit(0 if asyncio.run(measure(path)) else 1)


if __name__ == "__main__":
    main()
