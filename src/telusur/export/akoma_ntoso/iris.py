"""Names of laws as IRIs of the Akoma Ntoso naming convention: `/akn/id/act/uu/2009/25`."""

from __future__ import annotations

import re

_SUBTYPES = (
    ("peraturan pemerintah pengganti undang-undang", "perppu"),
    ("peraturan pemerintah", "pp"),
    ("peraturan presiden", "perpres"),
    ("keputusan presiden", "keppres"),
    ("instruksi presiden", "inpres"),
    ("undang-undang darurat", "uudrt"),
    ("undang-undang dasar", "uud"),
    ("undang-undang", "uu"),
    ("peraturan menteri", "permen"),
    ("keputusan menteri", "kepmen"),
    ("perppu", "perppu"),
    ("perpu", "perppu"),
    ("perpres", "perpres"),
    ("keppres", "keppres"),
    ("inpres", "inpres"),
    ("pp", "pp"),
    ("uu", "uu"),
)
"""The longer before the shorter that they begin with."""
_BY_MINISTERS = ("permen", "kepmen")
"""Numbered by each ministry for itself, so that the number alone does not name one."""
_NUMBER = re.compile(
    r"(?P<type>.+?)\s+(?:Nomor|No\.?|Nr\.)\s*(?P<number>[\w./-]*\w)(?:\s+Tahun\s+(?P<year>\d{4}))?$",
    re.IGNORECASE,
)
_YEAR_IN_NUMBER = re.compile(r"/(\d{4})$")
UNKNOWN = "nn"
"""What the convention writes for a number that is not known yet."""


def law_iri(words: str) -> str | None:
    """Return the IRI of the law that `words` name; None where they do not name one alone."""
    found = _NUMBER.fullmatch(" ".join(words.split()))
    if found is None:
        return None
    path = subtype(found["type"])
    inside = _YEAR_IN_NUMBER.search(found["number"])
    year = found["year"] or (inside and inside[1])
    if path is None or year is None:
        return None
    return "/".join(("/akn/id/act", path, year, slug(found["number"])))


def subtype(type_words: str) -> str | None:
    """Return what stands for a type of regulation in an IRI: `uu`, `permen/keuangan`; or None."""
    words = " ".join(type_words.lower().split()).removesuffix(" republik indonesia")
    for name, short in _SUBTYPES:
        if words == name or words.startswith(f"{name} "):
            author = slug(words.removeprefix(name))
            if short not in _BY_MINISTERS:
                return None if author else short
            return f"{short}/{author}" if author else None
    return None


def slug(words: str) -> str:
    """Return `words` in small letters, figures and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
