"""A Word document as a file: its page, its styles, and nothing of who made it and when."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from telusur.export.docx.fields import field, run
from telusur.export.docx.styles import LANGUAGE
from telusur.export.docx.xml import Xml

_WIDTH, _HEIGHT, _MARGIN = Mm(215), Mm(330), Mm(25)
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of each part of the file, so that the same draft gives the same bytes."""
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Telusur</Application></Properties>'
)
"""In the place of what python-docx's template says of the machine on which it was made."""
_NOT_NEEDED = ("stylesWithEffects", "customXml", "thumbnail")
"""Parts of python-docx's template that say nothing of ours."""


def blank(styles: Xml, title: str) -> DocumentType:
    """Return an empty document with these styles, on the paper of the official form."""
    document = Document()
    replace(document.styles.element, styles)
    _set_page(document)
    _describe(document, title)
    return document


def fill(document: DocumentType, content: Iterable[Xml]) -> None:
    """Put paragraphs and tables at the end of a document."""
    page = document.element.body[-1]  # the last child describes the page
    for paragraph in content:
        page.addprevious(paragraph)


def replace(part: Xml, new: Xml) -> None:
    """Put what `new` holds in place of what python-docx's own template has there."""
    part[:] = list(new)


def _set_page(document: DocumentType) -> None:
    """F4 paper; from the second page on, its number stands at the top."""
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = Pt(36)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.style = document.styles["Header"]
    header._p.extend([run("- "), *field("PAGE", "2"), run(" -")])


def _describe(document: DocumentType, title: str) -> None:
    """Say what the document is; who wrote it and when is not ours to say."""
    properties = document.core_properties
    properties._element[:] = []
    properties.title, properties.language = title[:255], LANGUAGE


def packed(document: DocumentType) -> bytes:
    """Return the file, whose parts have no date of their own."""
    for told in document.settings.element.findall(qn("w:rsids")):  # of who edited the template
        document.settings.element.remove(told)
    for part in (document.part, document.part.package):
        unneeded = [
            key for key, each in part.rels.items() if each.reltype.rsplit("/", 1)[-1] in _NOT_NEEDED
        ]
        for key in unneeded:
            part.rels.pop(key)
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for each in source.infolist():
            entry = zipfile.ZipInfo(each.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole = each.filename == "docProps/app.xml"
            target.writestr(entry, _APPLICATION if whole else source.read(each))
    return packed.getvalue()
