"""Nothing of the user's is lost: files are written whole or not at all, and over nothing else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kills import at_every_step

from telusur import files
from telusur.check import Wanted, fix_draft
from telusur.cli import commands
from telusur.errors import CannotWrite, InvalidWorkspace
from telusur.files import locked
from telusur.workspace.starter import make_workspace

NUMBERED = "#### Pasal {#a}\n\nSatu.\n\n#### Pasal 1 {#b}\n\nMenurut [Pasal 9](#a).\n"


def telusur(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(each) for each in arguments])


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def in_the_way(path: Path, kind: str) -> None:
    match kind:
        case "file":
            path.write_text("milik saya", encoding="utf-8")
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(path.with_name("lain"))
            path.with_name("lain").write_text("milik saya", encoding="utf-8")
        case "link to nothing":
            path.symlink_to(path.with_name("tidak-ada"))
        case "fifo":
            os.mkfifo(path)


KINDS = ("file", "folder", "link", "link to nothing", "fifo")


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_takes_the_place_of_nothing(tmp_path: Path, kind: str) -> None:
    in_the_way(tmp_path / "a", kind)
    before = names(tmp_path)
    with pytest.raises(CannotWrite, match="there already"):
        files.create(tmp_path / "a", b"baru")
    assert names(tmp_path) == before


@pytest.mark.parametrize("kind", KINDS[1:])
def test_only_a_plain_file_is_replaced(tmp_path: Path, kind: str) -> None:
    in_the_way(tmp_path / "a", kind)
    before = names(tmp_path)
    with pytest.raises(CannotWrite):
        files.replace(tmp_path / "a", b"baru")
    assert names(tmp_path) == before
    if kind == "link":
        assert (tmp_path / "lain").read_text(encoding="utf-8") == "milik saya"


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"lama")
    file.chmod(0o640)
    files.replace(file, b"baru", was=b"lama")
    assert file.read_bytes() == b"baru"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    with pytest.raises(CannotWrite, match="changed while"):
        files.replace(file, b"lebih baru", was=b"lama")
    assert file.read_bytes() == b"baru"


def test_a_very_long_name_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / ("ä" * 120)
    files.create(file, b"a")
    files.replace(file, b"b")
    assert file.read_bytes() == b"b"


def test_where_files_have_no_second_names_they_are_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", none)
    files.create(tmp_path / "a", b"isi")
    assert names(tmp_path) == ["a"]


def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    def prepare(number: int) -> Path:
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "lama").write_bytes(b"lama" * 1000)
        return folder

    def act(folder: Path) -> None:
        files.replace(folder / "lama", b"baru" * 2000)
        files.create(folder / "baru", b"baru" * 2000)

    def look(folder: Path) -> None:
        assert (folder / "lama").read_bytes() in (b"lama" * 1000, b"baru" * 2000)
        assert not (folder / "baru").exists() or (folder / "baru").read_bytes() == b"baru" * 2000

    assert at_every_step(prepare, act, look) > 8


# --- the commands ---


def test_init_leaves_what_git_knows_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("rahasia/\n", encoding="utf-8")
    result = telusur("init", tmp_path)
    assert result.exit_code == 0
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "rahasia/\n"
    assert "Add this line to it: evidence.db*" in result.output
    assert "review.jsonl" in (tmp_path / ".gitattributes").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["file", "link", "link to nothing"])
def test_init_stops_at_anything_in_its_way(tmp_path: Path, kind: str) -> None:
    in_the_way(tmp_path / "telusur.toml", kind)
    before = names(tmp_path)
    with pytest.raises(InvalidWorkspace, match="there already"):
        make_workspace(tmp_path)
    assert names(tmp_path) == before


def test_init_does_not_follow_a_link_out_of_the_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru" / "draft").symlink_to(elsewhere)
    with pytest.raises(InvalidWorkspace, match="no folder of its own"):
        make_workspace(tmp_path / "baru")
    assert names(elsewhere) == []


def test_an_init_that_was_killed_is_made_whole_by_the_next(tmp_path: Path) -> None:
    whole = make_workspace(tmp_path / "utuh").files
    for path in whole[len(whole) // 2 :]:
        path.unlink()
    again = make_workspace(tmp_path / "utuh").files
    assert again == whole
    assert all(path.is_file() for path in whole)
    assert whole[-1].name == "telusur.toml"


def test_numbers_are_written_into_links_only_inside_the_workspace(tmp_path: Path) -> None:
    outside = tmp_path / "luar.md"
    outside.write_text(NUMBERED, encoding="utf-8")
    draft = tmp_path / "draft"
    draft.mkdir()
    (draft / "a.md").symlink_to(outside)
    result = telusur("draft", "number", draft, "--write")
    assert isinstance(result.exception, CannotWrite)
    assert outside.read_text(encoding="utf-8") == NUMBERED
    (draft / "a.md").unlink()
    (draft / "naskah").write_text(NUMBERED, encoding="utf-8")
    (draft / "a.md").symlink_to(draft / "naskah")
    assert telusur("draft", "number", draft, "--write").exit_code == 0
    assert (draft / "a.md").is_symlink()
    assert "Pasal 2" in (draft / "naskah").read_text(encoding="utf-8")


def test_what_an_editor_saved_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "draft" / "a.md"
    file.parent.mkdir()
    file.write_text(NUMBERED, encoding="utf-8")
    original = files.refuse_unless_plain

    def save(path: Path, was: bytes | None = None) -> None:
        path.write_text("baru disimpan", encoding="utf-8")
        original(path, was)

    monkeypatch.setattr(files, "refuse_unless_plain", save)
    result = telusur("draft", "number", file.parent, "--write")
    assert "changed while" in str(result.exception)
    assert file.read_text(encoding="utf-8") == "baru disimpan"


def test_fixes_do_not_leave_the_workspace(tmp_path: Path) -> None:
    outside = tmp_path / "luar"
    outside.mkdir()
    text = "#### Pasal 1\n\nAduan dijawab selambat-lambatnya 3 hari.\n"
    (outside / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "ws").mkdir()
    (tmp_path / "ws" / "draft").symlink_to(outside)
    with pytest.raises(CannotWrite, match="outside of"):
        fix_draft(tmp_path / "ws" / "draft", Wanted())
    assert (outside / "a.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("kind", ["folder", "link", "link to nothing", "fifo"])
def test_an_export_replaces_plain_files_alone_even_when_forced(tmp_path: Path, kind: str) -> None:
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "a.md").write_text(NUMBERED, encoding="utf-8")
    (tmp_path / "telusur.toml").touch()
    in_the_way(tmp_path / "a.html", kind)
    before = names(tmp_path)
    result = telusur("-w", tmp_path, "draft", "export", tmp_path / "a.html", "--force")
    assert result.exit_code != 0
    assert names(tmp_path) == before


def test_a_lock_that_another_holds_is_waited_for_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with (
        locked(path, wait=0),
        pytest.raises(TimeoutError, match="another process") as told,
        locked(path, wait=0),
    ):
        pass
    assert told.value.filename == str(path)
    with locked(path):
        assert path.read_bytes() == b""
