"""Archives that say nothing of who made them and when: the same evidence gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of all files in archives."""
MAKER = "Telusur"
"""All that a document says of who made it."""
_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>{MAKER}</Application></Properties>'
)


def timeless(archive: bytes) -> bytes:
    """Return an Office archive without the time and the program that made it."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(result, "w") as new:
        for member in sorted(old.namelist()):
            data = old.read(member)
            if member == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", data)
                data = re.sub(rb"(creator[^>]*>)[^<]*", rb"\1" + MAKER.encode(), data, count=1)
            if member == "docProps/app.xml":
                data = _APPLICATION.encode()
            add(new, member, data)
    return result.getvalue()


def add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Put a file into an archive, packed, with the time that all have."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)
