"""A bundle comes into its place whole, in the place of nothing that is not ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from kills import STEPS, at_every_step
from tests.publish.salted import Made, workspace_at

from telusur.errors import CannotWrite, PublishRefused, TelusurError
from telusur.publish import differences, placing, publish
from telusur.publish.edition import (
    MANIFEST,
    digest,
    read_manifest,
    write_manifest,
)
from telusur.publish.placing import beside, making, put_in_place, refuse_other_folders


def fill(folder: Path, words: str) -> None:
    """A small bundle."""
    (folder / "static").mkdir(parents=True, exist_ok=True)
    for name in ("evidence.db", "static/a.csv", "static/b.csv"):
        (folder / name).write_text(words, encoding="utf-8")
    write_manifest(folder, {"judul": words})


def publish_small(folder: Path, words: str) -> None:
    with making(folder) as new:
        refuse_other_folders(folder)
        (beside(new) / "evidence.db").write_text(words, encoding="utf-8")  # as plain pages have it
        fill(new, words)
        put_in_place(new, folder)


def tree(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


# --- what is not ours ---


@pytest.mark.parametrize("name", ["corpus", "corpus/pub", "draft/pub", "extract/a/pub", "link/pub"])
@pytest.mark.parametrize("dry_run", [True, False])
def test_nothing_is_published_where_builds_read(
    made: Made, tmp_path: Path, name: str, dry_run: bool
) -> None:
    """The report beside it, with what was hidden, would be read as a report itself."""
    (tmp_path / "link").symlink_to(made.root / "corpus")
    folder = (tmp_path if name.startswith("link") else made.root) / name
    before = tree(made.root / "corpus")
    with pytest.raises(PublishRefused, match="Name another folder"):
        publish(workspace_at(made.root), made.root / "evidence.db", folder, dry_run=dry_run)
    assert tree(made.root / "corpus") == before
    assert not folder.with_name(f"{folder.name}.publish-report.json").exists()


def web_application(folder: Path) -> None:
    (folder / MANIFEST).write_text('{"name": "my PWA"}', encoding="utf-8")
    (folder / "index.html").write_text("berharga", encoding="utf-8")


def like_a_manifest(folder: Path) -> None:
    (folder / "index.html").write_text("berharga", encoding="utf-8")
    told = {"files": {"index.html": digest(folder / "index.html")}, "telusur": "0.1"}
    (folder / MANIFEST).write_text(json.dumps(told), encoding="utf-8")


def one_file_more(folder: Path) -> None:
    fill(folder, "a")
    (folder / "CNAME").write_text("bukti.contoh.id", encoding="utf-8")


def one_file_changed(folder: Path) -> None:
    fill(folder, "a")
    (folder / "static" / "a.csv").write_text("catatan saya", encoding="utf-8")


def one_link(folder: Path) -> None:
    fill(folder, "a")
    (folder / "static" / "c.csv").symlink_to("/etc/passwd")


def one_folder_more(folder: Path) -> None:
    fill(folder, "a")
    (folder / ".git" / "objects").mkdir(parents=True)


FOREIGN: tuple[tuple[Callable[[Path], None], str], ...] = (
    (web_application, "no published bundle"),
    (like_a_manifest, "no published bundle"),
    (one_file_more, "CNAME: not in the manifest"),
    (one_file_changed, "static/a.csv: changed"),
    (one_link, r"static/c.csv: a symbolic link"),
    (one_folder_more, r"\.git: not in the manifest"),
    (lambda folder: (folder / "surat.txt").touch(), "no published bundle"),
    (lambda folder: (folder / "kosong").mkdir(), "no published bundle"),
)


@pytest.mark.parametrize(("make", "told"), FOREIGN)
def test_what_telusur_did_not_make_stays(
    tmp_path: Path, make: Callable[[Path], None], told: str
) -> None:
    folder = tmp_path / "web"
    folder.mkdir()
    make(folder)
    before = tree(folder)
    with pytest.raises(PublishRefused, match=told):
        publish_small(folder, "b")
    assert tree(folder) == before
    assert [each.name for each in tmp_path.iterdir()] == ["web"]


@pytest.mark.parametrize("kind", ["file", "link to a bundle", "link to nothing", "fifo"])
def test_only_a_folder_is_replaced(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "web"
    match kind:
        case "file":
            folder.touch()
        case "link to a bundle":
            fill(tmp_path / "lain", "a")
            folder.symlink_to(tmp_path / "lain")
        case "link to nothing":
            folder.symlink_to(tmp_path / "tidak-ada")
        case "fifo":
            os.mkfifo(folder)
    before = folder.lstat()
    with pytest.raises(PublishRefused):
        publish_small(folder, "b")
    assert os.path.samestat(folder.lstat(), before)


def test_an_empty_folder_and_an_earlier_edition_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    for words in ("a", "b"):
        publish_small(tmp_path / "web", words)
        assert read_manifest(tmp_path / "web")["judul"] == words
    assert [each.name for each in tmp_path.iterdir()] == ["web"]


def test_what_comes_into_the_old_edition_while_the_new_one_is_made_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "web"
    publish_small(folder, "a")
    original = placing.exchange

    def late(new: Path, other: Path) -> None:
        if not (other / "catatan.txt").exists() and not (new / "catatan.txt").exists():
            (other / "catatan.txt").write_text("baru ditulis", encoding="utf-8")
        original(new, other)

    monkeypatch.setattr(placing, "exchange", late)
    with pytest.raises(PublishRefused, match=r"web: .*\n  catatan.txt"):
        publish_small(folder, "b")
    assert (folder / "catatan.txt").read_text(encoding="utf-8") == "baru ditulis"
    assert read_manifest(folder)["judul"] == "a"


def test_a_folder_in_the_place_of_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".web.telusur").mkdir()
    (tmp_path / ".web.telusur" / "milik-saya.txt").touch()
    with pytest.raises(PublishRefused, match=r"\.web\.telusur"):
        publish_small(tmp_path / "web", "a")
    assert (tmp_path / ".web.telusur" / "milik-saya.txt").exists()


@pytest.mark.parametrize("ending", ["json", "html"])
def test_a_report_takes_the_place_of_no_file_of_others(
    made: Made, tmp_path: Path, ending: str
) -> None:
    mine = tmp_path / f"terbit.publish-report.{ending}"
    mine.write_text("catatan saya", encoding="utf-8")
    with pytest.raises(CannotWrite, match="did not write"):
        publish(workspace_at(made.root), made.root / "evidence.db", tmp_path / "terbit")
    assert mine.read_text(encoding="utf-8") == "catatan saya"
    assert [each.name for each in tmp_path.iterdir()] == [mine.name]


# --- kills ---


@pytest.mark.parametrize("system", ["exchanges", "only renames"])
def test_a_kill_anywhere_leaves_an_edition_and_the_next_run_clears_up(
    tmp_path: Path, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if system == "only renames":
        monkeypatch.setattr(placing, "_exchanged", lambda *_: False)
    elif not exchanges(tmp_path):
        pytest.skip("this file system has no exchange")

    def prepare(number: int) -> Path:
        folder = tmp_path / str(number) / "web"
        publish_small(folder, "lama")
        return folder

    def look(folder: Path) -> None:
        if system == "exchanges":
            assert differences(folder) == []
            assert read_manifest(folder)["judul"] in ("lama", "baru")
        publish_small(folder, "lagi")
        assert differences(folder) == []
        assert read_manifest(folder)["judul"] == "lagi"
        assert [each.name for each in folder.parent.iterdir()] == ["web"]

    assert at_every_step(prepare, lambda folder: publish_small(folder, "baru"), look) > 30


def exchanges(folder: Path) -> bool:
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    try:
        return placing._exchanged(folder / "a", folder / "b")
    finally:
        (folder / "a").rmdir()
        (folder / "b").rmdir()


def test_between_two_renames_the_old_edition_is_kept_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "web"
    publish_small(folder, "lama")
    work = tmp_path / ".web.telusur"
    work.mkdir()
    (work / "terkunci").touch()
    folder.rename(work / "lama")
    with making(folder):
        assert read_manifest(folder)["judul"] == "lama"
    assert [each.name for each in tmp_path.iterdir()] == ["web"]


@pytest.mark.parametrize("left", ["baru", "lama"])
def test_what_came_into_an_edition_just_before_a_kill_stays(tmp_path: Path, left: str) -> None:
    folder, work = tmp_path / "web", tmp_path / ".web.telusur"
    publish_small(folder, "baru")
    fill(work / left, "lama")
    (work / left / "catatan.txt").write_text("milik saya", encoding="utf-8")
    with pytest.raises(PublishRefused, match=r"catatan\.txt: not in the manifest"):
        publish_small(folder, "lagi")
    assert (work / left / "catatan.txt").read_text(encoding="utf-8") == "milik saya"
    assert read_manifest(folder)["judul"] == "baru"


def test_at_each_step_of_publishing_readers_see_one_edition_whole(
    made: Made, tmp_path: Path
) -> None:
    """What a kill at a step would leave is what is there before it."""
    folder = tmp_path / "terbit"
    shutil.copytree(made.bundle, folder)
    settings = workspace_at(made.root).settings
    other = settings.publish.model_copy(update={"title": "Terbitan kedua"})
    workspace = type(workspace_at(made.root))(
        made.root, settings.model_copy(update={"publish": other})
    )
    seen: set[tuple[str, int]] = set()
    looking = False

    def look(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal looking
        if event in STEPS and watching and not looking:
            looking = True
            try:
                files = sum(len(names) for _, _, names in os.walk(folder))
                seen.add((digest(folder / MANIFEST), files))
            finally:
                looking = False

    watching = True
    sys.addaudithook(look)
    try:
        publish(workspace, made.root / "evidence.db", folder)
    finally:
        watching = False
    old, new = digest(made.bundle / MANIFEST), digest(folder / MANIFEST)
    assert {each for each, _ in seen} == {old, new}
    assert len(seen) == 2
    assert read_manifest(folder)["terbitan"] == 2


# --- two at once ---


def test_two_at_once_do_not_touch_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "web"
    with making(folder) as new:
        fill(new, "a")
        with pytest.raises(PublishRefused, match="another process"):
            publish_small(folder, "b")
        publish_small(tmp_path / "web2", "c")
        assert (new / "evidence.db").read_text(encoding="utf-8") == "a"
        put_in_place(new, folder)
    assert read_manifest(folder)["judul"] == "a"
    publish_small(folder, "b")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["web", "web2"]


def test_many_at_once_end_with_a_whole_bundle(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path[:0] = sys.argv[3:]\n"
        "from pathlib import Path\n"
        "from tests.publish.test_placing import publish_small\n"
        "from telusur.errors import PublishRefused\n"
        "for turn in range(30):\n"
        "    try: publish_small(Path(sys.argv[1]), sys.argv[2] + str(turn))\n"
        "    except PublishRefused as error: assert 'another process' in str(error), error\n"
    )
    paths = [each for each in sys.path if each]
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "web"), name, *paths])
        for name in "abc"
    ]
    assert [each.wait() for each in running] == [0, 0, 0]
    assert differences(tmp_path / "web") == []
    assert [each.name for each in tmp_path.iterdir()] == ["web"]


def test_readers_of_the_old_edition_are_not_disturbed(tmp_path: Path) -> None:
    folder = tmp_path / "web"
    publish_small(folder, "lama")
    with (folder / "static" / "a.csv").open(encoding="utf-8") as file:
        publish_small(folder, "baru")
        assert file.read() == "lama"


def test_errors_are_for_people() -> None:
    assert issubclass(PublishRefused, TelusurError)
