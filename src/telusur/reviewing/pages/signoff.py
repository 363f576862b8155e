"""`/tinjau/pengesahan`: what was signed off, and what has changed since."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from datasette import Response

from telusur.accounts import Action
from telusur.baseline import (
    BaselineRefused,
    DraftChanged,
    Signature,
    Since,
    create,
    listed,
    load,
    since,
    slug,
)
from telusur.browse.problems import problem_page
from telusur.browse.serving.serve import NAME
from telusur.browse.visit import Crumb
from telusur.draft.compare.wording import wording
from telusur.reviewing.pages.in_place import back
from telusur.reviewing.turn import Route, Turn
from telusur.store.database import Database

PAGE = "/tinjau/pengesahan"


async def show(turn: Turn) -> Response:
    found = listed(turn.hall.desk.journal.parent)
    context = {"baselines": [(one, slug(one.name)) for one in reversed(found)]}
    return await turn.visit.page("review/signoff", turn.visit.t("Sign-off"), context)


async def compare(turn: Turn) -> Response:
    visit = turn.visit
    try:
        kept = load(turn.hall.desk.journal.parent, visit.part("name"))
    except BaselineRefused:
        return await problem_page(visit, 404, "missing")

    def changed(connection: sqlite3.Connection) -> Since:
        return since(kept, Database(connection))

    await turn.hall.desk.catch_up()
    found: Since = await visit.datasette.get_database(NAME).execute_fn(changed)
    context = {
        "kept": kept,
        "links": found.links,
        "clauses": [(one, list(wording(*one.words))) for one in found.clauses],
        "accepted": sum(one.status == "accepted" for one in kept.links),
    }
    above = (Crumb(visit.t("Sign-off"), visit.to(PAGE)),)
    return await visit.page("review/signoff_since", kept.name, context, above=above)


async def sign(turn: Turn) -> Response:
    """Keep how things stand, with who signs: one name a line."""
    name = turn.form.words("nama", 200)
    now = datetime.now(UTC).replace(microsecond=0)
    lines = turn.form.words("penanda").splitlines()
    signed = [Signature(name=one.strip(), on=now.date()) for one in lines if one.strip()]
    desk = turn.hall.desk
    await desk.catch_up()

    def keep(connection: sqlite3.Connection) -> str:
        try:
            create(
                desk.journal.parent, desk.journal, Database(connection), name,
                by=turn.me.name, at=now, signed=signed, note=turn.form.words("catatan"),
            )  # fmt: skip
        except DraftChanged:
            return "signoff.draft_changed"
        except BaselineRefused:
            return "signoff.refused"
        return "signoff.made"

    return back(turn, await turn.visit.datasette.get_database(NAME).execute_fn(keep))


ROUTES = (
    Route(rf"^{PAGE}$", Action.FOLLOW, get=show),
    Route(rf"^{PAGE}/baru$", Action.LEAD, post=sign),
    Route(rf"^{PAGE}/(?P<name>[^/]+)$", Action.FOLLOW, get=compare),
)
