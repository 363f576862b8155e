"""What a bundle and Telusur need is listed, and all of it is under a licence that we may use."""

from __future__ import annotations

import json
import re
import tomllib
from importlib import metadata

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.specifiers import SpecifierSet
from tests.materials import BILL, ROOT, needed
from tests.publish.salted import Made

from telusur.publish.bundle.materials import licence_of

ALLOWED = re.compile(
    r"(?:The )?(?:MIT|MIT-0|BSD|0BSD|\d-Clause BSD|BSD-\d-Clause|Apache|Apache-2\.0|Apache 2\.0|"
    r"ISC|"
    r"PSF-2\.0|Python Software Foundation|MPL-2\.0|Mozilla Public|Zlib|CC0-1\.0|CNRI-Python|HPND|"
    r"BSL-1\.0|LLVM-exception|Public Domain|Unlicense|Historical Permission)\b.*"
)
"""Licences that ask for no more than to be named; MPL asks for changes to its own files."""
FORBIDDEN = re.compile(
    r"\b(?:A|L)?GPL|General Public|Affero|SSPL|Commons Clause|NonCommercial", re.I
)


def names() -> list[str]:
    return [one.split("==")[0] for one in needed()]


@pytest.mark.parametrize("name", names())
def test_each_package_has_a_licence_that_we_may_use(name: str) -> None:
    licence = licence_of(name)
    assert licence, f"{name} does not say under which licence it is"
    alternatives = re.split(r" OR ", licence)
    for one in re.split(
        r" AND | WITH ", min(alternatives, key=lambda it: bool(FORBIDDEN.search(it)))
    ):
        assert ALLOWED.fullmatch(one.strip("() ")), f"{name}: {licence}"
        assert not FORBIDDEN.search(one), f"{name}: {licence}"


def test_the_bills_are_valid(made: Made) -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    bundled = (made.bundle / "sbom.json").read_text(encoding="utf-8")
    for bill in (bundled, BILL.read_text(encoding="utf-8")):
        assert validator.validate_str(bill) is None
        told = json.loads(bill)["components"]
        assert len({one["bom-ref"] for one in told}) == len(told)
        assert all(one.get("licenses") for one in told)


def test_a_bundle_lists_what_its_server_installs(made: Made) -> None:
    needed = (made.bundle / "requirements.txt").read_text(encoding="utf-8").split()
    told = json.loads((made.bundle / "sbom.json").read_text(encoding="utf-8"))["components"]
    assert [f"{one['name']}=={one['version']}" for one in told] == needed
    assert "datasette" in {one["name"] for one in told}


@pytest.mark.parametrize("name", names())
def test_what_is_pinned_installs_on_the_python_of_debian_12(name: str) -> None:
    pinned = f"{name}=={metadata.version(name)}" in (ROOT / "constraints.txt").read_text("utf-8")
    python = metadata.metadata(name).get("Requires-Python") or ""
    assert not pinned or "3.11.2" in SpecifierSet(python)


def test_the_wheel_carries_a_bill_of_all_that_it_needs_to_run() -> None:
    """Where it fails: `make audit`, and commit sbom.json."""
    told = {each["name"]: each for each in json.loads(BILL.read_text("utf-8"))["components"]}
    assert set(told) == set(names())
    assert all(each.get("licenses") for each in told.values())
    pinned = dict(
        line.split("==")
        for line in (ROOT / "constraints.txt").read_text("utf-8").split()
        if "==" in line
    )
    assert not {
        name: each["version"]
        for name, each in told.items()
        if name in pinned and each["version"] != pinned[name]
    }
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert wheel["targets"]["wheel"]["sbom-files"] == [BILL.name]
