"""OpenDocument texts (.odt) → Markdown."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag
from lxml import etree

from telusur.corpus.limits import Locked
from telusur.corpus.markup.converting import markdown_of
from telusur.corpus.office.package import check_size
from telusur.corpus.statements.confidential import Mark, mark_among

_BODY = "content.xml"
_STYLES = ("styles.xml",)
"""Lists that came from Word are described beside the text."""
_WITH_WORDS = ("content.xml", "styles.xml", "meta.xml")
_SAME = {"p": "p", "list-item": "li", "list": "ul", "table": "table", "table-row": "tr"}
_GONE = frozenset(
    {"tracked-changes", "annotation", "sequence-decls", "forms", "note", "table-of-content"}
)
"""What is no running text. Notes are put at the end."""
_TITLE_STYLES = frozenset({"Title", "Judul"})
_MOST_BLANKS = 1_000
_MOST_CELLS = 200


def read_opendocument(data: bytes) -> tuple[str, str | None, Mark | None]:
    """Return the Markdown of an .odt file, the title among its properties, and what marks it as
    confidential, in whatever part of it.

    Raises TooLarge, Locked, zipfile.BadZipFile, KeyError and whatever else its parsers raise on a
    damaged file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Locked
        check_size(archive)
        mark = mark_among(lines_of_opendocument(archive), "document")
        root = _parse(archive.read(_BODY))
        beside = set(_STYLES) & set(archive.namelist())
        styles = [root, *(_parse(archive.read(each)) for each in sorted(beside))]
        meta = _parse(archive.read("meta.xml")) if "meta.xml" in archive.namelist() else None
    return markdown_of(_page(root, styles)), _title(meta), mark


def lines_of_opendocument(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield every line of words of an OpenDocument file of any kind: its text, notes, page
    headers, and properties."""
    for part in _WITH_WORDS:
        if part not in archive.namelist():
            continue
        for element in _parse(archive.read(part)).iter(etree.Element):
            name = _name(element)
            if name == "table-row":
                yield "\t".join(" ".join("".join(one.itertext()).split()) for one in element)
            elif name in {"p", "h"} or part == "meta.xml":
                yield from "".join(element.itertext()).split("\n")
            if name == "user-defined":
                yield f"{_said(element, 'name')}: {element.text or ''}"


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _said(element: etree._Element, name: str) -> str:
    """The attribute called `name`, in whatever namespace."""
    return next(
        (str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name),
        "",
    )


def _title(meta: etree._Element | None) -> str | None:
    if meta is None:
        return None
    found = next((one for one in meta.iter(etree.Element) if _name(one) == "title"), None)
    return ((found.text or "").strip() if found is not None else "") or None


def _page(root: etree._Element, styles: Sequence[etree._Element]) -> BeautifulSoup:
    page = BeautifulSoup("<body></body>", "lxml")
    body = next(one for one in root.iter(etree.Element) if _name(one) == "text" and len(one))
    assert page.body is not None  # noqa: S101 (it was just written)
    bold = frozenset[str]().union(*map(_bold_styles, styles))
    numbered = frozenset[str]().union(*map(_numbered_lists, styles))
    _Writer(page, bold, numbered).write(body, page.body)
    notes = [one for one in body.iter(etree.Element) if _name(one) == "note-body"]
    if notes:
        heading = page.new_tag("h2")
        heading.string = "Catatan kaki"
        page.body.append(heading)
        for note in notes:
            _Writer(page, frozenset(), frozenset()).write(note, page.body)
    return page


def _bold_styles(root: etree._Element) -> frozenset[str]:
    bold = set()
    for style in root.iter(etree.Element):
        if _name(style) == "style":
            heavy = any(_said(one, "font-weight") == "bold" for one in style)
            if heavy or _said(style, "parent-style-name") in bold:
                bold.add(_said(style, "name"))
    return frozenset(bold)


def _numbered_lists(root: etree._Element) -> frozenset[str]:
    return frozenset(
        _said(style, "name")
        for style in root.iter(etree.Element)
        if _name(style) == "list-style"
        and any(_name(level) == "list-level-style-number" for level in style[:1])
    )


class _Writer:
    """Writes what an OpenDocument says as elements of a page."""

    def __init__(self, page: BeautifulSoup, bold: frozenset[str], numbered: frozenset[str]) -> None:
        self._page, self._bold, self._numbered = page, bold, numbered

    def write(self, source: etree._Element, target: Tag) -> None:
        for part in source:
            self._write_block(part, target)

    def _write_block(self, part: etree._Element, target: Tag) -> None:
        name = _name(part)
        if name in _GONE or not name:
            return
        if name == "h":
            level = _said(part, "outline-level")
            self._write_words(part, target, f"h{min(int(level), 6) if level.isdecimal() else 1}")
        elif name == "p":
            is_title = _said(part, "style-name") in _TITLE_STYLES
            self._write_words(part, target, "h1" if is_title else "p")
        elif name == "table-cell":
            for _ in range(_times(part, "number-columns-repeated", _MOST_CELLS)):
                cell = self._append(target, "td")
                for said, meant in (
                    ("number-columns-spanned", "colspan"), ("number-rows-spanned", "rowspan")
                ):  # fmt: skip
                    if value := _said(part, said):
                        cell[meant] = value
                self.write(part, cell)
        elif name in _SAME:
            kind = _SAME[name]
            if kind == "ul" and _said(part, "style-name") in self._numbered:
                kind = "ol"
            self.write(part, self._append(target, kind))
        elif name != "covered-table-cell":
            self.write(part, target)  # sections, headers of tables and lists, frames

    def _write_words(self, source: etree._Element, target: Tag, kind: str) -> None:
        paragraph = self._append(target, kind)
        is_bold = kind == "p" and _said(source, "style-name") in self._bold
        apart: list[etree._Element] = []
        self._write_inline(source, self._append(paragraph, "b") if is_bold else paragraph, apart)
        for box in apart:
            self.write(box, target)

    def _write_inline(
        self, source: etree._Element, target: Tag, apart: list[etree._Element]
    ) -> None:
        target.append(source.text or "")
        for part in source:
            name = _name(part)
            if name in {"frame", "custom-shape", "text-box"}:
                apart += [part]
            elif name == "s":
                target.append(" " * _times(part, "c", _MOST_BLANKS))
            elif name == "tab":
                target.append("\t")
            elif name == "line-break":
                target.append(self._page.new_tag("br"))
            elif name and name not in _GONE:
                is_bold = name == "span" and _said(part, "style-name") in self._bold
                self._write_inline(part, self._append(target, "b") if is_bold else target, apart)
            target.append(part.tail or "")

    def _append(self, target: Tag, kind: str) -> Tag:
        made = self._page.new_tag(kind)
        target.append(made)
        return made


def _times(part: etree._Element, name: str, most: int) -> int:
    said = _said(part, name)
    return min(int(said), most) if said.isdecimal() else 1
