"""What an import does not carry, and says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remainder:
    """Words or a fact of the source that the labelled draft does not carry."""

    line: int
    """Its line in the source, from 1; of a Word file or a PDF its line as it was read."""
    what: str
    """Told in Indonesian, without a full stop."""
