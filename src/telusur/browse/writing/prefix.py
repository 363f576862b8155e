"""The browser below a path of a web server, such as `/bukti/`, whether that keeps it or strips it.

Datasette makes some links from the address that it was asked for and puts the path before them once
more, and others without it. Here each request has it exactly once, and so has each link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from datasette.url_builder import Urls
from datasette.utils import PrefixedUrlString

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from datasette.app import Datasette


class PrefixedOnce(Urls):  # type: ignore[misc]
    """Puts the prefix before a path that has none."""

    def path(self, path: str, format: str | None = None) -> str:  # noqa: A002 - as Datasette says
        base = self.ds.setting("base_url")
        if base != "/" and path.startswith(base):
            path = PrefixedUrlString(path)
        return str(super().path(path, format=format))


def link_below(datasette: Datasette) -> None:
    """Let Datasette make its links so, where it is served below a path."""
    if datasette.setting("base_url") != "/":
        type(datasette).urls = property(PrefixedOnce)


def with_prefix(scope: MutableMapping[str, Any], base: str) -> MutableMapping[str, Any]:
    """Return a request as it comes where the web server keeps the path."""
    if base == "/":
        return scope
    raw = scope.get("raw_path") or quote(scope["path"]).encode()
    return {
        **scope,
        "path": _prefixed(scope["path"], base),
        "raw_path": _prefixed(raw.decode("latin-1"), base).encode("latin-1"),
    }


def _prefixed(path: str, base: str) -> str:
    if path == base[:-1]:
        return base
    return path if path.startswith(base) else base + path.removeprefix("/")


def here(address: str | None) -> str:
    """A link to the same place without the server's name, which only the web server in front of us
    knows."""
    parts = urlsplit(address or "")
    return parts._replace(scheme="", netloc="").geturl()
