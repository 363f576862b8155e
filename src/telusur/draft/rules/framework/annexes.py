"""Lampiran (rules 192 to 197)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule, whole

_DECLARED = re.compile(
    r"\bLampiran\b[^.;]{0,300}\bbagian\s+(?:yang\s+)?(?:tidak|tak)\s+terpisahkan\b", re.DOTALL
)
_DECLARED_LOOSELY = re.compile(
    r"\bLampiran\b(?!\s+(?:Peraturan|Undang))[^.;]{0,300}\bini\b", re.DOTALL
)
_NUMBERED = re.compile(r"LAMPIRAN\s+(?P<number>[IVXLC]+)\b")
_HEADED = re.compile(r"LAMPIRAN\b(?:\s+(?P<number>\w+))?", re.IGNORECASE)


@rule(
    "192",
    "warning",
    "lampiran dinyatakan bagian tidak terpisahkan dari peraturan",
    "a Lampiran is declared an inseparable part of the regulation",
)
def declared(draft: Manuscript) -> Iterator[Case]:
    annexes = draft.regulation.ending.annexes
    if not annexes:
        return
    if any(_DECLARED.search(clause.text) for clause in draft.clauses):
        yield None
        return
    loose = next(
        ((clause, match) for clause in draft.clauses
         if (match := _DECLARED_LOOSELY.search(clause.text))), None
    )  # fmt: skip
    spot = found(*loose) if loose else whole(annexes[0].heading)
    yield Hit(
        spot,
        "nyatakan dalam pasal: “dalam Lampiran yang merupakan bagian tidak terpisahkan dari … ini”",
        "say in a Pasal: “dalam Lampiran yang merupakan bagian tidak terpisahkan dari … ini”",
    )


@rule(
    "194",
    "warning",
    "beberapa lampiran bernomor Romawi",
    "several Lampiran have Roman numerals",
)
def numbered(draft: Manuscript) -> Iterator[Case]:
    annexes = draft.regulation.ending.annexes
    for annex in annexes if len(annexes) > 1 else ():
        if _NUMBERED.match(annex.heading.text):
            yield None
        else:
            match = _HEADED.match(annex.heading.text)
            yield Hit(
                found(annex.heading, match) if match else whole(annex.heading),
                "nomori lampiran dengan angka Romawi: “LAMPIRAN I”",
                "number the Lampiran in Roman numerals: “LAMPIRAN I”",
            )
