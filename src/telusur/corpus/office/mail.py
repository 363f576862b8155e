"""Saved mails (.eml) → their text, subject, day, and the names of what is attached."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage, MIMEPart

_KEPT = frozenset({"personal", "private", "company-confidential"})
"""What mail programs call a mail that is not for everybody (RFC 4021)."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, without what is attached to it."""

    subject: str | None
    sent: date | None
    text: str
    is_html: bool
    attached: tuple[str, ...]
    """The names of its attachments; `lampiran` where one has none."""
    sensitivity: str | None
    """The line of its head by which its sender made it confidential; None where there is none."""


def read_mail(data: bytes) -> Mail:
    """Read a mail as programs save it.

    Raises ValueError where there is no head.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ValueError("it has no head of a mail")
    body = message.get_body(preferencelist=("plain", "html"))
    sensitivity = str(message.get("Sensitivity", "")).strip()
    sent = message.get("Date")
    moment = getattr(sent, "datetime", None)
    return Mail(
        subject=" ".join(str(message.get("Subject", "")).split()) or None,
        sent=moment.date() if moment else None,
        text=_content(body),
        is_html=body is not None and body.get_content_type() == "text/html",
        attached=tuple(part.get_filename() or "lampiran" for part in message.iter_attachments()),
        sensitivity=f"Sensitivity: {sensitivity}" if sensitivity.lower() in _KEPT else None,
    )


def _content(body: MIMEPart | None) -> str:
    if body is None:
        return ""
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError):  # a character set that there is not
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
