"""Two people at work in real browsers, wide and on a phone, with a build in between."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from reviewers import PEOPLE, WORDS, reviewed
from support import CheapEncoder, ask, built
from tests.waiting import served

from telusur.accounts import Accounts

KEYS = "st"


@pytest.fixture
def root(workspace: Path, encoder: CheapEncoder) -> Path:
    for name in ("Sari", "Edo"):
        Accounts(workspace).add(name, PEOPLE[name], WORDS)
    built(workspace)
    return workspace


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    with served(reviewed(root).app()) as address:
        yield address


def enter(browser: Browser, address: str, name: str, width: int, path: str = "/tinjau") -> Page:
    tab = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    tab.goto(address + path)
    if tab.get_by_label("Kata sandi").count() == 0:
        tab.goto(f"{address}/masuk")
    tab.get_by_label("Nama").fill(name)
    tab.get_by_label("Kata sandi").fill(WORDS)
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: "/masuk" not in url)
    tab.goto(address + path)
    return tab


def pair(tab: Page) -> str | None:
    """What is on the screen; None at the end of the queue."""
    asked = tab.locator("main input[name=di]")
    return asked.first.get_attribute("value") if asked.count() else None


def decide(tab: Page, key: str) -> str:
    """Judge what is on the screen by its key, and wait for the next."""
    judged = pair(tab)
    assert judged
    tab.locator("main").evaluate("one => { one.dataset.old = 1 }")
    tab.keyboard.press(key)
    tab.wait_for_selector("main:not([data-old])")
    return judged


def lines(root: Path) -> list[dict[str, str]]:
    kept = (root / "draft" / "review.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        {
            "pair": f"{one['finding']['id']}~{one['clause']['id']}",
            "by": one["by"],
            "said": one["decision"],
        }
        for one in map(json.loads, kept)
    ]


def test_two_people_empty_the_queue_while_a_build_runs(
    chromium: Browser, address: str, root: Path
) -> None:
    waiting = {
        f"{finding}~{clause}"
        for finding, clause in ask(root, "SELECT finding_id, clause_id FROM review_queue")
    }
    assert len(waiting) > 6
    tabs = {
        "Sari": enter(chromium, address, "Sari", 1280),
        "Edo": enter(chromium, address, "Edo", 390),
    }
    taken: list[dict[str, str]] = []

    def turn() -> bool:
        some = False
        for name, tab in tabs.items():
            if pair(tab) is None:
                tab.reload()
            if pair(tab) is None:
                continue
            key = KEYS[len(taken) % 2]
            said = "accept" if key == "s" else "reject"
            taken.append({"pair": decide(tab, key), "by": name, "said": said})
            some = True
        return some

    turn()
    report = root / "corpus" / "palembang.md"
    report.write_text(
        report.read_text(encoding="utf-8") + "\n- Loket sering tutup sebelum waktunya.\n",
        encoding="utf-8",
    )
    with ThreadPoolExecutor(1) as other:
        building = other.submit(built, root)
        turn()
        assert building.result().read == 1
    while turn():
        pass
    assert lines(root) == taken
    judged = [one["pair"] for one in taken]
    assert len(judged) == len(set(judged)), "nobody was shown what another had judged"
    assert set(judged) > waiting
    assert {one["by"] for one in taken} == {"Sari", "Edo"}
    assert ask(root, "SELECT count(*) FROM review_queue") == [(0,)]
    kept = ask(root, "SELECT finding_id || '~' || clause_id, status FROM links ORDER BY 1")
    status = {"accept": "accepted", "reject": "rejected"}
    assert kept == sorted((one["pair"], status[one["said"]]) for one in taken)
    (root / "evidence.db").unlink()
    built(root)
    again = ask(root, "SELECT finding_id || '~' || clause_id, status FROM links ORDER BY 1")
    assert again == kept
    for tab in tabs.values():
        tab.context.close()
