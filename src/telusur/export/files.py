"""Which ending stands for which format, and how a file comes into being whole or not at all."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from telusur.draft.model import Regulation

FORMATS = {".docx": "Word", ".html": "HTML", ".xml": "Akoma Ntoso"}
"""By the ending of the file, in small letters."""


def render(regulation: Regulation, ending: str, today: date) -> bytes:
    """Return the regulation in the format of `ending`, one of FORMATS.

    The same regulation gives the same bytes; `today` is only used where a format asks for the
    date of a draft.
    """
    match ending:
        case ".docx":
            from telusur.export.docx import docx

            return docx(regulation)
        case ".html":
            from telusur.export.html import html

            return html(regulation)
        case ".xml":
            from telusur.export.akoma_ntoso import akoma_ntoso

            return akoma_ntoso(regulation, today)
    raise ValueError(f"no format has the ending {ending}")


def write(path: Path, content: bytes) -> None:
    """Write a file; whoever reads `path` meanwhile sees the old one. Raises OSError."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        if error.filename is not None:
            error.filename = str(path)  # the one that people know
        raise
    finally:
        partial.unlink(missing_ok=True)
