"""Block rule: from the promulgation to the end of the file, nothing is a clause any more."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from telusur.draft.blocks.lines import line_text
from telusur.draft.source.line import breaks_off

_BEGINS_CLOSING = re.compile(
    r"[#*\s]*(?:(?P<order>Agar\s+(?:supaya\s+)?(?:setiap|semua)\s+orang\b)"
    r"|(?:Ditetapkan|Disahkan|Diundangkan)\s+di\b"
    r"|LAMPIRAN\b"
    r"|PENJELASAN(?:\s+ATAS)?\s*(?:$|\*|[A-Z]))"
)

_PASAL = re.compile(
    r"(?:#++\s++|[*_]*+)Pasal(?>(?:\s++(?P<number>\d++[A-Z]{0,2}+))?)[*_\s]*+(?>(?:\{#[^{}]*+\}\s*+)?)\Z"
)


def closing_plugin(md: MarkdownIt) -> None:
    """Add the rule, before headings: a Lampiran may have headings of its own."""
    md.block.ruler.before("division", "closing", closing, {"alt": ["paragraph"]})


def closing(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Push one inline token a line, between `closing_open` and `closing_close`.

    Only after a Pasal: a Lampiran that holds the regulation itself begins with the same word.
    """
    begins = _BEGINS_CLOSING.match(line_text(state, start_line))
    if not begins or not state.env.get("pasal_seen"):
        return False
    if breaks_off(line_text(state, start_line - 1)):
        return False
    if begins["order"] and _body_goes_on(state, start_line + 1, end_line):
        return False
    if silent:
        return True
    state.push("closing_open", "", 1).map = [start_line, end_line]
    for line in range(start_line, end_line):
        if text := line_text(state, line):
            inline = state.push("inline", "", 0)
            inline.content = text.lstrip("#").strip()
            inline.map = [line, line + 1]
            inline.children = []
    state.push("closing_close", "", -1)
    state.line = end_line
    return True


def _body_goes_on(state: StateBlock, line: int, end_line: int) -> bool:
    """Whether the next Pasal follows before anybody signs.

    A Pasal on promulgation has the words of the closing: `Agar setiap orang mengetahuinya, …`.
    """
    for each in range(line, end_line):
        text = line_text(state, each)
        found = _PASAL.match(text)
        if found and not breaks_off(line_text(state, each - 1)):
            return _is_next(found["number"], state.env.get("own_pasal"))
        begins = _BEGINS_CLOSING.match(text)
        if begins and not begins["order"]:
            return False
    return False


def _is_next(number: str | None, last: str | None) -> bool:
    """Whether a Pasal counts on from the last; one of the Penjelasan begins anew."""
    if number is None or last is None:
        return number is None
    return number == str(int(re.sub(r"\D", "", last) or 0) + 1) or number[:-1] == last
