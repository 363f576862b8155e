"""What the adapter learnt from: invented provisions, and nothing about a real place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from benchmarks.lessons import read_pairs

from telusur import extract

PAIRS = Path(__file__).parents[2] / "benchmarks" / "pairs"
FILES = sorted(PAIRS.glob("*.jsonl"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_provision_answers_something_and_stands_once(file: Path) -> None:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len({line["provision"] for line in lines}) == len(lines)
    for line in lines:
        assert line.keys() == {"heading", "provision", "findings"}
        assert all(len(finding.split()) >= 4 for finding in line["findings"]), line["provision"]


def test_no_real_place_is_spoken_of() -> None:
    names = {re.sub(r"^(Kabupaten|Kota|Provinsi) ", "", one.name) for one in extract.all_places()}
    known = re.compile(rf"\b({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")
    # A `Kaur` is also an official of a village.
    for pair in read_pairs(PAIRS):
        for text in (pair.target.text, *pair.findings):
            assert not {*known.findall(text)} - {"Kaur"}, text


def test_the_readme_counts_the_provisions() -> None:
    told = (PAIRS / "README.md").read_text(encoding="utf-8")
    for file in FILES:
        number = len(file.read_text(encoding="utf-8").splitlines())
        assert f"| `{file.name}` | {number} |" in told
