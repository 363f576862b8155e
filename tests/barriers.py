"""Looks in every kind of page for barriers: `python -m tests.barriers`, and names of pages to see
these only.

Axe looks at 1280 and 390 pixels, in light and dark, in both languages; and at six widths from 320
on no text may lie over another, nor a page be wider than the window. The test suite does the same
for a made-up store at fewer sizes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (320, 390, 600, 768, 1024, 1280)

_TEXTS = """
() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = new Map();
  // What is seen of an element: no more than the boxes around it that scroll or cut off.
  const seen = (one) => {
    if (!one || one === document.documentElement) return [-1e6, -1e6, 1e6, 1e6];
    if (boxes.has(one)) return boxes.get(one);
    const style = getComputedStyle(one), around = seen(one.parentElement);
    let box = around;
    if (['fixed', 'sticky'].includes(style.position)) box = null;
    else if (around && (style.overflow !== 'visible' || style.clip !== 'auto')) {
      const own = one.getBoundingClientRect();
      box = [Math.max(around[0], own.left), Math.max(around[1], own.top),
             Math.min(around[2], own.right), Math.min(around[3], own.bottom)];
    }
    boxes.set(one, box);
    return box;
  };
  for (let text; (text = walk.nextNode()); ) {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility(
      {visibilityProperty: true, opacityProperty: true})) continue;
    const box = seen(parent);
    if (!box || parent.closest('title, desc, option, script, style, noscript')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      const inset = line.height * 0.3;  // letters are lower than the line on which they stand
      const left = Math.max(line.left + 1, box[0]), right = Math.min(line.right - 1, box[2]);
      const top = Math.max(line.top + inset, box[1]);
      const bottom = Math.min(line.bottom - inset, box[3]);
      if (right - left > 1 && bottom - top > 1)
        found.push([left, top, right, bottom, text.data.trim().slice(0, 50)]);
    }
  }
  found.sort((one, other) => one[1] - other[1]);
  const over = new Set();
  for (let i = 0; i < found.length; i++)
    for (let k = i + 1; k < found.length && found[k][1] < found[i][3]; k++)
      if (found[i][0] < found[k][2] && found[k][0] < found[i][2])
        over.add(`“${found[i][4]}” × “${found[k][4]}”`);
  return [...over].slice(0, 5);
}
"""
"""Pairs of texts of which one lies over the other; what is pinned to the window is passed over."""


def texts_over_texts(tab: Page) -> list[str]:
    """Name the texts of an open page that lie over one another."""
    found: list[str] = tab.evaluate(_TEXTS)
    return found


def violations(tab: Page) -> list[str]:
    """Name what Axe finds in an open page, with where."""
    found = Axe().run(tab).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:150]}" for one in found]


def barriers(tab: Page, address: str, pages: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with pages, in whatever size and scheme."""
    for language, (name, page) in product(("id", "en"), pages.items()):
        tab.goto(f"{address}/?bahasa={language}")
        tab.goto(address + page)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            wrong = texts_over_texts(tab)
            if (wide := tab.evaluate("document.documentElement.scrollWidth")) > width:
                wrong.append(f"{wide} pixels wide")
            for scheme in ("light", "dark") if width in (390, 1280) else ():
                tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                wrong += [f"{scheme}: {one}" for one in violations(tab)]
            yield from (f"{name} ({language}, {width}): {one}" for one in wrong)


def main(wanted: set[str]) -> int:
    """Look at the sample workspace, as readers and people who sign in see it."""
    from tests.pictures import PAGES, REVIEW, sample, signed_in

    more = {"gone": "/naskah/tidak-ada", "reports": "/laporan", "places": "/tempat",
            "sites": "/lokasi", "tables": "/evidence", "row": "/evidence/findings/f81a8db3a4ccb",
            "by place": "/matriks?per=tempat", "unanswered": "/celah?daftar=temuan",
            "filter": "/tinjau/saring", "disagreements": "/tinjau/beda", "news": "/tinjau/kabar",
            "sign-off": "/tinjau/pengesahan", "judging": "/naskah/Pasal 21"}  # fmt: skip
    pages = {
        name: page for name, page in (PAGES | REVIEW | more).items() if not wanted or name in wanted
    }
    with sample() as (tab, address, _):
        signed_in(tab, address)
        count = 0
        for fault in barriers(tab, address, pages):
            count += 1
            print(fault, flush=True)
    print(f"{count} barriers")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:])))
