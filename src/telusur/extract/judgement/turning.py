"""What turns a cue round: a negation before it, or what it is that rises or falls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.extract.judgement.matching import Hit
from telusur.extract.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NEGATIONS = frozenset({"tidak", "tak", "belum", "bukan", "tanpa", "kurang", "jangan"})
_NOT_NEGATING = frozenset({"hanya", "sekadar", "sekedar", "cuma", "saja"})
_TURNED: dict[str, Kind] = {"kelebihan": "kendala", "kendala": "kelebihan"}
_MOVES = frozenset(
    {"meningkat", "meningkatnya", "naik", "bertambah", "melonjak", "mencapai", "peningkatan"}
    | {"kenaikan", "turun", "menurun", "berkurang", "penurunan", "berkurangnya"}
)
"""Words that are good or bad by what they are said of."""
_BURDENS = frozenset(
    {"keluhan", "aduan", "pengaduan", "antrean", "antrian", "penolakan", "kesalahan", "waktu"}
    | {"tunggakan", "pungutan", "gangguan", "kerusakan", "keterlambatan", "kekurangan"}
    | {"tumpukan", "selisih", "pelanggaran", "kecelakaan", "kemiskinan", "pengangguran", "stunting"}
)
"""Of these more is worse; `waktu tunggu`, `waktu penyelesaian` too."""
_LOOK_BACK = 5
"""Words before one of movement among which its subject stands."""


def turned(doc: Doc, hit: Hit, kind: Kind) -> Kind:
    """Return the kind that a cue speaks for where it stands; only good and bad are turned."""
    if kind not in _TURNED:
        return kind
    moves = doc[hit.last - 1].norm_ in _MOVES and _said_of_a_burden(doc, hit)
    return _TURNED[kind] if _negated(doc, hit) or moves else kind


def _negated(doc: Doc, hit: Hit) -> bool:
    """Whether a negation stands before a cue, with at most two words between."""
    for before in range(hit.first - 1, max(-1, hit.first - 4), -1):
        word = doc[before].norm_
        if word in _NEGATIONS:
            return doc[before + 1].norm_ not in _NOT_NEGATING
        if not word[0].isalpha():
            break
    return False


def _said_of_a_burden(doc: Doc, hit: Hit) -> bool:
    for before in range(hit.first - 1, max(-1, hit.first - 1 - _LOOK_BACK), -1):
        word = doc[before].norm_
        if word in _BURDENS:
            return True
        if not word[0].isalnum():
            break
    return False
