"""Word documents → Markdown."""

from __future__ import annotations

import io
import zipfile

from markitdown import StreamInfo
from markitdown.converters import DocxConverter

from telusur.corpus.soup import parse_html
from telusur.corpus.webpage import FAITHFUL

_TITLES_AS_HEADINGS = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_LARGEST_UNPACKED = 500_000_000
_TITLES_OF_NO_ONE = frozenset({"word document", "document", "document1", "dokumen1"})


def read_word(data: bytes) -> tuple[str, str | None]:
    """Return the Markdown of a .docx file, and the title among its properties.

    Raises zipfile.BadZipFile, KeyError and whatever else its parsers raise on a damaged file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST_UNPACKED:
            raise zipfile.BadZipFile("it unpacks to more than 500 MB")
        title = _title(archive)
    converted = DocxConverter().convert(  # type: ignore[no-untyped-call]
        io.BytesIO(data), StreamInfo(extension=".docx"), style_map=_TITLES_AS_HEADINGS, **FAITHFUL
    )
    return converted.markdown, title


def _title(archive: zipfile.ZipFile) -> str | None:
    """The title that the document's properties give, unless Word put it there by itself."""
    if "docProps/core.xml" not in archive.namelist():
        return None
    found = parse_html(archive.read("docProps/core.xml").decode("utf-8", "replace")).find(
        "dc:title"
    )
    title = found.get_text(strip=True) if found else ""
    return title if title.lower() not in {"", *_TITLES_OF_NO_ONE} else None
