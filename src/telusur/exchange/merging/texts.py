"""The files of a draft while edits are gathered for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from telusur.draft.model import Clause, Regulation
from telusur.draft.units import Units
from telusur.exchange.merging.wording import Edit


@dataclass(slots=True)
class File:
    """A file, and what shall change in it."""

    path: Path
    text: str
    edits: list[Edit] = field(default_factory=list)
    moves: list[tuple[int, int, int]] = field(default_factory=list)
    """What moves: from where to where (characters), and where it is put."""
    starts: list[int] = field(default_factory=list)
    """Where each line begins, in characters."""

    def __post_init__(self) -> None:
        self.starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]

    def at(self, line: int | None) -> int:
        """Return where a line (from 1) begins; the end of the file for None or beyond it."""
        return self.starts[line - 1] if line and line <= len(self.starts) else len(self.text)

    def edited(self) -> str:
        """Return the text with all edits, and what moves at its new place."""
        edits = list(self.edits)
        for start, end, at in self.moves:
            inside = [each for each in edits if start <= each.start and each.end <= end]
            moved = _applied(self.text, start, end, inside).rstrip()
            edits = [each for each in edits if each not in inside]
            edits += [Edit(start, end, ""), Edit(at, at, f"{self.break_ * 2}{moved}")]
        return _applied(self.text, 0, len(self.text), edits)

    @property
    def break_(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"


def _applied(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    pieces, at = list[str](), start
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < at:
            continue  # within what is deleted
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:end]])


class Texts:
    """All files of a draft."""

    def __init__(self, draft: Path, regulation: Regulation, paths: Sequence[Path]) -> None:
        self._units = Units(regulation)
        self._clauses = regulation.clauses
        self.files = {
            path.relative_to(draft).as_posix(): File(path, path.read_bytes().decode("utf-8"))
            for path in paths
        }

    def segment(self, clause: Clause) -> tuple[File, int, int]:
        """Return where a clause stands without those below it: file, begin, end (characters)."""
        file = self.files[clause.path]
        _, following = self._units.around(clause.path, clause.line)
        return file, file.at(clause.line), file.at(following)

    def shares_line(self, clause: Clause) -> bool:
        """Whether another clause begins in the same line."""
        return (
            sum((each.path, each.line) == (clause.path, clause.line) for each in self._clauses) > 1
        )

    def outside(self) -> Iterator[tuple[File, int, int]]:
        """Yield what stands before the first clause of each file, and behind the last."""
        for name, file in self.files.items():
            lines = [each.line for each in self._clauses if each.path == name]
            yield file, 0, file.at(min(lines, default=None))
            if lines:
                _, following = self._units.around(name, max(lines))
                yield file, file.at(following), len(file.text)

    def changed(self) -> dict[Path, tuple[str, str]]:
        """Return the files that change: what they held, and what they hold now."""
        edited = {file.path: (file.text, file.edited()) for file in self.files.values()}
        return {path: both for path, both in edited.items() if both[0] != both[1]}
