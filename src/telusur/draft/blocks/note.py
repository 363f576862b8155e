"""Block rule: lines that begin with `>` are notes to the reader, not part of the regulation."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from telusur.draft.blocks.lines import is_note


def note_plugin(md: MarkdownIt) -> None:
    """Add the rule, before headings; a note also ends a paragraph."""
    md.block.ruler.before("heading", "note", note, {"alt": ["paragraph"]})


def note(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Skip the lines of the note; no tokens come of them."""
    if not is_note(state, start_line):
        return False
    if not silent:
        line = start_line
        while line < end_line and is_note(state, line):
            line += 1
        state.line = line
    return True
