"""Fixtures that several test files share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from support import DRAFT, NOTE, ROOT, CheapEncoder

from telusur import link


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> CheapEncoder:
    """Takes the place of the real encoder."""
    cheap = CheapEncoder()
    monkeypatch.setattr(link, "identify", lambda model: f"cheap {model}")
    monkeypatch.setattr(link, "load_encoder", lambda *_: cheap)
    return cheap


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the repository's own extract/, one note and a draft of three Pasal."""
    root = tmp_path / "workspace"
    shutil.copytree(ROOT / "extract", root / "extract", ignore=shutil.ignore_patterns("examples"))
    # Every pair is linked, however sure: which links are suggested is not the question here.
    (root / "telusur.toml").write_text("[links]\nthreshold = 0\n", encoding="utf-8")
    (root / "corpus").mkdir()
    (root / "draft").mkdir()
    (root / "corpus" / "palembang.md").write_text(NOTE, encoding="utf-8")
    (root / "draft" / "draf.md").write_text(DRAFT, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = shutil.which("chromium")
    assert path, "install chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
