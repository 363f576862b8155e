"""Guards a published browser. A copy of this file lies in every bundle; it needs nothing else."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from datasette import hookimpl

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Any, Send], Awaitable[None]]

_FILE = Path(__file__).parent.parent / "guard.json"
_SETTINGS = _FILE.with_name("settings.json")
RULES = json.loads(_FILE.read_text(encoding="utf-8")) if _FILE.is_file() else {}
OPEN = ("static", "static-plugins")
"""All below /-/ that pages need."""
LONGEST_PATH, LONGEST_QUERY, MOST_PARAMETERS = 2_000, 12_000, 100
AT_ONCE, PATIENCE = 32, 20.0
"""Requests answered at once; seconds that others wait before they are sent away."""
NEVER = frozenset({"_stream", "_trace", "_where", "_ttl", "_timelimit"})
SQL = frozenset({"sql", "_sql"})


def refuse(scope: Message) -> tuple[int, str] | None:
    """Return a status and a sentence where a request is not answered; else None."""
    path = scope["path"]
    parts = [part for spelling in spellings(scope) for part in (*parts_of(spelling), "")]
    query = scope.get("query_string", b"")
    if scope["method"] not in ("GET", "HEAD"):
        return 405, "Hanya membaca. / Read only."
    if len(path) > LONGEST_PATH or len(query) > LONGEST_QUERY:
        return 414, "Alamat terlalu panjang. / This address is too long."
    if ".." in parts or any("\0" in part for part in parts):
        return 400, "Alamat tidak sah. / This is no address."
    if any(is_inner(part, following) for part, following in pairwise(parts)):
        return 404, "Tidak ada. / Not found."
    try:
        asked = parse_qsl(
            query.decode("latin-1"), keep_blank_values=True, max_num_fields=MOST_PARAMETERS
        )
    except ValueError:
        return 400, "Terlalu banyak parameter. / Too many parameters."
    names = {name for name, _ in asked}
    if names & NEVER or (names & SQL and not RULES.get("sql")):
        return 403, "Parameter ini tidak diizinkan. / This parameter is not allowed."
    return None


def spellings(scope: Message) -> list[str]:
    """The path as it came, and decoded until nothing is left to decode: whoever routes it reads
    one of them."""
    raw = scope.get("raw_path") or scope["path"].encode()
    found = [raw.decode("latin-1").partition("?")[0], scope["path"]]
    while (decoded := unquote(found[-1])) != found[-1]:
        found.append(decoded)
    return found


def parts_of(path: str) -> list[str]:
    return [part for part in path.replace("\\", "/").split("/") if part not in ("", ".")]


def is_inner(part: str, following: str) -> bool:
    """Whether a path leads to Datasette's own pages, below whatever prefix it is served at."""
    return part.startswith("-.") or (part == "-" and following not in OPEN)


@hookimpl  # type: ignore[untyped-decorator,unused-ignore]
def startup(datasette: Any) -> None:
    """Bring back the limits: one `--setting` on the command line sets all of them aside."""
    if _SETTINGS.is_file():
        from datasette.app import DEFAULT_SETTINGS

        for name, value in json.loads(_SETTINGS.read_text(encoding="utf-8")).items():
            if datasette._settings[name] == DEFAULT_SETTINGS[name]:
                datasette._settings[name] = value
        datasette.max_returned_rows = datasette.setting("max_returned_rows")
        datasette.sql_time_limit_ms = datasette.setting("sql_time_limit_ms")
        datasette.page_size = datasette.setting("default_page_size")


@hookimpl(trylast=True)  # type: ignore[untyped-decorator,unused-ignore]
def asgi_wrapper() -> Callable[[App], App]:
    """Answer what is not allowed, and let only so many requests in at once."""
    return guarded


def guarded(app: App) -> App:
    """Wrap the whole browser."""
    doors: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}

    async def wrapped(scope: Message, receive: object, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [
                    one for one in message.get("headers", []) if one[0].lower() not in HIDDEN
                ]
                message = {**message, "headers": [*headers, *extra_headers()]}
            await send(message)

        if scope["path"].endswith("/robots.txt"):
            await answer(send_with_headers, 200, robots())
            return
        if refused := refuse(scope):
            await answer(send_with_headers, *refused)
            return
        door = doors.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
        try:
            await asyncio.wait_for(door.acquire(), PATIENCE)
        except TimeoutError:
            await answer(send_with_headers, 503, "Sibuk; coba lagi. / Busy; try again.")
            return
        try:
            await app(scope, receive, send_with_headers)
        finally:
            door.release()

    return wrapped


HIDDEN = frozenset({b"server", b"x-powered-by"})
SAFE = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
)


def extra_headers() -> list[tuple[bytes, bytes]]:
    return [] if RULES.get("robots") else [(b"x-robots-tag", b"noindex, nofollow")]


def robots() -> str:
    return "User-agent: *\nAllow: /\n" if RULES.get("robots") else "User-agent: *\nDisallow: /\n"


async def answer(send: Send, status: int, words: str) -> None:
    """A short answer in plain text, with the headers that pages have."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *SAFE]
    if status == 503:
        headers.append((b"retry-after", b"5"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
