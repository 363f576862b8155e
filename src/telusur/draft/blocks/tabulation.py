"""Block rule: ayat, huruf, angka and their sub-items, each on a line of its own.

Markdown's own lists do not know `(1)` and `a.`, and nest by indentation, which regulations do
not use. Here nesting follows the legal order of the markers: `(1)`, `a.`, `1.`, `a)`, `1)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from telusur.draft.blocks.amending import begins_instruction
from telusur.draft.blocks.lines import (
    ends_block,
    is_note,
    line_text,
    push_paragraph,
)
from telusur.draft.labels import split_label
from telusur.draft.source.line import calls_for_number

ORDER = ("ayat", "huruf", "angka", "subhuruf", "subangka")
"""The levels of a tabulation, outermost first."""

_MARKER = re.compile(
    r"(?:\((?P<ayat>\d{1,3}[a-z]?)\)(?:\.(?=\s))?(?=\s|[A-Z]|$)"
    r"|(?P<huruf>(?P<letter>[a-z])(?P=letter)?)\.(?=\s|$)"
    r"|(?P<angka>\d{1,3}[a-z]?)\.(?=\s|$)"
    r"|(?P<subhuruf>[a-z])\)(?=\s|$)"
    r"|(?P<subangka>\d{1,3})\)(?=\s|$))\s*"
)
_COMPLETE = re.compile(r"(?:[.;:,)]|\b(?:dan|atau|dan/atau))$")
_LONGEST_WRAPPED_LINE = 120


@dataclass(frozen=True, slots=True)
class _Item:
    level: str
    number: str
    indent: int
    """Columns before the marker."""
    text_start: int
    """Where the text behind the marker begins in `state.src`."""


@dataclass(frozen=True, slots=True)
class _Open:
    item: _Item
    token: Token


def tabulation_plugin(md: MarkdownIt) -> None:
    """Add the rule, before paragraphs, which it also ends."""
    md.block.ruler.before("paragraph", "tabulation", tabulation, {"alt": ["paragraph"]})


def tabulation(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Push nested `provision_open` and `provision_close` tokens around paragraphs."""
    if silent:
        return _item_below_text(state, start_line, ()) is not None
    item = _item_at(state, start_line)
    if item is None:
        return False
    opened: list[_Open] = []
    line = start_line
    while item is not None:
        _close(state, opened, _depth_of_item([each.item for each in opened], item), line)
        line = _push_item(state, opened, item, line, end_line)
        item = None
        while line < end_line:
            items = [each.item for each in opened]
            item = _item_below_text(state, line, items)
            depth = _depth_of_paragraph(items, state.sCount[line])
            if item is not None or depth == 0 or ends_block(state, line, end_line):
                break
            _close(state, opened, depth, line)
            line = _push_continuation(state, opened, line, end_line)
    _close(state, opened, 0, line)
    state.line = line
    return True


def _item_at(state: StateBlock, line: int) -> _Item | None:
    """Return the item whose marker stands at the beginning of `line`."""
    start = state.bMarks[line] + state.tShift[line]
    found = _MARKER.match(state.src, start, state.eMarks[line])
    if not found:
        return None
    level = next(level for level in ORDER if found[level])
    return _Item(level, found[level], state.sCount[line], found.end())


def _item_below_text(state: StateBlock, line: int, opened: Sequence[_Item]) -> _Item | None:
    """Return the item at `line`, or None where its marker goes on with the sentence before."""
    item = _item_at(state, line)
    before = line_text(state, line - 1)
    if item is None or calls_for_number(before) or begins_instruction(state, line):
        return None
    expected = ordinal_of(item.number) == 1 or any(_follows(each, item) for each in opened)
    return item if expected or not before or _COMPLETE.search(before) else None


def _push_item(
    state: StateBlock, opened: list[_Open], item: _Item, line: int, end_line: int
) -> int:
    token = state.push("provision_open", "", 1)
    opened.append(_Open(item, token))
    after = _end_of_text(state, opened, line, end_line, item)
    content, label = split_label(state.src[item.text_start : state.eMarks[after - 1]])
    token.map = [line, after]
    token.meta = {"level": item.level, "number": item.number, "label": label}
    after = _skip_blank(state, after, end_line)
    if content or after >= end_line or not _is_text(state, after, end_line, opened):
        push_paragraph(state, content, line, after)
        return after
    # A marker alone on its line: the words below it are its own, however they are indented.
    return _push_continuation(state, opened, after, end_line)


def _is_text(state: StateBlock, line: int, end_line: int, opened: Sequence[_Open]) -> bool:
    items = [each.item for each in opened]
    return _item_below_text(state, line, items) is None and not ends_block(state, line, end_line)


def _push_continuation(state: StateBlock, opened: list[_Open], line: int, end_line: int) -> int:
    after = _end_of_text(state, opened, line, end_line, None)
    push_paragraph(state, state.src[state.bMarks[line] : state.eMarks[after - 1]], line, after)
    return _skip_blank(state, after, end_line)


def _end_of_text(
    state: StateBlock, opened: Sequence[_Open], line: int, end_line: int, item: _Item | None
) -> int:
    """Return the first line after `line` that does not go on with the same paragraph.

    `item` is the one whose first paragraph it is; None where it is a later one.
    """
    items = [each.item for each in opened]
    line += 1
    while (
        line < end_line
        and not state.isEmpty(line)
        and not (item and _closes_list(state, line, item))
        and _item_below_text(state, line, items) is None
        and not ends_block(state, line, end_line)
    ):
        line += 1
    return line


def _closes_list(state: StateBlock, line: int, item: _Item) -> bool:
    """Whether a flush line right below an item leaves it: `dicabut dan dinyatakan tidak berlaku.`

    Texts that are wrapped by hand also have flush lines below their items. There an item goes on
    until it ends in a semicolon; a line too long to be wrapped shows that the text is not.
    """
    if item.level == "ayat" or state.sCount[line] > item.indent:
        return False
    if line_text(state, line) in ("dan", "atau", "dan/atau"):
        return False  # a printed page may wrap `…; dan` before its last word
    before = line_text(state, line - 1)
    return before.endswith(";") or len(before) > _LONGEST_WRAPPED_LINE


def _depth_of_paragraph(opened: Sequence[_Item], indent: int) -> int:
    """Return how many of the open items a paragraph below them, flush or indented, is part of.

    A flush paragraph closes the innermost list and is part of what governs it. An ayat keeps it:
    no sentence of a Pasal follows its ayat.
    """
    depth = len(opened)
    while depth and opened[depth - 1].indent > indent:
        depth -= 1
    if depth and (opened[depth - 1].indent < indent or opened[depth - 1].level == "ayat"):
        return depth
    return max(depth - 1, 0)


def _depth_of_item(opened: Sequence[_Item], item: _Item) -> int:
    """Return how many of the open items stay open around a new one."""
    same = [depth for depth, other in enumerate(opened) if other.level == item.level]
    for depth in reversed(same):
        if _follows(opened[depth], item):
            return depth
    begins_list = ordinal_of(item.number) == 1 and opened and _rank(opened[-1]) < _rank(item)
    if same and not begins_list:
        return same[-1]
    depth = len(opened)
    while depth and _rank(opened[depth - 1]) >= _rank(item):
        if item.level == "huruf" and opened[depth - 1].level == "angka":
            break  # definitions are angka right under the Pasal, and have their huruf below
        depth -= 1
    return depth


def _close(state: StateBlock, opened: list[_Open], depth: int, line: int) -> None:
    while len(opened) > depth:
        token = opened.pop().token
        token.map = [token.map[0] if token.map else line, line]
        state.push("provision_close", "", -1)


def _rank(item: _Item) -> int:
    return ORDER.index(item.level)


def _follows(earlier: _Item, later: _Item) -> bool:
    """Whether `later` is the next number of the same list: 2 after 1, 1a after 1."""
    step = ordinal_of(later.number) - ordinal_of(earlier.number)
    inserted = step == 0 and later.number != earlier.number
    return later.level == earlier.level and (step == 1 or inserted)


def ordinal_of(number: str) -> int:
    """Return the place of a number or letter in its list: 2 for `2`, `2a` and `b`."""
    if digits := re.match(r"\d+", number):
        return int(digits[0])
    return ord(number[0]) - ord("a") + 1 + 26 * (len(number) - 1)


def _skip_blank(state: StateBlock, line: int, end_line: int) -> int:
    """Return the next line that has words; a note between two items does not part their list."""
    while line < end_line and (state.isEmpty(line) or is_note(state, line)):
        line += 1
    return line
