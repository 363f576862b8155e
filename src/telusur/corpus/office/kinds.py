"""What kind of Office file an archive is, whatever it is called."""

from __future__ import annotations

import io
import zipfile

_PARTS = {"word": ".docx", "xl": ".xlsx", "ppt": ".pptx"}
_TYPES = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
_SAME = ({".docx", ".docm", ".dotx"}, {".xlsx", ".xlsm"}, {".pptx", ".ppsx"})


def suffix_of_package(data: bytes, called: str = "") -> str:
    """Return the suffix that an archive should have, or `called` where that is one of its kind;
    empty where it is no Office file, or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype").strip() if "mimetype" in names else b""
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError):
        return ""
    tops = {name.partition("/")[0] for name in names}
    parts = (suffix for part, suffix in _PARTS.items() if part in tops)
    true = _TYPES.get(kind) or next(parts, "")
    alike = next((some for some in _SAME if true in some), {true})
    return called if called in alike else true
