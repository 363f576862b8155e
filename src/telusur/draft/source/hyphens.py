"""Puts words together that a line break has parted: `perundang-` / `undangan`."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from telusur.draft.model import Notice
from telusur.draft.source.line import SourceLine

_PARTED = re.compile(r"(?<!\w)(?P<first>\w++)-\s*+$")
_NEXT_WORD = re.compile(r"\s*(?P<second>[^\W\d_]+)")
_PARTED_WITHIN = re.compile(r"\b(?P<first>[^\W\d_]{3,})- (?P<second>[^\W\d_]{3,})")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PREFIXES = frozenset(["non", "antar", "pra", "pasca", "anti", "sub", "multi", "ktp", "e", "ke"])
_SHORTEST_REPEAT = 3


def join_hyphenated(
    lines: Sequence[SourceLine],
    path: str,  # noqa: ARG001 (all steps are called alike)
) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines with each parted word whole at the end of the line where it began.

    The hyphen stays where the word has one: in a repeated word (`undang-undang`), behind a prefix
    (`non-alam`), and where the text has it so elsewhere.
    """
    texts = [_PARTED_WITHIN.sub(_join_repeated, line.text) for line in lines]
    known: set[str] | None = None
    for index in range(len(texts) - 1):
        parted = _PARTED.search(texts[index])
        following = _NEXT_WORD.match(texts[index + 1]) if parted else None
        if parted is None or following is None or lines[index].is_note:
            continue
        if known is None:
            known = _whole_words(texts)
        first, second = parted["first"], following["second"]
        hyphen = "-" if _keeps_hyphen(first, second, known) else ""
        texts[index] = texts[index][: parted.start()] + first + hyphen + second
        rest = texts[index + 1][following.end() :]
        # What follows the word without a blank (`undangan;`) goes with it.
        joined = re.match(r"\S*", rest)
        texts[index] += joined[0] if joined else ""
        texts[index + 1] = rest[joined.end() if joined else 0 :].lstrip()
    return [SourceLine(text, line.number) for text, line in zip(texts, lines, strict=True)], []


def _whole_words(texts: Sequence[str]) -> set[str]:
    """Return the words of the text, but not the two halves of a parted one."""
    known: set[str] = set()
    parted = False
    for text in texts:
        words = _WORD.findall(text.lower())
        begin = 1 if parted else 0
        parted = _PARTED.search(text) is not None
        known.update(words[begin : len(words) - 1 if parted else None])
    return known


def _keeps_hyphen(first: str, second: str, known: Container[str]) -> bool:
    low_first, low_second = first.lower(), second.lower()
    if f"{low_first}-{low_second}" in known:
        return True
    if second[0].isupper() or low_first in _PREFIXES or _repeats(low_first, low_second):
        return True
    return low_first + low_second not in known and low_second in known and low_first in known


def _repeats(first: str, second: str) -> bool:
    """Whether the end of one word is the beginning of the next: `perundang`, `undangan`."""
    longest = min(len(first), len(second))
    return any(first.endswith(second[:n]) for n in range(longest, _SHORTEST_REPEAT - 1, -1))


def _join_repeated(found: re.Match[str]) -> str:
    first, second = found["first"], found["second"]
    hyphenated = _repeats(first.lower(), second.lower())
    return f"{first}-{second}" if hyphenated else found[0]
