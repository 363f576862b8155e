"""In which lines of a draft's files its clauses and the lines around them begin."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from telusur.draft.model import Clause, Ending, Preamble, Regulation, Signature, TextLine


class Units:
    """Where each clause, and each line of the opening and the ending, begins."""

    def __init__(self, regulation: Regulation) -> None:
        begins: dict[str, set[int]] = defaultdict(set)
        units: list[Clause | TextLine] = [*regulation.clauses]
        units += lines_outside(regulation.preamble, regulation.ending)
        for unit in units:
            begins[unit.path].add(unit.line)
        self._begins = {path: sorted(lines) for path, lines in begins.items()}

    def around(self, path: str, line: int) -> tuple[int, int | None]:
        """Return the first line of what stands in a line, and the line in which the next begins.

        Before the first of a file, that is the first; None where nothing follows.
        """
        begins = self._begins.get(path, [])
        following = max(bisect_right(begins, line), 1)
        return (
            begins[following - 1] if begins else line,
            begins[following] if following < len(begins) else None,
        )


def lines_outside(*parts: Preamble | Ending | Signature) -> Iterator[TextLine]:
    """Yield every line of the opening and the ending."""
    for part in parts:
        for name in type(part).__slots__:
            value = getattr(part, name)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, TextLine):
                    yield each
                elif isinstance(each, Signature):
                    yield from lines_outside(each)
                elif each is not None:  # a Lampiran
                    yield each.heading
                    yield from each.lines
