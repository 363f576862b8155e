"""What a reader is told when there is no page, or when making it failed."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

from datasette import Response
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, NotFound
from datasette.views.base import DatasetteError

from telusur.browse.visit import Visit, visit_of
from telusur.errors import StoreUnusable

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

log = logging.getLogger(__name__)

_MALFORMED = (ValueError, KeyError, TypeError, AttributeError)
"""What Datasette raises where a parameter does not have the form that it should have."""
_FORMED = ("_through", "_next")
"""Parameters that must be JSON, or name a row or a number of rows."""


async def answer_problem(datasette: Datasette, request: Request, problem: Exception) -> Response:
    """Return the page, or the JSON, that says what went wrong."""
    status, key, details = _told(problem)
    if status >= 500 and (malformed := _malformed(request, problem)):
        status, key, details = 400, "refused", malformed
    if status >= 500:
        log.error("%s: %s", request.path, problem, exc_info=problem)
    visit = visit_of(datasette, request)
    if request.path.endswith(".json"):
        error = details or visit.t(f"problem.{key}")
        return Response.json({"ok": False, "error": error, "status": status}, status=status)
    return await problem_page(visit, status, key, details)


async def problem_page(visit: Visit, status: int, key: str, details: str = "") -> Response:
    """A page that says what went wrong (labels `problem.<key>…`) and how to go on."""
    context = {
        "status": status,
        "sentence": visit.t(f"problem.{key}"),
        "advice": visit.t(f"problem.{key}.advice"),
        "details": details,
    }
    return await visit.page("problem", visit.t(f"problem.{key}.title"), context, status=status)


def _malformed(request: Request, problem: Exception) -> str:
    """What in the address Datasette could not read; nothing where that was not the mistake."""
    for name in request.args:
        if any("\0" in one for one in (name, *request.args.getlist(name))):
            return str(name).replace("\0", "\N{REPLACEMENT CHARACTER}")
    if isinstance(problem, _MALFORMED):
        return next((name for name in _FORMED if name in request.args), "")
    return ""


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
    if isinstance(problem, sqlite3.DatabaseError | StoreUnusable):
        return 503, "store", ""
    return 500, "ours", ""
