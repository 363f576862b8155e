"""Rewords a paragraph in the Markdown it was written in, word by word, and touches nothing else."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from telusur.draft.outline.prose import is_citation
from telusur.draft.writing.escaping import inline

_WORD = re.compile(r"<!--.*?-->|(?:\[[^\[\]]*\]\(#[^()\s]+\)|\S)+", re.DOTALL)
_LINK = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]*)\]\(#(?P<target>[^()\s]+)\)")
_EMPHASIS = re.compile(r"(?<!\\)\*+|(?<!\\)(?<!\w)_+|(?<!\\)_+(?!\w)")


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands from `start` to `end` (characters of a file) is replaced."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    printed: tuple[str, ...]


def reword(
    source: str, begin: int, end: int, old: str, new: str, cite: Callable[[str], str]
) -> list[Edit] | None:
    """Return the edits that make `new` of the words `old` between two places of a file.

    `cite` tells what a reference by label prints. None where `old` is not found there, or more
    than once.
    """
    words = list(_words(source, begin, end, cite))
    before, after = old.split(), new.split()
    place = _place(words, before)
    if place is None:
        return None
    keeps, comes = [True] * len(before), [list[str]() for _ in range(len(before) + 1)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag != "equal":
            keeps[i1:i2] = [False] * (i2 - i1)
            comes[i1] = after[j1:j2]
    return list(_edits(words, place, before, keeps, comes))


def _edits(
    words: Sequence[_Word],
    place: int,
    before: Sequence[str],
    keeps: Sequence[bool],
    comes: Sequence[Sequence[str]],
) -> Iterator[Edit]:
    at, last = 0, None
    for word in words[place:]:
        if at >= len(before) and at > 0:
            break
        if not word.printed:
            continue
        ends = at + len(word.printed)
        inside = any(comes[each] for each in range(at + 1, ends))
        added = [inline(each) for each in comes[at]]
        if all(keeps[at:ends]) and not inside:
            if added:
                yield Edit(word.start, word.start, " ".join(added) + " ")
        else:
            made = list(added)
            for each in range(at, ends):
                made += [inline(one) for one in comes[each]] if each > at else []
                made += [inline(before[each])] if keeps[each] else []
            start = word.start if made or last is None else last.end
            yield Edit(start, word.end, " ".join(made))
        at, last = ends, word
    if comes[-1] and last is not None:
        yield Edit(last.end, last.end, " " + " ".join(map(inline, comes[-1])))


def _place(words: Sequence[_Word], wanted: Sequence[str]) -> int | None:
    """Return the word with which the only run of `wanted` begins."""
    if not wanted:
        return None
    flat = [(printed, index) for index, word in enumerate(words) for printed in word.printed]
    printed = [each for each, _ in flat]
    count = len(wanted)
    found = [
        at
        for at in range(len(flat) - count + 1)
        if printed[at] == wanted[0] and printed[at : at + count] == list(wanted)
    ]
    whole = [
        at
        for at in found
        if (at == 0 or flat[at - 1][1] != flat[at][1])
        and (at + count == len(flat) or flat[at + count][1] != flat[at + count - 1][1])
    ]
    return flat[whole[0]][1] if len(whole) == 1 else None


def _words(source: str, begin: int, end: int, cite: Callable[[str], str]) -> Iterator[_Word]:
    for found in _WORD.finditer(source, begin, end):
        line = source.rfind("\n", 0, found.start()) + 1
        is_note = source[line : found.end()].lstrip().startswith(">")
        if is_note or found[0].startswith("<!--"):
            yield _Word(found.start(), found.end(), ())
            continue

        def printed(link: re.Match[str]) -> str:
            words = " ".join(link["words"].split())
            return words if words and not is_citation(words) else cite(link["target"])

        plain = _EMPHASIS.sub("", _LINK.sub(printed, found[0]))
        plain = html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain))
        yield _Word(found.start(), found.end(), tuple(plain.split()))
