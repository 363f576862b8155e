"""Official explanations are told apart: those that are taught, and those that measure."""

from __future__ import annotations

import json
import lzma
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks import official
from benchmarks.lessons import OfPairs
from benchmarks.linking import read

SAID = "Yang dimaksud dengan papan ialah tempat biaya ditulis, di loket {} yang ke-{}."
RULE = "Setiap loket {} memasang papan biaya nomor {} pada tempat yang mudah dilihat oleh warga."


def names() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"uu-{number}-2004"


KEPT = next(name for name in names() if official.is_kept_back(name))
TAUGHT = next(name for name in names() if not official.is_kept_back(name))


def packed(path: Path, rows: list[dict[str, Any]]) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    elucidations, laws = [], []
    for law in (KEPT, TAUGHT):
        common = {"law": law, "heading": "BAB II > LOKET", "ayat": None}
        provisions = [
            {"pasal": f"Pasal {number}", "text": RULE.format(law, number), **common}
            for number in range(1, 60)
        ]
        laws.append({"law": law, "provisions": provisions})
        elucidations += [
            {
                **provision,
                "rep": 0,
                "noise": 0.0,
                "explanation": SAID.format(law, provision["pasal"]),
                "article": provision["text"],
            }
            for provision in provisions[:40]
        ]
    packed(tmp_path / "elucidations.jsonl.xz", elucidations)
    packed(tmp_path / "laws.jsonl.xz", laws)
    item = {"law": TAUGHT, "pasal": "Pasal 3", "ayat": None, "heading": "", "huruf": "b"}
    item |= {"lead": f"{RULE} Isinya:", "item": "denda", "explanation": SAID}
    packed(tmp_path / "items.jsonl.xz", [item])
    return tmp_path


def test_of_laws_that_measure_nothing_is_taught(folder: Path) -> None:
    taught = official.taught(official.explained(folder), 1000, random.Random(1))
    assert {one.law for one in taught} == {TAUGHT}
    assert len(taught) == 3 * official.TOGETHER


def test_an_item_stands_behind_the_lead_of_its_list(folder: Path) -> None:
    [one] = official.explained_items(folder)
    assert one.target.text == f"{RULE} Isinya: denda"
    assert one.target.id == f"{TAUGHT} Pasal 3 b"


def test_explanations_are_told_from_other_provisions_of_their_law(folder: Path) -> None:
    chance = random.Random(1)
    taught = [one for one in official.explained(folder) if one.law == TAUGHT]
    provisions = official.provisions(folder, {TAUGHT})
    [batch] = OfPairs.official(taught, provisions, chance, size=40)
    assert [pair.target.id for pair in batch.pairs] == [one.target.id for one in taught]
    assert len(batch.beside) == 19
    assert not {one.id for one in batch.beside} & {one.target.id for one in taught}


def test_what_measures_can_be_read_by_the_benchmark_of_links(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(sys, "argv", ["official", str(folder), str(out)])
    official.main()
    judged = read(out)
    assert len(judged.sources) == official.OF_A_LAW
    assert len(judged.targets) == 59
    assert (judged.grades > 0).sum(axis=1).tolist() == [1] * len(judged.sources)
    assert all(target.id.startswith(KEPT) for target in judged.targets)
