"""Finds the words of a text that name another law: `Undang-Undang Nomor 25 Tahun 2009`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_TYPE = (
    r"(?:Undang-[Uu]ndang(?:\s+Darurat)?|Perpu|Perppu|UU|PP|Perpres|Keppres|Inpres|Permen[A-Za-z]*"
    r"|Perda|Pergub|Perbup|Perwali|Qanun|Staatsblad"
    r"|Peraturan\s+(?:Pemerintah(?:\s+Pengganti\s+Undang-[Uu]ndang)?|Presiden|Menteri|Daerah"
    r"|Gubernur|Bupati|Wali\s?[Kk]ota|Badan|Lembaga|Kepala|Bersama|Dewan|Mahkamah|Desa|Kepolisian)"
    r"|Keputusan\s+(?:Presiden|Menteri|Bersama|Kepala|Gubernur|Bupati|Wali\s?[Kk]ota)"
    r"|Instruksi\s+(?:Presiden|Menteri)|Ketetapan\s+Majelis)"
)
_TITLE_WORDS = rf"(?:\s+(?!{_TYPE}\b)(?:[A-Z][\w-]*|dan|di|serta)){{0,60}}?"
_NUMBER = r"(?:Nomor|No\.?|Nr\.)\s*[\w./-]*\w(?:\s+Tahun\s+\d{4}|/\d{4})?"
_WITHOUT_NUMBER = (
    r"Undang-[Uu]ndang\s+Dasar(?:\s+Negara\s+Republik\s+Indonesia)?(?:\s+Tahun\s+1945)?"
    r"|UUD(?:\s+(?:NRI|Negara\s+Republik\s+Indonesia))?(?:\s+(?:Tahun\s+)?1945)?"
    r"|Kitab\s+Undang-[Uu]ndang(?:\s+(?:Hukum|Acara|Pidana|Perdata|Dagang))*|KUHP(?:erdata)?|KUHAP"
    # A title has no end that words show: what is written in capitals belongs to it.
    rf"|{_TYPE}(?:\s+Republik\s+Indonesia)?\s+tentang"
    rf"(?:\s+(?:(?:dan|atas|di|atau)\s+)?(?!{_TYPE}\b)[A-Z][\w-]*)+"
)
_LAW = re.compile(rf"\b(?:{_TYPE}{_TITLE_WORDS}\s+{_NUMBER}|{_WITHOUT_NUMBER})(?!\w)")
_FOLLOWS = re.compile(
    rf"\s+(?:(?:dari|dalam|pada)\s+)?(?:{_TYPE}|{_WITHOUT_NUMBER}|Kitab\s+Undang-[Uu]ndang)\b"
    r"(?!(?:\s+(?:[A-Z][\w-]*|dan|di))*\s+ini\b)"
)
_PRECEDES = re.compile(r"\s*(?:,\s*)?(?:(?:dalam|pada|khususnya)\s+)?")


@dataclass(frozen=True, slots=True)
class LawMention:
    """Another law, named by number or title."""

    start: int
    """Where the words begin (characters)."""
    end: int


class Laws:
    """The laws that a text names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.mentions: Sequence[LawMention] = [
            LawMention(*found.span()) for found in _LAW.finditer(text)
        ]
        self._ends = [law.end for law in self.mentions]

    def own(self, start: int, end: int) -> bool:
        """Whether the words beside a provision say that it is one of another law."""
        if _FOLLOWS.match(self._text, end):
            return True
        before = bisect_right(self._ends, start) - 1
        return before >= 0 and bool(_PRECEDES.fullmatch(self._text, self._ends[before], start))
