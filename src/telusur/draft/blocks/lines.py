"""What the block rules need to know of the lines around them."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without the blanks around it; empty before the first line."""
    if line < 0:
        return ""
    return state.src[state.bMarks[line] : state.eMarks[line]].strip()


def is_note(state: StateBlock, line: int) -> bool:
    """Whether a line is a note to the reader."""
    return state.src.startswith(">", state.bMarks[line] + state.tShift[line])


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
