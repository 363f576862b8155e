"""What browsers and servers in front of this one may keep of a page, and how they ask whether it
still holds: `Cache-Control`, and an `ETag` that changes with the build, the edition and the code.

A question that only asks so is answered before anything is asked in SQL. A page that took long is
remembered by its `ETag`, and sent again to the next who asks. Nothing is kept where people sign in:
there, pages differ by who reads them.
"""

from __future__ import annotations

import hashlib
import json
import time
from functools import cached_property
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING

import telusur
from telusur.browse.safety.refusing import App, Message, Send
from telusur.browse.safety.requests import OPEN, READING, routed
from telusur.browse.serving import keeping
from telusur.browse.serving.database import state_of
from telusur.browse.serving.keeping import LARGE, kept_of
from telusur.browse.serving.rooms import room_of
from telusur.browse.serving.searching import hasty
from telusur.browse.writing.language import ASKED, CHOSEN, INDONESIAN
from telusur.words import LANGUAGES

if TYPE_CHECKING:
    from datasette.app import Datasette

_ASK_FIRST, _NEVER = b"no-cache", b"private, no-store"
_LARGEST_PAGE = 1_000_000
"""Bytes of the largest page that is remembered: there are as many as a store has."""


def kept(app: App, datasette: Datasette, database: str) -> App:
    """Say of each answer what may be kept of it, and answer those who have it already.

    `database` is the store's name.
    """
    marks = _Marks(datasette, database)
    base = datasette.setting("base_url")

    async def wrapped(scope: Message, receive: object, send: Send) -> None:
        ours = database in datasette.databases and scope["type"] == "http"
        if not ours or scope["method"] not in READING:
            await app(scope, receive, send)
            return
        chosen = CHOSEN in scope  # the answer will set a cookie
        if not marks.private:
            scope = _language_for_cookies(scope)
        language = scope.get(CHOSEN, INDONESIAN)
        state = state_of(datasette, database)
        tag = b"" if chosen else marks.tag(routed(scope, base), language, state)
        told = [(b"cache-control", marks.rule), *([(b"etag", tag)] if tag else [])]
        if tag and tag in _known(scope):
            told.append((b"vary", b"Cookie, Authorization"))
            await send({"type": "http.response.start", "status": 304, "headers": told})
            await send({"type": "http.response.body", "body": b""})
            return
        answer, before, missed = _Answer(scope, tag), hasty(datasette), list[str]()
        known = kept_of(datasette).get(state, answer.key) if answer.for_all else None
        if known:
            for message in known:
                await send(message)
            return

        async def send_with_rule(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = message.get("headers", [])
                if (
                    chosen
                    or missed
                    or hasty(datasette) != before
                    or any(b"no-store" in value for _, value in headers)
                ):
                    rule = [(b"cache-control", _NEVER)]
                else:
                    rule = told
                others = [one for one in headers if one[0].lower() != b"cache-control"]
                message = {**message, "headers": [*others, *rule]}
            answer.add(message)
            await send(message)

        before_us = keeping.MISSED.set(missed)
        try:
            await app(scope, receive, send_with_rule)
        finally:
            keeping.MISSED.reset(before_us)
        if answer.worth_keeping and not missed:
            kept_of(datasette).put(state, answer.key, answer.messages, answer.size)

    return wrapped


class _Marks:
    """What a page is made from, as short words that change with it."""

    def __init__(self, datasette: Datasette, database: str) -> None:
        self._datasette, self._database = datasette, database

    @cached_property
    def private(self) -> bool:
        return room_of(self._datasette) is not None

    @cached_property
    def _edition(self) -> str:
        """The digest of a published bundle's manifest, which names all that lies in it."""
        if not self._datasette.config_dir:
            return ""
        file = Path(self._datasette.config_dir) / "manifest.json.sha256"
        return file.read_text("ascii") if file.is_file() else ""

    @cached_property
    def rule(self) -> bytes:
        """For how long an answer may be shown without asking."""
        if self._edition and not self.private:
            return f"public, max-age={self._datasette.setting('default_cache_ttl')}".encode()
        return b"private, " + _ASK_FIRST if self.private else _ASK_FIRST

    def tag(self, path: str, language: str, state: str | None) -> bytes:
        """The `ETag` of what is at a path in a state of the store; empty where there is none."""
        static = path.startswith(OPEN)
        store = "" if static or self._edition else state
        if store is None or (self.private and not static):
            return b""
        mark = hashlib.sha256(f"{self._code} {store} {language}".encode()).hexdigest()
        return f'W/"{mark[:24]}"'.encode()

    @cached_property
    def _code(self) -> str:
        """All that does not change while the server runs."""
        if self._edition:
            return self._edition
        package = Path(telusur.__file__).parent
        told = [
            (file.as_posix(), seen.st_size, seen.st_mtime_ns)
            for file in sorted(package.rglob("*.*"))
            # What Python compiles comes and goes meanwhile, and says nothing more.
            if file.parent.name != "__pycache__" and (seen := file.stat())
        ]
        settings = self._datasette.settings_dict()
        return json.dumps([told, self._datasette._metadata_local, settings], default=str)


class _Answer:
    """What is sent to one who asks, for the next who does."""

    def __init__(self, scope: Message, tag: bytes) -> None:
        headers = scope.get("headers", [])
        hosts = [value for name, value in headers if name.lower() == b"host"]
        path, query = scope.get("raw_path") or scope["path"], scope.get("query_string", b"")
        self.key = tag, scope["method"], scope.get("scheme"), *hosts, path, query
        self.messages: list[Message] = []
        self.size, self._began = 0, time.perf_counter()
        # Who signs a question may see what others must not.
        signed = any(name.lower() == b"authorization" for name, _ in headers)
        self.for_all = bool(tag) and scope["method"] == "GET" and not signed
        self._largest = LARGE if query else _LARGEST_PAGE

    def add(self, message: Message) -> None:
        """Take a part of it up, unless it is for this reader alone, or too large."""
        if message["type"] == "http.response.start":
            told = {name.lower(): value for name, value in message.get("headers", [])}
            self.for_all &= told.get(b"etag") == self.key[0] and b"set-cookie" not in told
        self.size += len(message.get("body", b""))
        self.for_all &= self.size <= self._largest
        if self.for_all:
            self.messages.append(message)
        else:
            self.messages.clear()

    @property
    def worth_keeping(self) -> bool:
        """Whether all of it is there, and took long."""
        return (
            bool(self.messages)
            and not self.messages[-1].get("more_body")
            and time.perf_counter() - self._began > keeping.SLOW
        )


def _language_for_cookies(scope: Message) -> Message:
    """Read the language out of the cookies and pass none on: nothing else depends on them, and
    Datasette lets nobody keep an answer to who sends some."""
    cookies, others = SimpleCookie(), []
    for name, value in scope.get("headers", []):
        if name.lower() == b"cookie":
            try:
                cookies.load(value.decode("latin-1"))
            except CookieError:
                continue
        else:
            others.append((name, value))
    scope = {**scope, "headers": others}
    told = ASKED in cookies and cookies[ASKED].value in LANGUAGES
    if told and scope.get(CHOSEN) not in LANGUAGES:
        scope[CHOSEN] = cookies[ASKED].value
    return scope


def _known(scope: Message) -> set[bytes]:
    """The tags of what somebody who asks has already."""
    told = [value for name, value in scope.get("headers", []) if name.lower() == b"if-none-match"]
    return {tag.strip() for value in told for tag in value.split(b",")}
