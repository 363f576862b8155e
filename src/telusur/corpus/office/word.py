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
from telusur.corpus.statements.confidential import is_mark

_TITLES_AS_HEADINGS = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_BODY = "word/document.xml"
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_NESTED = re.compile(rb"<w:tbl>(?:(?!</w:tbl>).)*?<w:tbl>", re.DOTALL)
_NOTE_MARK = re.compile(r" ?\[(?:\\\[\d+\\\]|\[\d+\]|↑)\]\(#(?:foot|end)note-[\w-]+\)")
"""What leads from a sentence to its footnote and back."""
_LARGEST_UNPACKED = 500_000_000
_TITLES_OF_NO_ONE = frozenset({"word document", "document", "document1", "dokumen1"})


def read_word(data: bytes) -> tuple[str, str | None, str | None]:
    """Return the Markdown of a .docx file, the title among its properties, and the line of its
    page headers that marks it as confidential.

    Raises zipfile.BadZipFile, KeyError and whatever else its parsers raise on a damaged file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST_UNPACKED:
            raise zipfile.BadZipFile("it unpacks to more than 500 MB")
        title, mark = _title(archive), _mark(archive)
        data = _with_all_words(data, archive)
    converted = DocxConverter().convert(  # type: ignore[no-untyped-call]
        io.BytesIO(data), StreamInfo(extension=".docx"), style_map=_TITLES_AS_HEADINGS, **FAITHFUL
    )
    return _NOTE_MARK.sub("", converted.markdown), title, mark


def _mark(archive: zipfile.ZipFile) -> str | None:
    """The mark of confidence in a page's header or footer, or behind its text (a watermark)."""
    for name in sorted(filter(_MARGIN.fullmatch, archive.namelist())):
        margin = BeautifulSoup(archive.read(name), "lxml-xml")
        lines = [paragraph.get_text().strip() for paragraph in margin.find_all("w:p")]
        lines += [str(shape.get("string", "")) for shape in margin.find_all("v:textpath")]
        if mark := next(filter(is_mark, lines), None):
            return mark
    return None


def _with_all_words(data: bytes, archive: zipfile.ZipFile) -> bytes:
    """Return the file with the words that its converter passes over where the converter sees
    them: those of tables within tables, and of text boxes without an older twin."""
    xml = archive.read(_BODY)
    if b"txbxContent" not in xml and not _NESTED.search(xml):
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
