"""Answers only those who ask for this browser by its own name.

A page elsewhere can have its own name point at this machine (DNS rebinding) and would then read
the store as if it were its own: its requests still carry its name in `Host` and `Origin`.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection
from urllib.parse import urlsplit

from telusur.browse.safety.refusing import App, Message, Send, refuse

_AUTHORITY = re.compile(
    r"(?P<name>\[[0-9A-Fa-f:.]{2,45}(?:%[\w.-]{1,20})?\]|[\w.-]{1,255})(?::(?P<port>[0-9]{1,5}))?",
    re.ASCII,
)
"""A name or an address with its port, and nothing before, between or after them."""
_LOCAL = ("localhost", "127.0.0.1", "::1")
_ELSEWHERE = "Ini bukan alamat aplikasi ini. / This is not the address of this browser."
_FROM_ELSEWHERE = "Permintaan dari situs lain ditolak. / Requests from other sites are refused."


def is_local(host: str) -> bool:
    """Whether only this machine can reach what listens at `host`."""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False
    return all(ipaddress.ip_address(str(one[4][0]).split("%")[0]).is_loopback for one in found)


class Names:
    """The names that a browser goes by."""

    def __init__(self, host: str, port: int, more: Collection[str] = ()) -> None:
        """Take where it listens, and the names it is also known by, as behind a proxy."""
        self._port = port
        self._known = {_plain(name) for name in more}
        self._own = {_plain(host), *_LOCAL}
        self._any_address = _is_any(host)
        if self._any_address:
            self._own |= {_plain(socket.gethostname()), _plain(socket.getfqdn())}

    def __contains__(self, authority: str) -> bool:
        """Whether `name`, `name:port` or `[address]:port` means this browser."""
        if not (parts := _AUTHORITY.fullmatch(authority)):
            return False
        name, port = _plain(parts["name"]), int(parts["port"] or 80)
        if name in self._known:  # a proxy has a port of its own
            return True
        # No name leads to an address: who asks for one cannot have been led here.
        own = name in self._own or (self._any_address and _is_address(name))
        return own and port == self._port


def only_by_name(app: App, names: Names) -> App:
    """Answer requests for `names` from pages of `names`, and refuse all others."""

    async def wrapped(scope: Message, receive: object, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        told: dict[bytes, list[str]] = {b"host": [], b"origin": []}
        for name, value in scope.get("headers", []):
            if name.lower() in told:
                told[name.lower()].append(value.decode("latin-1"))
        if len(told[b"host"]) != 1 or told[b"host"][0] not in names:
            await refuse(send, 421, _ELSEWHERE)
        elif any(authority_of(origin) not in names for origin in told[b"origin"]):
            await refuse(send, 403, _FROM_ELSEWHERE)
        else:
            await app(scope, receive, send)

    return wrapped


def authority_of(origin: str) -> str:
    """The name and port in an `Origin`; empty where it has none."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return ""
    return parts.netloc if parts.scheme in ("http", "https") else ""


def _plain(name: str) -> str:
    """A name as it is compared: without brackets, a last dot or capitals."""
    return name.strip().strip("[]").rstrip(".").lower()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.split("%")[0])
    except ValueError:
        return False
    return True


def _is_any(host: str) -> bool:
    return _is_address(_plain(host)) and ipaddress.ip_address(_plain(host)).is_unspecified
