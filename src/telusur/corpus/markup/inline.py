"""The inline part of Markdown: what is left of it when the markup is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from telusur.corpus.text.marks import mark_length
from telusur.corpus.text.wrapping import has_final_punctuation

_LABEL = re.compile(r"[A-Z][A-Za-z]{0,14}(?: [A-Za-z]{1,12}){0,2}\s?:\s+\S")
"""How a line begins that somebody says, or a part of a finding: `P: …`, `Kondisi: …`."""
_FEW = 5
"""Parts of a line in which its label stands."""


def lines_of_inline(inline: Token) -> list[str]:
    """Return the words of an `inline` token: one line, or more where it breaks hard."""
    lines: list[str] = []
    for raw in "".join(_words(inline.children or [])).split("\n"):
        line = raw.strip()
        joins = "capitals" not in inline.meta  # else each end of a line is known to be one
        if joins and lines and line[:1].islower() and _is_unfinished(lines[-1], line):
            lines[-1] += f" {line}"
        elif line:
            lines.append(line)
    return lines


def is_all_bold(inline: Token) -> bool:
    """Whether all words of an `inline` token are in bold."""
    depth, words = 0, False
    for child in inline.children or []:
        depth += child.nesting if child.type.startswith("strong_") else 0
        if child.content.strip() and child.type != "html_inline":
            if depth == 0:
                return False
            words = True
    return words


def _words(children: Sequence[Token]) -> Iterator[str]:
    for number, child in enumerate(children):
        if child.type == "softbreak":
            line = "".join(one.content for one in children[number + 1 : number + _FEW])
            yield "\n" if line and (_begins_an_item(line) or _LABEL.match(line)) else " "
        elif child.type == "hardbreak" or child.content.lower().startswith("<br"):
            yield "\n"
        elif child.type == "image":
            yield " ".join(_words(child.children or []))
        elif child.type != "html_inline":
            yield child.content.replace("\n", " ")


def _is_unfinished(line: str, following: str) -> bool:
    """Whether a hard break stands in the middle of a sentence."""
    return not has_final_punctuation(line) and not mark_length(following)


def _begins_an_item(line: str) -> bool:
    """Whether a list goes on that Markdown does not know: `a. …`, `• …`."""
    return mark_length(line) > 0 and not line[0].isdigit()
