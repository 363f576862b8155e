"""An account, and which names and passwords it may have."""

from __future__ import annotations

import unicodedata

from pydantic import AwareDatetime, Field

from telusur.accounts.roles import Role
from telusur.errors import TelusurError
from telusur.validation import Strict
from telusur.words import say

LONGEST_NAME = 64
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 1024
_MARKS = " .-_'’@"


class AccountRefused(TelusurError):
    """An account cannot be made, changed or found as was asked."""


class Account(Strict):
    """Somebody who may sign in."""

    name: str = Field(description="As it stands beside decisions")
    role: Role
    password: str | None = Field(None, description="Its argon2 hash; None: by single sign-on only")
    since: AwareDatetime = Field(description="When the account was made")
    changed: AwareDatetime = Field(description="When its password was last set: ends its sessions")

    @property
    def key(self) -> str:
        """What tells it from others."""
        return key_of(self.name)


def key_of(name: str) -> str:
    """Names that differ only in case, width or blanks are one."""
    return tidy(name).casefold()


def tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split())


def good_name(name: str) -> str:
    """Return the name as it is kept.

    Raises:
        AccountRefused: it is empty, too long, or holds what could deceive a reader.
    """
    tidied = tidy(name)
    if not tidied or not any(one.isalnum() for one in tidied):
        raise AccountRefused(say("An account needs a name, such as “Siti Rahma” or “siti”."))
    if len(tidied) > LONGEST_NAME:
        raise AccountRefused(
            say(
                "A name has at most {longest_name} characters; this one is longer.",
                longest_name=LONGEST_NAME,
            )
        )
    if odd := next((one for one in tidied if not (_is_of_words(one) or one in _MARKS)), None):
        raise AccountRefused(
            say(
                "{odd!r} cannot stand in a name. Use letters, digits, blanks and any of . - _ ' @",
                odd=odd,
            )
        )
    return tidied


def _is_of_words(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def good_password(password: str, name: str) -> str:
    """Return the password.

    Raises:
        AccountRefused: it is too short, too long, or the name itself.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise AccountRefused(
            say(
                "A password has at least {shortest_password} characters; a few words do well.",
                shortest_password=SHORTEST_PASSWORD,
            )
        )
    if len(password.encode()) > LONGEST_PASSWORD:
        raise AccountRefused(
            say(
                "A password has at most {longest_password} bytes; this is longer.",
                longest_password=LONGEST_PASSWORD,
            )
        )
    if key_of(password) == key_of(name) or len(set(password)) < 4:
        raise AccountRefused(say("This password is too easy to guess. Choose another."))
    return password
