"""The text of one file, made ready for the parser; each line remembers where it came from.

Texts that were taken from a PDF, from Word or from a web page carry what is not the regulation:
page numbers, running headers, tags. It is set aside here and told as a notice, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from telusur.draft.model import Notice, Waiver
from telusur.draft.source.deep_markers import tell_deep_markers
from telusur.draft.source.hyphens import join_hyphenated
from telusur.draft.source.line import SourceLine
from telusur.draft.source.markers import mend_markers
from telusur.draft.source.markup import without_markup
from telusur.draft.source.misreadings import mend_misreadings
from telusur.draft.source.one_line import part_divisions
from telusur.draft.source.pages import set_aside_page_furniture
from telusur.draft.source.run_on import part_run_on_lines
from telusur.draft.source.waivers import set_aside_waivers

_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n---[ \t]*(?:\n|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """What the parser reads."""

    text: str
    lines: tuple[int, ...]
    """For each line of `text` its line in the file, from 1."""
    notices: tuple[Notice, ...]
    waivers: tuple[Waiver, ...]

    def line_of(self, line: int) -> int:
        """Return the line in the file of line `line` (from 0) of the text."""
        return self.lines[min(line, len(self.lines) - 1)] if self.lines else 1


_STEPS: tuple[Callable[[Sequence[SourceLine], str], tuple[list[SourceLine], list[Notice]]], ...] = (
    without_markup,
    set_aside_page_furniture,
    join_hyphenated,
    part_divisions,
    mend_misreadings,
    mend_markers,
    tell_deep_markers,
    part_run_on_lines,
)


def prepare(text: str, path: str) -> Source:
    """Return the text of a file as the parser wants it; `path` is what the notices name."""
    text = re.sub(r"\r\n?", "\n", text)
    front = _FRONT_MATTER.match(text)
    head = text[: front.end()].split("\n")[:-1] if front else []
    numbered = [SourceLine(line, n) for n, line in enumerate(text.split("\n"), start=1)]
    lines, waivers = set_aside_waivers(numbered[len(head) :], path)
    notices = list[Notice]()
    for step in _STEPS:
        lines, found = step(lines, path)
        notices += found
    kept = [*numbered[: len(head)], *lines]
    return Source(
        "\n".join(line.text for line in kept),
        tuple(line.number for line in kept),
        tuple(notices),
        tuple(waivers),
    )
