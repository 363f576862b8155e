"""A line of a draft's file, and what its look tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(
    r"[#*_\s]*+(?:Pasal|BUKU|BAB|Bagian|Paragraf)\s++\w++(?>(?:\s++\w++)?)[\s*_]*+"
)
_BEGINS_UNIT = re.compile(
    r"[#*_>\s]*(?:\(\d{1,3}[a-z]?\)|[a-z]{1,2}[.)](?:\s|$)|\d{1,3}[a-z]?[.)](?:\s|$)"
    r"|(?:Menimbang|Mengingat|Memperhatikan|Menetapkan|MEMUTUSKAN|LAMPIRAN|PENJELASAN)\b)"
)

# A hard-wrapped sentence may break before `Pasal 7` or `(2)`, which then look like a heading or
# an item. The word before the break gives them away.
_BROKEN_OFF = re.compile(
    r"(?:\b(?:ayat|huruf|angka|butir|pasal|bab|bagian|paragraf|nomor|lampiran|dalam|pada|dari"
    r"|dan|atau|dengan|dan/atau|ketentuan|menurut|oleh|yang|untuk|yakni|yaitu|antara|setelah"
    r"|sesudah|sebelum|dimaksud)|,)$",
    re.IGNORECASE,
)
_CALLS_FOR_NUMBER = re.compile(r"\b(?:ayat|huruf|angka|butir|pasal|nomor)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of text."""

    text: str
    number: int
    """Its line in the file, from 1."""

    @property
    def is_blank(self) -> bool:
        """Whether it holds no words."""
        return not self.text.strip()

    @property
    def is_note(self) -> bool:
        """Whether it is a note to the reader."""
        return self.text.lstrip().startswith(">")


def begins_unit(text: str) -> bool:
    """Whether a line looks like the beginning of a clause or of a part of the preamble."""
    return _BEGINS_UNIT.match(text) is not None or is_heading(text)


def is_heading(text: str) -> bool:
    """Whether a line looks like the heading of a buku, bab, bagian, paragraf or Pasal."""
    return _HEADING.fullmatch(text) is not None


def breaks_off(text: str) -> bool:
    """Whether a line ends in the middle of a sentence, so that the next one goes on with it."""
    return _BROKEN_OFF.search(text) is not None


def calls_for_number(text: str) -> bool:
    """Whether a line ends in a word that a number must follow: `… sebagaimana dimaksud ayat`."""
    return _CALLS_FOR_NUMBER.search(text) is not None
