"""The pages: one file a page type, each with its ROUTES."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from telusur.browse.serving.rooms import View
from telusur.browse.visit import Respond, visit_of

if TYPE_CHECKING:
    from datasette import Response
    from datasette.app import Datasette
    from datasette.utils.asgi import Request


def routes() -> Iterator[tuple[str, View]]:
    """Yield the patterns of all pages, and what answers them, as Datasette wants them."""
    for module in iter_modules(__path__):
        for pattern, respond in getattr(import_module(f"{__name__}.{module.name}"), "ROUTES", ()):
            yield pattern, _view(respond)


def _view(respond: Respond) -> View:
    async def view(datasette: Datasette, request: Request) -> Response:
        return await respond(visit_of(datasette, request))

    return view
