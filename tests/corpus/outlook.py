"""Writes a mail as Outlook saves it: a compound file with a stream for each property."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

Tree = dict[str, "bytes | Tree"]

_SECTOR, _SMALL_SECTOR, _SMALL = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT, _BINARY = 0x001F, 0x0102


def outlook_mail(
    texts: Mapping[int, str],
    attached: Mapping[str, bytes],
    numbers: Mapping[int, int] | None = None,
) -> bytes:
    """Return a mail with these properties of text and numbers (by id), and these attachments."""
    root: Tree = {}
    entries = b"".join(
        struct.pack("<HHIII", 0x0003, key, 6, value, 0) for key, value in (numbers or {}).items()
    )
    for key, text in texts.items():
        entries += _variable(root, key, _TEXT, text.encode("utf-16-le"))
    count = len(attached)
    root["__properties_version1.0"] = struct.pack("<8x4I8x", 0, count, 0, count) + entries
    for index, (name, data) in enumerate(attached.items()):
        below: Tree = {}
        inner = _variable(below, 0x3707, _TEXT, name.encode("utf-16-le"))
        inner += _variable(below, 0x3701, _BINARY, data)
        inner += struct.pack("<HHIII", 0x0003, 0x3705, 6, 1, 0)  # attached by value
        below["__properties_version1.0"] = bytes(8) + inner
        root[f"__attach_version1.0_#{index:08X}"] = below
    return compound_file(root)


def _variable(into: Tree, key: int, kind: int, data: bytes) -> bytes:
    into[f"__substg1.0_{key:04X}{kind:04X}"] = data
    return struct.pack("<HHIII", kind, key, 6, len(data) + 2 * (kind == _TEXT), 0)


@dataclass
class _Entry:
    name: str
    kind: int
    start: int = _END
    size: int = 0
    right: int = _FREE
    child: int = _FREE
    data: bytes = field(default=b"", repr=False)

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        head = struct.pack("<64sHBB", name, len(name), self.kind, 1)
        links = struct.pack("<III", _FREE, self.right, self.child)
        return head + links + bytes(36) + struct.pack("<IQ", self.start, self.size)


class _Sectors:
    """Pieces of one size, each with the number of the one that follows it."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.data = b""
        self.chain: list[int] = []

    def store(self, data: bytes) -> int:
        first, count = len(self.chain), -(-len(data) // self.size)
        self.data += data.ljust(count * self.size, b"\0")
        self.chain += [*range(first + 1, first + count), _END]
        return first


def compound_file(root: Tree) -> bytes:
    """Return a compound file (MS-CFB, version 3)."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, root)
    large, small = _Sectors(_SECTOR), _Sectors(_SMALL_SECTOR)
    for entry in entries:
        if entry.data:
            entry.size = len(entry.data)
            entry.start = (small if entry.size < _SMALL else large).store(entry.data)
    entries[0].start, entries[0].size = large.store(small.data), len(small.data)
    of_small = large.store(_table(small.chain))
    directory = large.store(b"".join(entry.packed() for entry in entries))
    fats = 1
    while fats * _SECTOR // 4 < len(large.chain) + fats:
        fats += 1
    places = [len(large.chain) + n for n in range(fats)]
    head = struct.pack(
        "<8s16xHHHHH6x9I",
        bytes.fromhex("D0CF11E0A1B11AE1"),
        0x3E, 3, 0xFFFE, 9, 6,
        0, fats, directory, 0, _SMALL, of_small, -(-len(small.chain) * 4 // _SECTOR), _END, 0,
    )  # fmt: skip
    head += struct.pack("<109I", *places, *[_FREE] * (109 - fats))
    return head + large.data + _table([*large.chain, *[_FAT] * fats])


def _table(chain: list[int]) -> bytes:
    """Return the numbers, in whole sectors."""
    padded = [*chain, *[_FREE] * (-len(chain) % (_SECTOR // 4))]
    return struct.pack(f"<{len(padded)}I", *padded)


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    places = []
    # Names are ordered by length first.
    for name, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
        places.append(len(entries))
        is_stream = isinstance(content, bytes)
        entries.append(_Entry(name, 2 if is_stream else 1))
        if isinstance(content, bytes):
            entries[-1].data = content
        else:
            _add(entries, places[-1], content)
    if places:
        entries[parent].child = places[0]
    for before, after in pairwise(places):
        entries[before].right = after
