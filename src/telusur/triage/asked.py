"""What a reviewer asks for: which part of the queue, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Order(StrEnum):
    """In which order the queue is gone through."""

    DOUBT = "doubt"
    CLAUSE = "clause"
    REPORT = "report"
    PLACE = "place"

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of `review_queue` that tell it, the pair itself last: none are ever equal."""
        return (*_COLUMNS[self], "finding_id", "clause_id")


_COLUMNS = {
    Order.DOUBT: ("doubt",),
    Order.CLAUSE: ("clause_position", "doubt"),
    Order.REPORT: ("document_id", "start", "clause_position"),
    Order.PLACE: ("place_code", "document_id", "start"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the queue that somebody works on: of one bab, place or report."""

    kind: str
    """`bab`, `place` or `report`."""
    value: str

    @property
    def column(self) -> str:
        return {"bab": "bab_id", "place": "place_code", "report": "document_id"}[self.kind]


@dataclass(frozen=True, slots=True)
class Asked:
    """Part and order of the queue; what is empty asks for nothing."""

    order: Order = Order.DOUBT
    bab: str = ""
    place: str = ""
    """Code of a place; that of a province means all in it."""
    challenge: str = ""
    kind: str = ""
    report: str = ""
    me: str = ""
    """Who asks: what one is unsure about oneself waits for others."""
    of_me: bool = False
    """Only what others ask of me."""
    only: tuple[Part, ...] | None = None
    """Only what lies in one of these parts; None for all."""
    leave_out: tuple[Part, ...] = field(default=())
    """Nothing that lies in one of these: others work on them."""

    @classmethod
    def filtered(cls, order: Order, me: str, filters: Mapping[str, str]) -> Asked:
        """Return what is asked for by the names of filters."""
        return cls(
            order,
            bab=filters.get("bab", ""),
            place=filters.get("place", ""),
            challenge=filters.get("challenge", ""),
            kind=filters.get("kind", ""),
            report=filters.get("report", ""),
            me=me,
        )

    def condition(self) -> tuple[str, dict[str, Any]]:
        """SQL on `review_queue`, and its parameters."""
        pieces: list[str] = []
        values: dict[str, Any] = {}
        for piece, more in self._pieces():
            pieces.append(piece)
            values |= more
        return " AND ".join(pieces) or "1", values

    def _pieces(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for name, column in (("bab", "bab_id"), ("kind", "kind"), ("report", "document_id")):
            if value := getattr(self, name):
                yield f"{column} = :{name}", {name: value}
        if self.place:
            # Codes of a province's kabupaten begin with its own: a stretch of the index.
            piece = "(place_code = :place OR (place_code > :inside AND place_code < :beyond))"
            yield piece, {
                "place": self.place, "inside": f"{self.place}.", "beyond": f"{self.place}/",
            }  # fmt: skip
        if self.challenge:
            piece = """EXISTS (SELECT 1 FROM finding_challenges AS bears
  WHERE bears.finding_id = review_queue.finding_id AND bears.challenge_id = :challenge)"""
            yield piece, {"challenge": self.challenge}
        if self.of_me:
            yield "asked_of = :me", {"me": self.me}
        elif self.me:
            yield "asked_by IS NOT :me", {"me": self.me}
        if self.only is not None:
            yield _any(self.only, "only")
        if self.leave_out:
            piece, values = _any(self.leave_out, "out")
            yield f"NOT COALESCE({piece}, 0)", values


def _any(parts: tuple[Part, ...], name: str) -> tuple[str, dict[str, Any]]:
    values = {f"{name}{number}": part.value for number, part in enumerate(parts)}
    pieces = [f"{part.column} = :{name}{number}" for number, part in enumerate(parts)]
    return f"({' OR '.join(pieces) or '0'})", values
