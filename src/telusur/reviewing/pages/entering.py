"""`/masuk`: sign in; `/keluar`: sign out."""

from __future__ import annotations

from datasette import Response

from telusur.accounts import Action
from telusur.accounts.model import LONGEST_NAME, LONGEST_PASSWORD
from telusur.reviewing.turn import Route, Turn, own_address

_AFTER = "/"


async def show(turn: Turn) -> Response:
    """The form; whom the ministry's single sign-on names needs none."""
    target = own_address(turn.visit.request.args.get("ke") or "", turn.visit.to(_AFTER))
    if account := turn.hall.keeper.named_by_proxy(turn.asker):
        response = turn.on(target)
        turn.hall.keeper.begin(account, turn.asker, response, by_proxy=True)
        return response
    return await _page(turn, target)


async def sign_in(turn: Turn) -> Response:
    """Open a session; say the same whatever did not fit."""
    keeper, form = turn.hall.keeper, turn.form
    target = own_address(form.one("ke"), turn.visit.to(_AFTER))
    name, password = form.one("nama")[: 4 * LONGEST_NAME], form.one("sandi")
    if len(password.encode()) > LONGEST_PASSWORD:
        password = ""
    found = await keeper.sign_in(name, password, turn.asker.sender)
    if isinstance(found, int):
        wait = turn.visit.t(
            "Too many attempts. Try again in {n} minute.",
            "Too many attempts. Try again in {n} minutes.",
            n=-(-found // 60),
        )
        response = await _page(turn, target, name, wait, 429)
        response.headers["retry-after"] = str(found)
        return response
    if found is None:
        return await _page(
            turn, target, name, turn.visit.t("This name and password do not fit together."), 401
        )
    response = turn.on(target)
    keeper.begin(found, turn.asker, response)
    return response


async def sign_out(turn: Turn) -> Response:
    response = turn.on(turn.visit.to(_AFTER))
    turn.hall.keeper.end(turn.asker, response)
    response.headers["clear-site-data"] = '"cache"'
    return response


async def _page(
    turn: Turn, target: str, name: str = "", wrong: str = "", status: int = 200
) -> Response:
    visit = turn.visit
    context = {"target": target, "name": name, "wrong": wrong}
    response = await visit.page("review/enter", visit.t("Sign in"), context, status=status)
    if not turn.asker.account:
        turn.hall.keeper.greet(turn.asker, response)
    return response


ROUTES = (
    Route(r"^/masuk$", Action.ENTER, get=show, post=sign_in),
    Route(r"^/keluar$", Action.FOLLOW, post=sign_out),
)
