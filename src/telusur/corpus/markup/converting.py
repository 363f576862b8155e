"""Elements of a page → Markdown."""

from __future__ import annotations

import warnings
from typing import Any

from bs4 import BeautifulSoup, Tag
from markitdown.converters import HtmlConverter

from telusur.corpus.markup.grid import square_tables
from telusur.corpus.markup.nested import unnest_tables

_FAITHFUL: dict[str, Any] = {"escape_misc": True, "table_infer_header": True, "strict": True}
"""For markitdown: escape text that looks like Markdown, take a table's first row as the names of
its columns, and give up on a page that is nested too deep."""


def markdown_of(page: BeautifulSoup | Tag) -> str:
    """Return the Markdown of a page, with tables that Markdown can hold; changes `page`."""
    unnest_tables(page)
    square_tables(page)
    with warnings.catch_warnings():
        # Words that look like an address, or an XML declaration, are no concern of the user's.
        warnings.simplefilter("ignore")
        converted = HtmlConverter().convert_string(str(page), **_FAITHFUL)
    return str(converted.markdown)
