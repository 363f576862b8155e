"""What a bundle and Telusur need is listed, and all of it is under a licence that we may use."""

from __future__ import annotations

import json
import re

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from tests.publish.salted import Made

from telusur.publish.bundle.materials import bill_of_materials, installed, licence_of

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
    return [one.split("==")[0] for one in installed() if not one.startswith("telusur==")]


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
    for bill in (bundled, bill_of_materials("telusur", installed())):
        assert validator.validate_str(bill) is None
        told = json.loads(bill)["components"]
        assert len({one["bom-ref"] for one in told}) == len(told)
        assert all(one.get("licenses") for one in told)


def test_a_bundle_lists_what_its_server_installs(made: Made) -> None:
    needed = (made.bundle / "requirements.txt").read_text(encoding="utf-8").split()
    told = json.loads((made.bundle / "sbom.json").read_text(encoding="utf-8"))["components"]
    assert [f"{one['name']}=={one['version']}" for one in told] == needed
    assert "datasette" in {one["name"] for one in told}
