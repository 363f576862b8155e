"""Kinds of regulations: what they call themselves, their rank, and where they are promulgated."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of regulation."""

    name: str
    """What a regulation of this kind calls itself: `Peraturan Menteri`."""
    rank: int
    """Its place in the hierarchy, from 0 for the constitution."""
    gazette: str
    """Where it is promulgated: `Berita Negara`; empty where that is not settled."""
    may_punish: bool = False
    """Whether it may hold criminal sanctions."""
    named_in_full: bool = False
    """Whether it may call itself with more words: `Peraturan Otoritas Jasa Keuangan ini`."""


_AGENCY = Kind("Peraturan Badan", 5, "Berita Negara", named_in_full=True)
"""Any agency's; its name is then that of the agency's kind: `Peraturan Otoritas`."""

# Ranks by Pasal 7 and 8 of UU 12/2011; a ministry's or an agency's regulation stands below those
# of the President and above those of the regions.
_KINDS = (
    (r"Undang-Undang\s+Dasar", Kind("Undang-Undang Dasar", 0, "")),
    (r"Ketetapan\s+Majelis", Kind("Ketetapan Majelis Permusyawaratan Rakyat", 1, "")),
    (
        r"Peraturan\s+Pemerintah\s+Pengganti\s+Undang-Undang",
        Kind("Peraturan Pemerintah Pengganti Undang-Undang", 2, "Lembaran Negara", may_punish=True),
    ),
    (r"Undang-Undang", Kind("Undang-Undang", 2, "Lembaran Negara", may_punish=True)),
    (r"Peraturan\s+Pemerintah", Kind("Peraturan Pemerintah", 3, "Lembaran Negara")),
    (r"Peraturan\s+Presiden", Kind("Peraturan Presiden", 4, "Lembaran Negara")),
    (r"Keputusan\s+Presiden", Kind("Keputusan Presiden", 4, "")),
    (r"Peraturan\s+Menteri", Kind("Peraturan Menteri", 5, "Berita Negara")),
    (
        r"Peraturan\s+Daerah(?:\s+Provinsi|\s+Kabupaten|\s+Kota)?",
        Kind("Peraturan Daerah", 6, "Lembaran Daerah", may_punish=True),
    ),
    (r"Peraturan\s+Gubernur", Kind("Peraturan Gubernur", 7, "Berita Daerah")),
    (r"Peraturan\s+Bupati", Kind("Peraturan Bupati", 8, "Berita Daerah")),
    (r"Peraturan\s+Wali\s?kota", Kind("Peraturan Wali Kota", 8, "Berita Daerah")),
    (
        r"Peraturan\s+(?:Badan|Lembaga|Kepala|Komisi|Otoritas|Bank|Mahkamah|Jaksa|Kepolisian"
        r"|Arsip|Perpustakaan|Ombudsman|Dewan)",
        _AGENCY,
    ),
)
_READ = tuple((re.compile(pattern + r"\b", re.IGNORECASE), kind) for pattern, kind in _KINDS)
_DRAFT = re.compile(r"\s*(?:SALINAN\s+)?(?:RANCANGAN\s+)?", re.IGNORECASE)
_CITED = re.compile(r"Nomor\s+(?P<number>[\w./-]*\w)(?:\s+Tahun\s+(?P<year>\d{4}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Law:
    """A regulation as another one names it."""

    kind: Kind
    year: int | None
    number: str


def kind_of(title: str) -> Kind | None:
    """Return the kind of the regulation whose title, or citation, begins so."""
    begin = _DRAFT.match(title)
    start = begin.end() if begin else 0
    for pattern, kind in _READ:
        if words := pattern.match(title, start):
            return (
                replace(kind, name=" ".join(words[0].split()).title()) if kind == _AGENCY else kind
            )
    return None


def law_of(citation: str) -> Law | None:
    """Return the regulation that a citation begins with: `Undang-Undang Nomor 25 Tahun 2009 …`."""
    kind = kind_of(citation)
    cited = _CITED.search(citation)
    if kind is None or cited is None:
        return None
    return Law(kind, int(cited["year"]) if cited["year"] else None, cited["number"].upper())
