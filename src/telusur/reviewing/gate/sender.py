"""Where a request comes from: its address, and what a proxy that was named says of it."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from telusur.browse.safety.hosts import authority_of

Scope = MutableMapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proxy:
    """A server before this one, which says who asks. Nothing else that says so is believed."""

    addresses: frozenset[str] = frozenset()
    """Where it asks from; empty: there is none."""
    user_header: str = ""
    """In which header it names who has signed in to it, in small letters; empty: in none."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent a request, as far as the connection tells."""

    address: str
    """Of the reader, where a named proxy tells it; else of the connection."""
    secure: bool
    """Whether the reader's own connection is encrypted."""
    host: str
    """Which host the reader asked for."""
    user: str
    """Whom a named proxy has signed in; empty for nobody."""
    same_site: bool
    """Whether a page of this very browser asked, as far as the reader's browser tells."""


def sender_of(scope: Scope, proxy: Proxy) -> Sender:
    """Read the connection and its headers. A header that is there twice counts as none."""
    headers = _Headers(scope)
    peer = (scope.get("client") or ("", 0))[0]
    trusted = peer in proxy.addresses
    address, secure, host = peer, scope.get("scheme") == "https", headers.one("host")
    user = ""
    if trusted:
        # The last address is the one that the named proxy itself saw: those before may be made up.
        address = headers.one("x-forwarded-for").rpartition(",")[2].strip() or peer
        secure = secure or headers.one("x-forwarded-proto").strip().lower() == "https"
        host = headers.one("x-forwarded-host") or host
        user = _words(headers.one(proxy.user_header)) if proxy.user_header else ""
    return Sender(address, secure, host.lower(), user, _is_same_site(headers, host))


class _Headers:
    def __init__(self, scope: Scope) -> None:
        self._all: dict[str, list[str]] = {}
        for name, value in scope.get("headers") or ():
            self._all.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))

    def one(self, name: str) -> str:
        found = self._all.get(name, [])
        return found[0] if len(found) == 1 else ""

    def has(self, name: str) -> bool:
        return name in self._all


def _words(value: str) -> str:
    """Headers come as bytes: names outside ASCII are UTF-8 in practice."""
    try:
        return value.encode("latin-1").decode("utf-8").strip()
    except UnicodeDecodeError:
        return ""


def _is_same_site(headers: _Headers, host: str) -> bool:
    """Whether Origin is the host that was asked for; where there is none, what browsers add."""
    if not host:
        return False
    if headers.has("origin"):
        return authority_of(headers.one("origin")).lower() == host.lower()
    return headers.one("sec-fetch-site") in ("", "same-origin", "none")
