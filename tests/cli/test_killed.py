"""Killed at any step, or amid any write, a command leaves the user's files whole: old or new."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kills import amid_writing, at_every_step
from support import DRAFT, CheapEncoder, built

from telusur import baseline
from telusur.cli import commands
from telusur.review import read_journal
from telusur.store.connection import store_for_reading

OLD = "#### Pasal {#a}\n\nSatu.\n\n#### Pasal 1 {#b}\n\nMenurut [Pasal 9](#a).\n"
NEW = "#### Pasal 1 {#a}\n\nSatu.\n\n#### Pasal 2 {#b}\n\nMenurut [Pasal 1](#a).\n"

Kills = Callable[..., int]
each_kill = pytest.mark.parametrize("kills", [at_every_step, amid_writing])


def ran(root: Path, *words: object) -> None:
    """Run a command as a person does; an error is one of ours."""
    commands([str(each) for each in ("-w", root, *words)], standalone_mode=False)


def copies(kept: Path, tmp_path: Path) -> Callable[[int], Path]:
    def prepare(number: int) -> Path:
        shutil.copytree(kept, tmp_path / str(number))
        return tmp_path / str(number)

    return prepare


def plain(folder: Path) -> dict[str, bytes]:
    """What people see in a folder and below: no hidden files, which a kill may leave."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not path.name.startswith("evidence.db-")  # SQLite's own
    }


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    root = tmp_path / "kept"
    (root / "draft").mkdir(parents=True)
    (root / "telusur.toml").touch()
    return root


@each_kill
def test_numbering(kept: Path, tmp_path: Path, kills: Kills) -> None:
    for name in ("1.md", "2.md"):
        words = OLD if name == "1.md" else "#### Pasal 9 {#c}\n\nMenurut [Pasal 7](#b).\n"
        (kept / "draft" / name).write_text(words, encoding="utf-8")

    def look(root: Path) -> None:
        assert plain(root / "draft").keys() == {"1.md", "2.md"}
        assert (root / "draft" / "1.md").read_text(encoding="utf-8") in (OLD, NEW)
        ran(root, "draft", "number", "--write")  # the next run makes it whole
        assert (root / "draft" / "1.md").read_text(encoding="utf-8") == NEW
        assert "[Pasal 2](#b)" in (root / "draft" / "2.md").read_text(encoding="utf-8")

    def act(root: Path) -> None:
        ran(root, "draft", "number", "--write")

    assert kills(copies(kept, tmp_path), act, look) > (8 if kills is at_every_step else 1)


@each_kill
@pytest.mark.parametrize("ending", [".docx", ".html", ".xml"])
def test_exports(kept: Path, tmp_path: Path, kills: Kills, ending: str) -> None:
    (kept / "draft" / "a.md").write_text(DRAFT, encoding="utf-8")
    ran(kept, "draft", "export", kept / f"dulu{ending}")
    old = (kept / f"dulu{ending}").read_bytes()
    (kept / "draft" / "a.md").write_text(DRAFT.replace("3 (tiga)", "5 (lima)"), encoding="utf-8")
    ran(kept, "draft", "export", tmp_path / f"baru{ending}")
    new = (tmp_path / f"baru{ending}").read_bytes()

    def act(root: Path) -> None:
        ran(root, "draft", "export", root / f"dulu{ending}", "--force")
        ran(root, "draft", "export", root / f"baru{ending}")

    def look(root: Path) -> None:
        assert (root / f"dulu{ending}").read_bytes() in (old, new)
        assert plain(root).get(f"baru{ending}", new) == new
        assert (root / "draft" / "a.md").read_bytes() == (kept / "draft" / "a.md").read_bytes()

    assert kills(copies(kept, tmp_path), act, look) > 3


@each_kill
def test_bringing_back_what_was_edited_elsewhere(kept: Path, tmp_path: Path, kills: Kills) -> None:
    (kept / "draft" / "a.md").write_text(DRAFT, encoding="utf-8")
    ran(kept, "draft", "export", tmp_path / "a.docx")
    with (
        zipfile.ZipFile(tmp_path / "a.docx") as old,
        zipfile.ZipFile(tmp_path / "kembali.docx", "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"3 (tiga)", b"5 (lima)"))

    def act(root: Path) -> None:
        ran(root, "draft", "merge", tmp_path / "kembali.docx")

    def look(root: Path) -> None:
        words = (root / "draft" / "a.md").read_text(encoding="utf-8")
        assert words in (DRAFT, DRAFT.replace("3 (tiga)", "5 (lima)"))
        assert plain(root / "draft").keys() <= {"a.md", "review.jsonl"}
        assert not read_journal(root / "draft" / "review.jsonl").set_aside

    assert kills(copies(kept, tmp_path), act, look) > (4 if kills is at_every_step else 1)


@each_kill
def test_baselines(workspace: Path, encoder: CheapEncoder, tmp_path: Path, kills: Kills) -> None:
    built(workspace)
    shutil.rmtree(workspace / "extract")
    make_baseline(workspace, "lama")
    before = plain(workspace)

    def look(root: Path) -> None:
        after = plain(root)
        after.pop("draft/baselines/baru.json", None)
        assert after == before
        names = [one.name for one in baseline.listed(root / "draft")]  # each can be read
        assert names in (["lama"], ["lama", "baru"])
        if "baru" not in names:
            make_baseline(root, "baru")
        for name in ("lama", "baru"):
            kept = baseline.load(root / "draft", name)
            (state,) = (root / ".telusur" / "baselines").glob(f"{name}.{kept.state[:12]}.zip")
            assert state.stat().st_size > 1000

    def act(root: Path) -> None:
        make_baseline(root, "baru")

    assert kills(copies(workspace, tmp_path), act, look) > (8 if kills is at_every_step else 3)


def make_baseline(root: Path, name: str) -> None:
    journal = root / "draft" / "review.jsonl"
    with store_for_reading(root / "evidence.db") as db:
        baseline.create(root / "draft", journal, db, name, by="Edo", at=datetime.now(UTC))
