"""PowerPoint presentations → Markdown."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from pptx import Presentation

from telusur.corpus.markup.converting import markdown_of
from telusur.corpus.office.package import check_size, lines_in
from telusur.corpus.statements.confidential import Mark, mark_among

_WITH_WORDS = ("ppt/slides/", "ppt/notesSlides/", "ppt/comments/", "ppt/slideMasters/",
               "ppt/slideLayouts/", "docProps/", "customXml/")  # fmt: skip
_BODY_PLACEHOLDERS = frozenset({"BODY", "OBJECT", "VERTICAL_BODY", "VERTICAL_OBJECT"})


def read_slides(data: bytes) -> tuple[str, str | None, int, Mark | None]:
    """Return the Markdown of a .pptx file, the title of its first slide, how many slides are
    hidden and so not read, and what marks it as confidential, in whatever part of it.

    Raises TooLarge, zipfile.BadZipFile and whatever else python-pptx raises on a damaged file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_size(archive)
        mark = mark_among((line for _, line in lines_in(archive, _WITH_WORDS)), "presentation")
    page = BeautifulSoup("<body></body>", "lxml")
    assert page.body is not None  # noqa: S101 (it was just written)
    title, hidden = None, 0
    for slide in Presentation(io.BytesIO(data)).slides:
        if slide._element.get("show") in {"0", "false"}:
            hidden += 1
            continue
        heading = slide.shapes.title
        words = " ".join(heading.text_frame.text.split()) if heading is not None else ""
        title = title or words or None
        _append(page, page.body, "h2", words)
        for shape in _shapes(slide.shapes):
            if heading is None or shape.shape_id != heading.shape_id:
                _write_shape(page, page.body, shape)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
                _append(page, page.body, "p", paragraph.text)
    return markdown_of(page), title, hidden, mark


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):  # a group
            yield from _shapes(shape.shapes)
        else:
            yield shape


def _write_shape(page: BeautifulSoup, body: Tag, shape: Any) -> None:
    if getattr(shape, "has_table", False):
        table = _append(page, body, "table")
        for row in shape.table.rows:
            line = _append(page, table, "tr")
            for cell in row.cells:
                if not cell.is_spanned:
                    made = _append(page, line, "td", cell.text_frame.text)
                    made["colspan"], made["rowspan"] = str(cell.span_width), str(cell.span_height)
    elif shape.has_text_frame:
        is_list = (
            shape.is_placeholder
            and shape.placeholder_format.type is not None
            and (shape.placeholder_format.type.name in _BODY_PLACEHOLDERS)
        )
        target = _append(page, body, "ul") if is_list else body
        for paragraph in shape.text_frame.paragraphs:
            if paragraph.text.strip():
                _append(page, target, "li" if is_list else "p", paragraph.text)


def _append(page: BeautifulSoup, target: Tag, kind: str, words: str = "") -> Tag:
    made = page.new_tag(kind)
    made.string = " ".join(words.replace("\v", " ").split())
    target.append(made)
    return made
