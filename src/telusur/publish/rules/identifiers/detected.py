"""What the detectors of lokal-id find beside our own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from telusur.publish.model import Hidden, Rule

_RULES: dict[str, Rule] = {
    "NIK": "nik",
    "KK": "kk",
    "NPWP": "npwp",
    "NIP": "nip",
    "PASSPORT": "identitas",
    "SIM": "identitas",
    "BPJS": "identitas",
    "NISN": "identitas",
    "AKTA": "identitas",
    "CARD": "rekening",
    "BANK_ACCOUNT": "rekening",
    "PHONE": "telepon",
    "EMAIL": "surel",
    "PLATE": "kendaraan",
    "IP": "jaringan",
    "GEO": "lokasi",
}
_TYPES: Any = tuple(_RULES)
"""Names and addresses are found by rules of our own: officials and offices stay. What a report
says of illness, faith or means describes a service more often than a person."""


def detected_in(text: str) -> Iterator[Hidden]:
    """Yield identifiers that `lokal.samaran` recognises."""
    from lokal.samaran import detect_pii

    for found in detect_pii(text, types=_TYPES):
        yield Hidden(found.start, found.end, _RULES[found.type], "pola lokal-id")
