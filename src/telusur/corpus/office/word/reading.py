"""Word documents → Markdown."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

import mammoth
from bs4 import BeautifulSoup
from lxml import etree
from markitdown.converter_utils.docx.pre_process import pre_process_docx

from telusur.corpus.markup.converting import markdown_of
from telusur.corpus.markup.soup import parse_html
from telusur.corpus.office.package import check_size, lines_in
from telusur.corpus.office.word.markup import Styles, formats_of, parse, w
from telusur.corpus.office.word.parts import main_part, parts_of
from telusur.corpus.office.word.titles import show_headings, style_map
from telusur.corpus.office.word.tracked import (
    accept_changes,
    fill_skipped_columns,
    set_text_boxes_apart,
)
from telusur.corpus.statements.confidential import Mark, is_mark
from telusur.words import Later, say

NOTES = "Catatan kaki"
"""The heading that footnotes and endnotes are put under."""
_TITLES_AS_HEADINGS = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_NOTE = re.compile(r"(?:foot|end)note-\w+")
_NUMBER = re.compile(r"(?<!\d)\d*+\.xml\Z")
_PLACES = {
    "word/header": Later("page header"), "word/footer": Later("page footer"),
    "word/comments": Later("comment"),
    "word/footnotes": Later("footnote"), "docProps/core": Later("document properties"),
    "docProps/custom": Later("document properties"), "docProps/app": Later("document properties"),
}  # fmt: skip
_TITLES_OF_NO_ONE = frozenset({"word document", "document", "document1", "dokumen1"})


def read_word(data: bytes) -> tuple[str, str | None, Mark | None]:
    """Return the Markdown of a .docx file, the title among its properties, and what
    marks it as confidential, in whatever part of it.

    Raises TooLarge, zipfile.BadZipFile, KeyError and whatever else its parsers raise on a damaged
    file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_size(archive)
        title, mark = title_of(archive), _mark(archive)
        tidy = _tidied(archive)
    converted = mammoth.convert_to_html(
        pre_process_docx(io.BytesIO(tidy)),
        style_map=f"{style_map()}\n{_TITLES_AS_HEADINGS}",
        include_embedded_style_map=False,
    )
    page = parse_html(converted.value)
    _set_notes_apart(page)
    return markdown_of(page), title, mark


def title_of(archive: zipfile.ZipFile) -> str | None:
    """The title that an Office file's properties give, unless Office put it there by itself."""
    if "docProps/core.xml" not in archive.namelist():
        return None
    found = parse_html(archive.read("docProps/core.xml").decode("utf-8", "replace")).find(
        "dc:title"
    )
    title = found.get_text(strip=True) if found else ""
    return title if title.lower() not in {"", *_TITLES_OF_NO_ONE} else None


def _mark(archive: zipfile.ZipFile) -> Mark | None:
    for part, line in lines_in(archive):
        if is_mark(line):
            return Mark(" ".join(line.split()), _PLACES.get(_NUMBER.sub("", part), say("document")))
    return None


def _tidied(archive: zipfile.ZipFile) -> bytes:
    """Return the file with its text as it stands, in the shape that the converter knows."""
    parts = parts_of(archive)
    body_name = main_part(parts)
    base = posixpath.dirname(body_name)
    styles = _optional(parts, f"{base}/styles.xml")
    numbering = _optional(parts, f"{base}/numbering.xml")
    for name in (body_name, f"{base}/footnotes.xml", f"{base}/endnotes.xml"):
        if name not in parts and name != body_name:
            continue
        root = parse(parts[name])
        accept_changes(root)
        set_text_boxes_apart(root)
        fill_skipped_columns(root)
        body = root.find(w("body"))
        if body is not None:
            show_headings(body, Styles(styles), formats_of(numbering))
        parts[name] = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as changed:
        for name, content in parts.items():
            changed.writestr(name, content)
    return copy.getvalue()


def _optional(parts: dict[str, bytes], name: str) -> etree._Element | None:
    return parse(parts[name]) if name in parts else None


def _set_notes_apart(page: BeautifulSoup) -> None:
    """Drop what leads from a sentence to its footnote and back; put the notes under a heading."""
    for link in page.find_all("a", href=re.compile(r"#(?:foot|end)note-")):
        holder = link.parent if link.parent is not None and link.parent.name == "sup" else link
        before = link.previous_sibling
        holder.extract()
        if link.get_text() == "↑" and isinstance(before, str):
            before.replace_with(before.rstrip())
    first = page.find("li", id=_NOTE)
    if first is not None and first.parent is not None:
        heading = page.new_tag("h2")
        heading.string = NOTES
        first.parent.insert_before(heading)
