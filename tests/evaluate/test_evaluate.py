"""`telusur evaluate` scores a build against a careful reader."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from benchmarks.reading import measure, read_floors
from click.testing import CliRunner
from support import ROOT, CheapEncoder, built

from telusur.cli import commands
from telusur.errors import InvalidWorkspace
from telusur.evaluate import compare, read_gold, score
from telusur.store.connection import store_for_reading

GOLD = ROOT.parent / "shared" / "gold"

FINDINGS = [
    ("Jaringan internet di loket sering terputus", "kendala", ["konektivitas"]),
    ("Pengaduan masyarakat belum dijawab", "kendala", ["partisipasi_pengaduan"]),
    ("Antrean daring sudah dipakai di setiap loket", "kelebihan", ["transformasi_digital"]),
]


def gold_file(folder: Path, *findings: tuple[str, str, list[str]], **other: Any) -> Path:
    place = {"name": "Kota Palembang", "level": "kota", "role": "visited"}
    document = {
        "doc": "palembang",
        "visit_date": "2021-02-26",
        "locations": [place],
        "sites": ["a key that is not compared"],
        "findings": [
            {"quote": quote, "kind": kind, "challenge": names, "location": "Kota Palembang"}
            for quote, kind, names in findings
        ],
    }
    path = folder / "findings.json"
    path.write_text(json.dumps([document | other]), encoding="utf-8")
    return path


def scores_of(workspace: Path, gold: Path) -> dict[str, float]:
    with store_for_reading(workspace / "evidence.db") as db:
        comparisons, lacking = compare(db, read_gold(gold))
    assert lacking == ()
    return {one.name: one.value for one in score(comparisons)}


def test_what_the_reader_found_too_is_counted(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    built(workspace)
    found = scores_of(workspace, gold_file(tmp_path, *FINDINGS))
    for name in ("findings_f1", "kind_accuracy", "finding_place_accuracy", "visit_date_accuracy",
                 "visited_places_accuracy"):  # fmt: skip
        assert found[name] == 1, name


@pytest.mark.need("N-FIND-9")
def test_a_miss_costs_recall_and_a_false_alarm_precision(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    built(workspace)
    fewer = scores_of(workspace, gold_file(tmp_path, *FINDINGS[:2]))
    assert fewer["findings_precision"] == pytest.approx(2 / 3)
    assert fewer["findings_recall"] == 1
    title = ("Kunjungan ke MPP", "peluang", [])
    more = scores_of(workspace, gold_file(tmp_path, *FINDINGS, title))
    assert more["findings_recall"] == pytest.approx(3 / 4)


def test_wrong_kinds_dates_and_places_cost(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    built(workspace)
    wrong = [(quote, "peluang", names) for quote, _, names in FINDINGS]
    elsewhere = [{"name": "Kota Kupang", "level": "kota", "role": "visited"}]
    gold = gold_file(tmp_path, *wrong, visit_date=None, locations=elsewhere)
    found = scores_of(workspace, gold)
    for name in ("kind_accuracy", "visit_date_accuracy", "visited_places_accuracy"):
        assert found[name] == 0, name


def test_the_command_lists_what_was_missed(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    built(workspace)
    gold = gold_file(tmp_path, ("Kunjungan ke MPP", "peluang", []))
    words = ["-w", str(workspace), "evaluate", str(gold), "--errors"]
    output = CliRunner().invoke(commands, words).output
    assert "missed (peluang): Kunjungan ke MPP" in output
    assert "false alarm (kendala" in output


def test_a_file_that_is_no_gold_is_told_with_what_is_wrong(tmp_path: Path) -> None:
    wrong = gold_file(tmp_path, ("Jaringan putus", "keluhan", []))
    with pytest.raises(InvalidWorkspace, match="kind"):
        read_gold(wrong)
    wrong.write_text("[\n{", encoding="utf-8")
    with pytest.raises(InvalidWorkspace, match=r"findings\.json:2"):
        read_gold(tmp_path)


@pytest.mark.skipif(
    not GOLD.is_dir() and not os.environ.get("CI"), reason="the annotated reports are not here"
)
def test_no_score_falls_below_its_floor() -> None:
    found = {one.name: one.value for one in measure(GOLD)}
    below = {name: found[name] for name, floor in read_floors().items() if found[name] < floor}
    assert below == {}
