"""Marks in a text: those that begin a list item (`-`, `•`, `1.`, `a)`), and comments left open."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"""
    (?: [•▪●○◦‣➢➤✓·\uf000-\uf0ff■□◆◇❖➔►▶]                      # bullets may touch their text
      | [-–—*](?=[\s]) | -(?=[^\W\d_])
      | \(?\d{1,3}[.)](?=\s) | \d{1,2}[.)](?=[^\W\d_])
      | \(?(?:[a-z]|[ivx]{2,5})[.)](?=\s)
      | \(?[A-Z]\)(?=\s)
    )\s*
    """,
    re.VERBOSE,
)


def mark_length(line: str) -> int:
    """Return how many characters the list mark at the start of `line` takes; 0 without one.

    A mark with no text after it is not a mark.
    """
    found = _MARK.match(line)
    return found.end() if found and found.end() < len(line) else 0


def mark_style(line: str) -> str:
    """Return the mark of `line` with letters and digits made alike, to compare its neighbours."""
    mark = line[: mark_length(line)].strip()
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"\d+", "1", mark))


def without_open_comment(text: str) -> str:
    """Return `text` without each `<!--` that nothing closes: what follows was meant to be read."""
    closed = text.rfind("-->") + 1
    return text[:closed] + text[closed:].replace("<!--", "")
