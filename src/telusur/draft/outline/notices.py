"""What is odd about the numbers of a draft, told with its line; nothing is renumbered.

Kinds of notices: `page` (page numbers, running headers), `misreading` (characters misread),
`markup` (comments of a web page), `double`, `gap`, `order` and `start` (numbers), `number` (a
written number is not the computed one), `depth` (a tabulation with too many levels).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telusur.draft.model import Notice
from telusur.draft.outline.numbering import cite, value_of, written_as_printed
from telusur.draft.outline.tree import DIVISIONS, Node

_DEEPEST = 4
"""Levels of a tabulation below a Pasal or ayat."""


def structure_notices(nodes: Sequence[Node]) -> Iterator[Notice]:
    """Yield a notice for each number that is double, left out, out of order or out of date."""
    series: dict[tuple[str, Node | None], dict[str, Node]] = {}
    for node in nodes:
        yield from _stale_number(node)
        yield from _too_deep(node)
        if not node.computed:
            yield from _number_notices(node, series.setdefault(_series(node), {}))


def _series(node: Node) -> tuple[str, Node | None]:
    runs_through = node.level == "pasal" and not node.quoted
    return node.level, None if runs_through else node.parent


def _number_notices(node: Node, before: dict[str, Node]) -> Iterator[Notice]:
    """Compare a number with those before it in its series, and add it to them at the end."""
    value, last = value_of(node), next(reversed(before.values()), None)
    same = before.pop(node.number, None)
    if last is None:
        if value > 1 and not node.quoted and node.level not in DIVISIONS:
            yield _notice(
                node,
                "start",
                f"daftar ini tidak dimulai dari yang pertama, tetapi dari {cite(node)}",
                f"this list does not begin with its first item, but with {cite(node)}",
            )
    elif same is not None:
        yield _notice(
            node,
            "double",
            f"{cite(node)} sudah ada di baris {same.line}",
            f"there is already a {cite(node)} in line {same.line}",
        )
    elif value < value_of(last):
        yield _notice(
            node,
            "order",
            f"{cite(node)} berada setelah {cite(last)}",
            f"{cite(node)} stands after {cite(last)}",
        )
    elif value > value_of(last) + 1 and not (node.quoted and node.level in DIVISIONS):
        yield _notice(
            node,
            "gap",
            f"nomor di antara {cite(last)} dan {cite(node)} tidak ada",
            f"the numbers between {cite(last)} and {cite(node)} are missing",
        )
    before[node.number] = node


def _stale_number(node: Node) -> Iterator[Notice]:
    written = written_as_printed(node)
    if node.computed and written is not None and written != node.number:
        yield _notice(
            node,
            "number",
            f"nomor tertulis {written}, nomor hitungan {node.number};"
            " jalankan `telusur draft number --write`",
            f"the written number is {written}, the computed one {node.number};"
            " run `telusur draft number --write`",
        )


def _too_deep(node: Node) -> Iterator[Notice]:
    levels, unit = 0, node
    while unit.level not in DIVISIONS and unit.parent is not None:
        levels += unit.level != "ayat"
        unit = unit.parent
    if levels > _DEEPEST and node.parent and not _same_level_before(node):
        yield _notice(
            node,
            "depth",
            f"tabulasi ini sedalam {levels} tingkat; pecah menjadi ayat atau Pasal lain",
            f"this tabulation is {levels} levels deep; part it into other ayat or Pasal",
        )


def _same_level_before(node: Node) -> bool:
    return node.parent is not None and node.parent.children[0] is not node


def _notice(node: Node, kind: str, message: str, message_en: str) -> Notice:
    return Notice(node.path, node.line, message, message_en, kind)
