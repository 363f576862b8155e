"""What Telusur adds to Datasette."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from datasette import hookimpl
from datasette.utils import escape_fts

from telusur.browse.headers import with_headers
from telusur.browse.pages import routes
from telusur.browse.problems import answer_problem
from telusur.browse.safety.limits import bound
from telusur.browse.safety.refusing import App, Message
from telusur.browse.safety.requests import judged
from telusur.browse.safety.spreadsheet import harmless_csv
from telusur.browse.serving.caching import kept
from telusur.browse.serving.database import put_in_place
from telusur.browse.serving.rooms import View, room_of
from telusur.browse.serving.searching import add_likeness
from telusur.browse.serving.serve import NAME
from telusur.browse.visit import told_to_templates
from telusur.browse.writing.language import cell
from telusur.browse.writing.prefix import link_below

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from datasette.app import Datasette
    from datasette.utils.asgi import Request
    from pluggy import Result


@hookimpl(trylast=True)  # after Datasette's own function of the same name
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Datasette) -> None:
    """Mend a search for blanks or quotes only, which Datasette answers with an error; let SQL rank
    findings by words and meaning; and bound what a question may take."""
    conn.create_function("escape_fts", 1, lambda words: escape_fts(words) or '""')
    if database == NAME:
        add_likeness(conn, datasette)
        bound(conn)


@hookimpl
def startup(datasette: Datasette) -> None:
    """Count quickly, and link rightly, also where Datasette was started by itself, as on a
    published bundle."""
    put_in_place(datasette, NAME)
    link_below(datasette)


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, View]]:
    """Serve our pages where there is an evidence store, and leave other Datasettes alone."""
    room = room_of(datasette)
    further = room.routes() if room else ()
    return [*routes(), *further] if NAME in datasette.databases else []


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None) -> dict[str, object]:
    """Give all templates, Datasette's own too, our labels and addresses."""
    room = room_of(datasette)
    further = room.told(datasette, request) if room and request else {}
    return {**told_to_templates(datasette, request), **further}


@hookimpl
def render_cell(value: object, table: str | None) -> str | None:
    """Write fractions and days in the answers to questions as the reader's language does; the
    tables themselves show what the store has, as filters want it."""
    return None if table else cell(value)


@hookimpl(hookwrapper=True)
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Generator[None, Result[object], None]:
    """Say in words what went wrong, in the place of Datasette's own answer.

    Datasette's would also be made, and print every variable for every missing page.
    """
    outcome = yield
    outcome.force_result([answer_problem(datasette, request, exception)])


@hookimpl
def skip_csrf(datasette: Datasette, scope: Message) -> bool:
    """Let a room check its own forms: its tokens belong to a session, Datasette's to nobody."""
    room = room_of(datasette)
    return room is not None and room.guards(scope["path"])


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Judge requests, make tables harmless, and say which parts a page may load, below which path
    it is, and what may be kept of it."""
    room, base = room_of(datasette), datasette.setting("base_url")

    def wrapped(app: App) -> App:
        inner = kept(harmless_csv(room.wrapped(app) if room else app), datasette, NAME)
        return with_headers(judged(inner, f"/{NAME}", base), base)

    return wrapped
