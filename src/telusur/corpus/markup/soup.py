"""HTML → elements."""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from telusur.corpus.limits import DEEPEST, TooLarge
from telusur.corpus.text.marks import without_open_comment
from telusur.words import say


def parse_html(html: str) -> BeautifulSoup:
    """Parse `html`, which may be a fragment, XHTML or plain words, in linear time.

    (Python's own parser takes minutes for a page of a few hundred KB with broken markup.)
    """
    with warnings.catch_warnings():
        # Words that look like an address, or an XML declaration, are no concern of the user's.
        warnings.simplefilter("ignore")
        return BeautifulSoup(without_open_comment(html), "lxml")


def check_depth(page: BeautifulSoup) -> None:
    """Raise TooLarge where elements stand so deep within each other that no page needs it."""
    inside: list[PageElement] = [page]
    for part in page.descendants:
        while part.parent is not inside[-1]:
            inside.pop()
        if isinstance(part, Tag):
            inside.append(part)
        if len(inside) > DEEPEST:
            raise TooLarge(say("its elements are nested more than {deepest} deep", deepest=DEEPEST))
