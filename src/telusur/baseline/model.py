"""What a baseline keeps: all that is needed to compare with it, without the store of that day."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import AwareDatetime, Field

from telusur.draft.compare import Version
from telusur.draft.model import Clause, Reference
from telusur.validation import Strict


class Signature(Strict):
    """Somebody who signed."""

    name: str
    on: date


class KeptLink(Strict):
    """A link on which somebody had decided, with what both ends said."""

    finding: str = Field(description="The finding's id")
    quote: str
    document: str = Field(description="The report's title")
    clause: str = Field(description="The clause's id")
    label: str
    status: str = Field(description="accepted, rejected, unsure or suspect")
    by: str
    at: str = Field(description="ISO 8601")
    note: str = ""


class Baseline(Strict):
    """Draft, decisions and evidence as they stood."""

    version: int = Field(2, ge=1, le=2)
    name: str
    at: AwareDatetime
    by: str = Field(description="Who made it")
    note: str = ""
    signed: tuple[Signature, ...] = ()
    title: str = Field("", description="The draft's title")
    clauses: tuple[dict[str, Any], ...]
    references: tuple[dict[str, Any], ...]
    links: tuple[KeptLink, ...]
    counts: dict[str, int] = Field(description="How many of what the store held")
    journal_lines: int = Field(description="How many lines the journal had")
    journal_sha256: str = Field(description="Of the journal's bytes then: decisions as they stood")
    state: str = Field("", description="SHA-256 of all that stood; the first version had none")

    @property
    def draft(self) -> Version:
        """The draft, to be compared."""
        return Version(
            [Clause(**one) for one in self.clauses], [Reference(**one) for one in self.references]
        )
