"""All texts that bytes hold, and all bytes that are packed in them."""

from __future__ import annotations

import base64
import binascii
import bz2
import io
import lzma
import quopri
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

_WIDE = re.compile(
    rb"(?:[\x20-\x7e]\x00){6}|(?:\x00[\x20-\x7e]){6}|(?:[\x20-\x7e]\x00{3}){4}|(?:\x00{3}[\x20-\x7e]){4}"
)
_STRETCHES = {
    "utf-16-le": re.compile(rb"(?>(?:[^\x00][\x00-\x04\x20]){4,})"),
    "utf-16-be": re.compile(rb"(?>(?:[\x00-\x04\x20][^\x00]){4,})"),
    "utf-32-le": re.compile(rb"(?>(?:[^\x00][\x00-\x04\x20]\x00\x00){4,})"),
    "utf-32-be": re.compile(rb"(?>(?:\x00\x00[\x00-\x04\x20][^\x00]){4,})"),
}
"""Letters of wide encodings in a row: decoding all bytes so would make letters of any picture."""
_NO_CONTROLS = bytes(32 if one < 32 and one not in (9, 10, 13) else one for one in range(256))
_QUOTED = re.compile(rb"=(?:[0-9A-F]{2}|\r?\n)")
_BASE64 = re.compile(
    rb"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,}+(?>(?:\r?\n[A-Za-z0-9+/_-]{4,}+)*)={0,2}"
)
_HEX = re.compile(rb"(?<![0-9A-Za-z])(?>(?:[0-9A-Fa-f]{2}){6,})(?![0-9A-Za-z])")
_STREAM = re.compile(rb"stream\r?\n")
_READABLE = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xf4]*+")
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"%PDF")
_MOST = 1 << 30
"""Bytes that one archive may hold: ours are far smaller."""


class Unsearchable(Exception):
    """An archive is damaged, locked or too large."""


def texts_in(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield `data` as text in each encoding that it may have, and how."""
    yield "", _decoded(data)
    if b"\xad" in data and b"\0" not in data:
        yield " (Latin-1)", data.decode("cp1252", errors="replace").replace("\ufffd", " ")
    if _WIDE.search(data):
        yield " (UTF-16)", _decoded(data.replace(b"\0", b""))
        for name, stretch in _STRETCHES.items():
            some = (one[0].decode(name, errors="replace") for one in stretch.finditer(data))
            yield f" ({name})", "\n\n".join(some).replace("\ufffd", " ")
    if _QUOTED.search(data):
        yield " (quoted-printable)", _decoded(quopri.decodestring(data))


def _decoded(data: bytes) -> str:
    """UTF-8; what is none, and what controls, becomes blanks."""
    return data.translate(_NO_CONTROLS).decode("utf-8", errors="replace").replace("\ufffd", " ")


def packed_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is packed or encoded in `data`, and where.

    Raises:
        Unsearchable: an archive cannot be opened, or holds more than an edition ever could.
    """
    try:
        yield from _members(data)
    except (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error,
            tarfile.TarError, lzma.LZMAError, NotImplementedError) as error:  # fmt: skip
        raise Unsearchable(str(error)) from error
    for found in _BASE64.finditer(data):
        if (inner := _unbased(found[0])) and _tells(inner):
            yield "!base64", inner
    for found in _HEX.finditer(data):
        inner = binascii.unhexlify(found[0])
        if _tells(inner):
            yield "!hex", inner


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse(sum(one.file_size for one in archive.infolist()))
            for one in archive.infolist():
                yield f"!{one.filename}", archive.read(one)
    elif data.startswith(b"\x1f\x8b"):
        yield "!", _inflated(zlib.decompressobj(wbits=31), data)
    elif data.startswith(b"BZh"):
        yield "!", _bounded(bz2.BZ2Decompressor().decompress(data, _MOST))
    elif data.startswith(b"\xfd7zXZ"):
        yield "!", _bounded(lzma.LZMADecompressor().decompress(data, _MOST))
    elif data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as archive_of_tape:
            for member in archive_of_tape:
                file = archive_of_tape.extractfile(member) if member.isfile() else None
                yield f"!{member.name}", file.read() if file else b""
    elif data.startswith(b"%PDF"):
        for found in _STREAM.finditer(data):
            try:
                yield "!stream", zlib.decompressobj().decompress(data[found.end() :], _MOST)
            except zlib.error:
                continue


def _inflated(how: zlib._Decompress, data: bytes) -> bytes:
    return _bounded(how.decompress(data, _MOST))


def _bounded(data: bytes) -> bytes:
    _refuse(len(data))
    return data


def _refuse(size: int) -> None:
    if size >= _MOST:
        raise Unsearchable("it holds more than any edition")


def _unbased(words: bytes) -> bytes:
    bare = words.translate(bytes.maketrans(b"-_", b"+/"), b"\r\n").rstrip(b"=")
    try:
        return base64.b64decode(bare[: len(bare) - (len(bare) % 4 == 1)] + b"=" * (-len(bare) % 4))
    except binascii.Error:
        return b""


def _tells(data: bytes) -> bool:
    """Whether decoded bytes are text or an archive, rather than a word taken for a code."""
    return (
        data.startswith(_PACKED)
        or _READABLE.fullmatch(data) is not None
        or _WIDE.search(data) is not None
    )
