"""Saved mails (.eml) → what they hold."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart

from telusur.corpus.content import Attachment
from telusur.corpus.mails.mail import Mail, sender_in
from telusur.words import say

_KEPT = frozenset({"personal", "private", "company-confidential"})
"""What mail programs call a mail that is not for everybody (RFC 4021)."""


def read_mail(data: bytes) -> Mail:
    """Read a mail as programs save it.

    Raises ValueError where there is no head.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ValueError(say("it has no head of a mail"))
    body = message.get_body(preferencelist=("plain", "html"))
    sensitivity = str(message.get("Sensitivity", "")).strip()
    sent = message.get("Date")
    moment = getattr(sent, "datetime", None)
    return Mail(
        subject=" ".join(str(message.get("Subject", "")).split()) or None,
        sent=moment.date() if moment else None,
        sender=sender_in(str(message.get("From", ""))),
        text=_content(body),
        is_html=body is not None and body.get_content_type() == "text/html",
        attached=tuple(_attached(message)),
        sensitivity=f"Sensitivity: {sensitivity}" if sensitivity.lower() in _KEPT else None,
    )


def _attached(message: EmailMessage) -> Iterator[Attachment]:
    for part in message.iter_attachments():
        inner = part.get_content() if part.get_content_type() == "message/rfc822" else None
        if isinstance(inner, EmailMessage):
            name = f"{inner.get('Subject') or 'surel'}.eml"
            yield Attachment(part.get_filename() or name, bytes(inner))
        else:
            data = part.get_payload(decode=True)
            name = part.get_filename() or "lampiran"
            yield Attachment(name, data if isinstance(data, bytes) else None)


def _content(body: MIMEPart | None) -> str:
    if body is None:
        return ""
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError):  # a character set that there is not
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
