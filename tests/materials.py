"""The bill of materials that the wheel carries: `python -m tests.materials > sbom.json`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from telusur.publish.bundle.materials import bill_of_materials, installed

_FOR_GRAPHICS_CARDS = re.compile(r"(?:nvidia|cuda)-|triton\b")
"""What torch asks for besides, where pip found it with these parts; nothing of ours uses them."""
ROOT = Path(__file__).parents[1]
BILL = ROOT / "sbom.json"


def needed() -> list[str]:
    """All that Telusur needs to run and nothing of what its tests need, pinned."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    here = [one for one in told["dependencies"] if _is_for_here(Requirement(one))]
    return [one for one in installed(here) if not _FOR_GRAPHICS_CARDS.match(one)]


def _is_for_here(one: Requirement) -> bool:
    return one.marker is None or one.marker.evaluate()


if __name__ == "__main__":
    print(bill_of_materials("telusur", needed()), end="")
