"""What a link is between."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A finding and a clause, by their ids."""

    finding: str
    clause: str

    def __str__(self) -> str:
        """As it stands in addresses and forms: ids of findings have no `~`."""
        return f"{self.finding}~{self.clause}"

    @classmethod
    def read(cls, written: str) -> Pair | None:
        """The pair that stands in an address; None for what is none."""
        finding, _, clause = written.partition("~")
        return cls(finding, clause) if finding and clause else None
