"""`/tentang`: what the browser shows, how it was made, and what to beware of."""

from __future__ import annotations

from datasette import Response

from telusur.browse.visit import Routes, Visit

BUILD = "SELECT finished_at, telusur, encoder FROM builds ORDER BY id DESC LIMIT 1"
UNREADABLE = "SELECT path, message FROM issues WHERE rule = 'unreadable' ORDER BY path"


async def respond(visit: Visit) -> Response:
    context = {"build": await visit.row(BUILD), "unreadable": await visit.rows(UNREADABLE)}
    return await visit.page("about", visit.t("About this evidence browser"), context)


ROUTES: Routes = ((r"^/tentang$", respond),)
