"""What one file holds, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from telusur.corpus.statements.confidential import Mark
from telusur.corpus.statements.front_matter import FrontMatter
from telusur.corpus.text.blocks import Layout
from telusur.errors import Problem, UnreadableFile
from telusur.words import Later

_WORD = (Later("Word document"), Later("Open it in Word, let it repair it, save it anew"))
DAMAGED = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".doc"), _WORD),
    ".odt": (
        Later("text document"),
        Later("Open it in LibreOffice, let it repair it, save it anew"),
    ),
    **dict.fromkeys(
        (".xlsx", ".xlsm", ".xls", ".ods"),
        (Later("workbook"), Later("Open it in Excel, let it repair it, save it anew")),
    ),
    **dict.fromkeys(
        (".pptx", ".ppsx"),
        (Later("presentation"), Later("Open it in PowerPoint, let it repair it, save it anew")),
    ),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".tif", ".tiff"),
        (Later("picture"), Later("Take the photograph, or scan the page, once more")),
    ),
    ".msg": (
        Later("mail"),
        Later("Open it in Outlook and save it anew, or as .eml or .txt"),
    ),
    ".pdf": (Later("PDF"), Later("Open it in a PDF reader and print it to a new PDF")),
}
"""For each suffix what its files are called, and what mends a damaged one."""


@dataclass(frozen=True, slots=True)
class OnPage:
    """Where a stretch of the text stands in a file that has pages."""

    start: int
    """Where it begins in the text (characters)."""
    end: int
    """Where it ends (half-open)."""
    page: int
    """From 1."""
    certainty: float | None
    """How surely a machine read it from a picture, 0 to 1; None of printed text."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with another: a report of its own."""

    name: str
    """As the one who attached it called it."""
    data: bytes | None
    """None where it is no file, such as a link to one."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, whatever its format."""

    layout: Layout
    title: str | None = None
    """The title that the file gives of itself, outside its text."""
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    published: date | None = None
    """The day of publication that the file gives of itself, outside its text."""
    mark: Mark | None = None
    """What marks it as confidential, as the file has its lines: paragraphs join them. It may
    also stand outside the text, in a page's header or as a watermark."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What of the file is not read, and what to do about it."""
    on_pages: tuple[OnPage, ...] = ()
    """Stretches of the text in order, where the file has pages."""
    read_by: str | None = None
    """The program that read pictures in it."""
    attached: tuple[Attachment, ...] = ()
    source: str | None = None
    """Whom the file has it from, as it says outside its text."""


def unreadable(shown: str, what: str, remedy: str) -> UnreadableFile:
    """Return the error that says of one file why it cannot be read."""
    return UnreadableFile([Problem(shown, None, what, remedy)])
