"""Who is signed in, by cookie or by a proxy's word, and the tokens that forms must carry."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telusur.accounts import Account, Accounts, Role
from telusur.accounts.model import key_of
from telusur.accounts.sessions import LONGEST, Session, Sessions
from telusur.accounts.throttle import Throttle
from telusur.reviewing.gate.sender import Proxy, Scope, Sender, sender_of

if TYPE_CHECKING:
    from datasette import Response

log = logging.getLogger(__name__)

SESSION, BEFORE = "telusur_sesi", "telusur_tamu"
"""Cookies: of who is signed in, and of who is about to."""
_ASKER = "telusur.asker"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks."""

    sender: Sender
    account: Account | None = None
    session: Session | None = None
    secret: str = ""
    """What the cookie of the session holds."""
    before: str = ""
    """What the cookie of somebody who has not signed in holds."""

    @property
    def role(self) -> Role | None:
        return self.account.role if self.account else None


@dataclass(slots=True)
class Keeper:
    """Keeps the door of a running server."""

    accounts: Accounts
    proxy: Proxy = field(default_factory=Proxy)
    sessions: Sessions = field(init=False)
    throttle: Throttle = field(default_factory=Throttle)
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _checking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    """Each check of a password takes 64 MB for a moment."""

    def __post_init__(self) -> None:
        self.sessions = Sessions(self.accounts)

    def asker(self, scope: Scope) -> Asker:
        """Who asks; found out once for each request."""
        if _ASKER not in scope:
            scope[_ASKER] = self._asker(scope)
        found: Asker = scope[_ASKER]
        return found

    def token(self, asker: Asker) -> str:
        """What the forms that this asker gets must carry."""
        if asker.session:
            return asker.session.token
        return hmac.new(self._key, asker.before.encode(), hashlib.sha256).hexdigest()

    def owns(self, asker: Asker, token: str) -> bool:
        """Whether a form was made for this asker, by this server, and sent from its own page."""
        known = bool(asker.session or asker.before)
        right = hmac.compare_digest(self.token(asker).encode(), token.encode())
        return known and right and asker.sender.same_site

    async def sign_in(self, name: str, password: str, sender: Sender) -> Account | int | None:
        """The account; None where name and password do not fit; or the seconds to wait."""
        now = time.monotonic()
        if wait := self.throttle.wait(name, sender.address, now):
            return wait
        self.throttle.attempt(name, sender.address, now)
        async with self._checking:
            account = await asyncio.to_thread(self.accounts.signed_in, name, password)
        if account is None:
            # Not the name: people type their password into the wrong field.
            log.warning("Signing in failed, from %s", sender.address)
            return None
        self.throttle.succeeded(name, sender.address)
        return account

    def begin(
        self, account: Account, asker: Asker, response: Response, *, by_proxy: bool = False
    ) -> None:
        """Open a session, always a new one, and hand over its cookie."""
        if asker.secret:
            self.sessions.end(asker.secret)
        secret, _ = self.sessions.begin(account, time.monotonic(), by_proxy=by_proxy)
        _set(response, SESSION, secret, asker.sender, int(LONGEST))
        _set(response, BEFORE, "", asker.sender, 0)

    def end(self, asker: Asker, response: Response) -> None:
        """Close the session, here and in the reader's browser."""
        self.sessions.end(asker.secret)
        _set(response, SESSION, "", asker.sender, 0)

    def greet(self, asker: Asker, response: Response) -> None:
        """Hand a cookie to somebody about to sign in, for the form to belong to."""
        _set(response, BEFORE, asker.before, asker.sender, 3600)

    def _asker(self, scope: Scope) -> Asker:
        sender = sender_of(scope, self.proxy)
        cookies = _cookies(scope)
        before = cookies.get(_called(BEFORE, sender), "") or secrets.token_urlsafe(32)
        secret = cookies.get(_called(SESSION, sender), "")
        found = self.sessions.find(secret, time.monotonic()) if secret else None
        if found is None:
            return Asker(sender, before=before)
        session, account = found
        if session.by_proxy and key_of(sender.user) != account.key:
            return Asker(sender, before=before)
        return Asker(sender, account, session, secret, before)

    def named_by_proxy(self, asker: Asker) -> Account | None:
        """The account of whom single sign-on names."""
        return self.accounts.find(asker.sender.user) if asker.sender.user else None


def _cookies(scope: Scope) -> dict[str, str]:
    """The cookies; one that is there twice may have been planted, and counts as none."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for name, value in scope.get("headers") or ():
        if name.lower() == b"cookie":
            for piece in value.decode("latin-1").split(";"):
                key, _, held = piece.strip().partition("=")
                twice |= {key} if key in found else set()
                found[key] = held
    return {key: held for key, held in found.items() if key not in twice}


def _set(response: Response, name: str, value: str, sender: Sender, seconds: int) -> None:
    response.set_cookie(
        _called(name, sender),
        value,
        max_age=seconds,
        path="/",
        secure=sender.secure,
        httponly=True,
        samesite="lax",
    )


def _called(name: str, sender: Sender) -> str:
    """Over an encrypted connection a name that no other host can plant a cookie of."""
    return f"__Host-{name}" if sender.secure else name
