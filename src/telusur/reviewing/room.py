"""The reviewers' side of one running browser: its door, its routes, and what templates get."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from datasette import Response

from telusur.accounts import Accounts, Action, may
from telusur.browse.problems import problem_page
from telusur.browse.safety.refusing import App, Message, refuse
from telusur.browse.serving.rooms import View
from telusur.browse.showing.asking import challenge_names
from telusur.browse.visit import visit_of
from telusur.browse.writing.hidden import SCOPE as HIDDEN
from telusur.desk import Desk, Suggest
from telusur.errors import CannotServe, NotRecorded
from telusur.reviewing.blinding import Blinding, tells_of_decisions
from telusur.reviewing.gate.form import Form, FormRefused, read_form
from telusur.reviewing.gate.keeper import Keeper
from telusur.reviewing.gate.sender import Proxy
from telusur.reviewing.hall import Hall
from telusur.reviewing.pages.evidence import said_of
from telusur.reviewing.pages.talk import threads
from telusur.reviewing.routes import ROUTES
from telusur.reviewing.turn import Route, Turn
from telusur.team import TeamFile
from telusur.words import say

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

log = logging.getLogger(__name__)

SIGN_IN = "/masuk"
_NOT_YET = (
    "Data mentah tentang putusan tertutup bagi Anda selama pendapat kedua Anda masih ditunggu. "
    "Raw data about decisions is closed to you while second opinions of yours are awaited."
)
_WITHOUT_UNDO = {
    "place.gone", "place.no_clause", "place.undone", "place.nothing_to_undo",
    "evidence.why_missing", "evidence.not_in_report", "team.taken", "team.assigned",
    "team.given_back", "signoff.made", "signoff.refused", "team.share_set", "team.control_set",
    "signoff.draft_changed", "meeting.begun", "meeting.ended",
    "evidence.split.too_few",
}  # fmt: skip
"""What is told where nothing was done."""


@dataclass(slots=True)
class ReviewRoom:
    """What a browser has where it is served with --review."""

    hall: Hall
    blinding: Blinding = field(init=False)

    def __post_init__(self) -> None:
        self.blinding = Blinding(self.hall)

    def routes(self) -> Sequence[tuple[str, View]]:
        return [(route.pattern, self._view(route)) for route in ROUTES]

    def guards(self, path: str) -> bool:
        return any(re.match(route.pattern, path) for route in ROUTES)

    def told(self, datasette: Datasette, request: Request) -> Mapping[str, object]:
        """For templates: who is signed in, what they may do, and the token of their forms."""
        asker, visit = self.hall.keeper.asker(request.scope), visit_of(datasette, request)
        trail = self.hall.team.trail(asker.account.key) if asker.account else None
        told = trail.tell() if trail else None
        undo = bool(trail and trail.acts and told and told[0] not in _WITHOUT_UNDO)
        return {
            "review": True,
            "me": asker.account,
            "may": {action.value: may(asker.role, action) for action in Action},
            "token": self.hall.keeper.token(asker),
            "back_to": request.full_path,
            "told_now": {"label": told[0], "n": told[1], "undo": undo} if told else None,
            "threads_of": functools.partial(threads, visit),
            "evidence_said": functools.partial(said_of, visit),
            "challenge_names": functools.partial(challenge_names, visit),
        }

    def wrapped(self, app: App) -> App:
        """Keep whatever a person who is signed in sees out of every cache, and from them what they
        must not see yet."""

        async def private(
            scope: Message, receive: object, send: Callable[[Message], Awaitable[None]]
        ) -> None:
            async def send_privately(message: Message) -> None:
                if (
                    message["type"] == "http.response.start"
                    and self.hall.keeper.asker(scope).account
                ):
                    headers = [
                        one for one in message.get("headers", []) if one[0] != b"cache-control"
                    ]
                    told = (b"cache-control", b"private, no-store")
                    message = {**message, "headers": [*headers, told]}
                await send(message)

            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            account = self.hall.keeper.asker(scope).account
            scope[HIDDEN] = await self.blinding.hidden_from(account)
            if scope[HIDDEN] and tells_of_decisions(scope["path"], _query(scope)):
                await refuse(send_privately, 403, _NOT_YET)
            else:
                await app(scope, receive, send_privately)

        return private

    def _view(self, route: Route) -> View:
        async def view(datasette: Datasette, request: Request) -> Response:
            return await self._answer(route, datasette, request)

        return view

    async def _answer(self, route: Route, datasette: Datasette, request: Request) -> Response:
        """Let a request in, or say why not. Every route goes through here and nowhere else."""
        visit = visit_of(datasette, request)
        asker = self.hall.keeper.asker(request.scope)
        writes = request.method not in ("GET", "HEAD")
        respond = route.post if writes else route.get
        if respond is None or request.method not in ("GET", "HEAD", "POST"):
            return await problem_page(visit, 405, "method")
        if not may(asker.role, route.action):
            if asker.account:
                return await problem_page(visit, 403, "role")
            if writes:
                return await problem_page(visit, 403, "session")
            target = request.full_path if route.get else "/"
            return Response.redirect(visit.to(SIGN_IN, ke=target))
        form = Form(())
        try:
            if writes:
                form = await read_form(request)
                if not self.hall.keeper.owns(asker, form.one("token")):
                    return await problem_page(visit, 403, "token")
            return await respond(Turn(visit, self.hall, asker, form))
        except FormRefused as refused:
            return await problem_page(visit, refused.status, refused.key, refused.details)
        except NotRecorded as error:
            log.error("A decision was not saved: %s", error)  # noqa: TRY400
            return await problem_page(visit, 503, "journal")


def _query(scope: Message) -> str:
    return unquote(scope.get("query_string", b"").decode("latin-1"))


def open_review(
    root: Path,
    journal: Path,
    database: Path,
    proxy: Proxy | None = None,
    suggest: Suggest | None = None,
) -> ReviewRoom:
    """Open the reviewers' side of the workspace at `root`, with its journal and its store.

    `suggest` links findings that somebody marks; without it the next build does.

    Raises:
        CannotServe: nobody could sign in, since there are no accounts.
    """
    accounts = Accounts(root)
    if not accounts.all():
        raise CannotServe(
            say(
                "Nobody could sign in: there are no accounts yet. Make the first one:\n  telusur "
                "account add NAME --role lead"
            )
        )
    desk = Desk(journal, database, suggest)
    hall = Hall(Keeper(accounts, proxy or Proxy()), desk, TeamFile(root))
    return ReviewRoom(hall)
