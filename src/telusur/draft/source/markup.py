"""Takes away what converters leave around words: tags, bullets, bold and tables around markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from telusur.draft.model import Notice
from telusur.draft.source.line import SourceLine

_BLOCKS = r"p|div|h[1-6]|li|tr|center|ol|ul|table"
_BREAK = re.compile(rf"<br\s*/?>|</?(?:{_BLOCKS})(?:\s[^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|strong|i|em|u|span|font|tbody|thead|td|th|sup|sub|html|head|body|hr|a|section"
    r"|article)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLANK_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#xA0);", re.IGNORECASE)
_CLOSINGS = {"<!--": "-->", "<style": "</style>", "<script": "</script>"}
_HIDDEN = re.compile("|".join(_CLOSINGS), re.IGNORECASE)
_RULE_OF_TABLE = re.compile(r":?-+:?")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_MARKER = r"(?:\\?\(\s?\d{1,3}[a-z]?\s?\\?\)|[a-z]{1,2}\\?[.)]|\d{1,3}[a-z]?\\?[.)])"
_BOLD_MARKER = re.compile(rf"^(\s*)(\*\*|__|\*|_)({_MARKER})\s*\2(?=\s|$)")
_BULLET = re.compile(rf"^(\s*)[-*+•·]\s+(?=(?:[*_]{{1,2}})?{_MARKER}[*_]*(?:\s|$))")
_ESCAPED_MARKER = re.compile(r"^(\s*)(\\?\(\d{1,3}[a-z]?\\?\)|(?:[a-z]{1,2}|\d{1,3}[a-z]?)\\[.)])")
_PART_OF_OPENING = re.compile(
    r"[*_\s]*(?:Menimbang|Mengingat|Memperhatikan|Menetapkan|MEMUTUSKAN)[*_\s:]*", re.IGNORECASE
)


def without_markup(lines: Sequence[SourceLine], path: str) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines without tags, and a notice for each comment.

    What stood in two blocks of HTML stands on two lines.
    """
    visible, notices = _without_hidden(lines, path)
    kept: list[SourceLine] = []
    for line in _without_layout_tables(visible):
        text = _BLANK_ENTITY.sub(" ", line.text.translate(_INVISIBLE))
        parts = [text]
        if "<" in text:
            parts = [_TAG.sub("", part) for part in _BREAK.split(text)]
            # A tag alone opens no further line.
            parts = [part for part in parts if part.strip()] or [""]
        kept += [SourceLine(_plain_marker(part), line.number) for part in parts]
    return kept, notices


def _plain_marker(text: str) -> str:
    text = _BULLET.sub(r"\1", text)
    text = _BOLD_MARKER.sub(r"\1\3", text)
    return _ESCAPED_MARKER.sub(lambda found: found[1] + found[2].replace("\\", ""), text)


def _without_hidden(
    lines: Sequence[SourceLine], path: str
) -> tuple[list[SourceLine], list[Notice]]:
    """Set aside comments and styles, which a browser hides; one that is never closed is text."""
    text = "\n".join(line.text for line in lines)
    last = {closing: text.rfind(closing) for closing in _CLOSINGS.values()}
    kept, notices, done = "", list[Notice](), 0
    for begin in _HIDDEN.finditer(text):
        closing = _CLOSINGS[begin[0].lower()]
        if begin.start() < done or last[closing] < begin.end():
            continue
        end = text.find(closing, begin.end())
        hidden = text[begin.start() : end + len(closing)]
        kept += text[done : begin.start()] + "\n" * hidden.count("\n")
        done = end + len(closing)
        line = lines[text.count("\n", 0, begin.start())].number
        notices.append(_notice(path, line, " ".join(hidden.split())))
    if not notices:
        return list(lines), []
    texts = (kept + text[done:]).split("\n")
    return [SourceLine(t, line.number) for t, line in zip(texts, lines, strict=True)], notices


def _notice(path: str, line: int, words: str) -> Notice:
    return Notice(
        path,
        line,
        f"`{words}` tidak tampak bagi pembaca halaman web, dan bukan isi peraturan",
        f"`{words}` is hidden from readers of a web page, and is not part of the regulation",
        "markup",
        words,
    )


def _without_layout_tables(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Put the cells of a row on one line where a table only lays out the opening.

    Other tables are the regulation's own, and stay as they are.
    """
    for is_table, group in groupby(lines, lambda line: line.text.lstrip().startswith("|")):
        rows = list(group)
        cells = [_cells(line.text) if is_table else [] for line in rows]
        lays_out = any(_PART_OF_OPENING.fullmatch(cell) for row in cells for cell in row)
        for line, row in zip(rows, cells, strict=True):
            if lays_out:
                words = " ".join(
                    cell for cell in row if cell and not _RULE_OF_TABLE.fullmatch(cell)
                )
                yield SourceLine(words, line.number)
            else:
                yield line


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]
