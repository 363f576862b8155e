"""Block rule: the parts of a decree, `KESATU : Membentuk Tim …`; others have Pasal there.

With Markdown's `#`, `#### Diktum {#tim}` leaves the number to be computed.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from telusur.draft.blocks.lines import ends_block, line_text, push_paragraph
from telusur.draft.labels import split_label
from telusur.draft.numerals import ORDINAL_PATTERN, from_ordinal
from telusur.draft.source.line import breaks_off

_MARKS = re.compile(r"#{1,6}[ \t]+")
_NUMBER = rf"(?P<number>(?i:{ORDINAL_PATTERN}))\b"
_HEADING = re.compile(rf"(?:Diktum\b\s*)?(?:{_NUMBER}\s*)?:?\s*(?P<words>.*)", re.IGNORECASE)
_PLAIN = re.compile(rf"[*_]*(?:Diktum\s+)?{_NUMBER}[*_]*\s*(?P<colon>:)?[*_]*\s*(?P<words>.*)")
_SEEN = "dictum_seen"


def dictum_plugin(md: MarkdownIt) -> None:
    """Add the rule, behind the headings that may be Pasal."""
    md.block.ruler.after("division", "dictum", dictum, {"alt": ["paragraph"]})


def dictum(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Push a `division` token whose meta says that it is a dictum, and a paragraph of its words."""
    text, label = split_label(line_text(state, start_line))
    found = _heading(text) if _MARKS.match(text) else _plain(state, text, start_line)
    if found is None:
        return False
    if silent:
        return True
    token = state.push("division", "", 0)
    token.map = [start_line, start_line + 1]
    token.meta = {
        "level": "pasal",
        "number": found["number"],
        "label": label,
        "quoted": False,
        "is_dictum": True,
    }
    state.env["pasal_seen"] = state.env[_SEEN] = True
    line = start_line + 1
    if found["words"] or line_text(state, line).startswith(":"):
        while line < end_line and not state.isEmpty(line) and not ends_block(state, line, end_line):
            line += 1
        rest = state.src[state.eMarks[start_line] : state.eMarks[line - 1]]
        words = f"{split_label(found['words'])[0]}{rest}".lstrip("\n :")
        push_paragraph(state, words, start_line, line)
    state.line = line
    return True


def _heading(text: str) -> re.Match[str] | None:
    """Read a line with `#`: it says that it is a dictum, or which."""
    words = _MARKS.sub("", text, count=1)
    found = _HEADING.fullmatch(words)
    return found if found and (found["number"] or words.lower().startswith("diktum")) else None


def _plain(state: StateBlock, text: str, line: int) -> re.Match[str] | None:
    """Read a line without `#`: capitals, or a colon, and no Pasal before; the first is KESATU."""
    found = _PLAIN.fullmatch(text)
    if found is None or state.env.get("own_pasal") or breaks_off(line_text(state, line - 1)):
        return None
    words, is_first = found["words"], from_ordinal(found["number"]) == 1
    if not (is_first or state.env.get(_SEEN)):
        return None
    if found["colon"]:
        return found
    is_alone = found["number"].isupper() and (not words or words[0].isupper())
    return found if is_alone and not words.isupper() else None
