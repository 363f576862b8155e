"""What Telusur adds to Datasette."""

from __future__ import annotations

import sqlite3

from datasette import hookimpl
from datasette.utils import escape_fts


@hookimpl(trylast=True)  # after Datasette's own function of the same name
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Mend a search for blanks or quotes only, which Datasette answers with an error."""
    conn.create_function("escape_fts", 1, lambda words: escape_fts(words) or '""')


@hookimpl
def extra_css_urls() -> list[str]:
    """Keep the descriptions of columns from pushing the data off the first screen."""
    return ["/-/static-plugins/telusur/telusur.css"]
