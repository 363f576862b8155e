"""Fixtures that several test files share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from support import DRAFT, NOTE, ROOT, CheapEncoder
from tests.chromium import REMEDY, find
from tests.waiting import PATIENCE

from telusur import link

# A busy machine is no failure.
settings.register_profile(
    "telusur", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("telusur")

os.environ["TELUSUR_BAHASA"] = "en"  # whatever the machine's locale: tests compare words
os.environ.pop("LANGUAGE", None)
# What is started runs as on any machine: a bundle has to stay clean by itself.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Who decides where a test does not say: the git of the machine may know no person.
os.environ |= {
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "user.name",
    "GIT_CONFIG_VALUE_0": "Lia",
}

NO_CHROMIUM = f"no Chromium here ({REMEDY})"
_UNSEEN = pytest.StashKey[list[str]]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that were skipped for want of a Chromium."""
    skipped = terminalreporter.stats.get("skipped", [])
    unseen = [one.nodeid for one in skipped if NO_CHROMIUM in str(one.longrepr)]
    terminalreporter.config.stash[_UNSEEN] = unseen
    if unseen:
        terminalreporter.section("skipped: no Chromium")
        terminalreporter.write_line("\n".join(unseen))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say it again in the very last line."""
    if unseen := config.stash.get(_UNSEEN, []):
        print(f"{len(unseen)} tests of pages were skipped, named above: {NO_CHROMIUM}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = find()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NO_CHROMIUM)
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE * 1000)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        browser.new_page = _patient(browser.new_page)  # type: ignore[method-assign]
        browser.new_context = _patient(browser.new_context)  # type: ignore[method-assign]
        yield browser
        browser.close()


def _patient(make: Callable[..., Page | BrowserContext]) -> Callable[..., Any]:
    def made(**how: Any) -> Page | BrowserContext:
        new = make(**how)
        new.set_default_timeout(PATIENCE * 1000)
        return new

    return made


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
