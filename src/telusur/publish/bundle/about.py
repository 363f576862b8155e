"""The page `/terbitan`: what this edition is, and what was redacted, without saying what."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from telusur.publish.model import TOKENS

_FACTS = ("terbitan", "pengesahan", "tautan", "versi", "tanggal", "lisensi", "telusur", "kunci")
_DUE = ("versi", "tanggal", "lisensi")
"""What readers have a right to know, also that it is not stated."""


def write_about(folder: Path, told: Mapping[str, Any], downloads: Sequence[str]) -> None:
    """Write the page as a template of Datasette: data for `telusur/edition.html`, and no code.

    JSON is a literal of Jinja's language too, but for its `null`: nothing in a string of it is
    read as a part of the template.
    """
    hidden = told["penyamaran"]
    facts = [(name, str(told.get(name) or "")) for name in _FACTS]
    data = {
        "facts": [(name, fact) for name, fact in facts if fact or name in _DUE],
        "changes": told.get("perubahan") or {},
        "downloads": list(downloads),
        "rules": [(_token(rule), count) for rule, count in hidden["aturan"].items()],
        "reports": [
            (report, _token(rule), count)
            for report, rules in hidden["laporan"].items()
            for rule, count in rules.items()
        ],
    }
    written = json.dumps(data, ensure_ascii=False, indent=1)
    target = folder / "templates" / "pages" / "terbitan.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    page = f'{{% set told = {written} %}}\n{{% extends "telusur/edition.html" %}}\n'
    target.write_text(page, encoding="utf-8", newline="\n")


def _token(rule: str) -> str:
    return next((token for name, token in TOKENS.items() if name == rule), rule)
