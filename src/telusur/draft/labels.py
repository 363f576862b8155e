"""Labels: the names by which a draft refers to its own clauses, written `{#antrean-daring}`."""

from __future__ import annotations

import re

_TRAILING_LABEL = re.compile(r"\{#(?P<label>[^{}\n]*)\}\s*$")
_WELL_FORMED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def split_label(text: str) -> tuple[str, str | None]:
    """Return `text` without the label at its end, and the label or None."""
    found = _TRAILING_LABEL.search(text)
    return (text[: found.start()].rstrip(), found["label"].strip()) if found else (text, None)


def is_well_formed(label: str) -> bool:
    """Whether the label is made of a-z, 0-9 and single hyphens between them."""
    return _WELL_FORMED.fullmatch(label) is not None
