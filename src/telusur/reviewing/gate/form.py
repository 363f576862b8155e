"""What a form sends: read whole or not at all, and rid of what could deceive a reader."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

LARGEST = 512 * 1024
"""Bytes of a form."""
_MOST_FIELDS = 5000
LONGEST = 4000
"""Characters of a comment, a reason, a question."""

_DECEIVING = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks that turn the direction of writing, and blanks without width."""


class FormRefused(Exception):
    """A form cannot be taken; `key` is the label that says why, and `status` the answer's.

    `details` names what of it cannot be taken.
    """

    def __init__(self, key: str, status: int = 400, details: str = "") -> None:
        super().__init__(key)
        self.key, self.status, self.details = key, status, details[:200]


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, by name, in their order."""

    fields: tuple[tuple[str, str], ...]

    def all(self, name: str) -> list[str]:
        """Every value of a field: of boxes that are ticked."""
        return [value for one, value in self.fields if one == name]

    def one(self, name: str) -> str:
        """The value of a field that a page writes, such as an id; empty where it is missing.

        Raises:
            FormRefused: it is there more than once.
        """
        found = self.all(name)
        if len(found) > 1:
            raise FormRefused("form.twice")
        return found[0] if found else ""

    def words(self, name: str, longest: int = LONGEST) -> str:
        """What a person wrote into a field, tidied.

        Raises:
            FormRefused: it is too long.
        """
        written = tidied(self.one(name))
        if len(written) > longest:
            raise FormRefused("form.long")
        return written


def tidied(written: str) -> str:
    """Text without control characters and deceiving marks, blanks at its ends and empty lines."""
    text = unicodedata.normalize("NFC", written.replace("\r\n", "\n").replace("\r", "\n"))
    text = _DECEIVING.sub("", text)
    kept = "".join(one for one in text if one in "\n\t" or unicodedata.category(one)[0] != "C")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in kept.split("\n"))).strip()


async def read_form(request: Request) -> Form:
    """Read what a form sends.

    Raises:
        FormRefused: it is no form, too large, or no UTF-8.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise FormRefused("form.kind", 415)
    body = bytearray()
    more = True
    while more:
        message = await request.receive()
        if message["type"] != "http.request":  # whoever sent it has gone
            raise FormRefused("form.unreadable")
        body += message.get("body", b"")
        if len(body) > LARGEST:
            raise FormRefused("form.large", 413)
        more = message.get("more_body", False)
    try:
        fields = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError as error:
        raise FormRefused("form.unreadable") from error
    return Form(tuple(fields))
