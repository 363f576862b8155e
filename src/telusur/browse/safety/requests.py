"""Judges a request before Datasette sees it."""

from __future__ import annotations

import asyncio
from urllib.parse import unquote_to_bytes
from weakref import WeakKeyDictionary

from telusur.browse.safety.refusing import App, Message, Send, refuse

READING = frozenset({"GET", "HEAD"})
OPEN = ("/-/static/", "/-/static-plugins/")
"""The only addresses below /-/ that pages need: the others tell of the machine."""
AT_ONCE, PATIENCE = 8, 20.0
"""Tables and queries answered at once, since each may be large; seconds that others wait."""

_READ_ONLY = "Hanya membaca. / Read only."
_NO_PAGE = "Tidak ada halaman di alamat ini. / There is no page at this address."
_NO_TEXT = "Alamat tidak sah. / This is no address."
_BUSY = "Sibuk; coba lagi. / Busy; try again."


def routed(scope: Message, base: str) -> str:
    """Return the path as Datasette looks it up: below `base`, its setting `base_url`."""
    raw: bytes | None = scope.get("raw_path")
    path: str = raw.decode("latin-1").partition("?")[0] if raw else scope["path"]
    return "/" + path[len(base) :] if base != "/" and path.startswith(base) else path


def is_data(path: str, data: str) -> bool:
    """Whether a path is one of Datasette's own pages of the database at `data`."""
    return path == data or path.startswith((f"{data}/", f"{data}."))


def judged(app: App, data: str, base: str = "/") -> App:
    """Refuse what no page of ours asks for; let only some ask for the tables below `data` at once.

    `data` is the address of the database, as `/evidence`.
    """
    doors: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()

    async def wrapped(scope: Message, receive: object, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        path = routed(scope, base)
        of_data = is_data(path, data)
        if refused := _refusal(scope, path, of_data):
            await refuse(send, *refused)
        elif of_data:
            door = doors.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
            await _one_of_few(door, app, scope, receive, send)
        else:
            await app(scope, receive, send)

    return wrapped


async def _one_of_few(
    door: asyncio.Semaphore, app: App, scope: Message, receive: object, send: Send
) -> None:
    try:
        await asyncio.wait_for(door.acquire(), PATIENCE)
    except TimeoutError:
        await refuse(send, 503, _BUSY, (b"retry-after", b"5"))
        return
    try:
        await app(scope, receive, send)
    finally:
        door.release()


def _refusal(scope: Message, path: str, of_data: bool) -> tuple[int, str] | None:
    """Return a status and a sentence where a request is not answered; else None."""
    method = scope["method"]
    if method not in READING and (of_data or method != "POST"):
        return 405, _READ_ONLY
    plain = unquote_to_bytes(path)
    if of_data and b"\0" in plain + unquote_to_bytes(scope.get("query_string", b"")):
        return 400, _NO_TEXT  # our own pages take it for a blank
    if plain.startswith(b"/-") and not path.startswith(OPEN):
        return 404, _NO_PAGE
    return None
