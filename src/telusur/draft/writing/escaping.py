"""Writes words so that Markdown reads them as words, and not as marks or as another block."""

from __future__ import annotations

import re

from telusur.draft.blocks.parser import make_parser
from telusur.draft.source import prepare

_SPECIAL = re.compile(r"[\\*\[\]<_`]")
_ENTITY_LIKE = re.compile(r"&(?=#|\w)")
_LABEL_AT_END = re.compile(r"\{(?=#[^{}]*\}\s*$)")


def inline(text: str) -> str:
    """Escape what Markdown would read as marks."""
    text = _ENTITY_LIKE.sub("&amp;", text)
    text = _LABEL_AT_END.sub("&#123;", text)
    return _SPECIAL.sub(lambda found: "&lt;" if found[0] == "<" else f"\\{found[0]}", text)


_PARSER = make_parser()
_TOKENS_OF_A_BLOCK = 3


def guarded(line: str, marks: str = "") -> str:
    """Write the first character as an entity where the line would be read as another block."""
    tokens = _PARSER.parse(prepare(f"\n{marks}{line}", "").text, {"pasal_seen": True})
    wanted = "heading_open" if marks else "paragraph_open"
    if len(tokens) == _TOKENS_OF_A_BLOCK and tokens[0].type == wanted:
        return marks + line
    start = 1 if line[:1] == "\\" else 0
    return f"{marks}&#{ord(line[start])};{line[start + 1 :]}" if line else marks
