"""Makes of a page that the browser answered with one that lies in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import html

from telusur.plain import places
from telusur.plain.places import MAP, SEARCH, Files, Page, way

RULES = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: "
    "data:; form-action 'self' file:; base-uri 'none'"
)
"""What a page may load, as headers say it on a server. Not all browsers take a stick for `self`."""
_OUTLINE = "indonesia.svg"
_OUTLINE_BOX = (9350, -800, 4900, 2050)
"""The box of the outlines of the country, in the units of maps."""
_ASKED = "http://localhost"
"""The host that the browser is asked at when it is asked in the same process."""
_LINKS = ("href", "src", "action", "cite")


@dataclass(slots=True)
class Rewriter:
    """Rewrites pages, and tells which others they lead to."""

    files: Files
    robots: bool
    """Whether search engines may list the pages."""
    found: Callable[[Page], None]
    """Is told of every page that is linked to."""

    def page(self, page: Page, text: str, results: Sequence[Any] = ()) -> bytes:
        """Return a page as it lies in its file; `results` stand where search has its own."""
        tree = html.document_fromstring(text)
        if page.parts == MAP:
            _simpler_map(tree, zoomed=any(name == "pusat" for name, _ in page.asked))
        for element in list(tree.iter("form", "use", "script")):
            self._without_server(page, element)
        for name in _LINKS:
            for element in tree.xpath(f"//*[@{name}]"):
                self._link(page, element, name)
        for block in tree.xpath("//p[contains(@class, 'downloads')][not(.//a)]"):
            block.drop_tree()
        for citation in tree.xpath("//p[@class='citation']"):  # which host has it, nobody knows yet
            citation.text = (citation.text or "").replace(_ASKED, "")
        if results:
            _put_results(tree, results)
        self._begin(tree.find("head"))
        return bytes(html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>")) + b"\n"

    def _without_server(self, page: Page, element: Any) -> None:
        """Take out what only a server answers, and draw what no stick lets a page fetch."""
        if element.tag == "form":
            target, _ = places.read(element.get("action", ""), page)
            if target is None or target.parts != SEARCH:
                element.drop_tree()
        elif element.tag == "script" and element.get("src", "").endswith("/map.js"):
            element.drop_tree()
        elif element.tag == "use" and _OUTLINE in element.get("href", ""):
            self._draw(element)

    def _draw(self, element: Any) -> None:
        """Show the outlines as a picture: parts of other files are for servers alone."""
        if element.get("class") != "land":
            element.drop_tree()
            return
        element.tag = "image"
        element.set("href", element.get("href").partition("#")[0])
        for name, value in zip(("x", "y", "width", "height"), _OUTLINE_BOX, strict=True):
            element.set(name, str(value))

    def _link(self, page: Page, element: Any, name: str) -> None:
        address = element.get(name)
        if not address or address.startswith(("#", "http:", "https:", "mailto:", "data:")):
            return
        own = self.files.of(page)
        if file := places.asset(address):
            element.set(name, way(own, file))
            return
        target, rest = places.read(address, page)
        if target is None or _is_deep(target):
            _unlink(element)
            return
        self.found(target)
        element.set(name, way(own, self.files.of(target)) + rest)
        if target.is_table:
            element.set("download", "")

    def _begin(self, head: Any) -> None:
        """Say in the page what a server says in headers."""
        told = [
            ("http-equiv", "Content-Security-Policy", RULES),
            ("name", "referrer", "same-origin"),
        ]
        if not self.robots:
            told.append(("name", "robots", "noindex, nofollow"))
        for place, (kind, what, content) in enumerate(told, 1):  # behind the encoding
            head.insert(place, html.Element("meta", {kind: what, "content": content}))


def _is_deep(target: Page) -> bool:
    """Whether a map leads closer than is drawn beforehand: by challenge there is the whole only."""
    asked = dict(target.asked)
    return target.parts == MAP and "pusat" in asked and "warna" in asked


def _simpler_map(tree: Any, *, zoomed: bool) -> None:
    """Leave of the ways over the map those that are drawn beforehand: into a group of places, and
    back to the whole."""
    for link in tree.xpath("//nav[@class='map-moves']//a"):
        if "pusat=" in link.get("href", ""):
            link.drop_tree()
    for nav in tree.xpath("//nav[@class='map-moves'][not(.//a)]"):
        nav.drop_tree()
    if zoomed:  # the tables and colours are those of the whole
        for part in tree.xpath("//*[@id='tabel'] | //nav[@class='pages' or @class='switch']"):
            part.drop_tree()


def _put_results(tree: Any, results: Sequence[Any]) -> None:
    for part in tree.xpath("//main//section[@aria-labelledby='hasil'] | //main//*[@class='chips']"):
        part.drop_tree()
    for element in results:
        place = tree.find("body") if element.tag == "script" else tree.find(".//main")
        place.append(element)


def _unlink(element: Any) -> None:
    """Leave the words of a link that leads nowhere, and nothing of what has none."""
    kind = element.get("class") or ""
    if element.tag == "a" and "cluster" in kind:
        element.tag = "g"
        element.attrib.pop("href")
        element.set("role", "img")
    elif element.tag == "a" and element.getparent().get("class") != "downloads":
        element.drop_tag()
    else:
        element.drop_tree()
