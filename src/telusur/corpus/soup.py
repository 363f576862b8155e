"""HTML → elements."""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup


def parse_html(html: str) -> BeautifulSoup:
    """Parse `html`, which may be a fragment, XHTML or plain words."""
    with warnings.catch_warnings():
        # Words that look like an address, or an XML declaration, are no concern of the user's.
        warnings.simplefilter("ignore")
        return BeautifulSoup(html, "html.parser")
