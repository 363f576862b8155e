"""The text of a regulation in whatever file it came."""

from __future__ import annotations

import codecs
from pathlib import Path

from telusur.errors import InvalidWorkspace, Problem
from telusur.exchange.remainder import Remainder
from telusur.words import say

READABLE = (".md", ".markdown", ".txt", ".docx", ".docm", ".dotx", ".pdf")
_WORD = (".docx", ".docm", ".dotx")


def read_source(path: Path) -> tuple[str, list[Remainder]]:
    """Return the text of a file, and what of the file is not in it.

    Raises InvalidWorkspace where the file cannot be read as text.
    """
    suffix = path.suffix.lower()
    if suffix not in READABLE:
        what = say("files of the kind `{suffix}` cannot be imported", suffix=suffix or path.name)
        remedy = say("Save it as one of {readable}", readable=", ".join(READABLE))
        raise InvalidWorkspace([Problem(path.name, None, what, remedy)])
    if suffix in _WORD:
        return _word(path)
    if suffix == ".pdf":
        from telusur.exchange.pdf import read_pdf_draft

        return read_pdf_draft(path)
    return _decoded(path), []


def _word(path: Path) -> tuple[str, list[Remainder]]:
    from telusur.exchange.word import laid_out, open_word

    document = open_word(path)
    text, starts = laid_out(document.lines)
    unread = [
        Remainder(starts[each.line] if each.line < len(starts) else 1, each.what)
        for each in document.unread
    ]
    return text, unread


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem = Problem(
            path.name, line, say("this file is not UTF-8 text"), say("Save it as UTF-8")
        )
        raise InvalidWorkspace([problem]) from error
