"""Mails as Outlook saves them (.msg) → what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from oxmsg import Message
from oxmsg.attachment import Attachment as Attached

from telusur.corpus.content import Attachment
from telusur.corpus.mails.mail import Mail, sender_in

_SENSITIVITY = 0x0036
_SENDER = 0x0C1A
"""The name alone (PidTagSenderName): the address may be one that no mail program knows."""
_LEVELS = {1: "Personal", 2: "Private", 3: "Company-Confidential"}
"""What its sender may have made of it (MS-OXCMSG, PidTagSensitivity)."""


def read_outlook(data: bytes) -> Mail:
    """Read a mail that Outlook saved.

    Raises ValueError, and whatever else python-oxmsg raises on a damaged file.
    """
    message = Message.load(data)
    plain, html = message.body, message.html_body
    level = _LEVELS.get(message.properties.int_prop_value(_SENSITIVITY) or 0)
    return Mail(
        subject=" ".join(message.subject.split()) or None,
        sent=message.sent_date.date() if message.sent_date else None,
        sender=sender_in(message.sender or message.properties.str_prop_value(_SENDER)),
        text=plain or html or "",
        is_html=not plain and bool(html),
        attached=tuple(_attached(message)),
        sensitivity=f"Sensitivity: {level}" if level else None,
    )


def _attached(message: Message) -> Iterator[Attachment]:
    for one in message.attachments:
        yield Attachment(_name_of(one), one.file_bytes if one.attached_by_value else None)


def _name_of(one: Attached) -> str:
    return (one.file_name or "").strip("\x00 ") or "lampiran"
