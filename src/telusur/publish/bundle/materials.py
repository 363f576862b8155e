"""A bill of materials (CycloneDX): what a program needs, in which versions, by which licences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib import metadata
from typing import Any

from telusur import __version__
from telusur.publish.bundle.code import with_all_they_need

_CLASSIFIER = "License :: "
_LONGEST = 60


def bill_of_materials(name: str, packages: Iterable[str]) -> str:
    """Return the bill of `name` as JSON; `packages` are pinned: `click==8.1.8`.

    The same packages give the same bytes: no time, no number of its own.
    """
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component("application", name, __version__, "Apache-2.0")},
        "components": [_package(*one.split("==")) for one in packages],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def licence_of(name: str) -> str:
    """Under which licence an installed package is, in its own words; empty where it says nothing.

    Of several ways to say it, the one that is an SPDX expression comes first.
    """
    told = metadata.metadata(name)
    if "License-Expression" in told:
        return str(told["License-Expression"])
    classifiers = [
        one.rpartition(" :: ")[2]
        for one in told.get_all("Classifier") or ()
        if one.startswith(_CLASSIFIER) and one != f"{_CLASSIFIER}OSI Approved"
    ]
    (said,) = told.get_all("License") or [""]
    named = str(said).strip().splitlines()
    short = named[0] if named and len(named[0]) <= _LONGEST else ""
    return " OR ".join(sorted(classifiers)) or short


def installed(names: Iterable[str]) -> list[str]:
    """Packages and all that they need to run, pinned as they are installed here."""
    return sorted(
        f"{one}=={metadata.version(one).partition('+')[0]}" for one in with_all_they_need({*names})
    )


def _package(name: str, version: str) -> dict[str, Any]:
    slug = re.sub(r"[-_.]+", "-", name).lower()
    purl = f"pkg:pypi/{slug}@{version}"
    return {**_component("library", name, version, licence_of(name)), "bom-ref": purl, "purl": purl}


def _component(kind: str, name: str, version: str, licence: str) -> dict[str, Any]:
    told: dict[str, Any] = {"type": kind, "name": name, "version": version}
    if licence:
        told["licenses"] = [{"license": {"name": licence}}]
    return told
