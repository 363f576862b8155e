"""Asks the browser for all pages of an edition, as a visitor would, and writes them down."""

from __future__ import annotations

import asyncio
import html
import re
import shutil
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path
from typing import TYPE_CHECKING

from telusur.browse import make_browser
from telusur.browse.writing.language import ASKED, Language
from telusur.plain.finding import results, write_findings
from telusur.plain.places import ASSETS, EDITION, SEARCH, Files, Page, read, way
from telusur.plain.rewriting import RULES, Rewriter
from telusur.store.connection import store_for_reading
from telusur.store.reading import rows
from telusur.words import LANGUAGES

if TYPE_CHECKING:
    from datasette.app import Datasette

HERE = Path(__file__).parent
_BROWSER = HERE.parent / "browse" / "static"
_NOT_HERE = ("Disallow: /", "Allow: /")
_IN_NO_HURRY = {"num_sql_threads": 0, "sql_time_limit_ms": 600_000}
"""Nobody waits, and nobody else asks: the store is asked by the thread that writes."""
_CITED = "SELECT label FROM clauses WHERE level = 'pasal' AND label <> id ORDER BY position"
_ELSEWHERE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="{rules}">
<meta name="robots" content="noindex, nofollow">
<meta http-equiv="refresh" content="0; url={way}"></head>
<body><p><a href="{way}">{title}</a></p></body></html>
"""
_COLOURS = re.compile(r"--(land|abroad|coast): (#\w+);")


def copied() -> dict[str, Path]:
    """The files that are those of the program, and where each is copied from."""
    shown = [*_BROWSER.glob("*.css"), _BROWSER / "contents.js", *(HERE / "script").glob("*.js")]
    told = {"review.css", "datasette.css"}  # of pages that need a server
    return {f"{ASSETS}/{path.name}": path for path in shown if path.name not in told}


class Pages:
    """The pages of an edition, from its database and downloads as a bundle has them."""

    def __init__(self, bundle: Path, folder: Path, links: str, *, robots: bool) -> None:
        """`bundle` holds evidence.db, metadata.json, static/ and templates/; nothing is written
        but below `folder`, which holds the downloads already. `links`: which are published.
        `robots`: whether search engines may list the pages."""
        self.bundle, self.folder, self.links, self.robots = bundle, folder, links, robots
        self._files = Files()
        self._waiting = deque(Page(language) for language in LANGUAGES)
        self._known = set(self._waiting)
        self._rewriter = Rewriter(self._files, robots, self._found)

    def write(self) -> None:
        """Write all pages but the one that says which edition this is."""
        write_findings(self.bundle / "evidence.db", self.folder, self._files)
        with store_for_reading(self.bundle / "evidence.db") as db:
            for row in rows(db, _CITED):  # as people cite it: it leads to the page
                for language in LANGUAGES:
                    self._found(Page(language, ("naskah", row["label"])))
        self._ask(self._all())
        self._copy()
        rule = _NOT_HERE[self.robots]
        (self.folder / "robots.txt").write_text(f"User-agent: *\n{rule}\n", encoding="utf-8")

    def write_edition(self) -> None:
        """Write that one, by the template that lies in the bundle now."""
        self._ask(Page(language, EDITION) for language in LANGUAGES)

    def _ask(self, pages: Iterator[Page]) -> None:
        """Have pages asked for in a thread of their own: who calls may have a loop of events."""
        with ThreadPoolExecutor(1) as beside:
            beside.submit(copy_context().run, asyncio.run, self._write(pages)).result()

    def _found(self, page: Page) -> None:
        if page not in self._known:
            self._known.add(page)
            self._waiting.append(page)

    def _all(self) -> Iterator[Page]:
        while self._waiting:
            page = self._waiting.popleft()
            if page.parts != EDITION:
                yield page

    async def _write(self, pages: Iterator[Page]) -> None:
        browser = make_browser(
            self.bundle / "metadata.json", self.bundle / "evidence.db",
            templates=self.bundle / "templates", settings=_IN_NO_HURRY,
        )  # fmt: skip
        await browser.invoke_startup()
        for page in pages:
            await self._one(browser, page)

    async def _one(self, browser: Datasette, page: Page) -> None:
        answer = await browser.client.get(page.address, cookies={ASKED: page.language})
        if answer.status_code in (301, 302):
            self._lead_on(page, answer.headers["location"])
            return
        if answer.status_code not in (200, 404, 410):
            raise RuntimeError(f"{page.address}: the browser answered {answer.status_code}")
        file = self._files.of(page)
        target = self.folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if page.is_table:
            target.write_bytes(answer.content)
            return
        code = next(one for one in LANGUAGES if one == page.language)
        hits = results(Language(code, self.links), file) if page.parts == SEARCH else ()
        target.write_bytes(self._rewriter.page(page, answer.text, hits))

    def _lead_on(self, page: Page, address: str) -> None:
        """Write a page that leads to the one where the browser sends whoever asks for it."""
        other, _ = read(address, page)
        if other is None:
            raise RuntimeError(f"{page.address}: the browser leads to {address}")
        self._found(other)
        file = self._files.of(page)
        told = {"language": page.language, "title": page.parts[-1], "rules": RULES}
        told["way"] = way(file, self._files.of(other))
        text = _ELSEWHERE.format(**{name: html.escape(one) for name, one in told.items()})
        (self.folder / file).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / file).write_text(text, encoding="utf-8", newline="\n")

    def _copy(self) -> None:
        folder = self.folder / ASSETS
        folder.mkdir(parents=True, exist_ok=True)
        for name, source in copied().items():
            shutil.copyfile(source, self.folder / name)
        (folder / "indonesia.svg").write_text(_outline(), encoding="utf-8", newline="\n")


def _outline() -> str:
    """The outlines with the colours of the style sheet: a picture of its own reads none."""
    light, dark = [
        dict(found)
        for line in (_BROWSER / "figures.css").read_text(encoding="utf-8").splitlines()
        if (found := _COLOURS.findall(line))
    ]
    rules = (
        "#indonesia{{fill:{land};stroke:{coast};stroke-width:.8px;vector-effect:non-scaling-stroke}}"
        "#tetangga{{fill:{abroad}}}"
    )
    style = (
        f"<style>{rules.format(**light)}"
        f"@media (prefers-color-scheme:dark){{{rules.format(**dark)}}}</style>"
    )
    drawn = (_BROWSER / "indonesia.svg").read_text(encoding="utf-8")
    begin = drawn.index(">") + 1
    return f"{drawn[:begin]}{style}{drawn[begin:]}"
