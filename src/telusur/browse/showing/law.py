"""The draft as people read it: bab, Pasal, ayat, and the lines below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from telusur.browse.visit import Row
from telusur.browse.writing.spans import Piece, Span, pieces

CLAUSES = """
SELECT id, label, parent_id, level, number, heading, text, normative, quoted
FROM clauses ORDER BY position
"""
PASAL = """
WITH RECURSIVE above (id, parent_id, level) AS (
  SELECT id, parent_id, level FROM clauses WHERE id = :id
  UNION ALL
  SELECT clauses.id, clauses.parent_id, clauses.level
  FROM clauses JOIN above ON clauses.id = above.parent_id
),
top (id) AS (SELECT id FROM above WHERE level = 'pasal' UNION ALL SELECT :id LIMIT 1),
inside (id) AS (
  SELECT id FROM top
  UNION
  SELECT clauses.id FROM clauses JOIN inside ON clauses.parent_id = inside.id
)
SELECT clauses.id, label, parent_id, level, number, heading, text, normative, quoted
FROM inside JOIN clauses ON clauses.id = inside.id ORDER BY position
"""
"""The whole Pasal that a clause stands in; for a bab, all that stands in it."""

REFERENCES = """
SELECT from_clause, to_clause, start, "end" FROM clause_references
WHERE to_clause IS NOT NULL
"""

DIVISIONS = ("buku", "bab", "bagian", "paragraf")
_MARKERS = {
    "ayat": "({})",
    "huruf": "{}.",
    "angka": "{}.",
    "subhuruf": "{})",
    "subangka": "{})",
    "pasal": "Pasal {}",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A clause's own words."""

    id: str
    label: str
    marker: str
    """What stands before it: `(1)`, `a.`; empty for a Pasal."""
    depth: int
    """How far in it stands: 0 for an ayat, or a Pasal without ayat."""
    pieces: tuple[Piece, ...]
    """Its words; those inside a name are a reference to the clause of that id."""


@dataclass(frozen=True, slots=True)
class Block:
    """An ayat, or a Pasal without ayat, with all below it: what evidence can support."""

    id: str
    label: str
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pasal:
    id: str
    label: str
    blocks: list[Block] = field(default_factory=list)
    level: str = "pasal"


@dataclass(frozen=True, slots=True)
class Division:
    """The heading of a bab, bagian or paragraf."""

    id: str
    level: str
    name: str
    """`BAB II`, `Bagian Kesatu`."""
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """A bab with what stands in it; what stands before the first bab has no heading."""

    heading: Division | None
    items: list[Division | Pasal] = field(default_factory=list)

    @property
    def pasal(self) -> Iterator[Pasal]:
        return (one for one in self.items if isinstance(one, Pasal))


def read_law(clauses: Sequence[Row], references: Sequence[Row]) -> list[Part]:
    """Put clauses, in reading order, into the bab and Pasal they belong to."""
    spans: dict[str, list[Span]] = {}
    for one in references:
        span = Span(one["start"], one["end"], one["to_clause"])
        spans.setdefault(one["from_clause"], []).append(span)
    parts, depths = list[Part](), dict[str, int]()
    for clause in clauses:
        _place(clause, parts, depths, spans.get(clause["id"], []))
    for part in parts:
        for pasal in part.pasal:  # a Pasal with ayat has no words of its own
            pasal.blocks[:] = [block for block in pasal.blocks if _has_words(block)]
    return [part for part in parts if part.heading or part.items]


def _has_words(block: Block) -> bool:
    return any(line.pieces for line in block.lines)


def _place(clause: Row, parts: list[Part], depths: dict[str, int], spans: Sequence[Span]) -> None:
    level, quoted = clause["level"], clause["quoted"]
    if level in ("buku", "bab") and not quoted:
        parts.append(Part(division(clause)))
        return
    if not parts:
        parts.append(Part(None))
    items = parts[-1].items
    if level in DIVISIONS and not quoted:
        items.append(division(clause))
        return
    if (level == "pasal" and not quoted) or not items or not isinstance(items[-1], Pasal):
        items.append(Pasal(clause["id"], clause["label"]))
    pasal = items[-1]
    assert isinstance(pasal, Pasal)  # noqa: S101
    begins = level in ("pasal", "ayat") and not quoted
    depths[clause["id"]] = 0 if begins else depths.get(clause["parent_id"], 0) + 1
    if begins or not pasal.blocks:
        pasal.blocks.append(Block(clause["id"], clause["label"]))
    pasal.blocks[-1].lines.append(_line(clause, depths[clause["id"]], spans))


def division(clause: Row) -> Division:
    level, number = clause["level"], clause["number"]
    name = (
        f"{level.upper()} {number}"
        if level in ("buku", "bab")
        else f"{level.capitalize()} {number}"
    )
    if clause["label"].startswith("Lampiran"):
        name = " ".join(clause["label"].split()[-2:])  # `Lampiran I`, `BAB II`, `huruf A`
    return Division(clause["id"], level, name, clause["heading"])


def marker(clause: Row) -> str:
    """What is printed before a clause's words."""
    if clause["level"] == "pasal" and not clause["quoted"]:
        return ""
    return _MARKERS.get(clause["level"], "{}").format(clause["number"])


def _line(clause: Row, depth: int, spans: Sequence[Span]) -> Line:
    found = tuple(pieces(clause["text"], spans)) if clause["text"] else ()
    return Line(clause["id"], clause["label"], marker(clause), depth, found)
