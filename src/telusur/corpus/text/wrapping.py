"""The lines of a plain text, and which of them go on in the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from telusur.corpus.text.marks import mark_length

_FINAL = re.compile(r"[.!?,;:…][\"'”’»)\]]*\Z")
_NARROWEST_WRAP = 30
WIDEST_WRAP = 160
"""Characters; longer lines are not wrapped."""
FEWEST_ENDS = 3
"""With fewer of them nothing tells whether a text is hard-wrapped."""
_NOTES = 4
_LONGEST_NOTE = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, without the white space around it."""

    start: int
    """Where its words begin in the text (characters); equal to `end` on a blank line."""
    end: int
    indent: int
    """How many characters of white space stand before its words."""
    text: str

    @property
    def blank(self) -> bool:
        return self.start == self.end


def lines_of(text: str) -> list[Line]:
    """Return every line of `text`, blank ones too."""
    lines, position = [], 0
    for raw in text.split("\n"):
        words = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if words else 0
        start = position + indent
        lines.append(Line(start, start + len(words), indent, words))
        position += len(raw) + 1
    return lines


def has_final_punctuation(line: str) -> bool:
    """Whether `line` ends as a sentence, a clause or a lead-in does."""
    return _FINAL.search(line[-10:]) is not None


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width (characters) at which a text is hard-wrapped; None where it is not.

    In a wrapped text nearly every line that has a successor is so long that the successor's
    first word would not have fitted.
    """
    pairs = ends_of(lines)
    if len(pairs) < FEWEST_ENDS:
        return None
    lengths = sorted(line.indent + len(line.text) for line, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    forced = sum(is_forced(line, following, width) for line, following in pairs)
    return width if _NARROWEST_WRAP <= width <= WIDEST_WRAP and forced >= 0.6 * len(pairs) else None


def ends_of(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return each line that the next one may go on, with that one."""
    return [
        (line, following)
        for line, following in pairwise(lines)
        if not line.blank and not following.blank and not mark_length(following.text)
    ]


def is_without_capitals(lines: Sequence[Line]) -> bool:
    """Whether these are short notes, one a line, whose writer begins none with a capital.

    There a small letter does not tell that a sentence goes on.
    """
    written = [line.text for line in lines if not line.blank]
    return (
        len(written) >= _NOTES
        and max(map(len, written)) <= _LONGEST_NOTE
        and sum(text[0].islower() for text in written) >= 0.8 * len(written)
    )


def continues(line: Line, following: Line, width: int | None, *, capitals: bool = True) -> bool:
    """Whether the sentence of `line` may run on into the line after it.

    `capitals`: whether the text begins its sentences with them.
    """
    if line.blank or following.blank or mark_length(following.text):
        return False
    small = capitals and following.text[0].islower()
    if small and not line.text.endswith((".", "!", "?", ":")):
        return True
    if mark_length(line.text) and following.indent > line.indent:
        return True
    return width is not None and is_forced(line, following, width)


def is_forced(line: Line, following: Line, width: int) -> bool:
    """Whether the first word after `line` would not have fitted on it."""
    first_word = following.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(first_word) > width
