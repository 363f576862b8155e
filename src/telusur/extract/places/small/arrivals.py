"""Where the writers of a report were when they wrote: what follows is about that place.

`Udah di kantor camat …`, or a message that begins with a place's name. In a chat each sender is
somewhere of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

from telusur.extract.places.small.bare import SmallerPlace

_ARRIVED = re.compile(
    r"(?i)\b(?:sudah|udah|udh|sdh|lagi|sedang|skrg|sekarang|kini|tiba|sampai|sampe|posisi|ini|lanjut"
    r"|merapat|mampir|geser|pindah|masih|baru (?:sampai|tiba)|ngobrol|wawancara|ketemu)\s+"
    r"(?:di|ke|sama|sm|dengan|dgn)\s+(?:(?!dari\b|ke\b)[\w.]+\s+){0,4}\Z"
    r"|\b(?:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir|selanjutnya|berikutnya)\b[^.\n]{0,25}"
    r"\b(?:di|ke)\s+(?:\w+\s+){0,2}\Z"
)
_LOOK_BACK = 70
_SAYS_WHERE = re.compile(r"\s*\.\s|\s*\n")
_FAR = 4000
"""Characters after which a reader would no longer know where the writer is."""


class Arrivals:
    """The places where the writers say that they are, by position."""

    def __init__(
        self,
        text: str,
        places: Sequence[SmallerPlace],
        begins: Callable[[int], bool],
        sender: Callable[[int], str | None],
    ) -> None:
        """`begins` tells whether a passage begins at a position, `sender` who wrote it."""
        self._sender = sender
        self._of: dict[str | None, list[tuple[int, SmallerPlace]]] = defaultdict(list)
        for one in places:
            before = text[max(0, one.start - _LOOK_BACK) : one.start]
            line = before[before.rfind("\n") + 1 :]
            leads = begins(one.start) and _SAYS_WHERE.match(text, one.end) is not None
            if leads or _ARRIVED.search(line):
                self._of[sender(one.start)].append((one.start, one))

    def __bool__(self) -> bool:
        return bool(self._of)

    def last(self, position: int, first: int) -> SmallerPlace | None:
        """Return where the writer of the words at `position` was last said to be, from `first`."""
        said = self._of.get(self._sender(position), [])
        at = bisect_right(said, position, key=lambda one: one[0]) - 1
        if at < 0 or said[at][0] < max(first, position - _FAR):
            return None
        return said[at][1]
