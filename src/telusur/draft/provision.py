"""The units of a regulation that trace links lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from telusur.draft.model import Clause, Provision, Regulation

MARKERS = {
    "ayat": "({})",
    "huruf": "{}.",
    "angka": "{}.",
    "subhuruf": "{})",
    "subangka": "{})",
}


def provisions(regulation: Regulation) -> tuple[Provision, ...]:
    """Return each normative ayat, and each normative Pasal without ayat, in reading order."""
    below: dict[str | None, list[Clause]] = defaultdict(list)
    by_id = {clause.id: clause for clause in regulation.linkable}
    for clause in regulation.linkable:
        below[clause.parent_id].append(clause)
    return tuple(
        Provision(clause.id, _whole_text(clause, below), _headings(clause, by_id))
        for clause in regulation.linkable
        if clause.normative and _is_unit(clause, below[clause.id])
    )


def _is_unit(clause: Clause, children: Sequence[Clause]) -> bool:
    if clause.level == "pasal":
        return not any(child.level == "ayat" for child in children)
    return clause.level == "ayat"


def _whole_text(clause: Clause, below: dict[str | None, list[Clause]]) -> str:
    """Return the clause's words with its items between those that lead in and those that close."""
    items = [
        f"{MARKERS[item.level].format(item.number)} {_whole_text(item, below)}"
        for item in below.get(clause.id, ())
    ]
    lines = clause.text.split("\n")
    lead = next((n for n, line in enumerate(lines, 1) if line.endswith(":")), 1)
    return " ".join(part for part in (*lines[:lead], *items, *lines[lead:]) if part)


def _headings(clause: Clause, by_id: dict[str, Clause]) -> str:
    """Return the titles above the clause, outermost first."""
    titles: list[str] = []
    parent_id = clause.parent_id
    while parent_id is not None:
        parent = by_id[parent_id]
        if parent.level in ("buku", "bab", "bagian", "paragraf") and parent.heading:
            titles.insert(0, parent.heading)
        parent_id = parent.parent_id
    return " – ".join(titles)
