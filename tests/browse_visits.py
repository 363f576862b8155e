"""Asks the browser for pages, as a reader would, and reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING

from tests.waiting import run

if TYPE_CHECKING:
    from datasette.app import Datasette
    from httpx import Response


def ask_all(
    browser: Datasette, paths: Iterable[str], method: str = "GET", **more: object
) -> list[Response]:
    """The answers to visits, one after the other."""

    async def visit() -> list[Response]:
        return [await browser.client.request(method, path, **more) for path in paths]

    return run(visit())


def ask(browser: Datasette, path: str, **more: object) -> Response:
    """The answer to a visit."""
    return ask_all(browser, [path], **more)[0]


def _main(answer: Response) -> str:
    found = re.search(r"<main.*?</main>", answer.text, re.DOTALL)
    assert found
    return found[0]


def words(answer: Response) -> str:
    """What a reader reads in the main part of a page, with single blanks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", _main(answer))).split())


def links(answer: Response) -> set[str]:
    """The addresses that the main part of a page leads to."""
    return {unescape(one) for one in re.findall(r'href="([^"]+)"', _main(answer))}
