"""The bill of materials that the wheel carries: `python -m tests.materials > sbom.json`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from telusur.publish.bundle.materials import bill_of_materials, installed

ROOT = Path(__file__).parents[1]
BILL = ROOT / "sbom.json"


def needed() -> list[str]:
    """All that Telusur needs to run and nothing of what its tests need, pinned."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    here = [one for one in told["dependencies"] if _is_for_here(Requirement(one))]
    return installed(here)


def _is_for_here(one: Requirement) -> bool:
    return one.marker is None or one.marker.evaluate()


if __name__ == "__main__":
    print(bill_of_materials("telusur", needed()), end="")
