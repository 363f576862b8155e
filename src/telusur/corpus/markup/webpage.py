"""Web pages → Markdown."""

from __future__ import annotations

import codecs
import contextlib
import re
from dataclasses import dataclass
from datetime import date

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector

from telusur.corpus.decoding import clean, decode
from telusur.corpus.markup.converting import markdown_of
from telusur.corpus.markup.seen import lines_of
from telusur.corpus.markup.soup import check_depth, parse_html
from telusur.corpus.statements.confidential import Mark, is_mark_in_title, mark_among
from telusur.words import say

_NOT_CONTENT = (
    "script, style, nav, footer, aside, noscript, template, iframe, svg, button, [hidden],"
    " [aria-hidden=true],"
    # An article's own header holds its heading; some sites put a whole page into one form.
    " header:not(article header, main header), form:not(:has(p, h1, main, article)),"
    " [role=navigation], [role=contentinfo], [role=search], [role=dialog], dialog,"
    # A whole page carries such a class, too, while its visitor has not answered the banner.
    " :is(div, section, p):is([id*=cookie i], [class*=cookie i]):not(:has(h1, main, article))"
)
_PUBLISHED = (
    "meta[property='article:published_time'], meta[name='article:published_time'],"
    " meta[itemprop=datePublished], time[itemprop=datePublished], meta[name=pubdate],"
    " meta[name='DC.date.issued'], meta[name=publishdate], time[pubdate]"
)
_PUBLISHED_IN_SCRIPT = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_CHARACTER_SETS = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"}
)
"""Encodings of Python's that no page is written in."""
_DECODED_ANYWAY = ("utf", "us-ascii", "ascii", "iso-8859-1", "latin", "windows-1252", "cp1252")


def decode_webpage(data: bytes) -> str:
    """Return the text of a page in the character set that it declares."""
    declared = (EncodingDetector.find_declared_encoding(data, is_html=True) or "utf-8").lower()
    if declared.startswith(_DECODED_ANYWAY) or data.startswith(codecs.BOM_UTF8):
        return decode(data)
    try:
        if codecs.lookup(declared).name.replace("_", "-") in _NO_CHARACTER_SETS:
            return decode(data)
        return clean(data.decode(declared, errors="replace"))
    except (LookupError, ValueError):  # no such set, one that is none of text, or one that chokes
        return decode(data)


@dataclass(frozen=True, slots=True)
class Webpage:
    """What a page says."""

    markdown: str
    """Its own content, without what surrounds it."""
    title: str | None
    published: date | None
    """The day of publication that its markup gives, which its readers may not see."""
    mark: Mark | None
    """What marks it as confidential, in whatever part of it."""


def read_webpage(html: str) -> Webpage:
    """Return what a page says.

    Raises TooLarge on a page that is nested too deep.
    """
    page = parse_html(html)
    check_depth(page)
    mark = _mark(page)
    title = page.title.get_text(" ", strip=True) if page.title else ""
    published = _published(page)
    for element in page.select(_NOT_CONTENT):
        element.decompose()
    for element in page.find_all(style=_HIDDEN_STYLE):
        element.decompose()
    content = _main_part(page)
    title = _without_site_name(title, content)
    return Webpage(markdown_of(content), title or None, published, mark)


def _mark(page: BeautifulSoup) -> Mark | None:
    title = page.title.get_text(" ", strip=True) if page.title else ""
    if is_mark_in_title(title):
        return Mark(title, say("title"))
    return mark_among(lines_of(page), "web page")


def _published(page: BeautifulSoup) -> date | None:
    written = [
        str(one.get("content") or one.get("datetime") or "") for one in page.select(_PUBLISHED)
    ]
    for script in page.select("script[type='application/ld+json']"):
        written += _PUBLISHED_IN_SCRIPT.findall(script.string or "")
    for moment in written:
        with contextlib.suppress(ValueError):
            return date.fromisoformat(moment.strip()[:10])
    return None


def _without_site_name(title: str, content: Tag) -> str:
    """The page's title; its main heading where the title only adds the site's name to it."""
    words = " ".join(title.split())
    heading = content.find("h1")
    main_heading = " ".join(heading.get_text(" ").split()) if heading else ""
    return main_heading if main_heading and main_heading in words else words


def _main_part(page: BeautifulSoup) -> Tag:
    """The page's <main>, or its only <article>; else all of it."""
    for selector in ("main, [role=main]", "article"):
        parts = [part for part in page.select(selector) if part.get_text(strip=True)]
        if len(parts) == 1:
            return parts[0]
    return page
