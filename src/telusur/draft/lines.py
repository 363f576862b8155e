"""What the block rules need to know of the lines around them."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

# A hard-wrapped sentence may break before `Pasal 7` or `(2)`, which then look like a heading or
# an item. The word before the break gives them away.
_BROKEN_OFF = re.compile(
    r"(?:\b(?:ayat|huruf|angka|butir|pasal|bab|bagian|paragraf|nomor|lampiran|dalam|pada|dari"
    r"|dan|atau|dengan|dan/atau|ketentuan|menurut|oleh|yang|untuk|yakni|yaitu|antara|setelah"
    r"|sesudah|sebelum|dimaksud)|,)$",
    re.IGNORECASE,
)
_CALLS_FOR_NUMBER = re.compile(r"\b(?:ayat|huruf|angka|butir|pasal|nomor)$", re.IGNORECASE)


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without the blanks around it; empty before the first line."""
    if line < 0:
        return ""
    return state.src[state.bMarks[line] : state.eMarks[line]].strip()


def is_note(state: StateBlock, line: int) -> bool:
    """Whether a line is a note to the reader."""
    return state.src.startswith(">", state.bMarks[line] + state.tShift[line])


def breaks_off(text: str) -> bool:
    """Whether a line ends in the middle of a sentence, so that the next one goes on with it."""
    return _BROKEN_OFF.search(text) is not None


def calls_for_number(text: str) -> bool:
    """Whether a line ends in a word that a number must follow: `… sebagaimana dimaksud ayat`."""
    return _CALLS_FOR_NUMBER.search(text) is not None


def ends_block(state: StateBlock, line: int, end_line: int) -> bool:
    """Whether a line that is not empty cannot go on with the block before: another one begins."""
    rules = state.md.block.ruler.getRules("paragraph")
    return any(rule(state, line, end_line, True) for rule in rules)


def push_paragraph(state: StateBlock, content: str, begin: int, end: int) -> None:
    """Add a paragraph that stands on the lines `begin` to `end` (half-open, from 0)."""
    state.push("paragraph_open", "p", 1).map = [begin, end]
    inline = state.push("inline", "", 0)
    inline.content = content.strip()
    inline.map = [begin, end]
    inline.children = []
    state.push("paragraph_close", "p", -1)
