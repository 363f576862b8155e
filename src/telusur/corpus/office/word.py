"""Word documents → Markdown."""

from __future__ import annotations

import io
import re
import zipfile

from bs4 import BeautifulSoup, Tag
from markitdown import StreamInfo
from markitdown.converters import DocxConverter

from telusur.corpus.markup.nested import BETWEEN_CELLS
from telusur.corpus.markup.soup import parse_html
from telusur.corpus.markup.webpage import FAITHFUL
from telusur.corpus.office.package import check_size, lines_in
from telusur.corpus.statements.confidential import Mark, is_mark

_TITLES_AS_HEADINGS = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_BODY = "word/document.xml"
_NOTE_MARK = re.compile(r" ?\[(?:\\\[\d+\\\]|\[\d+\]|↑)\]\(#(?:foot|end)note-[\w-]+\)")
"""What leads from a sentence to its footnote and back."""
_TABLE = re.compile(rb"</?w:tbl>")
_NUMBER = re.compile(r"(?<!\d)\d*+\.xml\Z")
_PLACES = {
    "word/header": "page header", "word/footer": "page footer", "word/comments": "comment",
    "word/footnotes": "footnote", "docProps/core": "document properties",
    "docProps/custom": "document properties", "docProps/app": "document properties",
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
        title, mark = _title(archive), _mark(archive)
        data = _with_all_words(data, archive)
    converted = DocxConverter().convert(  # type: ignore[no-untyped-call]
        io.BytesIO(data), StreamInfo(extension=".docx"), style_map=_TITLES_AS_HEADINGS, **FAITHFUL
    )
    return _NOTE_MARK.sub("", converted.markdown), title, mark


def _mark(archive: zipfile.ZipFile) -> Mark | None:
    for part, line in lines_in(archive):
        if is_mark(line):
            return Mark(" ".join(line.split()), _PLACES.get(_NUMBER.sub("", part), "document"))
    return None


def _with_all_words(data: bytes, archive: zipfile.ZipFile) -> bytes:
    """Return the file with the words that its converter passes over where the converter sees
    them: those of tables within tables, and of text boxes without an older twin."""
    xml = archive.read(_BODY)
    if b"txbxContent" not in xml and not _has_nested_tables(xml):
        return data
    body = BeautifulSoup(xml, "lxml-xml")
    for table in reversed(body.find_all("w:tbl")):  # the innermost first
        if table.find_parent("w:tbl") is not None:
            _become_lines(body, table)
    for box in body.find_all("w:txbxContent"):
        paragraph = box.find_parent("w:p")
        if paragraph and not box.find_parent(["mc:AlternateContent", "w:pict"]):
            for own in box.find_all("w:p", recursive=False):
                paragraph.insert_after(own.extract())
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as changed:
        for part in archive.infolist():
            changed.writestr(
                part, str(body) if part.filename == _BODY else archive.read(part.filename)
            )
    return copy.getvalue()


def _has_nested_tables(xml: bytes) -> bool:
    depth = 0
    for found in _TABLE.finditer(xml):
        depth += -1 if found[0].startswith(b"</") else 1
        if depth > 1:
            return True
    return False


def _become_lines(body: BeautifulSoup, table: Tag) -> None:
    """Put a paragraph in the place of each row of a table."""
    for row in table.find_all("w:tr"):
        cells = [cell.get_text(" ", strip=True) for cell in row.find_all("w:tc")]
        paragraph, run, text = (body.new_tag(f"w:{name}") for name in ("p", "r", "t"))
        text.string = BETWEEN_CELLS.join(filter(None, cells))
        run.append(text)
        paragraph.append(run)
        table.insert_before(paragraph)
    table.decompose()


def _title(archive: zipfile.ZipFile) -> str | None:
    """The title that the document's properties give, unless Word put it there by itself."""
    if "docProps/core.xml" not in archive.namelist():
        return None
    found = parse_html(archive.read("docProps/core.xml").decode("utf-8", "replace")).find(
        "dc:title"
    )
    title = found.get_text(strip=True) if found else ""
    return title if title.lower() not in {"", *_TITLES_OF_NO_ONE} else None
