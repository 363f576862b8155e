"""The bytes of one file → its text and what it says of itself, by its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from telusur.corpus.decoding import clean, decode, what_it_really_is
from telusur.corpus.limits import TooLarge
from telusur.corpus.markup.markdown import read_markdown
from telusur.corpus.statements.confidential import Mark, mark_in
from telusur.corpus.statements.front_matter import FrontMatter, split_front_matter
from telusur.corpus.text.blocks import Layout
from telusur.corpus.text.plain import read_plain
from telusur.errors import Problem, UnreadableFile

TEXT_FORMATS = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})
"""Suffixes of the formats that may carry front matter."""

_OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0"


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


def content_of(data: bytes, suffix: str, shown: str) -> Content:
    """Return what `data` holds; `suffix` (lower case) tells the format, `shown` names the file.

    Raises UnreadableFile.
    """
    if suffix == ".docx":
        return _word_content(data, shown)
    if suffix == ".pdf":
        return _pdf_content(data, shown)
    return _text_content(data, suffix, shown)


def unreadable(shown: str, what: str, remedy: str) -> UnreadableFile:
    """Return the error that says of one file why it cannot be read."""
    return UnreadableFile([Problem(shown, None, what, remedy)])


def refuse_old_office(data: bytes, suffix: str, shown: str) -> None:
    """Raise UnreadableFile for a file in the container of old Office: what it holds is either an
    old document, or a new one that a password locks."""
    if not data.startswith(_OLD_OFFICE_FILE):
        return
    if "EncryptedPackage".encode("utf-16-le") in data:
        remedy = f"Open it in Office, remove the password, save it as {suffix}"
        raise unreadable(shown, "it is protected by a password", remedy)
    what = f"it is called `{suffix}` but is an old Office document"
    raise unreadable(shown, what, f"Open it in Office and save it as {suffix}")


def _text_content(data: bytes, suffix: str, shown: str) -> Content:
    if nature := what_it_really_is(data):
        remedy = "Give it the suffix that it should have, or save it as text"
        raise unreadable(shown, f"it is called `{suffix}` but is {nature}", remedy)
    is_page = suffix in {".html", ".htm"}
    text = _decode_webpage(data) if is_page else decode(data)
    raw, whole = text.split("\n"), text
    front_matter, text, problems = split_front_matter(text, shown)
    if problems:
        raise UnreadableFile(problems)
    before = len(raw) - text.count("\n") if text != whole else 1
    mark = mark_in(text.split("\n"), before)
    if is_page:
        return _webpage_content(text, front_matter, mark)
    layout = read_plain(text) if suffix == ".txt" else read_markdown(text)
    return Content(layout, None, front_matter, mark=mark)


# markitdown, mammoth and pdfminer take long to import: only who has such files waits for them.


def _decode_webpage(data: bytes) -> str:
    from telusur.corpus.markup.webpage import decode_webpage

    return decode_webpage(data)


def _webpage_content(html: str, front_matter: FrontMatter, mark: Mark | None) -> Content:
    from telusur.corpus.markup.webpage import read_webpage

    page = read_webpage(html)
    layout = read_markdown(clean(page.markdown))
    return Content(layout, page.title, front_matter, page.published, mark or page.mark)


def _word_content(data: bytes, shown: str) -> Content:
    from telusur.corpus.office.word import read_word

    refuse_old_office(data, ".docx", shown)
    try:
        markdown, title, mark = read_word(data)
    except (TooLarge, MemoryError):
        raise
    except Exception as error:  # a damaged file breaks its parsers in every way there is
        what = f"the Word document is damaged ({_in_short(error)})"
        raise unreadable(shown, what, "Open it in Word, let it repair it, save it anew") from error
    return Content(read_markdown(clean(markdown)), clean(title) if title else None, mark=mark)


def _pdf_content(data: bytes, shown: str) -> Content:
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    from telusur.corpus.office.pdf import read_pdf

    try:
        text, pages, mark = read_pdf(data)
    except PDFPasswordIncorrect:
        remedy = "Save a copy without the password"
        raise unreadable(shown, "the PDF is protected by a password", remedy) from None
    except (TooLarge, MemoryError):
        raise
    except Exception as error:  # as with Word documents
        what = f"the PDF is damaged ({_in_short(error)})"
        raise unreadable(
            shown, what, "Open it in a PDF reader and print it to a new PDF"
        ) from error
    if not pages:
        remedy = "Open it in a PDF reader and print it to a new PDF"
        raise unreadable(shown, "the PDF is damaged: it has no pages", remedy)
    return Content(read_plain(clean(text)), mark=mark)


def _in_short(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
