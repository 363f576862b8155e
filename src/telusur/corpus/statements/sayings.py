"""Sentences by which a document says that it is for few."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from telusur.corpus.statements.vocabulary import (
    ASKING,
    AT_HAND,
    AUDIENCE,
    BEYOND,
    COMPANY,
    FORBIDDING,
    INNER,
    KEEPING,
    KINDS,
    LEAVE,
    LINKING,
    MATTER,
    NOT,
    OF_OTHERS,
    SAYING,
    SPREADING,
    STRONG,
    TELLING,
    WEAK,
)

_FEW = COMPANY | AUDIENCE | INNER | WEAK | STRONG | MATTER
_SPREAD = COMPANY | FORBIDDING | LEAVE | SPREADING | BEYOND | WEAK | STRONG | INNER | MATTER
_FURTHEST = 6
"""Words from `laporan ini` to what it says of itself."""


def is_forbidding(words: Sequence[str]) -> bool:
    """Whether a sentence says nothing but that a document must not spread, or is for few:
    `Jangan disebarluaskan`, `Hanya untuk kalangan internal`, `Mohon dijaga kerahasiaannya`."""
    if not 2 <= len(words) <= 30:
        return False
    if all(word in _SPREAD for word in words) and _forbids(words):
        return True
    if all(word in _FEW for word in words) and _is_for_few(words):
        return True
    keeping = any(word.startswith("kerahasiaan") for word in words)
    asked = {"mohon", "harap", "agar", "wajib", "harus"}.intersection(words)
    if list(words) == ["off", "the", "record"]:
        return True
    return bool(keeping and asked) and all(word in KEEPING or word in COMPANY for word in words)


def is_of_another(words: Sequence[str]) -> bool:
    """Whether a clause says that a thing beside the document is secret: `PIN bersifat rahasia`.

    `Kunjungan ini` and `data responden` may be what the document tells: they are nothing else.
    """
    level = next((number for number, word in enumerate(words) if word in STRONG), 0)
    subject = [word for word in words[:level] if word not in SAYING]
    said = words[level] == "dirahasiakan" or words[level - 1] in SAYING if level else False
    return (
        said
        and 0 < len(subject) <= _FURTHEST
        and not any(word in AT_HAND or word in NOT for word in subject)
        and not all(word in COMPANY for word in subject)
    )


def is_said_of_itself(words: Sequence[str]) -> bool:
    """Whether a sentence says of its own document that it is confidential: `Catatan ini bersifat
    rahasia`, `Laporan ini tidak untuk dipublikasikan`."""
    for number, (first, second) in enumerate(pairwise(words)):
        if (first in KINDS and second == "ini") or (first == "this" and second in KINDS):
            said = words[number + 2 : number + 2 + _FURTHEST]
            if _has_level(said, words[number + 2 :]) or _forbids(said) or _is_for_few(said):
                return True
    return False


def _has_level(said: Sequence[str], rest: Sequence[str]) -> bool:
    for number, word in enumerate(said):
        after = rest[number + 1] if number + 1 < len(rest) else ""
        if word in STRONG:
            return after not in OF_OTHERS
        if word in WEAK:
            return after in {"", "dan"}
        if word in NOT or word not in LINKING:
            return False
    return False


def _forbids(words: Sequence[str]) -> bool:
    for number, word in enumerate(words):
        if word not in FORBIDDING:
            continue
        before, rest = words[number - 1] if number else "", words[number + 1 :]
        # `tidak disebarkan` tells what happened; `tidak untuk disebarkan` forbids.
        told = word in TELLING and before not in ASKING and not (rest and rest[0] in LEAVE)
        if not told and any(after in SPREADING for after in rest):
            return True
    return False


def _is_for_few(words: Sequence[str]) -> bool:
    said = set(words)
    if {"use", "only"} <= said and said & {"official", "internal", "limited"}:
        return True
    if said & {"internal", "intern"} and said & (KINDS | {"konsumsi", "penggunaan", "kalangan"}):
        return True
    few = said & (INNER | {"eyes"}) or ("kalangan" in said and said & {"terbatas", "tertentu"})
    only = said & {"hanya", "khusus", "only"}
    whom = said & {"untuk", "bagi", "for", "internal", "oleh"}
    use = said & {"kalangan", "penggunaan", "keperluan", "pemakaian", "kepentingan", "lingkungan"}
    return bool(few and whom and (only or use))
