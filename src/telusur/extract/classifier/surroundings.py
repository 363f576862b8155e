"""What stands around a clause, as numbers: its neighbours, what leads in, the whole report.

A sentence of bare cues says little; that it follows "di antaranya:", that its neighbours complain,
or that the whole report is about one subject, says more. Where there is nothing to look at (the
first clause has none before it), the number is missing, NaN, and says nothing either way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING, Any

from telusur.extract.classifier.features import against, of_challenges, of_kinds
from telusur.extract.judgement.signals import Signals

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

Said = tuple[str, Signals]
"""A clause in its words, and the cues in it."""

_ANNOUNCES = re.compile(
    r":\s*$|antara lain|sebagai berikut|yakni|yaitu|sejumlah|beberapa|di ?antaranya|meliputi",
    re.IGNORECASE,
)
"""A sentence with such words may announce a list."""
_GOES_ON = re.compile(
    r"\W*(?:pertama|kedua|ketiga|keempat|kelima|berikutnya|selanjutnya|terakhir|lalu|kemudian"
    r"|sedang(?:kan)?|serta|juga|dan|begitu|demikian|selain)\b",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(
    r"\W*(?:hal (?:ini|itu|tersebut)|ini|itu|tersebut|dengan (?:begitu|demikian|adanya)"
    r"|karena itu|oleh karena|sehingga|untuk itu|maka)\b",
    re.IGNORECASE,
)
_BARE_DEED = re.compile(r"\W*(?:me[a-z]+(?:kan|i)?|pe[a-z]+an|di[a-z]+kan)\b", re.IGNORECASE)
"""`Menyediakan …`, `Penguatan …`: how the items of a list begin."""
_LOOK_BACK = 6
"""So many clauses before may belong to the same list."""
_LEAD = 4
"""So many of them may lead in."""
_OPENING = 12
"""Characters in which the first two words of parallel sentences agree."""


def surroundings(
    clauses: Sequence[Said], kinds: Sequence[str], challenges: Sequence[str]
) -> dict[str, Array]:
    """Return what stands around each clause of one report, in blocks of one row a clause.

    `clauses` are all of the report, in order of position.
    """
    import numpy as np

    said = np.array([_summary(signals, kinds) for _, signals in clauses], float)
    bearing = np.array([of_challenges(signals, challenges) for _, signals in clauses], float)
    alone = len(clauses) < 2
    rows = range(len(clauses))
    lead = [[np.nan] * 10 if alone else _lead(clauses, row) for row in rows]
    position = [[np.nan] * 7 if alone else _position(row, len(clauses)) for row in rows]
    return {
        "before": _shifted(said, 1),
        "after": _shifted(said, -1),
        "lead": np.array(lead, float),
        "position": np.array(position, float),
        "report": _of_the_others(said),
        "challenges_beside": _beside(bearing),
        "challenges_of_report": _of_the_others(bearing),
    }


def _summary(signals: Signals, kinds: Sequence[str]) -> list[float]:
    of_all = min(sum(signals.challenges.values()), 10.0) / 5
    return [*of_kinds(signals, kinds), *against(signals), float(signals.spoken), of_all]


def _shifted(rows: Array, by: int) -> Array:
    """Return each row's neighbour: the one before (1) or after (-1); NaN where there is none."""
    import numpy as np

    moved = np.roll(rows, by, axis=0)
    moved[0 if by > 0 else -1] = np.nan
    return moved


def _beside(rows: Array) -> Array:
    """Return the mean of each row's neighbours, or the only one; NaN where there is none."""
    import numpy as np

    if len(rows) < 2:
        return np.full_like(rows, np.nan)
    sums = np.zeros_like(rows)
    sums[1:] += rows[:-1]
    sums[:-1] += rows[1:]
    sums[1:-1] /= 2
    return sums


def _of_the_others(rows: Array) -> Array:
    """Return the mean of all rows but its own."""
    import numpy as np

    if len(rows) < 2:
        return np.full_like(rows, np.nan)
    mean: Array = (rows.sum(axis=0) - rows) / (len(rows) - 1)
    return mean


def _lead(clauses: Sequence[Said], row: int) -> list[float]:
    """Say whether the clause is part of an enumeration, and whether what leads in asks."""
    clause, signals = clauses[row]
    sentence = signals.sentence
    back = [one for _, one in clauses[max(0, row - _LOOK_BACK) : row]]
    lead = back[-_LEAD:]
    last = next((one.sentence for one in reversed(back) if one.sentence != sentence), "")
    asked = max((one.kinds.get("kebutuhan", 0.0) for one in lead), default=0.0) / 3
    bare = bool(_BARE_DEED.match(clause))
    following = clauses[row + 1][1].sentence if row + 1 < len(clauses) else None
    return [
        last.rstrip().endswith(":"),
        bool(_ANNOUNCES.search(last)),
        sum(bool(_ANNOUNCES.search(one.sentence)) for one in lead) / 2,
        bool(_GOES_ON.match(sentence)),
        bare,
        bare * asked,
        asked,
        any(_opening(one.sentence) == _opening(sentence) for one in back[-2:]),
        following is not None and _opening(following) == _opening(sentence),
        bool(_REFERS_BACK.match(sentence)),
    ]


def _opening(sentence: str) -> str:
    return " ".join(re.findall(r"\w+", sentence.lower()[:80])[:2])[:_OPENING]


def _position(row: int, count: int) -> list[float]:
    share = row / (count - 1)
    return [
        row == 0,
        row == 1,
        row == count - 1,
        row == count - 2,
        share,
        share * share,
        log(count) / 3,
    ]
