"""The document as a whole, and its file."""

from __future__ import annotations

from telusur.draft.model import Regulation
from telusur.export.docx.body import Body
from telusur.export.docx.frame import frame
from telusur.export.docx.lists import Lists
from telusur.export.docx.package import blank, fill, packed, replace
from telusur.export.docx.styles import styles
from telusur.export.frame import ending_blocks, preamble_blocks
from telusur.export.outline import outline, printable


def docx(regulation: Regulation) -> bytes:
    """Return the regulation as a Word document; the same regulation gives the same bytes."""
    document, lists = blank(styles(), printable(regulation.title)), Lists()
    content = [
        *frame(preamble_blocks(regulation), lists),
        *Body(outline(regulation), lists).paragraphs(),
        *frame(ending_blocks(regulation.ending), lists),
    ]
    fill(document, content)
    replace(document.part.numbering_part.element, lists.numbering())
    return packed(document)
