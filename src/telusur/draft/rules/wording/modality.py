"""Words of duty and permission: berhak, dapat, wajib, harus, dilarang (rules 265 to 270)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule

_MODAL = r"(?:berhak|berwenang|dapat|wajib|harus|dilarang)"
_SIDE_BY_SIDE = re.compile(
    rf"\b(?P<one>{_MODAL})\s+(?P<other>{_MODAL})\b(?<!dapat\s)(?!-)", re.IGNORECASE
)
_DUTY = re.compile(r"\bwajib\b(?!\s+(?:pajak|retribusi|bayar|belajar|lapor))")
_ANY_MODAL = re.compile(rf"\b{_MODAL}\b")
_SANCTION = re.compile(
    r"\b(?:sanksi|dikenai|dikenakan|dipidana|denda|teguran|peringatan\s+tertulis|pencabutan\s+izin"
    r"|hukuman\s+disiplin)\b",
    re.IGNORECASE,
)


@rule(
    "265",
    "warning",
    "satu norma memakai satu kata: berhak, berwenang, dapat, wajib, harus, atau dilarang",
    "a norm has one modal word: berhak, berwenang, dapat, wajib, harus or dilarang",
)
def modal_words_side_by_side(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        clash = _SIDE_BY_SIDE.search(clause.text)
        if clash:
            yield Hit(
                found(clause, clash),
                f"pilih salah satu: “{clash['one']}” atau “{clash['other']}”",
                f"choose one of “{clash['one']}” and “{clash['other']}”",
            )
        elif _ANY_MODAL.search(clause.text):
            yield None


@rule(
    "268",
    "info",
    "kewajiban (`wajib`) disertai sanksi",
    "a duty (`wajib`) has a sanction",
)
def duty_without_sanction(draft: Manuscript) -> Iterator[Case]:
    sanctioned = _sanctioned_pasal(draft)
    for clause in draft.clauses:
        match = _DUTY.search(clause.text)
        pasal = draft.pasal(clause)
        if match is None or pasal is None or clause.id in draft.definitions:
            continue
        if pasal.id in sanctioned:
            yield None
        else:
            yield Hit(
                found(clause, match),
                f"tidak ada sanksi untuk kewajiban dalam {pasal.label}; tambahkan, atau tulis "
                "“harus” bila ini syarat",
                f"no sanction for the duty in {pasal.label}; add one, or write “harus” where it "
                "is a condition",
            )


def _sanctioned_pasal(draft: Manuscript) -> set[str]:
    """Return the ids of the Pasal that speak of sanctions, or that such a Pasal refers to."""
    speaking = set()
    for clause in draft.clauses:
        pasal = draft.pasal(clause)
        if pasal is not None and _SANCTION.search(clause.text):
            speaking.add(pasal.id)
    referred: dict[str, set[str]] = defaultdict(set)
    for reference in draft.regulation.references:
        if reference.to_clause is None:
            continue
        origin = draft.pasal(draft.by_id[reference.from_clause])
        target = draft.pasal(draft.by_id[reference.to_clause])
        if origin is not None and target is not None:
            referred[origin.id].add(target.id)
    return speaking.union(*(referred[each] for each in speaking))
