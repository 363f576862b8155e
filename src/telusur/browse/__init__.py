"""The evidence browser: Datasette on the built store.

The package is itself a Datasette plugin (an entry point in pyproject.toml names it), so that
Datasette finds its hooks here and its style sheet in static/.
"""

from __future__ import annotations

from telusur.browse.plugin import extra_css_urls, prepare_connection
from telusur.browse.serve import make_browser, serve

__all__ = ["extra_css_urls", "make_browser", "prepare_connection", "serve"]
