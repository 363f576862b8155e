"""The two reports that the reference users gave, and texts annotated by people."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from telusur.corpus import Document, read_report
from telusur.extract import Finding, Lexicon, Reader
from telusur.extract.places.names import PlaceReader

from .conftest import TODAY

SHARED = Path(os.environ.get("TELUSUR_SHARED", Path(__file__).parents[3] / "shared"))

pytestmark = pytest.mark.skipif(
    not SHARED.exists() and not os.environ.get("CI"), reason="no annotated reports here"
)

FLOORS = {"findings": 0.65, "kinds": 0.70, "challenges": 0.62, "visited": 0.97, "dates": 0.95}
"""Below what was reached when they were set; never lowered by accident."""


def document(lexicon: Lexicon, path: Path, folder: str = "") -> Document:
    return read_report(
        path,
        relative=f"{folder}{path.name}",
        id=path.stem,
        abbreviations=lexicon.abbreviations,
    )


@pytest.mark.parametrize(
    ("name", "day", "place", "sites", "findings"),
    [
        (
            "000_eda2f73a631bf406.txt",
            date(2021, 2, 26),
            "16.71",
            {"mpp-kota-palembang", "disdukcapil-kota-palembang"},
            [
                ("perlu diperhatikan adalah", {"konektivitas", "interoperabilitas"}, "16.71"),
                ("kondisi krisis", {"adaptasi_krisis", "transformasi_digital"}, "16.71"),
            ],
        ),
        (
            "002_f9e11c6b14eeeb55.txt",
            date(2023, 1, 26),
            "14.71",
            {"mpp-kota-pekanbaru"},
            [
                ("memiliki standar yang sama", {"standardisasi"}, None),  # "secara nasional"
                ("BPJS Kesehatan dan Imigrasi", {"interoperabilitas"}, "14.71"),
                ("satu data base", {"interoperabilitas"}, None),  # "tingkat pusat"
            ],
        ),
    ],
)
def test_what_the_reports_say_is_found(
    lexicon: Lexicon,
    reader: Reader,
    name: str,
    day: date,
    place: str,
    sites: set[str],
    findings: Sequence[tuple[str, set[str], str | None]],
) -> None:
    reading = reader.read(document(lexicon, SHARED / "reports" / name), today=TODAY)
    assert reading.visited_on == day
    assert {m.place_code for m in reading.places if m.role == "visited"} == {place}
    assert {site.id for site in reading.sites} == sites
    for words, challenges, about in findings:
        (finding,) = (finding for finding in reading.findings if words in finding.quote)
        assert finding.place_code == about
        assert challenges <= {match.challenge_id for match in finding.challenges}


def overlap(finding: Finding, span: tuple[int, int]) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shared = min(finding.end, span[1]) - max(finding.start, span[0])
    return 2 * shared >= min(finding.end - finding.start, span[1] - span[0]) > 0


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted)


@pytest.mark.need("N-FIND-9")
def test_quality_stays_above_its_floors(lexicon: Lexicon, reader: Reader) -> None:
    gold = json.loads((SHARED / "gold" / "findings.json").read_text(encoding="utf-8"))
    index = json.loads((SHARED / "gold" / "reports" / "index.json").read_text(encoding="utf-8"))
    places = PlaceReader(lexicon.places)
    found = wanted = matched = kinds = 0
    labels = [0, 0, 0]
    dates: list[bool] = []
    visited: list[bool] = []
    for entry in gold:
        path, year = report_of(entry, index)
        text = document(lexicon, path, year)
        reading = reader.read(text, today=TODAY)
        dates.append(str(reading.visited_on) == str(entry["visit_date"]))
        if codes := visited_in_gold(places, entry):
            visited.append(
                any(m.place_code in codes for m in reading.places if m.role == "visited")
            )
        free = list(reading.findings)
        found += len(free)
        wanted += len(entry["findings"])
        for annotated in entry["findings"]:
            start = text.text.index(annotated["quote"])
            span = start, start + len(annotated["quote"])
            match = next((finding for finding in free if overlap(finding, span)), None)
            if match is None:
                continue
            free.remove(match)
            matched += 1
            kinds += match.kind == annotated["kind"]
            ours = {challenge.challenge_id for challenge in match.challenges}
            theirs = set(annotated["challenge"])
            labels = [
                total + more
                for total, more in zip(
                    labels, (len(ours & theirs), len(ours), len(theirs)), strict=True
                )
            ]
    reached = {
        "findings": f1(matched, found, wanted),
        "kinds": kinds / matched,
        "challenges": f1(*labels),
        "visited": sum(visited) / len(visited),
        "dates": sum(dates) / len(dates),
    }
    assert {name: value for name, value in reached.items() if value < FLOORS[name]} == {}


def report_of(entry: dict[str, Any], index: dict[str, Any]) -> tuple[Path, str]:
    """Return the file of an annotated report, and its folder: the year of its publication."""
    name = f"{entry['doc']}.txt"
    posted = (index.get(entry["doc"]) or {}).get("posted")
    path = SHARED / "gold" / "reports" / name
    if not path.exists():
        path = SHARED / "reports" / name
    return path, f"{posted[:4]}/" if posted else ""


def visited_in_gold(places: PlaceReader, entry: dict[str, Any]) -> set[str]:
    """Return the codes of the provinces, kabupaten and kota that people saw as visited."""
    return {
        place.code
        for location in entry["locations"]
        if location["role"] == "visited" and location["level"] in {"provinsi", "kabupaten", "kota"}
        for place in places.meanings(location["name"])
    }
