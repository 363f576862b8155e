"""Lines of a Markdown file that are lines: chats, rows of cells, notes one below the other.

Markdown joins the lines of a paragraph, since it takes them for wrapped; who types notes does not
know. The lines are told from wrapped ones as those of a plain text are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from telusur.corpus.text.chat import is_chat
from telusur.corpus.text.marks import mark_length
from telusur.corpus.text.tables import split_row
from telusur.corpus.text.wrapping import (
    FEWEST_ENDS,
    WIDEST_WRAP,
    Line,
    continues,
    ends_of,
    is_forced,
    is_without_capitals,
    lines_of,
    wrap_width,
)

_QUOTED = re.compile(r"(?m)^[ \t]{0,3}>[ \t>]*")
_HARD_BREAK = "  \n"
_ENDS = (".", "!", "?", ":")
_NARROWEST = 50
"""Characters; fewer do not tell that one or two lines are wrapped."""
_FEWEST_SMALL = 2
_MOST = 2 / 3


def keep_lines(state: StateCore) -> None:
    """Let the lines of each paragraph that are lines end in a hard break, and say so in its
    `meta`: `capitals`, whether sentences begin with them there."""
    source = state.src.split("\n")
    written = [(token, _lines(token, source)) for token in _paragraphs(state.tokens)]
    every = [line for _, lines in written for line in [*lines, *lines_of("")]]
    is_short = len(ends_of(every)) < FEWEST_ENDS
    in_notes = is_without_capitals(every)
    wrapped = wrap_width(every)
    for token, lines in written:
        capitals = not (in_notes or is_without_capitals(lines))
        width = _longest(lines) if is_short else wrap_width(lines) or wrapped
        ends = list(_ends(lines, width if capitals else None, capitals=capitals))
        if is_chat(lines):
            ends = [True] * len(ends)
        parts = token.content.split("\n")
        if any(ends) and len(parts) == len(lines):
            breaks = [_HARD_BREAK if end else "\n" for end in ends]
            token.content = "".join(map("".join, zip(parts, [*breaks, ""], strict=True)))
            token.meta["capitals"] = capitals


def _paragraphs(tokens: Sequence[Token]) -> list[Token]:
    """The words of paragraphs, and of what only a rule drawn below its lines made a heading."""
    return [
        token
        for opened, token in pairwise(tokens)
        if "\n" in token.content
        and (
            opened.type == "paragraph_open" or (opened.type, opened.markup) == ("heading_open", "-")
        )
    ]


def _lines(token: Token, source: Sequence[str]) -> list[Line]:
    first, last = token.map or (0, 0)
    lines = lines_of(_QUOTED.sub("", "\n".join(source[first:last])))
    return lines[: token.content.count("\n") + 1]


def _longest(lines: Sequence[Line]) -> int | None:
    """The width at which a paragraph is wrapped, if it is; None where it is none."""
    longest = max(len(line.text) + line.indent for line in lines)
    return longest if _NARROWEST <= longest <= WIDEST_WRAP else None


def _ends(lines: Sequence[Line], width: int | None, *, capitals: bool) -> Iterator[bool]:
    """Yield of each line but the last whether it ends where it ends."""
    is_prose = capitals and _is_prose(lines)
    item = None
    for line, following in pairwise(lines):
        if mark_length(line.text):
            item = line.indent
        if item is not None and following.indent > item:
            yield False
        elif len(split_row(line)) > 1 or len(split_row(following)) > 1:
            yield True
        elif line.text.endswith(",") or (is_prose and not line.text.endswith(_ENDS)):
            yield bool(mark_length(following.text)) and not following.text[0].isdigit()
        elif width is not None and following.text[:1].isdigit():
            yield not is_forced(line, following, width)  # `12.` may end a sentence
        else:
            yield not continues(line, following, width, capitals=capitals)


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether most lines that end amid a sentence go on with a small letter: they are wrapped,
    if not all at one width."""
    open_ends = [
        following.text[:1].islower()
        for line, following in pairwise(lines)
        if not line.text.endswith(_ENDS)
    ]
    return sum(open_ends) >= _FEWEST_SMALL and sum(open_ends) >= _MOST * len(open_ends)
