"""Which clauses set a norm, and so may need evidence from the field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from telusur.draft.outline.tree import DIVISIONS, Node

_DEFINES = re.compile(r"\byang dimaksud dengan\b", re.IGNORECASE)
_REGULATION = r"(?:Peraturan|Undang-Undang|Keputusan|Instruksi)\b[^.;:]{0,80}?\bini"
_STATES_PURPOSE = re.compile(
    rf"{_REGULATION}\s+(?:bertujuan|dimaksudkan|disusun\s+(?:untuk|dengan)|mengatur)\b"
    rf"|^(?:Maksud|Tujuan|Ruang lingkup)\b[^.;:]{{0,80}}?{_REGULATION}",
    re.IGNORECASE,
)
_PURPOSE_WORDS = re.compile(
    r"\b(?:bertujuan|dimaksudkan\s+(?:untuk|sebagai|agar))\b|^(?:Maksud|Tujuan|Ruang lingkup)\b",
    re.IGNORECASE,
)
_PURPOSE_TITLE = re.compile(r"\b(?:KETENTUAN UMUM|MAKSUD|TUJUAN|RUANG LINGKUP)\b", re.IGNORECASE)
_CLOSING_TITLE = re.compile(r"\bPENUTUP\b", re.IGNORECASE)
_CLOSES = re.compile(
    rf"^{_REGULATION}\s+mulai\s+berlaku\b|\bdicabut\s+dan\s+dinyatakan\s+tidak\s+berlaku\b"
    r"|^\W*dihapus\W*$",
    re.IGNORECASE,
)


def normative_nodes(nodes: Sequence[Node], texts: Mapping[Node, str]) -> set[Node]:
    """Return the nodes that set a norm; `texts` are their own words, printed.

    Items are as normative as the unit that governs them. A Pasal that consists of ayat sets a
    norm if one of them does.
    """
    normative: set[Node] = set()
    # The norms of a regulation that amends are those it quotes, not the orders to change them.
    orders = {above for node in nodes if node.quoted for above in _own_units_above(node)}
    for node in nodes:
        if node in orders:
            is_norm = False
        elif node.level in DIVISIONS:
            is_norm = node.level == "pasal" and _sets_norm(node, texts[node])
        elif node.level == "ayat":
            governed_by_norm = not (node.parent and texts[node.parent]) or node.parent in normative
            is_norm = governed_by_norm and _sets_norm(node, texts[node])
        else:
            is_norm = node.parent in normative
        if is_norm:
            normative.add(node)
    for node in nodes:
        if node.level == "ayat" and node in normative and node.parent and node.parent not in orders:
            normative.add(node.parent)
    return normative


def _own_units_above(node: Node) -> Iterator[Node]:
    unit = node.parent
    while unit is not None:
        if not unit.quoted:
            yield unit
        unit = unit.parent


def _sets_norm(node: Node, text: str) -> bool:
    titles = _titles_above(node)
    if not text and not (node.children and node.children[0].level != "ayat"):
        return False
    if any(_CLOSING_TITLE.search(title) for title in titles):
        return False
    if any(_PURPOSE_TITLE.search(title) for title in titles) and _PURPOSE_WORDS.search(text):
        return False
    return not any(pattern.search(text) for pattern in (_DEFINES, _STATES_PURPOSE, _CLOSES))


def _titles_above(node: Node) -> list[str]:
    """Return the titles that the node stands under, innermost first."""
    unit, titles = node.parent, []
    while unit is not None:
        titles.append("".join(piece for piece in unit.title if isinstance(piece, str)))
        unit = unit.parent
    return titles
