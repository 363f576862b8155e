"""Hashes passwords and checks them, in the same time whether or not there is such an account."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

_hasher = PasswordHasher()
"""As RFC 9106 recommends where memory is short: argon2id, 64 MiB, three passes."""


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    return _hasher.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether it is the password; without a hash to compare with, no, but not any sooner."""
    try:
        right = _hasher.verify(kept or _nobodys(), password)
    except (Argon2Error, InvalidHashError):
        return False
    return right and kept is not None


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")
