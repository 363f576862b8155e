"""Who is signed in: a table in the server's memory, of which the cookie is only the key.

Nothing of a session is ever written to disk. When the server starts anew, people sign in again.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime

from telusur.accounts.file import Accounts
from telusur.accounts.model import Account

IDLE, LONGEST = 2 * 3600.0, 12 * 3600.0
"""Seconds after which a session ends: unused, and in any case."""
_MOST_OF_ONE = 10
"""Sessions that an account may have at once; the oldest ends."""


@dataclass(slots=True)
class Session:
    """Somebody's signing in, on one device."""

    account: str
    """The account's key."""
    changed: datetime
    """When the account's password had last been set: another since ends the session."""
    began: float
    used: float
    by_proxy: bool = False
    """Whether single sign-on opened it: it then counts only beside the proxy's own header."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    """What every form of the session carries: no other page knows it."""


@dataclass(slots=True)
class Sessions:
    """The sessions of a running server."""

    accounts: Accounts
    _open: dict[str, Session] = field(default_factory=dict)

    def begin(self, account: Account, now: float, *, by_proxy: bool = False) -> tuple[str, Session]:
        """Open a session; returns the secret that its cookie holds."""
        own = [key for key, one in self._open.items() if one.account == account.key]
        for key in own[: max(0, len(own) - _MOST_OF_ONE + 1)]:
            del self._open[key]
        self._forget_old(now)
        secret = secrets.token_urlsafe(32)
        session = Session(account.key, account.changed, now, now, by_proxy)
        self._open[_hidden(secret)] = session
        return secret, session

    def find(self, secret: str, now: float) -> tuple[Session, Account] | None:
        """The session of a cookie and its account; None for a foreign, old or ended one."""
        session = self._open.get(_hidden(secret))
        if session is None:
            return None
        account = self.accounts.find(session.account)
        if account is None or account.changed != session.changed or _is_old(session, now):
            self.end(secret)
            return None
        session.used = now
        return session, account

    def end(self, secret: str) -> None:
        """End a session: its cookie is worth nothing from now on."""
        self._open.pop(_hidden(secret), None)

    def _forget_old(self, now: float) -> None:
        for key in [key for key, one in self._open.items() if _is_old(one, now)]:
            del self._open[key]


def _is_old(session: Session, now: float) -> bool:
    return now - session.used > IDLE or now - session.began > LONGEST


def _hidden(secret: str) -> str:
    """Whoever reads the table finds no cookie in it, and looking up takes no telling time."""
    return hashlib.sha256(secret.encode()).hexdigest()
