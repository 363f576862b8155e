"""Datasette's CSV, made harmless in a spreadsheet as our own downloads are."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from telusur.browse.safety.refusing import App, Message, Send
from telusur.browse.writing.download import harmless

_END = b"\r\n"
_CELL = re.compile(
    r'(?P<before>^|,)(?:"(?P<quoted>[^"]*(?:""[^"]*)*)"|(?P<plain>[^,"]*))', re.DOTALL
)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)


def harmless_csv(app: App) -> App:
    """Put a quote before cells of a CSV that a spreadsheet would take for a formula."""

    async def wrapped(scope: Message, receive: object, send: Send) -> None:
        table: _Records | None = None

        async def send_harmless(message: Message) -> None:
            nonlocal table
            if message["type"] == "http.response.start":
                table = _Records() if _is_csv(scope, message) else None
            elif table:
                last = not message.get("more_body", False)
                message = {**message, "body": table.take(message.get("body", b""), last=last)}
            await send(message)

        await app(scope, receive, send_harmless)

    return wrapped


def _is_csv(scope: Message, start: Message) -> bool:
    """Whether an answer is a table that Datasette writes row by row: as plain text to look at, or
    as CSV to keep. A file that lies ready has a length, and is what it is."""
    headers = {name.lower(): value for name, value in start.get("headers", [])}
    kind = headers.get(b"content-type", b"").partition(b";")[0]
    if b"content-length" in headers or start["status"] != 200:
        return False
    asked = b"=csv" in unquote_to_bytes(scope.get("query_string", b"")) or scope["path"].endswith(
        ".csv"
    )
    return kind == b"text/csv" or (kind == b"text/plain" and asked)


class _Records:
    """Takes a CSV in pieces, and gives back whole records."""

    def __init__(self) -> None:
        self._lines = list[bytes]()
        """Of a record that has not ended: the last may not have come whole."""
        self._quoted = False
        """Whether the lines before the last end within a quoted cell."""

    def take(self, piece: bytes, *, last: bool) -> bytes:
        if self._lines and self._lines[-1].endswith(b"\r"):  # the end may be cut in two
            self._lines[-1], piece = self._lines[-1][:-1], b"\r" + piece
        first, *more = piece.split(_END)
        done = list[bytes]()
        self._lines[-1:] = [(self._lines or [b""])[-1] + first]
        for line in more:
            self._quoted ^= self._lines[-1].count(b'"') % 2 == 1
            if not self._quoted:
                done.append(_harmless(_END.join(self._lines)) + _END)
                self._lines.clear()
            self._lines.append(line)
        if last:
            done.append(_harmless(_END.join(self._lines)))
        return b"".join(done)


def _harmless(record: bytes) -> bytes:
    mended = _CELL.sub(_mended, record.decode("utf-8", "surrogateescape"))
    return mended.encode("utf-8", "surrogateescape")


def _mended(cell: re.Match[str]) -> str:
    if (plain := cell["plain"]) is not None:
        return cell["before"] + (plain if _NUMBER.fullmatch(plain) else harmless(plain))
    return f'{cell["before"]}"{harmless(cell["quoted"])}"'
