"""All words of a web page, line by line as they are seen or said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PreformattedString

_NAMES = (
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p "
    "pre section summary table tbody tfoot thead title tr ul"
)
_BLOCKS = frozenset(_NAMES.split())
_CELLS = frozenset({"td", "th"})
_DRAWN = re.compile(r"content\s*+:\s*+(?:\"([^\"\n]*+)\"|'([^'\n]*+)')")
_UNSAID = frozenset({"href", "src", "style", "srcset", "action"})
"""Attributes that nobody reads, or that are no words."""


def lines_of(page: BeautifulSoup | Tag) -> Iterator[str]:
    """Yield every line of a page: its title, its text with the parts that are no content, the
    texts of its attributes, its comments, and what its style sheets draw."""
    line: list[str] = []
    for part in page.descendants:
        if isinstance(part, Tag):
            if part.name in _BLOCKS:
                yield "".join(line)
                line = []
            elif part.name in _CELLS:
                line.append(" | ")
            yield from _said_in_attributes(part)
        elif isinstance(part, Comment):
            yield from str(part).split("\n")
        elif isinstance(part, NavigableString):
            if part.parent is not None and part.parent.name in {"script", "style", "template"}:
                for one in _DRAWN.finditer(part):
                    yield one[1] or one[2] or ""
            elif not isinstance(part, PreformattedString):
                line.append(" ".join(part.split("\n")))
            if part.parent is not None and _ends_block(part):
                yield "".join(line)
                line = []
    yield "".join(line)


def _ends_block(words: NavigableString) -> bool:
    """Whether `words` are the last of a block, so that what follows stands on another line."""
    inner: NavigableString | Tag = words
    while inner.next_sibling is None and inner.parent is not None:
        if inner.parent.name in _BLOCKS:
            return True
        inner = inner.parent
    return False


def _said_in_attributes(tag: Tag) -> Iterator[str]:
    for name, value in tag.attrs.items():
        if name in _UNSAID:
            continue
        if isinstance(value, str):
            yield value
            if tag.name != "meta":
                yield f"{name.removeprefix('data-')}: {value}"
        else:
            yield from value
    if tag.name == "meta" and (said := tag.get("name") or tag.get("property")):
        yield f"{said}: {tag.get('content', '')}"
