"""Rich Text Format (.rtf) → plain text."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from telusur.corpus.statements.confidential import Mark, mark_among
from telusur.words import say

_OUTSIDE = re.compile(
    r"\\\*(?=\\)|\\(?:header[lrf]?|footer[lrf]?|info|title|subject|keywords|category|doccomm"
    r"|footnote|annotation|shptxt)(?![a-z])"
)
"""What holds words beside the text; without these signs a reader takes them for text."""
_BRACKET = re.compile(r"(?<!\\)[{}]")
_ROW = re.compile(r"^(?P<cells>.*)\|[ \t]*$", re.MULTILINE)


def read_rich_text(data: bytes) -> tuple[str, Mark | None]:
    """Return the text of an .rtf file, rows of tables with `|` between their cells, and what marks
    it as confidential, in headers, notes and properties, too.

    Raises ValueError on a damaged file.
    """
    written = data.decode("latin-1")
    if written.count("{") - written.count("\\{") != written.count("}") - written.count("\\}"):
        raise ValueError(say("its brackets do not close"))
    text = _text(written)
    opened = _BRACKET.sub(lambda one: "{\\par " if one[0] == "{" else "\\par }",
                          _OUTSIDE.sub("", written))  # fmt: skip
    everything = _text(opened)
    return _ROW.sub(_drawn, text), mark_among(everything.split("\n"), "document")


def _text(written: str) -> str:
    return str(rtf_to_text(written, encoding="cp1252", errors="replace"))  # type: ignore[no-untyped-call]


def _drawn(row: re.Match[str]) -> str:
    """A row with bars at its edges, too, so that an empty first cell keeps its column."""
    return "| " + " | ".join(cell.strip() for cell in row["cells"].split("|")) + " |"
