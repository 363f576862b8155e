"""What is new in an edition, compared with the one before."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_CONTENT = {
    "laporan": "SELECT id, title || char(10) || text FROM documents",
    "temuan": "SELECT id, kind || char(10) || quote FROM findings",
    "ketentuan": "SELECT id, label || char(10) || text FROM clauses",
    "tautan": "SELECT finding_id || ' ' || clause_id, status FROM links",
}


def changes_since(old: Path, new: Path) -> dict[str, dict[str, int]]:
    """Count what is new, gone and changed in `new`."""
    before, now = _content(old / "evidence.db"), _content(new / "evidence.db")
    return {
        name: {
            "baru": len(now[name].keys() - before[name].keys()),
            "hilang": len(before[name].keys() - now[name].keys()),
            "berubah": sum(
                before[name][key] != value
                for key, value in now[name].items()
                if key in before[name]
            ),
        }
        for name in _CONTENT
    }


def _content(path: Path) -> dict[str, dict[str, str]]:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return {name: dict(connection.execute(sql).fetchall()) for name, sql in _CONTENT.items()}
    finally:
        connection.close()
