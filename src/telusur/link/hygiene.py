"""Makes any text safe and comparable before a model or a cache sees it."""

from __future__ import annotations

import hashlib
import unicodedata

# Soft hyphens and zero-width marks stand inside words and would cut them in two for a tokenizer;
# NUL, lone surrogates and the like have no place in a text and stop some tokenizers altogether.
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Co"}


class _Table(dict[int, "str | int | None"]):
    """What becomes of each character, for `str.translate`; looked up once for each."""

    def __missing__(self, code: int) -> str | int | None:
        char = chr(code)
        if char.isspace():
            self[code] = " "
        else:
            self[code] = None if unicodedata.category(char) in _INVISIBLE else code
        return self[code]


_TABLE = _Table()


def clean(text: str) -> str:
    """Return `text` in NFKC, without invisible characters, every run of spaces made one space.

    Two texts that look the same to a reader come out the same; a text without any visible
    character comes out empty.
    """
    if text.isascii() and text.isprintable():  # most texts, and several times as fast
        return " ".join(text.split())
    # Spaces of control characters (tab, newline) are neither invisible nor known to NFKC.
    return " ".join(unicodedata.normalize("NFKC", text.translate(_TABLE)).split())


def key(text: str) -> str:
    """Return the SHA-256 of the cleaned text, in hexadecimal: its name in the embedding cache."""
    return digest(text).hex()


def digest(text: str) -> bytes:
    """Return what `key` writes in hexadecimal."""
    return hashlib.sha256(clean(text).encode()).digest()
