"""Where the pages are. Addresses are a promise: people cite them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of pages, below whatever prefix the browser is served at."""

    prefixed: Callable[[str], str]
    """Puts the prefix before a path."""

    def __call__(self, path: str, **asked: object) -> str:
        """A page by its path, with what is asked of it; nothing is asked for what is None."""
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"{self.prefixed(path)}{'?' if query else ''}{query}"

    def clause(self, id: str) -> str:  # noqa: A002
        return self._of("naskah", id)

    def finding(self, id: str) -> str:  # noqa: A002
        return self._of("temuan", id)

    def report(self, id: str, finding: str | None = None) -> str:  # noqa: A002
        """A report, or the very place in it where a finding stands."""
        return self._of("laporan", id) + (f"#{quote(finding, safe='')}" if finding else "")

    def place(self, code: str) -> str:
        return self._of("tempat", code)

    def site(self, id: str) -> str:  # noqa: A002
        return self._of("lokasi", id)

    def static(self, file: str) -> str:
        """A style sheet or script of ours."""
        return self.prefixed(f"/-/static-plugins/telusur/{file}")

    def _of(self, page: str, id: str) -> str:  # noqa: A002
        return f"{self.prefixed(f'/{page}')}/{quote(id, safe='')}"


def changed(query: str, changes: Mapping[str, str | None]) -> str:
    """Return a query with some values changed, and those that are None taken out; with its `?`."""
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if name not in changes
    ]
    new = [(name, value) for name, value in changes.items() if value is not None]
    return "?" + urlencode(kept + new)
