"""The annex as PDF, by LibreOffice."""

from __future__ import annotations

from telusur.corpus.office.old import NoConverter, converted
from telusur.errors import CannotWrite
from telusur.handover.annex.model import Annex
from telusur.handover.annex.word import word
from telusur.words import Later, say

_REMEDY = Later(
    "Install it (Debian: `sudo apt install libreoffice-writer`), or write the annex as .docx "
    "and save that as PDF from Word"
)


def pdf(annex: Annex) -> bytes:
    """Return the annex as LibreOffice prints it.

    Raises:
        CannotWrite: LibreOffice is not there, or does not do it.
    """
    try:
        return converted(word(annex, to_print=True), ".docx", "pdf")
    except NoConverter:
        raise CannotWrite(
            say("A PDF needs LibreOffice, which is not here. {remedy}.", remedy=_REMEDY)
        ) from None
    except ValueError as error:
        raise CannotWrite(
            say("LibreOffice did not make the PDF. {remedy}.", remedy=_REMEDY)
        ) from error
