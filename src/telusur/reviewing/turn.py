"""One request to the reviewers' side, and the table that its routes stand in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from datasette import Response

from telusur.accounts import Account, Action
from telusur.browse.visit import Visit
from telusur.review.journal.decisions import Meeting
from telusur.reviewing.gate.form import Form
from telusur.reviewing.gate.keeper import Asker
from telusur.reviewing.hall import Hall


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's request, after the gate has let it in."""

    visit: Visit
    hall: Hall
    asker: Asker
    form: Form
    """Empty where a page is asked for, and not a form sent."""

    @property
    def me(self) -> Account:
        """Who is signed in; only for routes that need somebody."""
        if self.asker.account is None:
            raise LookupError("nobody is signed in")
        return self.asker.account

    @property
    def meeting(self) -> Meeting | None:
        """In which meeting they sit, as they said today."""
        trail = self.hall.team.trail(self.me.key)
        return trail.meeting(datetime.now().astimezone().date())

    def on(self, address: str) -> Response:
        """Send the reader on after a form, so that reloading sends nothing again."""
        return Response("", status=303, headers={"location": address})


Respond = Callable[[Turn], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Route:
    """An address of the reviewers' side: what one must be allowed to do, and what answers."""

    pattern: str
    action: Action
    get: Respond | None = None
    post: Respond | None = None


def own_address(wanted: str, otherwise: str) -> str:
    """An address of this browser that a reader comes back to; `otherwise` for any other."""
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return otherwise
    is_ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and not parts.netloc
    is_sound = wanted.isprintable() and "\\" not in wanted and len(wanted) < 4000
    return wanted if is_ours and is_sound and not parts.scheme else otherwise
