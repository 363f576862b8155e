"""Markdown → the text as one reads it, with its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from telusur.corpus.markup.inline import is_all_bold, lines_of_inline
from telusur.corpus.markup.written import keep_lines
from telusur.corpus.text.blocks import Block, Layout
from telusur.corpus.text.headings import is_label
from telusur.corpus.text.marks import without_open_comment
from telusur.corpus.text.plain import blocks_of, line_block
from telusur.corpus.text.tables import Span, row_block
from telusur.corpus.text.wrapping import lines_of

_LONGEST_BOLD_HEADING = 120
_MOST_STRAY_BRACKETS = 3000
"""With more brackets that begin no link, looking for links takes too long."""


def read_markdown(markdown: str, *, by_hand: bool = False) -> Layout:
    """Return what `markdown` says: each block on a line of its own, no markup.

    `by_hand`: whether somebody wrote it, so that a line's end may mean one.
    """
    page = _Page()
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    if by_hand:
        parser.core.ruler.after("block", "keep_lines", keep_lines)
    if markdown.count("[") - markdown.count("](") > _MOST_STRAY_BRACKETS:
        parser.disable(["link", "image"])
    for token in parser.parse(without_open_comment(markdown)):
        if token.level == 0 and token.nesting >= 0 and page.parts:
            page.separator = "\n\n"
        _read(token, page)
    return Layout("".join(page.parts), tuple(page.blocks))


@dataclass
class _Page:
    """What is written so far, and where in the document we are."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    separator: str = ""
    """What parts the next line from the one before."""
    within: list[str] = field(default_factory=list)
    """The types of the tokens that are open, outermost first."""
    marks: list[str] = field(default_factory=list)
    """For each open list item its mark, or spaces once the mark is written."""
    cells: list[str] = field(default_factory=list)
    """The cells of the table row that is being read."""
    columns: list[str] = field(default_factory=list)
    """The columns' names of the table that is being read."""

    def write(self, words: str) -> Span:
        """Append a line, with the list mark that is due; return where its words stand."""
        indent = "".join(self.marks)
        self.marks = [" " * min(len(mark), 2) for mark in self.marks]
        start = self.length + len(self.separator) + len(indent)
        self.parts += [self.separator, indent, words]
        self.length = start + len(words)
        self.separator = "\n"
        return start, self.length


def _read(token: Token, page: _Page) -> None:
    if token.nesting > 0:
        page.within.append(token.type)
    elif token.nesting < 0:
        page.within.pop()
    match token.type:
        case "list_item_open":
            ordered = page.within[-2] == "ordered_list_open"
            page.marks.append(f"{token.info}{token.markup} " if ordered else "- ")
        case "list_item_close":
            page.marks.pop()
        case "table_open":
            page.columns = []
        case "tr_close":
            _write_row(page)
        case "inline" if "tr_open" in page.within:
            page.cells.append(" ".join(lines_of_inline(token)))
        case "inline":
            _write_inline(token, page)
        case "fence" | "code_block":
            _write_lines(token.content, page)
        case "html_block":
            _write_lines(_words_of_html(token.content), page)


def _write_inline(inline: Token, page: _Page) -> None:
    """Write a heading or a paragraph."""
    lines = lines_of_inline(inline)
    if "capitals" in inline.meta and not page.marks:
        _write_kept_lines(lines, page, capitals=inline.meta["capitals"])
        return
    is_heading = "heading_open" in page.within or (
        len(lines) == 1 and not page.marks and _is_bold_heading(lines[0], inline)
    )
    for line in lines:
        start, end = page.write(line)
        if is_heading or is_label(line):
            page.blocks.append(Block("heading", start, end))
        else:
            page.blocks.append(_line_block(line, start, in_item=bool(page.marks)))


def _write_kept_lines(lines: Sequence[str], page: _Page, *, capitals: bool) -> None:
    """Write lines that are lines, with the blocks that a plain text would have there."""
    above = f"{page.parts[-1]}\n\n" if page.parts else ""  # a first line may be a title
    words = "\n".join(lines)
    start, _ = page.write(words)
    text = above + words
    for block in blocks_of(text, lines_of(text), None, capitals=capitals):
        if block.start >= len(above):
            page.blocks.append(_moved(block, start - len(above)))


def _moved(block: Block, by: int) -> Block:
    cells = tuple(replace(one, start=one.start + by, end=one.end + by) for one in block.cells)
    return Block(block.kind, block.start + by, block.end + by, cells)


def _is_bold_heading(line: str, inline: Token) -> bool:
    """Whether a paragraph is a heading in all but name: one short line in bold."""
    is_short = len(line) <= _LONGEST_BOLD_HEADING and not line.endswith(".")
    return is_short and is_all_bold(inline)


def _line_block(line: str, start: int, *, in_item: bool) -> Block:
    block = _moved(line_block(line, 0, len(line)), start)
    return replace(block, kind="item") if in_item else block


def _write_row(page: _Page) -> None:
    """Write the table row that has just been read."""
    cells, page.cells = page.cells, []
    if len(cells) == 1:  # a frame around text, not a table
        if cells[0]:
            start, end = page.write(cells[0])
            page.blocks.append(Block("paragraph", start, end))
        return
    filled = [number for number, cell in enumerate(cells) if cell]
    if not filled:
        return
    position, _ = page.write(" | ".join(cells[: filled[-1] + 1]))
    spans = []
    for cell in cells:
        spans.append((position, position + len(cell)))
        position += len(cell) + len(" | ")
    row = row_block(spans, page.columns)
    if row and "thead_open" in page.within:
        page.columns = cells
        row = Block("header", row.start, row.end)
    if row:
        page.blocks.append(row)


def _write_lines(content: str, page: _Page) -> None:
    """Write text that is no Markdown, line by line."""
    for raw in content.split("\n"):
        if line := raw.strip():
            start, _ = page.write(line)
            page.blocks.append(_line_block(line, start, in_item=bool(page.marks)))


def _words_of_html(html: str) -> str:
    from telusur.corpus.markup.soup import parse_html  # only the few reports with raw HTML need it

    return parse_html(html).get_text("\n")
