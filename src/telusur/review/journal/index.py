"""Where in the journal lines are that name something: kept, so that only what is new is read."""

from __future__ import annotations

import os
import re
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_NAMED = re.compile(rb'"(?:id|of)"\s*:\s*"([^"\\]*)"')
_CHECKED = 65_536
"""Bytes at the end of what was read that must still be there, or all is read again."""


@dataclass
class Index:
    """What is known of one file, up to `size`."""

    size: int = 0
    """Bytes, always to the end of a line."""
    lines: int = 0
    end: bytes = b""
    """The last bytes of it."""
    seen: tuple[int, int] = (0, 0)
    """Bytes, and when the file was last changed, in ns, as of our last look at it."""
    named: dict[bytes, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """Where the lines are that name something: from and to, in bytes."""

    def take(self, data: bytes) -> None:
        """Read on: `data` stands behind what was read; a line without an end waits."""
        at, whole = self.size, data[: data.rfind(b"\n") + 1]
        for line in _lines(whole):
            for name in set(_NAMED.findall(line)):
                self.named[name].append((at, at + len(line)))
            at += len(line)
            self.lines += 1
        self.size += len(whole)
        self.end = (self.end + whole)[-_CHECKED:]


def _lines(data: bytes) -> list[bytes]:
    return [one + b"\n" for one in data.split(b"\n")[:-1]]


_KNOWN: dict[tuple[int, int], Index] = {}
_LOCK = threading.Lock()


class Before:
    """What the journal holds, while its lock is held."""

    def __init__(self, file: int) -> None:
        """Read what is new in the open file; all of it, where what was read is not as it was."""
        self._file = file
        status = os.fstat(file)
        with _LOCK:
            self._index = _KNOWN.setdefault((status.st_dev, status.st_ino), Index())
            if not self._is_as_it_was(status):
                self._index = _KNOWN[status.st_dev, status.st_ino] = Index()
            rest = read_at(file, self._index.size, status.st_size - self._index.size)
            self._index.take(rest)
            self._index.seen = _look(status)
            self.torn = rest[rest.rfind(b"\n") + 1 :]
        self.size = status.st_size

    def _is_as_it_was(self, status: os.stat_result) -> bool:
        known = self._index
        if known.seen != _look(status):
            return False  # somebody wrote to it, be it only at its end
        end = read_at(self._file, known.size - len(known.end), len(known.end))
        return end == known.end

    @property
    def lines(self) -> int:
        """How many lines stand there, one without an end included."""
        return self._index.lines + bool(self.torn)

    def naming(self, names: Sequence[str]) -> list[bytes]:
        """Return the lines that hold all of `names` as ids."""
        wanted = [name.encode() for name in names]
        if not wanted:
            return []
        found = set(self._index.named.get(wanted[0], ()))
        for name in wanted[1:]:
            found &= set(self._index.named.get(name, ()))
        lines = list(self._read(sorted(found)))
        if all(b'"' + name + b'"' in self.torn for name in wanted):
            lines.append(self.torn)
        return [line.strip().removeprefix(b"\xef\xbb\xbf") for line in lines]

    def _read(self, spans: Sequence[tuple[int, int]]) -> Iterator[bytes]:
        """Yield the bytes of spans, given in order; those near each other are read in one go."""
        begin, block = 0, b""
        for number, (start, end) in enumerate(spans):
            if not begin <= start < end <= begin + len(block):
                last = max(
                    one for _, one in spans[number:] if one == end or one - start <= _CHECKED
                )
                begin, block = start, read_at(self._file, start, last - start)
            yield block[start - begin : end - begin]

    def wrote(self, data: bytes) -> None:
        """Take what was just written behind it, which need not be read."""
        with _LOCK:
            self._index.take(self.torn + data)
            self._index.seen = _look(os.fstat(self._file))


def _look(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def read_at(file: int, start: int, size: int) -> bytes:
    """Return `size` bytes of an open file from `start` on, or fewer at its end."""
    os.lseek(file, start, os.SEEK_SET)
    pieces = []
    while size > 0 and (piece := os.read(file, size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
