"""What makes a finding the same one in the next build."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def finding_id(document_id: str, quote: str, occurrence: int) -> str:
    """Return a finding's id; `occurrence` counts equal quotes in the report from 1."""
    parts = [document_id, normalised(quote)] + ([str(occurrence)] if occurrence > 1 else [])
    return "f" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def normalised(quote: str) -> str:
    """Return the words of a quote, without capitals, marks and the width of its spaces."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", quote).casefold()))
