"""Regulations that amend another one (rules 230 to 241)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.model import Clause
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule, whole

_BETWEEN_PASAL = re.compile(
    r"[Dd]i\s*antara\s+Pasal\s+(?P<low>\d+)(?P<letter>[A-Z]?)\s+dan\s+Pasal\s+\d+[A-Z]?\s+disisipkan"
    r"[^.:]*?\b(?:yakni|yaitu)\s+(?P<new>Pasal\s+(?P<number>\d+)(?P<suffix>[A-Z]{0,2}))"
)
_BETWEEN_AYAT = re.compile(
    r"[Dd]i\s*antara\s+ayat\s+\((?P<low>\d+)(?P<letter>[a-z]?)\)\s+dan\s+ayat\s+\(\d+[a-z]?\)"
    r"[^.:]{0,120}?disisipkan[^.:]{0,120}?\b(?:yakni|yaitu)\s+"
    r"(?P<new>ayat\s+\((?P<number>\d+)(?P<suffix>[a-z]{0,2})\))"
)
_DELETES_AYAT = re.compile(r"\b[Aa]yat\s+\((?P<number>\d+[a-z]?)\)\s+dihapus\b")
_DELETED = re.compile(r"^\W*[Dd]ihapus\W*$")
_ROMAN = re.compile(r"[IVX]+")


@rule(
    "233",
    "warning",
    "pasal peraturan perubahan bernomor Romawi: Pasal I dan Pasal II",
    "the Pasal of an amending regulation have Roman numerals: Pasal I and Pasal II",
)
def roman_pasal(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if not draft.amends or clause.level != "pasal" or clause.quoted:
            continue
        if _ROMAN.fullmatch(clause.number):
            yield None
        else:
            yield Hit(
                whole(clause),
                f"nomori pasal peraturan perubahan dengan angka Romawi, bukan “{clause.number}”",
                f"number the Pasal of an amending regulation in Roman numerals, not "
                f"“{clause.number}”",
            )


@rule(
    "234",
    "warning",
    "pasal sisipan bernomor pasal di depannya dengan huruf kapital: `Pasal 128A`",
    "an inserted Pasal has the number before it with a capital letter: `Pasal 128A`",
)
def inserted_pasal(draft: Manuscript) -> Iterator[Case]:
    yield from _insertions(draft, _BETWEEN_PASAL, "Pasal {}A")


@rule(
    "235",
    "warning",
    "ayat sisipan bernomor ayat di depannya dengan huruf kecil: `ayat (1a)`",
    "an inserted ayat has the number before it with a small letter: `ayat (1a)`",
)
def inserted_ayat(draft: Manuscript) -> Iterator[Case]:
    yield from _insertions(draft, _BETWEEN_AYAT, "ayat ({}a)")


def _insertions(draft: Manuscript, between: re.Pattern[str], form: str) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in between.finditer(clause.text) if not clause.quoted else ():
            if match["number"] == match["low"] and match["suffix"]:
                yield None
            else:
                right = form.format(match["low"])
                yield Hit(
                    found(clause, match, "new"),
                    f"ketentuan sisipan bernomor “{right}” dan seterusnya",
                    f"what is inserted is numbered “{right}” and so on",
                )


@rule(
    "236",
    "warning",
    "ayat yang dihapus tetap dicantumkan dengan keterangan `Dihapus`",
    "a deleted ayat stays, as `Dihapus`",
)
def deleted_units(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.quoted:
            continue
        quoted = list(_quoted_ayat(draft, clause))
        for match in _DELETES_AYAT.finditer(clause.text) if quoted else ():
            kept = [ayat for ayat in quoted if ayat.number == match["number"]]
            if any(_DELETED.match(ayat.text) for ayat in kept):
                yield None
            else:
                yield Hit(
                    found(clause, match),
                    f"cantumkan “({match['number']}) Dihapus.” dalam pasal yang diubah",
                    f"keep “({match['number']}) Dihapus.” in the Pasal that is amended",
                )


def _quoted_ayat(draft: Manuscript, clause: Clause) -> Iterator[Clause]:
    """Yield the ayat of the Pasal that a clause quotes."""
    for pasal in draft.below.get(clause.id, ()):
        if pasal.quoted:
            yield from (ayat for ayat in draft.below.get(pasal.id, ()) if ayat.level == "ayat")
