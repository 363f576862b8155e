"""The formats that reports are read from: the bytes of one file → what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from telusur.corpus.content import DAMAGED, Content, unreadable
from telusur.corpus.decoding import clean, decode, is_web_page, what_it_really_is
from telusur.corpus.folder import PICTURES, TEXT_FORMATS
from telusur.corpus.limits import Locked, TooLarge
from telusur.corpus.markup.markdown import read_markdown
from telusur.corpus.office.kinds import suffix_of_package
from telusur.corpus.statements.confidential import Mark, mark_in
from telusur.corpus.statements.front_matter import (
    FrontMatter,
    split_front_matter,
    unknown_lines,
)
from telusur.corpus.text.plain import read_plain
from telusur.errors import UnreadableFile
from telusur.words import say

if TYPE_CHECKING:
    from telusur.corpus.sheets.grid import Grid

_PICTURE_SIGNATURES = {
    **dict.fromkeys((".jpg", ".jpeg"), (b"\xff\xd8\xff",)),
    ".png": (b"\x89PNG",),
    **dict.fromkeys((".tif", ".tiff"), (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")),
}

_ADDRESS = re.compile(r"[ ]?<[^<>]{0,200}? at 0x[0-9a-f]{1,16}>")
_OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"

# The parsers of office files take long to import: only who has such files waits for them.


def content_of(data: bytes, suffix: str, shown: str) -> Content:
    """Return what `data` holds; `suffix` (lower case) tells the format, `shown` names the file.

    Raises UnreadableFile.
    """
    if suffix not in READERS:
        raise unreadable(
            shown,
            say("`{suffix}` files are not read", suffix=suffix),
            say("Save it as .docx, .pdf or .txt"),
        )
    if not data:
        raise unreadable(
            shown,
            say("there are no words in it: it is empty"),
            say("Copy it anew, or remove the file"),
        )
    try:
        return READERS[suffix](data, suffix, shown)
    except (TooLarge, MemoryError, RecursionError, UnreadableFile):
        raise
    except Exception as error:  # a damaged file breaks its parsers in every way there is
        if isinstance(error, Locked):
            remedy = say("Open it, remove the password, save it as {suffix}", suffix=suffix)
            raise unreadable(shown, say("it is protected by a password"), remedy) from None
        name, remedy = DAMAGED.get(
            suffix, (say("file"), say("Save it anew in the program that made it"))
        )
        raise unreadable(
            shown, say("the {name} is damaged ({error})", name=name, error=_in_short(error)), remedy
        ) from error


def _read_text(data: bytes, suffix: str, shown: str) -> Content:
    _refuse_others(data, suffix, shown)
    is_page = suffix in {".html", ".htm"} or (suffix == ".txt" and is_web_page(data))
    text = _decode_webpage(data) if is_page else decode(data)
    raw, whole = text.split("\n"), text
    front_matter, text, problems = split_front_matter(text, shown)
    if problems:
        raise UnreadableFile(problems)
    before = len(raw) - text.count("\n") if text != whole else 1
    mark = mark_in(text.split("\n"), before)
    if is_page:
        return _webpage_content(text, front_matter, mark)
    layout = read_plain(text) if suffix == ".txt" else read_markdown(text, by_hand=True)
    remarks = unknown_lines(front_matter)
    return Content(layout, None, front_matter, mark=mark, remarks=remarks)


def _decode_webpage(data: bytes) -> str:
    from telusur.corpus.markup.webpage import decode_webpage

    return decode_webpage(data)


def _webpage_content(html: str, front_matter: FrontMatter, mark: Mark | None) -> Content:
    from telusur.corpus.markup.webpage import read_webpage

    page = read_webpage(html)
    layout = read_markdown(clean(page.markdown))
    return Content(
        layout,
        page.title,
        front_matter,
        page.published,
        mark or page.mark,
        unknown_lines(front_matter),
    )


def _read_word(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.office.word import read_word

    _refuse_others(data, suffix, shown, begins=_ZIP)
    return _marked_up(*read_word(data))


def _read_old_word(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.office.old import NoConverter, as_docx

    _refuse_others(data, suffix, shown, begins=_OLD_OFFICE_FILE)
    try:
        return _read_word(as_docx(data, suffix), ".docx", shown)
    except NoConverter:
        what = say(
            "`{suffix}` files are read by LibreOffice, which is not installed", suffix=suffix
        )
        remedy = say("Save it as .docx, or install LibreOffice")
        raise unreadable(shown, what, remedy) from None


def _read_opendocument(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.office.opendocument import read_opendocument

    _refuse_others(data, suffix, shown, begins=_ZIP)
    return _marked_up(*read_opendocument(data))


def _read_slides(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.office.slides import read_slides

    _refuse_others(data, suffix, shown, begins=_ZIP)
    markdown, title, hidden, mark = read_slides(data)
    remedy = say("Show the slides and save the file, if they belong to the report")
    remarks = (
        [(say("{hidden} hidden slides are not read", hidden=hidden), remedy)] if hidden else []
    )
    return _marked_up(markdown, title, mark, remarks)


def _read_rich_text(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.office.rich import read_rich_text

    _refuse_others(data, suffix, shown, begins=b"{\\rtf")
    text, mark = read_rich_text(data)
    return Content(read_plain(clean(text)), mark=mark)


def _read_mail(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.mails.reading import read_mail_file

    _refuse_others(data, suffix, shown, begins=_OLD_OFFICE_FILE if suffix == ".msg" else None)
    return read_mail_file(data, suffix)


def _read_workbook(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.sheets.workbook import read_workbook

    _refuse_others(data, suffix, shown, begins=_ZIP)
    return _tabled(*read_workbook(data), shown)


def _read_other_workbook(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.sheets.workbook import read_other_workbook

    if suffix == ".xls" and is_web_page(data):  # what many a web application exports
        return _read_text(data, ".html", shown)
    _refuse_others(data, suffix, shown, begins=_OLD_OFFICE_FILE if suffix == ".xls" else _ZIP)
    return _tabled(*read_other_workbook(data), shown)


def _read_delimited(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.sheets.delimited import read_delimited

    if is_web_page(data):
        return _read_text(data, ".html", shown)
    _refuse_others(data, suffix, shown)
    return _tabled([read_delimited(decode(data))], [], None, shown)


def _tabled(grids: Sequence[Grid], hidden: Sequence[str], mark: Mark | None, shown: str) -> Content:
    from telusur.corpus.sheets.layout import read_grids

    layout, title = read_grids(grids)
    remedy = say("Show the sheet and save the file, if it belongs to the report")
    remarks = tuple(
        (say("the hidden sheet `{name}` is not read", name=name), remedy) for name in hidden
    )
    return Content(layout, title or PurePosixPath(shown).stem, mark=mark, remarks=remarks)


def _read_pdf(data: bytes, suffix: str, shown: str) -> Content:
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    from telusur.corpus.paper.reading import NoReader, read_pdf_file

    _refuse_others(data, suffix, shown, begins=b"%PDF")
    try:
        content, pages = read_pdf_file(data)
    except PDFPasswordIncorrect:
        remedy = say("Save a copy without the password")
        raise unreadable(shown, say("the PDF is protected by a password"), remedy) from None
    except NoReader as error:
        raise unreadable(shown, say("it has no text layer: a scan"), str(error)) from None
    if not pages:
        raise unreadable(shown, say("the PDF is damaged: it has no pages"), DAMAGED[".pdf"][1])
    return content


def _read_photograph(data: bytes, suffix: str, shown: str) -> Content:
    from telusur.corpus.paper.reading import NoReader, read_picture_file

    _refuse_others(data, suffix, shown, begins=_PICTURE_SIGNATURES[suffix])
    try:
        return read_picture_file(data)
    except NoReader as error:
        raise unreadable(shown, say("it is a picture"), str(error)) from None


def _marked_up(
    markdown: str,
    title: str | None,
    mark: Mark | None,
    remarks: Sequence[tuple[str, str]] = (),
) -> Content:
    return Content(
        read_markdown(clean(markdown)),
        clean(title) if title else None,
        mark=mark,
        remarks=tuple(remarks),
    )


def _refuse_others(
    data: bytes, suffix: str, shown: str, begins: bytes | tuple[bytes, ...] | None = None
) -> None:
    """Raise UnreadableFile for a file of another format than its suffix says.

    `begins` is how files of the format begin, each of several ways; None for text.
    """
    if data.startswith(_ZIP) and (true := suffix_of_package(data, suffix)) not in ("", suffix):
        what = say("it is called `{suffix}` but is a `{true}` file", suffix=suffix, true=true)
        raise unreadable(shown, what, say("Give it the suffix {suffix}", suffix=true))
    if isinstance(begins, tuple) and data.startswith(begins):
        return
    if isinstance(begins, bytes) and begins in data[:1024]:
        return
    if data.startswith(_OLD_OFFICE_FILE) and "EncryptedPackage".encode("utf-16-le") in data:
        remedy = say("Open it in Office, remove the password, save it as {suffix}", suffix=suffix)
        raise unreadable(shown, say("it is protected by a password"), remedy)
    nature = what_it_really_is(data)
    if begins is not None and is_web_page(data):
        nature = "a web page"
    if nature and not (begins is not None and nature.startswith("not a text")):
        remedy = say("Give it the suffix that it should have, or save it as text")
        raise unreadable(
            shown,
            say("it is called `{suffix}` but is {nature}", suffix=suffix, nature=nature),
            remedy,
        )


def _in_short(error: Exception) -> str:
    words = _ADDRESS.sub("", " ".join(str(error).split()))[:80]
    return words or type(error).__name__


READERS: dict[str, Callable[[bytes, str, str], Content]] = {
    **dict.fromkeys(TEXT_FORMATS, _read_text),
    **dict.fromkeys((".docx", ".docm", ".dotx"), _read_word),
    ".doc": _read_old_word,
    ".odt": _read_opendocument,
    ".rtf": _read_rich_text,
    **dict.fromkeys((".pptx", ".ppsx"), _read_slides),
    **dict.fromkeys((".xlsx", ".xlsm"), _read_workbook),
    **dict.fromkeys((".xls", ".ods"), _read_other_workbook),
    **dict.fromkeys((".csv", ".tsv"), _read_delimited),
    **dict.fromkeys((".eml", ".msg"), _read_mail),
    ".pdf": _read_pdf,
    **dict.fromkeys(PICTURES, _read_photograph),
}
"""Every suffix of a report, with what reads it."""
