"""The evidence browser: Datasette on the built store.

The package is itself a Datasette plugin (an entry point in pyproject.toml names it), so that
Datasette finds its hooks here, its templates in templates/, its style sheet in static/.
"""

from __future__ import annotations

from telusur.browse.plugin import (
    asgi_wrapper,
    extra_template_vars,
    handle_exception,
    prepare_connection,
    register_routes,
    render_cell,
    skip_csrf,
    startup,
)
from telusur.browse.serving.serve import make_browser, serve

__all__ = [
    "asgi_wrapper",
    "extra_template_vars",
    "handle_exception",
    "make_browser",
    "prepare_connection",
    "register_routes",
    "render_cell",
    "serve",
    "skip_csrf",
    "startup",
]
