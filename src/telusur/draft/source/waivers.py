"""Sets aside waivers: `<!-- telusur: abaikan 86 karena … -->`, a comment that says why a rule is
not kept here.

A waiver is no part of the words around it: a line that holds nothing else is left out, so that it
parts no paragraph, and what is read is what would be read without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.draft.model import Waiver, WaiverMistake
from telusur.draft.source.line import SourceLine

_OPENING, _CLOSING = "<!--", "-->"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# One that is never closed ends with its line: what follows was meant to be read.
_WAIVER = re.compile(
    r"<!--\s*telusur\s*:"
    r"(?:(?P<body>(?:(?!-->|<!--|\n[ \t]*\n).)*)-->|(?P<unclosed>(?:(?!-->|<!--)[^\n])*))",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = re.compile(r"abaikan\b(?P<rules>.*?)(?:\bkarena\b(?P<reason>.*))?", re.IGNORECASE)
_BETWEEN_RULES = re.compile(r"(?:(?<!\s)\s++)?,\s*+(?:dan\s++)?|(?<!\s)\s++dan\s++", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def set_aside_waivers(
    lines: Sequence[SourceLine], path: str
) -> tuple[list[SourceLine], list[Waiver]]:
    """Return the lines without waivers, and these."""
    text = "\n".join(line.text for line in lines)
    found = list(_found(text))
    if not found:
        return list(lines), []
    pieces, starts, begin, line, touched = list[str](), list[int](), 0, 0, set[int]()
    for match in found:
        between, breaks = text[begin : match.start()], match[0].count("\n")
        line += between.count("\n")
        starts.append(line)
        touched.update(range(line, line + breaks + 1))
        pieces += [between, "\n" * breaks]
        line += breaks
        begin = match.end()
    texts = "".join([*pieces, text[begin:]]).split("\n")
    for index in touched:
        texts[index] = texts[index].rstrip(" \t")
    following = _next_with_words(texts)
    waivers = [
        _waiver(match, path, lines, start, _place(texts, following, start, match))
        for match, start in zip(found, starts, strict=True)
    ]
    left = [
        SourceLine(words, source.number)
        for index, (words, source) in enumerate(zip(texts, lines, strict=True))
        if words or index not in touched
    ]
    return left, waivers


def without_comments(text: str, filler: str = "\0") -> str:
    """Return a text of the same length in which each comment is made of `filler` and line breaks.

    Who looks for words in a file must not find them in a comment.
    """
    closed = text.rfind(_CLOSING) + len(_CLOSING)
    hidden = _COMMENT.sub(
        lambda found: re.sub(r"[^\r\n]", filler, found[0]),
        text[:closed] if closed >= len(_CLOSING) else "",
    )
    return hidden + text[len(hidden) :]


def _found(text: str) -> Iterator[re.Match[str]]:
    """Yield the waivers, but not those within another comment."""
    last, begin = text.rfind(_CLOSING), text.find(_OPENING)
    while begin >= 0:
        waiver = _WAIVER.match(text, begin)
        if waiver:
            yield waiver
            end = waiver.end()
        else:
            end = begin + len(_OPENING)
            if last >= end:
                end = text.index(_CLOSING, end) + len(_CLOSING)
        begin = text.find(_OPENING, end)


def _next_with_words(texts: Sequence[str]) -> list[int]:
    """Return for each line the index of the first with words from there on.

    Notes to the reader have none; at the end of a file it is the last with words.
    """
    have = [index for index, text in enumerate(texts) if _has_words(text)]
    last = have[-1] if have else 0
    nexts = [last] * len(texts)
    for index in range(last - 1, -1, -1):
        nexts[index] = index if _has_words(texts[index]) else nexts[index + 1]
    return nexts


def _place(texts: Sequence[str], following: Sequence[int], first: int, match: re.Match[str]) -> int:
    """Return the index of the line that a waiver stands at.

    That is its own line where words stand before it, or behind it; else the next one with words.
    """
    return first if texts[first].strip() else following[first + match[0].count("\n")]


def _has_words(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith(">")


def _waiver(
    match: re.Match[str], path: str, lines: Sequence[SourceLine], first: int, at: int
) -> Waiver:
    """Read one that begins in the line of index `first` and stands at the one of index `at`."""
    body = match["body"] if match["body"] is not None else match["unclosed"]
    asked = _ASKED.fullmatch(" ".join(body.split()))
    rules = (
        [each.rstrip("*") for each in _BETWEEN_RULES.split(asked["rules"].strip())] if asked else []
    )
    reason = (asked["reason"] or "").strip() if asked else ""
    mistake: WaiverMistake | None = None
    if match["body"] is None:
        mistake = "unclosed"
    elif asked is None:
        mistake = "form"
    elif not any(rules):
        mistake = "rules"
    elif not _LETTER.search(reason):
        mistake = "reason"
    return Waiver(
        path,
        lines[first].number,
        lines[at].number,
        tuple(dict.fromkeys(filter(None, rules))),
        reason,
        " ".join(match[0].split()),
        mistake,
    )
