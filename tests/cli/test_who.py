"""Who decides, where nobody says."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from telusur.cli.review import who


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(who.click, "get_app_dir", lambda _: str(tmp_path / "saya"))
    return tmp_path


def git_knows(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", name)


def test_the_name_that_git_knows_is_taken(home: Path) -> None:
    assert who.name_of(home) == "Lia"


@pytest.mark.parametrize(
    "name", ["Telusur maintainers", "root", "Tim Penyusun", "ci-bot", "a@b.id"]
)
def test_a_team_or_a_machine_is_no_person(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    git_knows(monkeypatch, name)
    with pytest.raises(click.UsageError, match="--by"):
        who.name_of(home)


def test_a_name_is_asked_for_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git_knows(monkeypatch, "maintainers")
    monkeypatch.setattr(who.sys.stdin, "isatty", lambda: True, raising=False)
    answers = iter(["Sari  Dewi"])
    monkeypatch.setattr(who.click, "prompt", lambda _: next(answers))
    assert [who.name_of(home), who.name_of(home)] == ["Sari Dewi", "Sari Dewi"]
