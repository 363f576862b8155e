"""What a proof finds."""

from __future__ import annotations

from dataclasses import dataclass

PATH = "jalur berkas"
"""What it is called that a path of this machine or of the corpus can be read."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret that is there all the same."""

    where: str
    """The file, and the member, table or row inside it."""
    what: str
    """The rule that had hidden it."""
    words: str
    """The secret: for the person who publishes, never for the bundle."""
    report: str = ""
    """The id under which the report is published whose row shows it, where that is known."""
