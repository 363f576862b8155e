"""How well findings are linked does not fall silently."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from benchmarks.linking import measure, measure_scores, read, signals
from benchmarks.reading import FLOORS

from telusur.link import Options
from telusur.link.encoder import DEFAULT

ROOT = Path(__file__).parents[2]
SETS = {
    "sample": ROOT / "benchmarks" / "gold" / "sample-links",
    "genres": ROOT.parent / "shared" / "gold" / "genres" / "links",
}


@pytest.mark.need("N-LINK-1")
@pytest.mark.parametrize("name", SETS)
def test_no_measure_of_links_falls_below_its_floor(name: str) -> None:
    if not SETS[name].is_dir() and not os.environ.get("CI"):
        pytest.skip("the judged links are not here")
    judged, options = read(SETS[name]), Options()
    scores = signals(judged, DEFAULT)["whole"]
    measured = measure(scores, judged.grades, options)
    found = {
        what: value[0] if isinstance(value, tuple) else value for what, value in measured.items()
    } | measure_scores(scores, judged.grades, options)
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["linking"][name]
    assert {what: found[what] for what in floors if found[what] < floors[what]} == {}
