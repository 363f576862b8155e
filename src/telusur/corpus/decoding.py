"""Bytes of a text file → text, whatever program wrote them."""

from __future__ import annotations

import codecs
import re

from telusur.words import Later, say

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

_FEWEST_LETTERS = 8

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": Later("a ZIP archive or an Office document"),
    b"\xd0\xcf\x11\xe0": Later("an old Office document"),
    b"{\\rtf": Later("an RTF document"),
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a compressed file",
}
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?"
    rb"<(?:!doctype html|html|head|meta|body|table|style)\b",
    re.IGNORECASE | re.DOTALL,
)


def decode(data: bytes) -> str:
    """Return the text of `data` with `\\n` as its only newline and no control character but tab.

    UTF-16 is known by its byte order mark or its zeros; what is not UTF-8 is taken as
    Windows-1252. Bytes that mean nothing become U+FFFD.
    """
    if order := _utf_16(data):
        text = data.decode(order, errors="replace")
    else:
        text = _decode_bytes(data.removeprefix(codecs.BOM_UTF8))
    return clean(text)


def clean(text: str) -> str:
    """Make every newline `\\n`, and drop what no report means to say and no store can keep."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub(" ", text))


def what_it_really_is(data: bytes) -> str | None:
    """Name what `data` is when it is no text at all, such as `a PDF`; None for a text."""
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            return name
    if _utf_16(data):
        return None
    controls = len(_CONTROLS.findall(data.replace(b"\r", b"\n").decode("latin-1")))
    # A stray NUL or form feed happens to texts; a file in which they abound is not one.
    return say("not a text but binary data") if controls > max(8, len(data) // 20) else None


def is_web_page(data: bytes) -> bool:
    """Whether `data` begins as a web page does."""
    return _WEB_PAGE.match(data[:2000]) is not None


def _utf_16(data: bytes) -> str | None:
    """Return the encoding of a UTF-16 text: it begins with its mark, or every second byte of it
    is zero, as in any text in Latin letters."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    beginning = data[:2000]
    half = len(beginning) // 2
    if half < _FEWEST_LETTERS or len(data) % 2:
        return None
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    if odd > 0.9 * half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.9 * half and odd == 0 else None


def _decode_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        lenient = data.decode("utf-8", errors="replace")
    # One damaged byte must not turn all the other accents of a UTF-8 file into rubbish.
    damaged = lenient.count("\ufffd")
    sound = sum(character > "\x7f" for character in lenient) - damaged
    return lenient if sound > damaged else data.decode("cp1252", errors="replace")
