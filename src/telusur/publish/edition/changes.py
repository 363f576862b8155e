"""What is new in an edition, compared with the one before."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

CONTENT = "isi.json"
"""Where an edition without a database says what is in it: a digest of each row, by its id."""
_CONTENT = {
    "laporan": "SELECT id, title || char(10) || text FROM documents",
    "temuan": "SELECT id, kind || char(10) || quote FROM findings",
    "ketentuan": "SELECT id, label || char(10) || text FROM clauses",
    "tautan": "SELECT finding_id || ' ' || clause_id, status FROM links",
}


def changes_since(old: Path, new: Path) -> dict[str, dict[str, int]]:
    """Count what is new, gone and changed in `new`."""
    before, now = _content(old), _content(new)
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


def write_content(database: Path, folder: Path) -> None:
    """Write what the next edition is compared with, where the database itself is not published."""
    text = json.dumps(_digests(database), ensure_ascii=False, indent=0)
    (folder / CONTENT).write_text(text + "\n", encoding="utf-8", newline="\n")


def _content(edition: Path) -> dict[str, dict[str, str]]:
    kept = edition / CONTENT
    if kept.is_file():
        return dict(json.loads(kept.read_text(encoding="utf-8")))
    return _digests(edition / "evidence.db")


def _digests(database: Path) -> dict[str, dict[str, str]]:
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return {
            name: {key: _digest(str(words)) for key, words in connection.execute(sql)}
            for name, sql in _CONTENT.items()
        }
    finally:
        connection.close()


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]
