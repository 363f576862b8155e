"""Makes any text safe and comparable before a model or a cache sees it."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Soft hyphens and zero-width marks stand inside words and would cut them in two for a tokenizer;
# NUL, lone surrogates and the like have no place in a text and stop some tokenizers altogether.
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Co"}


def clean(text: str) -> str:
    """Return `text` in NFKC, without invisible characters, every run of spaces made one space.

    Two texts that look the same to a reader come out the same; a text without any visible
    character comes out empty.
    """
    # Before NFKC, which leaves spaces of control characters (tab, newline) as they are.
    spaced = re.sub(r"\s+", " ", text)
    visible = "".join(
        char for char in spaced if char == " " or unicodedata.category(char) not in _INVISIBLE
    )
    return " ".join(unicodedata.normalize("NFKC", visible).split())


def key(text: str) -> str:
    """Return the SHA-256 of the cleaned text, in hexadecimal: its name in the embedding cache."""
    return hashlib.sha256(clean(text).encode()).hexdigest()
