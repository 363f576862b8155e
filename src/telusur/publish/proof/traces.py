"""Looks for what files say beside their text: who made them, when, on which machine, from what."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from telusur.handover import EPOCH, MAKER
from telusur.publish.proof import Leak

_ZIP = b"PK\x03\x04"
_BEGINNINGS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"%PDF",
    b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\0\0\0", b"ID3", b"OggS", b"7z\xbc\xaf", b"Rar!",
)  # fmt: skip
"""Pictures, sound, old Office files and other archives: no bundle needs one, and each may tell of
its maker, its place, or an earlier state of itself."""
_PARTS = re.compile(
    r"(?:^|/)(?:comments\w*\.xml|threadedComments/|persons?/|people\.xml|embeddings/|media/|"
    r"customXml/|externalLinks/|revisions/|vbaProject\.bin|custom\.xml|thumbnail\.\w+|"
    r"printerSettings)",
    re.IGNORECASE,
)
"""Members of Office files that hold remarks, other files, or names of people."""
_TOLD = re.compile(
    rb"<(?:\w+:)?(?:creator|lastModifiedBy|manager|company|template|hyperlinkbase|application|"
    rb"author|category|keywords|description|subject)\b[^>]*>([^<]+)<",
    re.IGNORECASE,
)
_TRACKED = re.compile(
    rb"<(?:w:(?:ins|del|moveFrom|moveTo|rsid\w*|attachedTemplate)|x15ac:absPath)\b"
)
_DRAWN = re.compile(rb"<metadata\b|(?:sodipodi|inkscape):docname|data:image", re.IGNORECASE)


def traces_in(folder: Path) -> Iterator[Leak]:
    """Yield what any file below `folder`, or any member of an archive in it, tells of its making.

    Pictures and documents of other kinds than Telusur makes are told as such.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            if any(part.startswith(".") or part.endswith("~") for part in Path(name).parts):
                yield _trace(name, "a hidden file, or an editor's copy")
            yield from _in_file(path.read_bytes(), name)


def _in_file(data: bytes, where: str) -> Iterator[Leak]:
    if data.startswith(_ZIP):
        yield from _in_archive(data, where)
    elif data.startswith(_BEGINNINGS):
        yield _trace(where, "a picture or document of a kind that Telusur does not make")
    elif where.endswith(".svg") and _DRAWN.search(data):
        yield _trace(where, "what a drawing program wrote into it")


def _in_archive(data: bytes, where: str) -> Iterator[Leak]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.comment:
                yield _trace(where, "a remark on the archive")
            for member in archive.infolist():
                inner = f"{where}!{member.filename}"
                if member.date_time != EPOCH or member.comment:
                    yield _trace(inner, "the time when it was made, or a remark")
                yield from _in_member(archive.read(member), member.filename, inner)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield _trace(where, f"an archive that cannot be searched: {error}")


def _in_member(data: bytes, name: str, where: str) -> Iterator[Leak]:
    if _PARTS.search(name):
        yield _trace(where, "remarks, other files or names of people")
    if name.startswith("docProps/"):
        for said in _TOLD.findall(data):
            if said.strip() != MAKER.encode():
                yield _trace(where, said.decode(errors="replace"))
    if name.startswith(("word/", "xl/")) and _TRACKED.search(data):
        yield _trace(where, "tracked changes, or where the file was edited")
    yield from _in_file(data, where)


def _trace(where: str, words: str) -> Leak:
    return Leak(where, "sifat berkas", words)
