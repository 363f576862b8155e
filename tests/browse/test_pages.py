"""Every page in a real browser: it opens, wide and narrow, and asks no one else for anything."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from barriers import texts_over_texts
from playwright.sync_api import Browser, Page, expect

PAGES = (
    "/",
    "/naskah",
    "/naskah/antrean",
    "/naskah/antrean.ayat-1",
    "/naskah/antrean.ayat-2.huruf-a",
    "/naskah/bab-umum",
    "/naskah/biaya",
    "/naskah/borang",
    "/temuan/f-1",
    "/temuan/f-4",
    "/temuan/tidak-ada",
    "/laporan",
    "/laporan/kunjungan",
    "/tempat",
    "/tempat/01",
    "/tempat/01.71",
    "/tempat/01.01.02",
    "/tempat/01.01.02.2001",
    "/lokasi",
    "/lokasi/mpp-kota-contoh",
    "/celah",
    "/matriks",
    "/matriks?per=tempat",
    "/peta",
    "/bagan",
    "/cari",
    "/cari?kata=loket",
    "/tentang",
    "/evidence",
    "/evidence/findings_by_place?_search=loket&_facet=kind",
    "/evidence/findings/f-1",
    "/evidence/bukti-ketentuan?ketentuan=Pasal+7",
    "/evidence?sql=select+1",
)
SEEN = ((1280, "light", "en"), (390, "dark", "id"))


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Page:
    return chromium.new_page()


def show(tab: Page, address: str, width: int, scheme: str) -> int:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    answer = tab.goto(address)
    assert answer is not None
    return answer.status


@pytest.mark.need("N-BROWSE-6")
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_no_barrier(tab: Page, address: str, page: str) -> None:
    for width, scheme, language in SEEN:
        tab.context.add_cookies([{"name": "bahasa", "value": language, "url": address}])
        show(tab, address + page, width, scheme)
        found = Axe().run(tab).response["violations"]
        told = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
        assert told == [], (width, scheme)


@pytest.mark.need("N-BROWSE-8")
@pytest.mark.parametrize("page", PAGES)
def test_pages_open_without_an_error_or_a_request_elsewhere(
    tab: Page, address: str, page: str
) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda said: wrong.append(said.text) if "Policy" in said.text else None)
    for width in (1280, 320):
        missing = page in ("/naskah/borang", "/temuan/tidak-ada")
        assert show(tab, address + page, width, "light") == (404 if missing else 200)
        assert tab.locator("h1").count() == 1
        assert texts_over_texts(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.locator("html").get_attribute("lang") == "id"
    assert wrong == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_every_link_on_every_page_leads_somewhere(chromium: Browser, address: str) -> None:
    """Also to the very place on the page that it names."""
    anchors = (
        "Array.from(document.querySelectorAll('a[href], form'), one => new URL("
        "one.getAttribute('href') || one.getAttribute('action'), location).href)"
    )
    ids = "Array.from(document.querySelectorAll('[id]'), one => one.id)"
    tab = chromium.new_page()
    links: dict[str, set[str]] = {}
    known: dict[str, set[str]] = {}
    for page in PAGES:
        tab.goto(address + page)
        known[address + page] = set(tab.evaluate(ids))
        for link in tab.evaluate(anchors):
            if link.startswith(address) and "bahasa=" not in link:
                links.setdefault(link.partition("#")[0], set()).add(link.partition("#")[2])
    for link, fragments in sorted(links.items()):
        if link not in known and not urlsplit(link).path.startswith("/evidence"):
            answer = tab.request.get(link)
            assert answer.status == 200, link
            if "html" in answer.headers["content-type"]:
                known[link] = set(re.findall(r' id="([^"]+)"', answer.text()))
        assert fragments - {""} <= known.get(link, fragments), link
    tab.context.close()


@pytest.mark.need("N-BROWSE-6")
def test_the_draft_is_read_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/naskah")
    tab.locator("#formulir").get_by_role("link", name="Pasal 72", exact=True).click()
    expect(tab.get_by_text("Petugas memakai satu formulir").first).to_be_visible()
    tab.get_by_role("link", name="Lihat temuan").first.click()
    tab.get_by_role("link", name="Baca dalam laporannya").click()
    expect(tab).to_have_url(re.compile("#f-3$"))
    tab.get_by_role("link", name="Read this in English").click()
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    tab.goto(urljoin(address, "/tempat"))
    assert tab.get_by_role("heading", name="Places").is_visible()
    context.close()


@pytest.mark.need("N-BROWSE-6")
def test_the_keyboard_reaches_the_content_first(tab: Page, address: str) -> None:
    tab.goto(f"{address}/laporan")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator("#isi")).to_be_focused()


def test_folded_parts_of_the_draft_are_printed(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(f"{address}/naskah")
    tab.locator("details.bab:not(.frame) > summary").first.press("Enter")
    words = tab.get_by_text("Formulir diseragamkan.")
    expect(words).to_be_hidden()
    tab.emulate_media(media="print")
    expect(words).to_be_visible()
    expect(tab.locator("header.site")).to_be_hidden()
    tab.emulate_media(media="screen")


def test_a_reviewer_finds_what_was_found_in_a_place(tab: Page, address: str) -> None:
    tab.goto(f"{address}/evidence/findings_by_place")
    tab.locator(".offered").get_by_role("link", name="Tempat", exact=True).click()
    tab.locator(".facets").get_by_role("link", name="Kota Contoh").click()
    tab.wait_for_url("**place=Kota*")
    cells = tab.locator("td.col-place").all_inner_texts()
    assert cells
    assert set(cells) == {"Kota Contoh"}
