"""Splits Indonesian text into sentences, in time that grows with its length only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

# The look-behind and the possessive quantifiers keep runs of dots from being read twice.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)")
_NEXT = re.compile(r"\s+[\"'“‘«(\[]*(.?)", re.DOTALL)
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\],;:/]*\Z")
_SPACE = re.compile(r"\s*+")
_LONGEST_WORD = 40
_LONGEST_PARENTHESIS = 400

# These end an enumeration, and so may end its sentence too.
_ENUMERATION_ENDS = frozenset({"dll", "dsb", "dst", "dkk"})


def sentence_spans(
    text: str, start: int, end: int, abbreviations: Set[str]
) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of `text[start:end]`, without white space around it.

    `abbreviations` are words in lower case without their last dot, after which a sentence goes
    on: `no`, `drs`, `kab`. A closing quote belongs to the sentence it ends.
    """
    parentheses = iter(_parentheses(text, start, end))
    opened, closed = next(parentheses, (end, end))
    first = start
    for mark in _END.finditer(text, start, end):
        while closed < mark.end():
            opened, closed = next(parentheses, (end, end))
        if opened < mark.start() and mark.end() < closed:
            # Inside a parenthesis only whole sentences are told apart.
            alone = first > opened or _SPACE.fullmatch(text, first, opened) is not None
            if not (alone and text[closed - 2] in ".!?…"):
                continue
        if _ends_sentence(text, first, mark, abbreviations):
            yield from _trimmed(text, first, mark.end())
            first = mark.end()
    yield from _trimmed(text, first, end)


def _parentheses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The outermost pairs of parentheses, as half-open spans; what is never closed is none."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in re.compile(r"[()]").finditer(text, start, end):
        if found[0] == "(":
            opened.append(found.start())
        elif opened and found.end() - (opening := opened.pop()) <= _LONGEST_PARENTHESIS:
            while pairs and pairs[-1][0] > opening:
                pairs.pop()
            pairs.append((opening, found.end()))
    return pairs


def _ends_sentence(text: str, first: int, mark: re.Match[str], abbreviations: Set[str]) -> bool:
    """Whether the full stop (or its like) at `mark` ends the sentence that began at `first`."""
    following = _NEXT.match(text, mark.end(), mark.endpos)
    if following is None or following[1].islower():
        return False
    sign = mark[0].rstrip("\"'”’»)]")
    if sign in {"...", "…"}:
        # Between spaces it stands for words left out.
        return mark.start() > first and not text[mark.start() - 1].isspace()
    if sign != ".":
        return True
    earliest = max(first, mark.start() - _LONGEST_WORD)
    found = _WORD_BEFORE.search(text, earliest, mark.start())
    word = found[0] if found else ""
    before = text[earliest : mark.start() - len(word)].rstrip()
    return not _goes_on(word, before, abbreviations)


def _goes_on(word: str, before: str, abbreviations: Set[str]) -> bool:
    """Whether a dot after `word` is part of it; `before` is what the sentence says before it."""
    lower = word.lower()
    if lower in _ENUMERATION_ENDS:
        return False
    if lower in abbreviations:
        return True
    parts = word.split(".")
    if len(parts) > 1:
        # `S.Sos.` after a name's comma is a degree, and what follows in capitals is new.
        return _is_abbreviation(parts) and not before.endswith(",")
    if not before or before.endswith((":", ";")):
        return re.fullmatch(r"\d{1,3}|[a-z]|[A-Z]|[IVX]{1,5}", word) is not None  # a list mark
    return len(word) == 1 and word.isupper()  # an initial


def _is_abbreviation(parts: list[str]) -> bool:
    """Whether words joined by dots are an abbreviation such as `a.n` or `S.Sos`, not an address."""
    return all(part.isalpha() and len(part) <= (4 if part[0].isupper() else 2) for part in parts)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the span without the white space around it, if any words are in it."""
    sentence = text[start:end]
    if re.search(r"[^\W_]", sentence):
        start += len(sentence) - len(sentence.lstrip())
        yield start, start + len(sentence.strip())
