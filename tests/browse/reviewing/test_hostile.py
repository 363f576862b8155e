"""Whatever is written into whatever field of whatever form: it stays text, or is refused."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reviewers import DOUBTFUL, Person, signed_in

from telusur.reviewing.routes import ROUTES

if TYPE_CHECKING:
    from datasette.app import Datasette

FIELDS = (
    "putusan", "di", "satu", "lihat", "alasan", "tanya", "kepada", "temuan", "ketentuan", "kata",
    "dari", "tutup", "hukum", "jenis", "tempat", "tantangan", "kutipan", "penutur", "bagian",
    "laporan", "awal", "jam", "persen", "benar", "nama", "penanda", "catatan", "tanggal",
    "risalah", "akhiri", "ke",
)  # fmt: skip
HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "sql": "'); DROP TABLE links; --",
    "formula": '=HYPERLINK("http://jahat.example","x")',
    "control": "a\x00b\x1b[31mc\x7f",
    "turned": "a\u202eb\u2066c\u200b",
    "template": "{{ 7*7 }}{% raw %}",
    "path": "../../../../etc/passwd",
    "long": "x" * 60_000,
    "half": "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
}
SOUND = {
    "temuan": "f-1", "ketentuan": "antrean.ayat-1", "di": DOUBTFUL[0], "putusan": "accept",
    "laporan": "kunjungan", "nama": "Rapat", "tanggal": "2024-06-03",
}  # fmt: skip
WRITING = [
    route.pattern.strip("^$") for route in ROUTES if route.post and "keluar" not in route.pattern
]


@pytest.mark.parametrize("path", [one for one in WRITING if re.fullmatch(r"[/\w-]+", one)])
def test_hostile_text_stays_text_on_every_writing_route(
    reviewing: Datasette, root: Path, path: str
) -> None:
    lia = signed_in(reviewing, "Lia")
    token = lia.token("/tentang")
    tables = _tables(root)
    fields = [dict.fromkeys(FIELDS, text) for text in HOSTILE.values()]
    fields += [{name: SOUND.get(name, text) for name in FIELDS} for text in HOSTILE.values()]
    for some in fields:
        answer = lia.post(path, {"token": token, **some})
        assert answer.status_code in (200, 303, 400, 401, 403, 404, 413, 429), answer.status_code
        where = answer.headers.get("location", "/")
        assert where.startswith("/"), where
        assert not where.startswith(("//", "/\\")), where
    _is_sound(lia, root)
    assert _tables(root) >= tables


def _is_sound(person: Person, root: Path) -> None:
    lines = (root / "draft" / "review.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        json.loads(line)
        assert not re.search(r"\\u00(?:00|1b|7f)|[\x00\x1b\x7f\u202e\u2066\u200b]", line)
    for path in ("/temuan/f-1", "/naskah/antrean.ayat-1", "/tinjau/kabar", "/tinjau/tim",
                 "/tinjau/rapat", "/tinjau/pengesahan", "/celah"):  # fmt: skip
        page = person.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text, path
        assert "<img src=x" not in page.text, path


def _tables(root: Path) -> set[str]:
    with sqlite3.connect(root / "evidence.db") as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
