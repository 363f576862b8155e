"""What files that are handed on call things: Indonesian, as an office writes it."""

from __future__ import annotations

import json

from telusur import words
from telusur.words import speaking

KINDS = {
    "kendala": "Kendala",
    "tantangan": "Tantangan",
    "kelebihan": "Kelebihan",
    "peluang": "Peluang",
    "kebutuhan": "Kebutuhan",
}
STATUSES = {
    "accepted": "diterima",
    "suggested": "saran, belum diputuskan",
    "unsure": "diragukan, belum diputuskan",
    "suspect": "perlu dilihat lagi",
    "rejected": "ditolak",
}
STANDINGS = {
    "accepted": "diterima",
    "suspect": "perlu dilihat lagi",
    "strong": "saran kuat, belum diputuskan",
    "weak": "saran lemah, belum diputuskan",
    "rejected": "ditolak",
}
"""Where a link stands; that somebody is unsure of it is told by `STATUSES`."""
RESTS = {
    "accepted": "ada bukti",
    "suspect": "perlu dilihat lagi",
    "justified": "celah yang dibenarkan",
    "strong": "CELAH: baru ada saran kuat",
    "weak": "CELAH: baru ada saran lemah",
    "none": "CELAH: tanpa bukti dan saran",
}
"""What a provision rests on."""
REASONS = {
    "higher law": "diwajibkan peraturan yang lebih tinggi",
    "no clause": "diputuskan tidak perlu diakomodasi dalam ketentuan",
}
NOWHERE = "Tempat tidak disebut"
UNTITLED = "Bukti di balik rancangan peraturan"


def day(iso: str | None) -> str:
    """Return a day (ISO 8601, with a time or without) as `3 Juni 2025`; empty where it is none."""
    with speaking("id"):
        return words.day(iso or "")


def meeting(told: str | None) -> str:
    """Return a meeting (JSON, as the store keeps it) as `Rapat panja, 3 Juni 2025 (risalah 4)`."""
    if not told:
        return ""
    one = json.loads(told)
    minutes = f" (risalah: {one['minutes']})" if one.get("minutes") else ""
    return f"{one['name']}, {day(one['date'])}{minutes}"


def verdict(status: str, standing: str) -> str:
    """Return what people decided on a link or, where nobody has, how strongly it is suggested."""
    return STATUSES[status] if status == "unsure" else STANDINGS[standing]


def gap(reason: str, law: str, note: str) -> str:
    """Return why a gap is none, in a phrase."""
    return "; ".join(filter(None, [f"{REASONS[reason]}{f' ({law})' if law else ''}", note]))
