"""Tells headings from text by what they look like."""

from __future__ import annotations

import re

from telusur.corpus.text.wrapping import has_final_punctuation

_NUMBERED = re.compile(r"(?:[A-Z]|[IVX]{1,5})[.)]\s+\S")
_DATED = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}\)?\Z|\d{1,2}/\d{1,2}/\d{2,4}\)?\Z")
_LONGEST = 80
_LONGEST_IN_CAPITALS = 120
_MOST_WORDS_BEFORE_COLON = 10


def is_label(line: str) -> bool:
    """Whether `line` only announces what follows it, as `Kendala:` does."""
    return line.endswith(":") and has_words(line) and len(line.split()) <= _MOST_WORDS_BEFORE_COLON


def is_in_capitals(line: str) -> bool:
    """Whether `line` is short and all in capitals."""
    return (
        len(line) <= _LONGEST_IN_CAPITALS
        and line.isupper()
        and sum(map(str.isalpha, line)) > 3
        and not has_final_punctuation(line)
    )


def is_numbered(line: str) -> bool:
    """Whether `line` reads like `B. Kendala`."""
    return _NUMBERED.match(line) is not None and looks_like_title(line)


def looks_like_title(line: str, *, longest: int = _LONGEST) -> bool:
    """Whether `line` could be a heading, if it stands where headings stand."""
    return (
        len(line) <= longest
        and has_words(line)
        and (line[0].isupper() or line[0].isdigit())
        and not has_final_punctuation(line)
    )


def is_dateline(line: str) -> bool:
    """Whether `line` only says where and when, as `Palu, Senin, 18 Februari 2019` does."""
    return _DATED.search(line) is not None


def has_words(text: str) -> bool:
    """Whether there is a letter in `text`."""
    return re.search(r"[^\W\d_]", text) is not None
