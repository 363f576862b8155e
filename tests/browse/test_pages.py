"""The pages in a real browser: they open, wide and narrow, and ask no one else for anything."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from telusur.browse import make_browser

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")

PAGES = (
    "",
    "evidence",
    "evidence/findings_by_place",
    "evidence/findings_by_place?_search=loket",
    "evidence/coverage",
    "evidence/bukti-ketentuan?ketentuan=Pasal+7",
    "evidence/mengapa-pasal-ini?pasal=7",
    "evidence/matriks",
)


@pytest.fixture(scope="module")
def address(database: Path) -> Iterator[str]:
    """A running evidence browser."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = make_browser(ROOT / "datasette_metadata.yml", database).app()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM, "install chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", PAGES)
def test_pages_open_without_an_error_or_a_request_elsewhere(
    address: str, chromium: Browser, page: str, width: int
) -> None:
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    wrong: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    answer = tab.goto(address + page)
    assert answer is not None
    assert answer.status == 200
    assert tab.locator("h1").first.is_visible()
    assert wrong == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    tab.close()


def test_a_reviewer_finds_what_was_found_in_a_place(address: str, chromium: Browser) -> None:
    tab = chromium.new_page()
    tab.goto(address)
    tab.get_by_role("link", name="temuan per tempat").click()
    tab.get_by_role("link", name="Kota Contoh").first.click()
    tab.wait_for_url("**place=Kota*")
    cells = tab.locator("td.col-place").all_inner_texts()
    assert cells
    assert set(cells) == {"Kota Contoh"}
    tab.close()
