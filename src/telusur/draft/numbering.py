"""Numbers, ids and citations of clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from telusur.draft.numerals import from_ordinal, from_roman, ordinal, roman
from telusur.draft.tree import Node

_CITED = {
    "bab": "BAB {}",
    "bagian": "Bagian {}",
    "paragraf": "Paragraf {}",
    "pasal": "Pasal {}",
    "ayat": "ayat ({})",
    "huruf": "huruf {}",
    "angka": "angka {}",
    "subhuruf": "huruf {})",
    "subangka": "angka {})",
}


def assign_numbers(nodes: Iterable[Node]) -> None:
    """Set the number of every node: as written, or one more than that of its predecessor.

    Pasal and bab run through the regulation, a bagian through its bab, a paragraf through its
    bagian.
    """
    last: dict[tuple[str, Node | None], int] = {}
    for node in nodes:
        series = (node.level, node.parent if node.level in ("bagian", "paragraf") else None)
        if node.written_number is not None:
            node.number = _as_printed(node.level, node.written_number)
            last[series] = _value(node)
        else:
            last[series] = last.get(series, 0) + 1
            node.number = _spell(node.level, last[series])


def assign_ids(nodes: Sequence[Node]) -> dict[str, Node]:
    """Set the id of every node, and return what each id or other way to name a node leads to.

    A label is an id. Everything else is named by its number below its parent; where a draft has
    the same number twice, the later one gets `-2`.
    """
    by_name = {node.label: node for node in reversed(nodes) if node.label}
    taken = set(by_name)
    suffixes: dict[str, Iterator[str]] = {}
    for node in nodes:
        path = _path(node)
        if node.label:
            node.id = node.label
        else:
            names = suffixes.setdefault(path, _with_suffixes(path))
            node.id = next(name for name in names if name not in taken)
            taken.add(node.id)
            by_name[node.id] = node
        by_name.setdefault(path, node)
    return by_name


def cite(node: Node) -> str:
    """Return how a lawyer cites the node: `Pasal 7 ayat (2) huruf a`, `BAB II Bagian Kesatu`."""
    own = _CITED[node.level].format(node.number)
    stands_alone = node.level in ("bab", "pasal") or node.parent is None
    return own if stands_alone or node.parent is None else f"{cite(node.parent)} {own}"


def _path(node: Node) -> str:
    value = str(_value(node)) if node.level in ("bab", "bagian") else node.number.lower()
    own = f"{node.level}-{value}"
    is_top = node.level in ("bab", "pasal") or node.parent is None
    return own if is_top or node.parent is None else f"{node.parent.id}.{own}"


def _with_suffixes(path: str) -> Iterator[str]:
    yield path
    count = 2
    while True:
        yield f"{path}-{count}"
        count += 1


def _as_printed(level: str, written: str) -> str:
    if level == "bagian":
        return " ".join(written.split()).title()
    return written.upper() if level in ("bab", "pasal") else written


def _value(node: Node) -> int:
    if node.level == "bagian":
        return from_ordinal(node.number)
    if digits := re.match(r"\d+", node.number):
        return int(digits[0])
    return from_roman(node.number) if node.level in ("bab", "pasal") else 0


def _spell(level: str, number: int) -> str:
    match level:
        case "bab":
            return roman(number)
        case "bagian":
            return ordinal(number)
        case _:
            return str(number)
