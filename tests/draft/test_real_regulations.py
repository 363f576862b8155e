"""Real regulations against independent transcriptions of their structure and references."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from telusur.draft import Regulation, read_draft

REGULATIONS = Path(__file__).parents[3] / "shared" / "regulations"
pytestmark = pytest.mark.skipif(
    not REGULATIONS.is_dir() and "CI" not in os.environ,
    reason="the real regulations are not on this machine",
)


def read(name: str, folder: Path) -> Regulation:
    shutil.copy(REGULATIONS / f"{name}.md", folder / "draft.md")
    return read_draft(folder)


def truth(name: str) -> Any:
    return json.loads((REGULATIONS / "truth" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "name", ["permenkominfo-5-2020", "permenkominfo-16-2022", "permenkominfo-4-2016"]
)
def test_structure_of_ministerial_regulations(name: str, tmp_path: Path) -> None:
    regulation = read(name, tmp_path)
    expected = truth(f"{name}.bayu")
    levels = Counter(clause.level for clause in regulation.clauses)
    for level in ("bab", "bagian", "paragraf", "pasal"):
        assert levels[level] == expected["counts"][level], level
    # The definitions of these files were rewritten as ayat; the transcription counts them apart.
    assert levels["ayat"] == expected["counts"]["ayat"] + expected["counts"]["definitions"]
    ayat = Counter(clause.parent_id for clause in regulation.clauses if clause.level == "ayat")
    for pasal in expected["per_pasal"][1:]:
        assert ayat[f"pasal-{pasal['pasal']}"] == pasal["ayat"], pasal["pasal"]


def test_structure_of_a_law_whose_conversion_lost_some_line_breaks(tmp_path: Path) -> None:
    regulation = read("uu-14-2008", tmp_path)
    expected = truth("uu-14-2008.indolaw")["counts"]
    levels = Counter(clause.level for clause in regulation.clauses)
    for level in ("bab", "bagian", "pasal"):
        assert levels[level] == expected[level], level
    # One `(3)` was converted to `b.`, and items that follow in the same line stay in it.
    assert levels["ayat"] == expected["ayat"] - 1
    assert expected["huruf"] - levels["huruf"] <= 2


@pytest.mark.parametrize(("name", "pasal"), [("plain/uu-37-1999", 40), ("plain/pmk-148-2012", 17)])
def test_references_of_texts_without_marks(name: str, pasal: int, tmp_path: Path) -> None:
    regulation = read(name, tmp_path)
    assert sum(clause.level == "pasal" for clause in regulation.clauses) == pasal
    assert {each.state for each in regulation.references} <= {"ok", "external"}
    found = {(each.from_clause, each.to_clause) for each in regulation.references}
    for link in truth(f"{Path(name).name}.links"):
        if link["from_pasal"] is None:
            continue  # legal bases, which stand before the first clause
        origin = f"pasal-{link['from_pasal']}"
        origin += f".ayat-{link['from_ayat']}" if link["from_ayat"] else ""
        target = ".".join(link["target"].split("/")[4:])
        # The transcription marks `ayat (1)` alone where the words go on with `huruf a`.
        assert any(
            source.startswith(origin) and (to or "").startswith(target) for source, to in found
        ), link
