"""Which ending stands for which format."""

from __future__ import annotations

from datetime import date

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
