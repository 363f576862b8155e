"""What provisions rest on, as tables show it: evidence, suggestions, a reason, or nothing."""

from __future__ import annotations

from collections.abc import Mapping

from telusur.draft.model import Clause
from telusur.handover.reading import Evidence
from telusur.handover.tables.table import Look
from telusur.handover.words import RESTS
from telusur.store.standing import OF_PROVISIONS


def stands_of(evidence: Evidence) -> dict[str, str]:
    """What each provision rests on, as the store tells it (`OF_PROVISIONS`)."""
    best = dict.fromkeys(evidence.provisions, "none")
    best |= dict.fromkeys(evidence.provisions & evidence.gaps.keys(), "justified")
    for link in evidence.links:
        if link.standing == "rejected" or link.clause.id not in best:
            continue
        if better(link.standing, best[link.clause.id]):
            best[link.clause.id] = link.standing
    return best


def better(one: str, other: str) -> bool:
    return OF_PROVISIONS.index(one) < OF_PROVISIONS.index(other)


def pasal_state(evidence: Evidence, pasal: Clause, stands: Mapping[str, str]) -> tuple[str, Look]:
    """What a Pasal rests on: its own words, or those of its ayat."""
    found = [stands[one.id] for one in (pasal, *evidence.draft.below(pasal)) if one.id in stands]
    if not found:
        return "bukan norma", "plain"
    worst = max(found, key=OF_PROVISIONS.index)
    if len(set(found)) == 1:
        return state_of(worst)
    with_evidence = found.count("accepted")
    return f"ada bukti: {with_evidence} dari {len(found)} ayat", state_of(worst)[1]


def state_of(standing: str | None) -> tuple[str, Look]:
    return (RESTS[standing], _LOOKS.get(standing, "plain")) if standing else ("", "plain")


_LOOKS: dict[str, Look] = {
    "justified": "justified", "strong": "suggested", "weak": "suggested", "none": "gap",
}  # fmt: skip
