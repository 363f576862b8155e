"""Kecamatan, kelurahan and desa that a report names without saying what they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from telusur.extract.gazetteer import places_below
from telusur.publish.rules.staying.persons import speaks
from telusur.publish.text.folding import fold

_WORD = r"[A-Z][\w'-]*"
_RUN = re.compile(rf"(?<![\w@./-]){_WORD}(?:[ ]{_WORD})*")
_HEAD = re.compile(
    r"(?:Camat|Sekcam|Lurah|Kades|Sekdes|Kepala[ ](?:Desa|Kelurahan)|Sekretaris[ ](?:Desa|Camat)|"
    r"Kecamatan|Kelurahan|Desa|Puskesmas|CAMAT|LURAH|KADES|KECAMATAN|KELURAHAN|DESA)[ ]"
)
_LONGEST = 3
"""Words in the name of a small place, at most."""


def localities_in(
    text: str, regencies: Collection[str], named: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Yield places in the kabupaten and kota with these codes, as far as they are no people.

    A kecamatan may stand by itself, and so may what the text calls a desa elsewhere (`named`). Any
    other desa needs its kecamatan beside it (`Burat Kepil`) or its head (`Kades Kuripan`), because
    many are called like people.
    """
    districts, villages = _names(regencies)
    if not districts and not named:
        return
    alone = districts | {_key(name) for name in named}
    folded = fold(text)
    seen = folded.text
    for run in _RUN.finditer(seen):
        at = run.start()
        while at < run.end():
            found = _longest(seen, at, run.end(), alone, villages, districts)
            if found is None:
                at = seen.find(" ", at, run.end()) + 1 or run.end()
            else:
                start, at, sure = found
                if sure or not speaks(seen, start, at):
                    yield folded.origin(start, at)
                at += 1


def _names(regencies: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
    below = [places_below(regency) for regency in sorted(regencies)]
    return (
        frozenset().union(*(districts for districts, _ in below)),
        frozenset().union(*(villages for _, villages in below)),
    )


def _longest(
    seen: str,
    at: int,
    last: int,
    alone: Collection[str],
    villages: Collection[str],
    districts: Collection[str],
) -> tuple[int, int, bool] | None:
    """The span of the place that begins at `at`, with what is beside it; and whether that makes
    sure that it is one."""
    head = _HEAD.match(seen, at)
    start = head.end() if head else at
    for end in reversed(_ends(seen, start, last)):
        name = _key(seen[start:end])
        if name in alone or (head and name in villages):
            return at, end, head is not None
        if name in villages:
            for further in reversed(_ends(seen, end + 1, last)):
                if _key(seen[end + 1 : further]) in districts:
                    return at, further, True
    return None


def _ends(seen: str, start: int, last: int) -> list[int]:
    """Where the next one, two, three words end."""
    ends: list[int] = []
    at = start
    while at < last and len(ends) < _LONGEST:
        blank = seen.find(" ", at, last)
        end = blank if blank >= 0 else last
        ends.append(end)
        at = end + 1
    return ends


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
