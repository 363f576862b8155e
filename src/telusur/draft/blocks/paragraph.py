"""Block rule: a paragraph ends wherever another block begins, however far that is indented.

Markdown's own rule takes a line with four blanks in front for the paragraph's next line, but
`    a. …` below `… meliputi:` is an item.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from telusur.draft.blocks.lines import ends_block, push_paragraph


def paragraph_plugin(md: MarkdownIt) -> None:
    """Put the rule in place of Markdown's own."""
    md.block.ruler.at("paragraph", paragraph)


def paragraph(state: StateBlock, start_line: int, end_line: int, _silent: bool) -> bool:
    """Push a paragraph; the last of the rules, it takes whatever no other has claimed."""
    line = start_line + 1
    while line < end_line and not state.isEmpty(line) and not ends_block(state, line, end_line):
        line += 1
    content = state.src[state.bMarks[start_line] : state.eMarks[line - 1]]
    push_paragraph(state, content, start_line, line)
    state.line = line
    return True
