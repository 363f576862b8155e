"""The parts of a Word file, whichever program wrote it."""

from __future__ import annotations

import re
import zipfile

from telusur.corpus.office.word.markup import WORD, parse

_MAIN_KIND = "/officeDocument"
_USUAL_BODY = "word/document.xml"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(?=[a-zA-Z])")
_STRICT_NAMES = {
    b"wordprocessingml/main": WORD.encode(),
    b"officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
    b"drawingml/picture": b"http://schemas.openxmlformats.org/drawingml/2006/picture",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def parts_of(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Return every part by its name, those of Strict Open XML in the names that others use."""
    return {name: _loosened(name, archive.read(name)) for name in archive.namelist()}


def main_part(parts: dict[str, bytes]) -> str:
    """The name of the part that holds the text: `word/document2.xml` where Word for the web wrote
    it."""
    if "_rels/.rels" in parts:
        for relation in parse(parts["_rels/.rels"]):
            if str(relation.get("Type", "")).endswith(_MAIN_KIND):
                target = str(relation.get("Target", "")).lstrip("/")
                if target in parts:
                    return target
    if _USUAL_BODY not in parts:
        raise KeyError("it has no text in it")
    return _USUAL_BODY


def _loosened(name: str, content: bytes) -> bytes:
    """A part of Strict Open XML in the names that everybody else uses."""
    if not name.endswith((".xml", ".rels")) or not _STRICT.search(content):
        return content
    for strict, usual in _STRICT_NAMES.items():
        content = content.replace(b"http://purl.oclc.org/ooxml/" + strict, usual)
    return content
