"""A mail, whatever program saved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from telusur.corpus.content import Attachment


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail."""

    subject: str | None
    sent: date | None
    text: str
    is_html: bool
    attached: tuple[Attachment, ...]
    """In order; those without a name are called `lampiran`."""
    sensitivity: str | None
    """The line of its head by which its sender made it confidential; None where there is none."""
