"""Official elucidations with the provisions that they explain: to teach, and to measure by.

`python -m benchmarks.official ELUCIDATIONS DIR` writes `sources.jsonl`, `targets.jsonl` and
`gold.tsv` to DIR, outside the repository, for `benchmarks.linking`: of twenty laws what is
explained of their provisions, each to be found among all provisions of the twenty. They are of
one law in twenty, which is never taught.

ELUCIDATIONS holds three packed files made from texts of laws, one object a line, not kept here:
`elucidations.jsonl.xz` (law such as uu-25-2009, pasal, ayat, heading, explanation, article; rep:
how often it was said before; noise: share of unknown words), `items.jsonl.xz` (law, pasal, ayat,
huruf, heading, lead, item, explanation) and `laws.jsonl.xz` (law, and provisions with pasal, ayat,
heading, text).
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from telusur.link.model import Target

TOGETHER = 6
"""Provisions of one law that are taught together: near relations are what is hard."""
LAWS, OF_A_LAW = 20, 35
"""How many laws are measured by, and how many explanations of each at most."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A provision with what is explained of it."""

    law: str
    target: Target
    explanation: str


def is_kept_back(law: str) -> bool:
    """Return whether a law is there to measure by."""
    return zlib.crc32(law.encode()) % 20 == 7


def explained(folder: Path) -> Iterator[Explained]:
    """Yield the explanations that are fit to be learnt from.

    None of before 1985, of bad scans, said before, or too long to be read whole.
    """
    for one in _lines(folder / "elucidations.jsonl.xz"):
        if one["rep"] == 0 and one["noise"] < 0.05 and _fit(one, one["article"]):
            yield Explained(one["law"], _target(one, one["article"]), one["explanation"])


def explained_items(folder: Path) -> Iterator[Explained]:
    """Yield explanations of single items of lists; the provision is the item behind its lead."""
    for one in _lines(folder / "items.jsonl.xz"):
        whole = f"{one['lead'].rstrip(' :')}: {one['item']}"
        if _fit(one, whole):
            yield Explained(one["law"], _target(one, whole, one["huruf"]), one["explanation"])


def article_of(target: Target) -> str:
    """Return the law and the Pasal that a provision is of."""
    return " ".join(target.id.split(" ")[:3])


def provisions(folder: Path, laws: Collection[str]) -> dict[str, list[Target]]:
    """Return all provisions of `laws`, but for very short and very long ones."""
    found: dict[str, list[Target]] = {}
    for law in _lines(folder / "laws.jsonl.xz"):
        if law["law"] in laws:
            every = [_target({**one, "law": law["law"]}, one["text"]) for one in law["provisions"]]
            found[law["law"]] = [one for one in every if 60 < len(one.text) < 700]
    return found


def taught(every: Iterator[Explained], count: int, chance: random.Random) -> list[Explained]:
    """Choose so many, at most three groups of one law, each group together."""
    laws: dict[str, list[Explained]] = {}
    for one in every:
        if not is_kept_back(one.law):
            laws.setdefault(one.law, []).append(one)
    groups = [
        some[start : start + TOGETHER]
        for some in (chance.sample(laws[law], len(laws[law])) for law in sorted(laws))
        for start in range(0, min(len(some), 3 * TOGETHER), TOGETHER)
    ]
    chance.shuffle(groups)
    fit = (some for some in groups if len(some) > TOGETHER // 3)
    return list(islice((one for some in fit for one in some), count))


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _fit(one: dict[str, Any], provision: str) -> bool:
    return (
        40 < len(one["explanation"]) < 450
        and 60 < len(provision) < 700
        and int(one["law"].rpartition("-")[2]) >= 1985
    )


def _target(one: dict[str, Any], text: str, item: str = "") -> Target:
    name = " ".join(filter(None, (one["law"], one["pasal"], one["ayat"], item)))
    return Target(name, text, one["heading"].split(" > ")[-1])


def to_measure(folder: Path) -> tuple[list[Explained], list[Target]]:
    """Return explanations of laws kept back, and all provisions of these laws."""
    laws: dict[str, list[Explained]] = {}
    for one in explained(folder):
        if is_kept_back(one.law):
            laws.setdefault(one.law, []).append(one)
    chosen = sorted(laws, key=lambda law: (-len(laws[law]), law))[:LAWS]
    targets: dict[str, Target] = {}
    for law in _lines(folder / "laws.jsonl.xz"):
        if law["law"] in chosen:
            for each in law["provisions"]:
                target = _target({**each, "law": law["law"]}, each["text"])
                targets.setdefault(target.id, target)
    chance = random.Random(1)
    sources = [
        one
        for law in chosen
        for one in chance.sample(laws[law], min(OF_A_LAW, len(laws[law])))
        if one.target.id in targets
    ]
    return sources, list(targets.values())


def main() -> None:
    """Write the three files."""
    parser = argparse.ArgumentParser(prog="benchmarks.official", description=__doc__)
    parser.add_argument("elucidations", type=Path, help="the folder with the packed files")
    parser.add_argument("folder", type=Path, help="where the three files are written")
    chosen = parser.parse_args()
    sources, targets = to_measure(chosen.elucidations)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    rows = {
        "sources.jsonl": [
            json.dumps({"id": f"e{number}", "text": one.explanation})
            for number, one in enumerate(sources)
        ],
        "targets.jsonl": [
            json.dumps({"id": one.id, "title": one.heading, "text": one.text}) for one in targets
        ],
        "gold.tsv": [f"e{number}\t{one.target.id}\t2" for number, one in enumerate(sources)],
    }
    for name, lines in rows.items():
        (chosen.folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(sources)} explanations, {len(targets)} provisions")


if __name__ == "__main__":
    main()
