"""What a reader is told when there is no page, or when making it failed."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

from datasette import Response
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, NotFound
from datasette.views.base import DatasetteError

from telusur.browse.safety.limits import TooMuch
from telusur.browse.safety.requests import is_data, routed
from telusur.browse.serving.serve import NAME
from telusur.browse.visit import Visit, visit_of
from telusur.errors import StoreUnusable

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

log = logging.getLogger(__name__)


async def answer_problem(datasette: Datasette, request: Request, problem: Exception) -> Response:
    """Return the page, or the JSON, that says what went wrong."""
    status, key, details = _told(problem)
    odd = bool(request.query_string) or isinstance(problem, KeyError)
    if key == "ours" and odd and _of_a_table(datasette, request):
        # Datasette takes many addresses without looking at them: `?_timelimit=x`, `?_next=a,b`,
        # the row of a view.
        log.warning("%s?%s: %r", request.path, request.query_string, problem, exc_info=problem)
        status, key = (400, "refused") if request.query_string else (404, "missing")
    if status >= 500:
        log.error("%s: %s", request.path, problem, exc_info=problem)
    visit = visit_of(datasette, request)
    if request.path.endswith(".json"):
        error = details or visit.t.term("problem", key)
        return Response.json({"ok": False, "error": error, "status": status}, status=status)
    return await problem_page(visit, status, key, details)


def _of_a_table(datasette: Datasette, request: Request) -> bool:
    """Whether the request is for Datasette's own pages of the store, and not for ours."""
    base = str(datasette.setting("base_url"))
    return is_data(routed(request.scope, base), f"/{NAME}")


async def problem_page(visit: Visit, status: int, key: str, details: str = "") -> Response:
    """A page that says what went wrong (labels `problem.<key>…`) and how to go on."""
    context = {
        "status": status,
        "sentence": visit.t.term("problem", key),
        "advice": visit.t.term("problem", f"{key}.advice"),
        "details": details,
    }
    return await visit.page(
        "problem", visit.t.term("problem", f"{key}.title"), context, status=status
    )


def _told(problem: Exception) -> tuple[int, str, str]:
    """The status, the label and further words for a problem."""
    if isinstance(problem, NotFound):
        return 404, "missing", ""
    if isinstance(problem, QueryInterrupted):
        return 503, "slow", ""
    if isinstance(problem, DatasetteError):
        # Datasette calls a column that is not there a mistake of its own (500): it is the reader's.
        status = 400 if problem.status >= 500 else problem.status
        return status, "refused", str(problem.message or "")
    if isinstance(problem, Base400):
        return problem.status, "refused", str(problem)
    if getattr(problem, "sqlite_errorname", "") == "SQLITE_AUTH":
        return 403, "refused", str(problem)
    if isinstance(problem, sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return 400, "refused", str(problem)
    if isinstance(problem, TooMuch | MemoryError | sqlite3.DataError):
        return 400, "large", ""
    if isinstance(problem, sqlite3.DatabaseError | StoreUnusable):
        return 503, "store", ""
    return 500, "ours", ""
