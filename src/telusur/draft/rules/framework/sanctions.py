"""Criminal sanctions (rules 112 to 126)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule

_PUNISHES = re.compile(
    r"\b(?:dipidana|diancam|dikenai|dikenakan)\s+(?:dengan\s+)?(?:sanksi\s+)?"
    r"(?:pidana\s+(?:penjara|kurungan|denda|mati|tutupan|paling)|(?:penjara|kurungan)\b)"
)
_OF_A_PERSON = re.compile(
    r"\b(?:tidak\s+pernah|tidak\s+sedang|belum\s+pernah|pernah|telah|sedang|tidak)\s+$"
)


@rule(
    "117",
    "error",
    "sanksi pidana hanya dalam undang-undang dan peraturan daerah",
    "criminal sanctions stand only in laws and in regional regulations",
)
def criminal_sanctions(draft: Manuscript) -> Iterator[Case]:
    if draft.kind is None or draft.kind.may_punish:
        return
    for clause in draft.clauses:
        for match in _PUNISHES.finditer(clause.text):
            if _OF_A_PERSON.search(clause.text[max(match.start() - 30, 0) : match.start()]):
                yield None
            else:
                yield Hit(
                    found(clause, match),
                    f"{draft.kind.name} tidak dapat memuat sanksi pidana",
                    f"a {draft.kind.name} cannot hold criminal sanctions",
                )
