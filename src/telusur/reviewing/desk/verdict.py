"""What somebody says of a link, before it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from telusur.triage import Pair

Word = Literal["accept", "reject", "unsure", "withdraw"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement of one pair."""

    pair: Pair
    word: Word
    note: str = ""
    question: str = ""
    to: str = ""
