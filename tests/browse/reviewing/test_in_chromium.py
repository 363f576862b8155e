"""The reviewers' side in a real browser: by keyboard, on a phone, and without scripts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from reviewers import WORDS, reviewed
from tests.waiting import served

IN_PLACE = ("/naskah/antrean", "/naskah/biaya", "/temuan/f-1", "/temuan/f-4", "/laporan/kunjungan",
            "/celah", "/celah?daftar=temuan")  # fmt: skip
PAGES = ("/masuk", "/tinjau", "/tinjau?jenis=kelebihan", "/tinjau?laporan=lama", "/tinjau/saring",
         "/tinjau/tim", "/tinjau/beda", "/tinjau/kabar", "/tinjau/rapat")  # fmt: skip


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    with served(reviewed(root).app()) as address:
        yield address


def enter(context: BrowserContext, address: str, name: str = "Sari") -> Page:
    """Sign in as people do, from the page that they wanted to see."""
    tab = context.new_page()
    tab.goto(f"{address}/tinjau")
    tab.get_by_label("Nama").fill(name)
    tab.get_by_label("Kata sandi").fill(WORDS)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/tinjau")
    return tab


def statuses(root: Path) -> dict[str, str]:
    with sqlite3.connect(root / "evidence.db") as db:
        sql = "SELECT finding_id || '~' || clause_id, status FROM links"
        return dict(db.execute(sql).fetchall())


def pair(tab: Page) -> str:
    return tab.locator("main input[name=di]").get_attribute("value") or ""


def press(tab: Page, key: str) -> None:
    """Press a key and wait for the next screen."""
    tab.locator("main").evaluate("one => { one.dataset.old = 1 }")
    tab.keyboard.press(key)
    tab.wait_for_selector("main:not([data-old])")


def test_the_queue_is_worked_through_by_keyboard_alone(
    chromium: Browser, address: str, root: Path
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    tab = enter(context, address)
    first = pair(tab)
    press(tab, "s")
    assert statuses(root)[first] == "accepted"
    assert pair(tab) != first
    second = pair(tab)
    press(tab, "l")
    press(tab, "u")
    assert pair(tab) == second
    tab.keyboard.press("a")
    tab.keyboard.type("tidak soal ini, saya sudah tanya")  # letters that are keys elsewhere
    tab.keyboard.press("Escape")
    press(tab, "t")
    assert statuses(root)[second] == "rejected"
    assert "tidak soal ini" in (root / "draft" / "review.jsonl").read_text()
    third = pair(tab)
    press(tab, "k")
    assert pair(tab) == second
    press(tab, "u")
    assert statuses(root)[second] == "suggested"
    press(tab, "b")
    assert pair(tab) == third
    tab.go_back()
    tab.wait_for_load_state()
    assert pair(tab) == second
    context.close()


def test_keys_can_be_turned_off(chromium: Browser, address: str, root: Path) -> None:
    context = chromium.new_context()
    tab = enter(context, address)
    tab.get_by_text("Cara kerja dan pintasan").click()
    tab.get_by_label("Pakai huruf sebagai pintasan").uncheck()
    tab.keyboard.press("s")
    tab.reload()
    assert "accepted" not in {
        status for name, status in statuses(root).items() if not name.startswith("f-2")
    }
    context.close()


def test_a_held_key_decides_once(chromium: Browser, address: str, root: Path) -> None:
    context = chromium.new_context()
    tab = enter(context, address)
    tab.locator("main").evaluate("one => { one.dataset.old = 1 }")
    for _ in range(5):
        tab.keyboard.down("s")  # a key that is down already repeats
    tab.wait_for_selector("main:not([data-old])")
    tab.keyboard.up("s")
    assert len((root / "draft" / "review.jsonl").read_text().splitlines()) == 2
    context.close()


def test_everything_works_on_a_phone_without_scripts(
    chromium: Browser, address: str, root: Path
) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    tab = enter(context, address)
    first = pair(tab)
    tab.get_by_role("button", name="Setuju").click()
    assert statuses(root)[first] == "accepted"
    tab.get_by_role("button", name="Urungkan").click()
    assert pair(tab) == first
    tab.get_by_text("Alasan atau pertanyaan", exact=True).click()
    tab.get_by_label("Pertanyaan, bila ragu").fill("Menurut Anda?")
    tab.get_by_label("Ditujukan kepada").select_option("Edo")
    tab.get_by_role("button", name="Ragu").click()
    assert "Menurut Anda?" in (root / "draft" / "review.jsonl").read_text()
    tab.get_by_role("link", name="Saring dan urutkan").click()
    tab.get_by_label("Jenis").select_option("kelebihan")
    tab.get_by_role("button", name="Tampilkan").click()
    assert pair(tab) == "f-3~formulir"
    tab.get_by_role("link", name="Read this in English").click()
    asked = tab.get_by_role("heading", name="Does this finding support this clause?")
    expect(asked).to_be_visible()
    assert pair(tab) == "f-3~formulir"
    tab.get_by_role("button", name="Sign out (Sari)").click()
    tab.goto(f"{address}/tinjau")
    expect(tab.get_by_label("Password")).to_be_visible()
    context.close()


def test_two_people_work_at_once(chromium: Browser, address: str, root: Path) -> None:
    contexts = [chromium.new_context() for _ in range(2)]
    sari, edo = (enter(c, address, n) for c, n in zip(contexts, ("Sari", "Edo"), strict=True))
    assert pair(sari) != pair(edo)
    seen = {pair(sari), pair(edo)}
    press(sari, "s")
    press(edo, "s")
    assert seen | {pair(sari)} == {"f-1~antrean.ayat-1", "f-1~antrean.ayat-2", "f-3~formulir"}
    for context in contexts:
        context.close()


@pytest.mark.parametrize("page", [*PAGES, *IN_PLACE])
def test_axe_finds_no_barrier_and_pages_fit(chromium: Browser, address: str, page: str) -> None:
    for width, scheme in ((1280, "light"), (390, "dark")):
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        tab = enter(context, address, "Lia")
        wrong: list[str] = []
        tab.on("pageerror", lambda error, wrong=wrong: wrong.append(str(error)))
        tab.on("console", lambda said, wrong=wrong: wrong.append(said.text))
        tab.goto(address + page)
        if page.startswith("/temuan"):  # the forms to correct and to split
            tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found = Axe().run(tab).response["violations"]
        told = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
        assert told == [], (width, scheme)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.locator("h1").count() == 1
        assert wrong == []
        context.close()


def test_what_is_ticked_is_decided_without_scripts(
    chromium: Browser, address: str, root: Path
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = enter(context, address, "Edo")
    tab.goto(f"{address}/naskah/antrean")
    for box in tab.locator("input[name=di]").all():
        box.check()
    tab.get_by_label("Untuk semua yang dicentang:").fill("dibahas bersama")
    tab.locator(".judging").get_by_role("button", name="Tolak").click()
    expect(tab.get_by_text("3 tautan ditolak.")).to_be_visible()
    assert statuses(root)["f-1~antrean.ayat-1"] == "rejected"
    tab.locator(".told").get_by_role("button", name="Urungkan").click()
    assert statuses(root)["f-1~antrean.ayat-1"] == "suggested"
    context.close()


@pytest.mark.parametrize("words", ["Warga menunggu", "internet putus"])
def test_words_are_selected_with_the_mouse_in_findings_too(
    chromium: Browser, address: str, words: str
) -> None:
    context = chromium.new_context()
    tab = enter(context, address, "Edo")
    tab.goto(f"{address}/laporan/kunjungan")
    begin, end = tab.evaluate(
        """(words) => {
          const report = document.querySelector('[data-report]'), range = document.createRange();
          const walk = document.createTreeWalker(report, NodeFilter.SHOW_TEXT);
          for (let text; (text = walk.nextNode()); ) {
            const at = text.data.indexOf(words);
            if (at < 0) continue;
            range.setStart(text, at);
            range.setEnd(text, at + words.length);
            text.parentElement.scrollIntoView({block: 'center'});
            const lines = [...range.getClientRects()], first = lines[0], last = lines.at(-1);
            return [[first.left, (first.top + first.bottom) / 2],
                    [last.right, (last.top + last.bottom) / 2]];
          }
        }""",
        words,
    )
    tab.mouse.move(*begin)
    tab.mouse.down()
    tab.mouse.move(*end, steps=8)
    tab.mouse.up()
    box = tab.locator("[data-words]")
    box.wait_for(state="visible")
    assert box.input_value() == words
    assert tab.url.endswith("/laporan/kunjungan")
    tab.locator("[data-report] a").first.click()
    tab.wait_for_url("**/temuan/*")
    context.close()


def test_selected_words_of_a_report_become_a_finding(
    chromium: Browser, address: str, root: Path
) -> None:
    context = chromium.new_context()
    tab = enter(context, address, "Edo")
    tab.goto(f"{address}/laporan/kunjungan")
    tab.evaluate(
        """() => {
          const text = document.querySelector('[data-report] p');
          getSelection().selectAllChildren(text);
        }"""
    )
    words = tab.locator("[data-words]")
    words.wait_for(state="visible")
    assert "Jaringan internet putus pada jam sibuk" in words.input_value()
    words.fill("Warga menunggu dua hari")
    tab.get_by_role("button", name="Tambahkan").click()
    expect(tab.get_by_text("Temuan tercatat dalam jurnal.")).to_be_visible()
    assert '"quote":"Warga menunggu dua hari"' in (root / "draft" / "review.jsonl").read_text()
    context.close()
