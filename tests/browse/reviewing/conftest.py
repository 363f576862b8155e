"""A workspace whose browser people sign in to."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reviewers import BEFORE, PEOPLE, WORDS, reviewed

from telusur.accounts import Accounts

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.fixture(scope="session")
def accounts_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Accounts are made once: hashing takes its time."""
    root = tmp_path_factory.mktemp("akun")
    for name, role in PEOPLE.items():
        Accounts(root).add(name, role, WORDS)
    return root / ".telusur"


@pytest.fixture
def root(tmp_path: Path, accounts_file: Path, database: Path) -> Path:
    """A workspace with accounts and a built store, with a journal still to be written."""
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "review.jsonl").write_text(BEFORE + "\n", encoding="utf-8")
    (tmp_path / "telusur.toml").touch()
    shutil.copytree(accounts_file, tmp_path / ".telusur")
    shutil.copy(database, tmp_path / "evidence.db")
    return tmp_path


@pytest.fixture
def reviewing(root: Path) -> Datasette:
    return reviewed(root)
