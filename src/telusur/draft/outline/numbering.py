"""Numbers, ids and citations of clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.draft.blocks.tabulation import ordinal_of
from telusur.draft.numerals import from_ordinal, from_roman, ordinal, roman, split_roman
from telusur.draft.outline.tree import DIVISIONS, Node

NUMBERED_ID = re.compile(
    r"(?:buku|bab|bagian|paragraf|pasal|diktum)-(?:\d+[a-z]{0,2}|[ivx]+)(?:-\d+)?"
)
"""Matches an id that was made from a number, and not from a label."""

_CITED = {
    "buku": "BUKU {}",
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
_DICTUM = "Diktum {}"
_ROMAN = re.compile(r"[IVXLC]+")


def assign_numbers(nodes: Sequence[Node]) -> None:
    """Set the number of every node: as written, or one more than that of its predecessor.

    Where a division has a label its number is computed, since the one that stands there may be of
    before it moved. Where all Pasal have labels, the divisions above them need none. Buku and
    Pasal run through the regulation, a bab through its buku, a bagian through its bab, a
    paragraf through its bagian.
    """
    own_pasal = [node for node in nodes if node.level == "pasal" and not node.quoted]
    labelled = bool(own_pasal) and all(node.label for node in own_pasal)
    last: dict[tuple[str, Node | None], int] = {}
    for node in nodes:
        series = (node.level, _series_begins_at(node))
        written = node.written_number
        node.computed = _is_computed(node, labelled)
        if written is not None and not node.computed:
            node.number = _as_printed(node, written)
            last[series] = value_of(node)
        else:
            last[series] = last.get(series, 0) + 1
            node.number = _spell(node, last[series])


def _is_computed(node: Node, labelled: bool) -> bool:
    """Whether a number is computed; an inserted unit keeps its letter (`12A`), a quoted one all."""
    if node.written_number is None or node.quoted or node.level not in DIVISIONS:
        return node.written_number is None
    if node.level == "pasal":
        inserted = re.fullmatch(r"\d+[A-Za-z]+", node.written_number)
        return node.label is not None and not inserted
    inserted_bab = node.level == "bab" and split_roman(node.written_number.upper())[1]
    return (node.label is not None or labelled) and not inserted_bab


def _series_begins_at(node: Node) -> Node | None:
    """Return the node within which the numbers of `node` run; None for the whole regulation."""
    if node.quoted:
        return host(node)
    return node.parent if node.level in ("bab", "bagian", "paragraf") else None


def host(node: Node) -> Node | None:
    """Return the clause of the amending regulation below which a quoted provision stands."""
    unit: Node | None = node
    while unit is not None and unit.quoted:
        unit = unit.parent
    return unit


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
    own = (_DICTUM if node.is_dictum else _CITED[node.level]).format(node.number)
    above = _named_below(node)
    return own if above is None else f"{cite(above)} {own}"


def _path(node: Node) -> str:
    value = node.number.lower()
    if node.level in ("buku", "bab", "bagian") or node.is_dictum:
        value = f"{value_of(node)}{_suffix(node).lower()}"
    own = f"{'diktum' if node.is_dictum else node.level}-{value}"
    above = _named_below(node)
    return own if above is None else f"{above.id}.{own}"


def _named_below(node: Node) -> Node | None:
    """Return the node that the name of `node` begins with; None where it stands alone."""
    if node.level in ("buku", "bab", "pasal") and node.quoted:
        return host(node)
    if node.level in ("buku", "pasal"):
        return None
    return node.parent


def _with_suffixes(path: str) -> Iterator[str]:
    yield path
    count = 2
    while True:
        yield f"{path}-{count}"
        count += 1


def _as_printed(node: Node, written: str) -> str:
    if node.level == "bagian":
        return " ".join(written.split()).title()
    if node.is_dictum or node.level == "buku":
        return " ".join(written.split()).upper()
    return written.upper() if node.level in ("bab", "pasal") else written


def written_as_printed(node: Node) -> str | None:
    """Return the number that the draft has, in its usual form; None where it has none."""
    written = node.written_number
    return None if written is None else _as_printed(node, written)


def value_of(node: Node) -> int:
    """Return the number without its letter: 12 for `12A`, 2 for `Kedua`, `II` and `b`."""
    if node.level == "buku" and _ROMAN.fullmatch(node.number):
        return from_roman(node.number)
    if node.level in ("buku", "bagian") or node.is_dictum:
        return from_ordinal(node.number)
    if digits := re.match(r"\d+", node.number):
        return int(digits[0])
    if node.level in ("huruf", "subhuruf"):
        return ordinal_of(node.number)
    return split_roman(node.number)[0] if node.level in ("bab", "pasal") else 0


def _suffix(node: Node) -> str:
    """Return the letter behind the number of an inserted bab: the A of `VIA`."""
    is_roman = node.level == "bab" and node.number.isalpha()
    return split_roman(node.number)[1] if is_roman else ""


def _spell(node: Node, number: int) -> str:
    if node.level == "buku" and _ROMAN.fullmatch(node.written_number or ""):
        return roman(number)
    if node.is_dictum or node.level == "buku":
        return ordinal(number).upper()
    if node.level == "bagian":
        return ordinal(number)
    is_roman = node.level == "pasal" and (node.written_number or "").isalpha()
    return roman(number) if node.level == "bab" or is_roman else str(number)
