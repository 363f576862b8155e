"""Real regulations against independent transcriptions of their structure and references."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.draft.trees import all_words, shape, strings, words, written
from tests.draft.trees import read as read_text

from telusur.draft import Regulation, read_draft
from telusur.exchange.importing import import_draft

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


def test_structure_of_a_law_is_that_of_an_independent_transcription(tmp_path: Path) -> None:
    regulation = read("uu-14-2008", tmp_path)
    expected = truth("uu-14-2008.indolaw")
    levels = Counter(clause.level for clause in regulation.clauses)
    for level in ("bab", "bagian", "pasal"):
        assert levels[level] == expected["counts"][level], level
    by_id = {clause.id: clause for clause in regulation.clauses}
    found: Counter[tuple[str, str]] = Counter()
    for clause in regulation.clauses:
        pasal = clause
        while pasal.level != "pasal" and pasal.parent_id:
            pasal = by_id[pasal.parent_id]
        found[pasal.number, clause.level] += 1
    for pasal in expected["per_pasal"]:
        counts = found[pasal["pasal"], "ayat"], found[pasal["pasal"], "huruf"]
        if pasal["pasal"] == "49":
            # The file has `b.` where the law has `(3)`: it is read as written, and told.
            assert counts == (pasal["ayat"] - 1, pasal["huruf"] + 1)
            assert [(each.kind, each.line) for each in regulation.notices] == [("double", 406)]
        else:
            assert counts == (pasal["ayat"], pasal["huruf"]), pasal


@pytest.mark.parametrize(
    ("name", "pasal", "ayat", "gaps"),
    [
        # Every Pasal of both laws is there; several ayat stand in the middle of a line.
        ("uu-25-2009", 62, 179, 0),
        ("pp-96-2012", 51, 73, 0),
        ("permendagri-73-2022", 9, 11, 0),
    ],
)
def test_structure_of_converted_texts(
    name: str, pasal: int, ayat: int, gaps: int, tmp_path: Path
) -> None:
    regulation = read(name, tmp_path)
    levels = Counter(clause.level for clause in regulation.clauses)
    assert (levels["pasal"], levels["ayat"]) == (pasal, ayat)
    assert sum(each.kind in ("gap", "order", "start") for each in regulation.notices) == gaps
    assert [c.number for c in regulation.clauses if c.level == "pasal"] == [
        str(number) for number in range(1, pasal + 1)
    ]


@pytest.mark.need("N-DRAFT-5")
def test_an_amending_regulation_has_its_own_two_pasal_and_quotes_one(tmp_path: Path) -> None:
    regulation = read("permenkominfo-2-2020-perubahan", tmp_path)
    assert [(clause.label, clause.quoted) for clause in regulation.clauses] == [
        ("Pasal I", False),
        ("Pasal I Pasal 61", True),
        ("Pasal II", False),
    ]
    expected = truth("permenkominfo-2-2020-perubahan.bayu")
    quoted = [clause for clause in regulation.clauses if clause.quoted]
    assert [clause.number for clause in quoted] == [p["pasal"] for p in expected["per_pasal"]]


NAMES = sorted(
    path.relative_to(REGULATIONS).with_suffix("").as_posix()
    for path in REGULATIONS.rglob("*.md")
    if path.name != "README.md"
)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_in_the_tree_or_told(name: str, tmp_path: Path) -> None:
    text = (REGULATIONS / f"{name}.md").read_text(encoding="utf-8")
    visible = re.sub(r"\]\([^)]*\)", "]", text)
    regulation = read(name, tmp_path)
    assert not words(visible.split("\n\n")) - all_words(regulation)
    # The parts of opening and closing hold all of their words but those that name a part.
    kept = words([*strings(regulation.preamble), *strings(regulation.ending)])
    lost = words([*regulation.opening, *regulation.closing]) - kept
    assert set(lost) <= {"nomor", "tahun", "tentang", "pada", "tanggal"}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_read_back_as_the_same_tree(name: str, tmp_path: Path) -> None:
    regulation = read(name, tmp_path)
    text = (tmp_path / "draft.md").read_text(encoding="utf-8")
    numbered = read_text(written(text, labelled=False))
    assert shape(numbered, numbers=True) == shape(regulation, numbers=True)
    imported = import_draft(tmp_path / "draft.md")
    labelled = read_text(imported.markdown)
    assert shape(labelled, numbers=True) == shape(regulation, numbers=True)
    assert len(labelled.references) == len(regulation.references)
    bad = sum(each.state in ("missing", "unsure") for each in regulation.references)
    of_pages = {
        re.sub(r"\d+", "#", each.words) for each in regulation.notices if each.kind == "page"
    }
    others = sum(each.kind != "page" for each in regulation.notices)
    assert len(imported.remainder) == len(of_pages) + others + bad, "alike lines are told once"


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
