"""A baseline is published as it was signed, whatever has changed since."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support import ROOT, CheapEncoder, built, decide

from telusur.baseline import Signature, create
from telusur.cli import commands
from telusur.store.connection import store_for_reading

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
NAME, REVIEWER, SIGNER = "Rapat Harmonisasi II", "Wiryoatmojo Sastro", "Kusumaningtyas Adi"


def telusur(root: Path, *words: str) -> Result:
    return CliRunner().invoke(commands, ["-w", str(root), *words])


def published(root: Path, to: str) -> Path:
    bundle = root.parent / to
    done = telusur(root, "publish", str(bundle), "--suggestions", "--baseline", NAME.lower())
    assert done.exit_code == 0, (done.output, done.exception)
    return bundle


def sign(root: Path, name: str = NAME) -> None:
    with store_for_reading(root / "evidence.db") as db:
        create(
            root / "draft", root / "draft" / "review.jsonl", db, name,
            by=REVIEWER, at=AT, signed=[Signature(name=SIGNER, on=AT.date())],
        )  # fmt: skip


def first_waiting(root: Path) -> tuple[str, str]:
    with sqlite3.connect(root / "evidence.db") as db:
        sql = """SELECT finding_id, label FROM review_queue JOIN clauses ON clauses.id = clause_id
                 ORDER BY clause_position, finding_id"""
        row: tuple[str, str] = db.execute(sql).fetchone()
    return row


@pytest.fixture
def signed(workspace: Path, encoder: CheapEncoder) -> Path:
    """A workspace with one accepted link and a baseline."""
    shutil.copy(ROOT / "datasette_metadata.yml", workspace)
    built(workspace)
    decide(workspace, "accept", *first_waiting(workspace), by=REVIEWER, at=AT)
    built(workspace)
    sign(workspace)
    return workspace


def all_of(bundle: Path) -> dict[str, str]:
    return {
        path.relative_to(bundle).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(bundle.rglob("*"))
        if path.is_file()
    }


def bytes_of(bundle: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(bundle.rglob("*")) if path.is_file())


def change(root: Path) -> None:
    """Change the draft, a report and the decisions, and build."""
    draft = root / "draft" / "draf.md"
    words = draft.read_text(encoding="utf-8")
    new = words.replace("jaringan internet cadangan", "dua jaringan internet")
    draft.write_text(new, encoding="utf-8")
    (root / "corpus" / "kemudian.md").write_text(
        "---\ntitle: Catatan kemudian\n---\n\n## Kendala\n\n- Loket tutup karena listrik padam.\n",
        encoding="utf-8",
    )
    built(root)
    decide(root, "accept", *first_waiting(root), by=REVIEWER, at=AT)
    built(root)


def test_what_has_changed_since_does_not_appear(signed: Path) -> None:
    change(signed)
    bundle = published(signed, "terbit")
    content = bytes_of(bundle)
    assert b"jaringan internet cadangan" in content
    assert b"dua jaringan internet" not in content
    assert b"Catatan kemudian" not in content
    with sqlite3.connect(bundle / "evidence.db") as db:
        sql = "SELECT count(*) FROM links WHERE status = 'accepted'"
        assert db.execute(sql).fetchall() == [(1,)]
        assert db.execute("SELECT count(*) FROM decisions").fetchall() == [(0,)]


def test_its_name_and_day_are_told_and_nobody_who_signed(signed: Path) -> None:
    bundle = published(signed, "terbit")
    manifest = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["pengesahan"] == NAME
    assert manifest["tanggal"] == "2026-03-02"
    assert NAME in (bundle / "templates" / "pages" / "terbitan.html").read_text(encoding="utf-8")
    for secret in (REVIEWER, SIGNER, str(signed)):
        assert secret.encode() not in bytes_of(bundle), secret


def test_it_is_the_same_to_the_byte_before_and_after_changes(signed: Path) -> None:
    before = all_of(published(signed, "satu"))
    change(signed)
    assert all_of(published(signed, "dua")) == before


def first_report(root: Path) -> tuple[Path, str]:
    """A report and its title."""
    with sqlite3.connect(root / "evidence.db") as db:
        path, title = db.execute("SELECT path, title FROM documents ORDER BY path").fetchone()
    return root / "corpus" / path, title


def test_withholding_is_by_the_names_of_today(signed: Path) -> None:
    report, title = first_report(signed)
    report.rename(report.with_name("dipindahkan.md"))
    change(signed)
    with (signed / "telusur.toml").open("a", encoding="utf-8") as file:
        file.write('\n[publish]\nwithhold = ["dipindahkan.md", "kemudian.md"]\n')
    with sqlite3.connect(published(signed, "terbit") / "evidence.db") as db:
        titles = db.execute("SELECT title FROM documents").fetchall()
    assert (title,) not in titles
    assert ("Catatan kemudian",) not in titles


def test_a_report_that_was_closed_since_stays_closed(signed: Path) -> None:
    report, title = first_report(signed)
    with report.open("a", encoding="utf-8") as file:
        file.write("\n#rahasia\n")
    built(signed)
    with sqlite3.connect(signed / "evidence.db") as db:
        closed = db.execute("SELECT count(*) FROM documents WHERE confidential IS NOT NULL")
        assert closed.fetchall() == [(1,)]
    with sqlite3.connect(published(signed, "terbit") / "evidence.db") as db:
        assert (title,) not in db.execute("SELECT title FROM documents").fetchall()


def test_a_report_that_is_gone_keeps_it_from_being_published(signed: Path) -> None:
    report, _ = first_report(signed)
    report.unlink()
    built(signed)
    done = telusur(signed, "publish", str(signed.parent / "terbit"), "--baseline", NAME)
    assert f"corpus/{report.name}" in str(done.exception)
    assert not (signed.parent / "terbit").exists()


def test_a_state_that_is_missing_or_damaged_is_named(signed: Path) -> None:
    (state,) = (signed / ".telusur" / "baselines").glob("*.zip")
    content = state.read_bytes()
    state.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    done = telusur(signed, "publish", str(signed.parent / "terbit"), "--baseline", NAME)
    assert "not what was signed" in str(done.exception)
    state.unlink()
    done = telusur(signed, "publish", str(signed.parent / "terbit"), "--baseline", NAME)
    assert f"{state} is missing" in str(done.exception)
    assert not (signed.parent / "terbit").exists()


def test_one_of_before_states_were_kept_is_refused(signed: Path) -> None:
    path = signed / "draft" / "baselines" / "rapat-harmonisasi-ii.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    del kept["state"]
    path.write_text(json.dumps({**kept, "version": 1}), encoding="utf-8")
    done = telusur(signed, "publish", str(signed.parent / "terbit"), "--baseline", NAME)
    assert "older Telusur" in str(done.exception)


def test_a_name_that_names_who_signed_is_refused(signed: Path) -> None:
    sign(signed, f"rapat {SIGNER}")
    done = telusur(
        signed, "publish", str(signed.parent / "terbit"), "--baseline", f"rapat {SIGNER}"
    )
    assert "is published" in str(done.exception)


def test_nothing_is_signed_while_the_draft_differs_from_the_store(signed: Path) -> None:
    draft = signed / "draft" / "draf.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("cadangan", "lain"), "utf-8")
    done = telusur(signed, "baseline", "create", "lain")
    assert "Run `telusur build` first" in str(done.exception)
    assert len(list((signed / ".telusur" / "baselines").glob("*.zip"))) == 1
