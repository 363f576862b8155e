"""The contents of the draft say where one is."""

from __future__ import annotations

from playwright.sync_api import Browser, expect


def test_the_contents_mark_where_one_is(address: str, chromium: Browser) -> None:
    tab = chromium.new_page(viewport={"width": 1280, "height": 500})
    tab.goto(f"{address}/naskah")
    now = tab.locator(".toc [aria-current]")
    expect(now).to_have_count(1)
    tab.locator("#formulir").evaluate("one => one.scrollIntoView()")
    expect(now).to_have_text("Pasal 72")
    expect(now).to_be_visible()
    tab.evaluate("scrollTo(0, 0)")
    expect(now).not_to_have_text("Pasal 72")
    tab.close()


def test_without_javascript_the_contents_lead_to_every_pasal(
    address: str, chromium: Browser
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/naskah")
    assert tab.locator(".toc a[href='#formulir']").count() == 1
    context.close()
