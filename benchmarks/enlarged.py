"""Workspaces as large as one likes: reports put together from halves of sentences of the sample.

No two sentences are alike, so that nothing is spared by having been read or embedded before; what
is made for a number and a size is the same each time.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("telusur.toml", "datasette_metadata.yml", "extract", "corpus", "draft")
SENTENCES = 12
"""Of each report that is made."""
_KINDS = ("Kendala", "Kelebihan", "Kebutuhan")


def copied(workspace: Path, root: Path, parts: Sequence[str] = PARTS) -> None:
    """Copy what a person wrote of a workspace into the folder `root`, which is made."""
    root.mkdir(parents=True)
    for part in parts:
        if (workspace / part).exists():
            copy = shutil.copytree if (workspace / part).is_dir() else shutil.copyfile
            copy(workspace / part, root / part)


def enlarge(root: Path, reports: int, first: int = 0) -> None:
    """Add so many reports to the workspace at `root`; the names of files count from `first`."""
    sentences, places = _sentences(), _places()
    for number in range(first, first + reports):
        dice = random.Random(number)
        folder = root / "corpus" / f"besar-{number // 1000:03}"
        folder.mkdir(exist_ok=True)
        report = _report(dice, number, sentences, dice.choice(places))
        (folder / f"catatan-{number:06}.md").write_text(report, encoding="utf-8")


def _report(dice: random.Random, number: int, sentences: list[str], place: str) -> str:
    day = f"{dice.randrange(2016, 2026)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    lines = [f"---\ntitle: Catatan {number} di {place}\ndate: {day}\nplace: {place}\n---"]
    for kind in _KINDS:
        items = [f"- {_joined(dice, sentences)}" for _ in range(SENTENCES // len(_KINDS))]
        lines += [f"\n## {kind}\n", *items]
    return "\n".join(lines) + "\n"


def _joined(dice: random.Random, sentences: list[str]) -> str:
    one, other = (dice.choice(sentences).split() for _ in range(2))
    end = f"{dice.randrange(2, 90)} hari pada {dice.randrange(100_000)} berkas."
    return " ".join([*one[: len(one) // 2 + 1], *other[len(other) // 2 :]]).rstrip(".") + f", {end}"


def _sentences() -> list[str]:
    """The list items of the sample's reports."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "corpus").rglob("*/*.md"))]
    return [item for text in texts for item in re.findall(r"^[-*] (\w.{30,160}?\.)$", text, re.M)]


def _places() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "corpus").rglob("*/*.md"))]
    return [place for text in texts for place in re.findall(r"^place: (\w.*)$", text, re.M)]
