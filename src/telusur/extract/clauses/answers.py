"""Rows of checklists: what is asked in one cell, and answered in another or by a tick."""

from __future__ import annotations

import re

from telusur.corpus.model import Cell, Passage

_YES = (
    r"ya|iya|ada|sudah(?: ada)?|lengkap|sesuai|baik|berfungsi|tersedia|terpenuhi|memenuhi|layak"
    r"|cukup|aktif|terpasang|memadai|yes"
)
_NO = (
    r"tidak|tdk|bukan|belum(?: ada)?|tidak ada|tidak lengkap|tidak sesuai|tidak berfungsi|tidak ada"
    r"|tidak tersedia|belum tersedia|tidak terpenuhi|belum terpenuhi|tidak memenuhi|belum memenuhi"
    r"|tidak layak|kurang(?: baik)?|rusak(?: ringan| berat)?|tidak aktif|tidak memadai"
    r"|belum lengkap|nihil|no"
)
_TICKED = r"[vVxX√✓✔☑✗✘☒●•]"
_IS_YES = re.compile(rf"\W*(?:{_YES})\W*", re.IGNORECASE)
_IS_NO = re.compile(rf"\W*(?:{_NO})\W*", re.IGNORECASE)
_IS_TICK = re.compile(rf"\W*{_TICKED}\W*|\W*[√✓✔☑●•]+\W*")
_YES_OR_NO = re.compile(
    r"(?i)\b(?:apakah|adakah|sudahkah|bisakah|pernahkah|apa (?:ada|sudah|pernah))\b"
)
_SAYS_YES = re.compile(r"(?i)\W*(?:ya|iya|ada|sudah|betul|benar|pernah|bisa)\b")
_SAYS_NO = re.compile(r"(?i)\W*(?:tidak|tdk|belum|blm|nggak|tak|nihil|kurang|jarang)\b")
_FEWEST_LETTERS = 4


def answered(passage: Passage, text: str) -> tuple[Cell, Cell, bool] | None:
    """Return what a row asks, the cell that answers it, and whether that says yes; None where it is
    no row of a checklist."""
    for number, cell in enumerate(passage.cells):
        yes = _answer(text[cell.start : cell.end], cell.header)
        if yes is None:
            continue
        asked = [one for one in passage.cells[:number] if _asks(text, one)]
        if asked:
            return max(asked, key=lambda one: one.end - one.start), cell, yes
    return None


def replied(question: str, words: str) -> bool | None:
    """Whether an answer to a question says yes or no; None where neither is asked or said."""
    if not _YES_OR_NO.search(question):
        return None
    if _SAYS_NO.match(words):
        return False
    return True if _SAYS_YES.match(words) else None


def is_tick(words: str) -> bool:
    """Whether an answer is a mark and no word."""
    return _IS_TICK.fullmatch(words) is not None


def _answer(words: str, header: str) -> bool | None:
    """Whether a cell says yes or no; None where it says more, or nothing of the kind."""
    said = header if is_tick(words) else words
    if _IS_NO.fullmatch(said):
        return False
    return True if _IS_YES.fullmatch(said) else None


def _asks(text: str, cell: Cell) -> bool:
    return sum(map(str.isalpha, text[cell.start : cell.end])) >= _FEWEST_LETTERS
