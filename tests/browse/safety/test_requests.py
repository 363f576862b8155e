"""Requests that no page of ours makes are answered in a sentence, and never with an error."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask
from tests.waiting import run

from telusur.browse.safety.requests import judged

if TYPE_CHECKING:
    from datasette.app import Datasette
    from httpx import Response


def sent(browser: Datasette, method: str, path: str) -> Response:
    """The answer to a request of that method."""

    async def send() -> Response:
        return await browser.client.request(method, path)

    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as other:
        return other.submit(asyncio.run, send()).result()


@pytest.mark.parametrize("path", ["/evidence", "/evidence/findings", "/evidence/findings.json"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"])
def test_tables_are_read_only(browser: Datasette, method: str, path: str) -> None:
    assert sent(browser, method, path).status_code == 405


@pytest.mark.parametrize("path", ["/", "/naskah", "/evidence", "/evidence/findings/f-1"])
def test_the_head_of_a_page_can_be_asked_for(browser: Datasette, path: str) -> None:
    assert sent(browser, "HEAD", path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/evidence/findings?_facet=a%00b",
        "/evidence/findings.json?kind=%00",
        "/evidence/findings?%00=1",
        "/evidence/find%00ings",
    ],
)
def test_a_null_is_no_text(browser: Datasette, path: str) -> None:
    assert ask(browser, path).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        *("/-/databases.json", "/-/threads", "/-/metadata.json", "/-/settings", "/-/plugins"),
        *("/-/versions", "/-/actor.json", "/%2d/databases.json", "/-/permissions", "/-/logout"),
    ],
)
def test_nothing_is_told_of_the_machine(browser: Datasette, path: str) -> None:
    answer = ask(browser, path)
    assert answer.status_code == 404
    assert "evidence.db" not in answer.text
    assert answer.headers["x-frame-options"] == "DENY"


def test_what_pages_need_is_there(browser: Datasette) -> None:
    assert ask(browser, "/-/static/table.js").status_code == 200
    assert ask(browser, "/-/static-plugins/telusur/telusur.css").status_code == 200


def test_below_a_prefix_the_same_is_closed() -> None:
    seen = []

    async def app(scope: dict[str, object], receive: object, send: object) -> None:
        seen.append(scope["path"])

    async def told(message: dict[str, object]) -> None:
        if "status" in message:
            seen.append(message["status"])

    def asked(path: str, method: str = "GET") -> object:
        scope = {"type": "http", "method": method, "path": path, "query_string": b""}
        run(judged(app, "/evidence", "/b/")(scope, None, told))  # type: ignore[arg-type]
        return seen.pop()

    assert asked("/b/-/databases.json") == asked("/-/databases.json") == 404
    assert asked("/b/evidence/findings", "POST") == 405
    assert asked("/b/evidence/findings") == "/b/evidence/findings"
    assert asked("/b/-/static/x.css") == "/b/-/static/x.css"


def test_only_some_large_answers_are_made_at_once() -> None:
    running, most = 0, 0

    async def app(scope: object, receive: object, send: object) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    async def all_at_once() -> None:
        guarded = judged(app, "/evidence")
        scope = {"type": "http", "method": "GET", "path": "/evidence/findings"}
        await asyncio.gather(*(guarded(scope, None, None) for _ in range(40)))  # type: ignore[arg-type]

    run(all_at_once())
    assert most == 8
