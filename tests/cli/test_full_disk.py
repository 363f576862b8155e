"""Where no room is left on the disk, a command says so, and nothing that was there is lost."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from kills import on_a_full_disk
from support import ROOT, CheapEncoder, ask, built
from tests.cli.test_killed import OLD, copies, plain

from telusur import cli
from telusur.publish import publish
from telusur.publish.edition import differences
from telusur.review import read_journal
from telusur.workspace import workspace_at

TOLD = ("no room", "disk", "written")
FEW = (0, 4_000, 60_000, 1 << 30)
"""Bytes that a file may have: of no store, of its first page, of much of it, of all."""


def person(*words: object) -> Callable[[Path], None]:
    """What a person types: errors come out as they are shown."""

    def act(root: Path) -> None:
        sys.argv = ["telusur", "-w", str(root), *map(str, words)]
        cli.main()

    return act


def refused(code: int, said: str) -> bool:
    """Whether there was too little room; then it must have been told as people are told."""
    if code == 0:
        return False
    assert code == 2, said
    assert "Traceback" not in said
    assert any(word in said for word in TOLD), said
    return True


@pytest.fixture
def ready(workspace: Path, encoder: CheapEncoder) -> Path:
    shutil.copyfile(ROOT / "datasette_metadata.yml", workspace / "datasette_metadata.yml")
    built(workspace)
    return workspace


def test_numbering(tmp_path: Path) -> None:
    draft = tmp_path / "kept" / "draft"
    draft.mkdir(parents=True)
    (tmp_path / "kept" / "telusur.toml").touch()
    (draft / "1.md").write_text(OLD, encoding="utf-8")
    (draft / "2.md").write_text("#### Pasal 9 {#c}\n\nMenurut [Pasal 7](#b).\n", encoding="utf-8")
    old = plain(draft)

    def look(root: Path, code: int, said: str) -> None:
        if refused(code, said):
            assert plain(root / "draft") == old

    number = person("draft", "number", "--write")
    assert on_a_full_disk(copies(tmp_path / "kept", tmp_path), number, look) > 0


def test_building(ready: Path, tmp_path: Path) -> None:
    words = (ready / "corpus" / "palembang.md").read_text(encoding="utf-8")
    before = ask(ready, "SELECT quote FROM findings ORDER BY id")
    for number in range(5):
        note = words.replace("loket", f"loket {number}")
        (ready / "corpus" / f"{number}.md").write_text(note, encoding="utf-8")
    files = plain(ready)

    def look(root: Path, code: int, said: str) -> None:
        if refused(code, said):
            assert ask(root, "SELECT quote FROM findings ORDER BY id") == before
            assert without_store(plain(root)) == without_store(files)
            built(root)  # with room again
        assert len(ask(root, "SELECT quote FROM findings")) > len(before)

    assert on_a_full_disk(copies(ready, tmp_path), person("build"), look, FEW) == 3


def without_store(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.startswith("evidence.db")}


def test_publishing(ready: Path, tmp_path: Path) -> None:
    with (ready / "telusur.toml").open("a", encoding="utf-8") as settings:
        settings.write('[publish]\nlinks = "all"\n')
    publish(workspace_at(ready), ready / "evidence.db", ready / "terbit")
    old = plain(ready / "terbit")

    def act(root: Path) -> None:
        person("publish", root / "terbit")(root)

    def prepare(number: int) -> Path:
        root = copies(ready, tmp_path)(number)
        settings = root / "telusur.toml"
        settings.write_text(settings.read_text("utf-8") + 'title = "Baru"\n', "utf-8")
        return root

    def look(root: Path, code: int, said: str) -> None:
        assert differences(root / "terbit") == []
        if refused(code, said):
            assert plain(root / "terbit") == old
            assert not [one for one in root.iterdir() if one.name == ".terbit.telusur"]
        else:
            assert plain(root / "terbit") != old

    assert on_a_full_disk(prepare, act, look, FEW) == 3


def test_a_first_edition_leaves_nothing_half_made(ready: Path, tmp_path: Path) -> None:
    def look(root: Path, code: int, said: str) -> None:
        assert refused(code, said) != (root / "terbit").is_dir()

    def act(root: Path) -> None:
        person("publish", root / "terbit", "--suggestions")(root)

    assert on_a_full_disk(copies(ready, tmp_path), act, look, FEW) == 3


@pytest.mark.parametrize(
    "words",
    [
        ("baseline", "create", "baru", "--by", "Edo"),
        ("account", "add", "Sari", "--role", "reader", "--no-password"),
    ],
)
def test_baselines_and_accounts(ready: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    before = plain(ready)

    def look(root: Path, code: int, said: str) -> None:
        if refused(code, said):
            assert without_store(plain(root)) == without_store(before)

    assert on_a_full_disk(copies(ready, tmp_path), person(*words), look) > 1


def test_decisions(ready: Path, tmp_path: Path) -> None:
    (pair,) = ask(ready, "SELECT finding_id, clause_id FROM review_queue LIMIT 1")
    journal = ready / "draft" / "review.jsonl"

    def look(root: Path, code: int, said: str) -> None:
        found = read_journal(root / "draft" / journal.name)
        assert not found.set_aside
        assert len(found.entries) == (0 if refused(code, said) else 1)

    decide = person("review", "accept", *pair, "--by", "Edo")
    assert on_a_full_disk(copies(ready, tmp_path), decide, look) > 0
