"""Each edition knows its number and the one before: an old one put back is found out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support import ROOT, CheapEncoder, built
from tests.publish.salted import Made, workspace_at
from tests.publish.test_signing import write_key

from telusur.cli.publish import command
from telusur.errors import PublishRefused
from telusur.publish import differences, edition_of, publish, refuse_unless_later
from telusur.publish.edition import MANIFEST
from telusur.workspace import Workspace


def issue(made: Made, folder: Path, title: str, **more: Path) -> Path:
    settings = workspace_at(made.root).settings
    wanted = settings.publish.model_copy(update={"title": title})
    workspace = Workspace(made.root, settings.model_copy(update={"publish": wanted}))
    publish(workspace, made.root / "evidence.db", folder, **more)
    return folder


@pytest.fixture(scope="module")
def editions(made: Made, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Three editions, the first of them kept beside, and all signed."""
    folder = tmp_path_factory.mktemp("terbitan")
    key = write_key(folder / "kunci")
    kept = []
    for number, title in enumerate(("Satu", "Dua", "Tiga"), start=1):
        issue(made, folder / "terbit", title, key=key)
        kept.append(folder / f"terbit-{number}")
        shutil.copytree(folder / "terbit", kept[-1])
    return kept[0], kept[1], kept[2]


def verify(new: Path, old: Path, *more: str) -> Result:
    return CliRunner().invoke(command, ["--verify", str(new), "--after", str(old), *more], obj=new)


def test_editions_are_counted_and_each_names_the_one_before(
    editions: tuple[Path, Path, Path],
) -> None:
    read = [edition_of(one) for one in editions]
    assert [one.number for one in read] == [1, 2, 3]
    assert [one.told["sebelumnya"] for one in read] == ["", read[0].digest, read[1].digest]
    assert read[0].told["perubahan"] is None
    assert read[1].told["perubahan"]["laporan"] == {"baru": 0, "hilang": 0, "berubah": 0}
    page = (editions[2] / "templates" / "pages" / "terbitan.html").read_text(encoding="utf-8")
    assert '"terbitan",\n   "3"' in page


def test_verify_shows_the_edition(editions: tuple[Path, Path, Path]) -> None:
    told = verify(editions[2], editions[1]).output
    assert "Edition 3 of “Tiga”, version 3, draft of 1 March 2026, evidence of " in told


def test_the_same_and_a_later_edition_follow(editions: tuple[Path, Path, Path]) -> None:
    for new, old in ((2, 2), (1, 0), (2, 0)):
        assert verify(editions[new], editions[old]).exit_code == 0
        assert verify(editions[new], editions[old] / MANIFEST).exit_code == 0


def test_an_old_edition_put_back_is_found_out(editions: tuple[Path, Path, Path]) -> None:
    done = verify(editions[0], editions[2])
    assert isinstance(done.exception, PublishRefused)
    assert "edition 3 already" in str(done.exception)


def test_another_edition_of_the_same_number_is_found_out(
    editions: tuple[Path, Path, Path], made: Made, tmp_path: Path
) -> None:
    key = editions[0].with_name("kunci")
    other = issue(made, tmp_path / "lain", "Lain", key=key, after=editions[0])
    with pytest.raises(PublishRefused, match="edition 2 already"):
        refuse_unless_later(edition_of(other), edition_of(editions[1]), known_key=True)
    third = issue(made, tmp_path / "lain-3", "Lain lagi", key=key, after=other)
    with pytest.raises(PublishRefused, match="follows another edition 2"):
        refuse_unless_later(edition_of(third), edition_of(editions[1]), known_key=True)


def test_another_key_counts_only_where_it_was_named(
    editions: tuple[Path, Path, Path], made: Made, tmp_path: Path
) -> None:
    key = write_key(tmp_path / "kunci", seed=9)
    new = issue(made, tmp_path / "baru", "Empat", key=key, after=editions[2])
    assert "was signed by" in str(verify(new, editions[2]).exception)
    assert verify(new, editions[2], "--key", str(tmp_path / "kunci.pub")).exit_code == 0
    unsigned = issue(made, tmp_path / "tanpa", "Empat", after=editions[2])
    assert "unsigned" in str(verify(unsigned, editions[2]).exception)


def test_an_edition_before_that_was_changed_is_refused(
    editions: tuple[Path, Path, Path], made: Made, tmp_path: Path
) -> None:
    old = tmp_path / "lama"
    shutil.copytree(editions[0], old)
    (old / "catatan.txt").touch()
    with pytest.raises(PublishRefused, match=r"catatan\.txt"):
        issue(made, tmp_path / "baru", "Baru", after=old)


def test_where_there_is_nothing_to_hide_a_bundle_is_made(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "datasette_metadata.yml", workspace)
    built(workspace)
    done = publish(
        workspace_at(workspace), workspace / "evidence.db", tmp_path / "terbit", suggestions=True
    )
    assert done.redacted.redactions == ()
    assert differences(tmp_path / "terbit") == []
