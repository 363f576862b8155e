"""Takes hidden stretches out of a text, and says where everything else has gone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telusur.publish.model import TOKENS, Hidden


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text without what is hidden, and the way from old offsets to new ones."""

    text: str
    hidden: tuple[Hidden, ...]
    """What was taken out, in order, with offsets into the old text."""
    _begins: tuple[int, ...]
    """Where each token begins in the new text."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `old[start:end]` stands in the new text.

        A span that begins or ends inside something hidden takes the whole token in its place. An
        empty span stays empty.
        """
        new_start = self._moved(start, to_end=False)
        return (
            (new_start, new_start) if start == end else (new_start, self._moved(end, to_end=True))
        )

    def touched(self, start: int, end: int) -> bool:
        """Whether anything in `old[start:end]` is hidden."""
        return any(one.start < end and start < one.end for one in self.hidden)

    def _moved(self, offset: int, *, to_end: bool) -> int:
        number = bisect_right([one.start for one in self.hidden], offset) - 1
        if number < 0:
            return offset
        one, begins = self.hidden[number], self._begins[number]
        length = len(TOKENS[one.rule])
        if offset >= one.end:
            return begins + length + offset - one.end
        inside = offset > one.start or not to_end
        return begins + length if to_end and inside else begins


def rewrite(text: str, hidden: Iterable[Hidden]) -> Rewritten:
    """Put a token in the place of each hidden stretch; those that overlap become one."""
    merged = merge(text, hidden)
    parts, begins, at, length = [], [], 0, 0
    for one in merged:
        parts += [text[at : one.start], TOKENS[one.rule]]
        begins.append(length + one.start - at)
        length += one.start - at + len(TOKENS[one.rule])
        at = one.end
    parts.append(text[at:])
    return Rewritten("".join(parts), tuple(merged), tuple(begins))


def merge(text: str, hidden: Iterable[Hidden]) -> Sequence[Hidden]:
    """Join what overlaps; the longest gives the rule. what stands side by side too."""
    merged: list[Hidden] = []
    for one in sorted(hidden, key=lambda it: (it.start, -it.end)):
        last = merged[-1] if merged else None
        if last and (
            one.start < last.end
            or (one.rule == last.rule and not text[last.end : one.start].strip(" \u00a0"))
        ):
            longest = max(last, one, key=lambda it: it.end - it.start)
            end = max(last.end, one.end)
            merged[-1] = Hidden(last.start, end, longest.rule, longest.why)
        else:
            merged.append(one)
    return merged
