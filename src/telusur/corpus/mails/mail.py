"""A mail, whatever program saved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr

from telusur.corpus.content import Attachment


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail."""

    subject: str | None
    sent: date | None
    sender: str | None
    """Who sent it: the name, or else the address."""
    text: str
    is_html: bool
    attached: tuple[Attachment, ...]
    """In order; those without a name are called `lampiran`."""
    sensitivity: str | None
    """The line of its head by which its sender made it confidential; None where there is none."""


def sender_in(head: str | None) -> str | None:
    """Return whom a line `From` names: by name where it has one, else by address."""
    head = head or ""
    name, address = parseaddr(head) if "@" in head else (head, "")
    return " ".join((name or address).replace('"', " ").split()) or None
