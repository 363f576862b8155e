"""Plain text → blocks, from what its lines look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.corpus.text.blocks import Block, Layout
from telusur.corpus.text.chat import chat_blocks, is_chat
from telusur.corpus.text.headings import (
    is_dateline,
    is_in_capitals,
    is_label,
    is_numbered,
    looks_like_title,
)
from telusur.corpus.text.marks import mark_length, mark_style
from telusur.corpus.text.tables import is_rule, table_blocks, table_length
from telusur.corpus.text.wrapping import (
    Line,
    continues,
    is_without_capitals,
    lines_of,
    wrap_width,
)

_UNDERLINE = re.compile(r"[=-]{3,}")
_LONGEST_TITLE = 200


def read_plain(text: str) -> Layout:
    """Return `text` as it is, with its blocks."""
    lines = lines_of(text)
    capitals = not is_without_capitals(lines)
    width = wrap_width(lines) if capitals else None
    return Layout(text, tuple(blocks_of(text, lines, width, capitals=capitals)))


def line_block(text: str, start: int, end: int) -> Block:
    """Return the block of one paragraph: a list item where it begins with a mark."""
    mark = mark_length(text[start:end])
    return Block("item" if mark else "paragraph", start + mark, end)


def blocks_of(
    text: str, lines: Sequence[Line], width: int | None, *, capitals: bool
) -> Iterator[Block]:
    """Yield the blocks of a text, given its lines, the width at which it is hard-wrapped, and
    whether it begins its sentences with capitals."""
    if is_chat(lines):
        yield from chat_blocks(lines)
        return
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.blank or is_rule(line) or _UNDERLINE.fullmatch(line.text):
            number += 1
        elif length := table_length(lines, number):
            yield from table_blocks(text, lines[number : number + length])
            number += length
        elif capitals and _is_heading(lines, number, width):
            yield Block("heading", line.start, line.end)
            number += 1
        else:
            last = number
            while last + 1 < len(lines) and continues(
                lines[last], lines[last + 1], width, capitals=capitals
            ):
                last += 1
            yield line_block(text, line.start, lines[last].end)
            number = last + 1


def _is_heading(lines: Sequence[Line], number: int, width: int | None) -> bool:
    line = lines[number]
    following = _neighbour(lines, number, 1)
    if following is None:
        return False  # nothing stands under it
    after = lines[number + 1]
    if _UNDERLINE.fullmatch(after.text) or is_in_capitals(line.text):
        return True
    if continues(line, after, width):
        return False
    if is_label(line.text) or is_numbered(line.text):
        return True
    before = _neighbour(lines, number, -1)
    if before is None:
        return looks_like_title(line.text, longest=_LONGEST_TITLE)
    is_title = looks_like_title(line.text) and not is_dateline(line.text)
    if not lines[number - 1].blank or not is_title:
        return False
    if mark_length(line.text):
        style = mark_style(line.text)
        return after.blank and style not in (mark_style(before.text), mark_style(following.text))
    if not after.blank:
        return ": " not in line.text  # `Penyusun: …` above `Sumber: …` is no heading
    # Short paragraphs one after the other are a list without marks, not headings.
    return not looks_like_title(following.text)


def _neighbour(lines: Sequence[Line], number: int, step: int) -> Line | None:
    """The nearest line with words before (-1) or after (1) the one at `number`."""
    number += step
    while 0 <= number < len(lines) and lines[number].blank:
        number += step
    return lines[number] if 0 <= number < len(lines) else None
