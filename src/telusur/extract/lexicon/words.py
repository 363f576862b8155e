"""What a word is: for cues as they are written, and for the texts in which they are looked for."""

from __future__ import annotations

import re

# Figures keep their separators (12.000, 26/02), words their hyphens and apostrophes (ke-30).
TOKEN = re.compile(r"\d+(?:[.,/:]\d+)*%?|\w+(?:[-’']\w+)*|[^\w\s]|\s+")


def words_of(text: str) -> list[str]:
    """Return the words and marks of `text` in small letters, without its spaces."""
    return [found[0].lower() for found in TOKEN.finditer(text) if not found[0].isspace()]
