"""Tables and forms whose headings say that a cell is personal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden, Rule
from telusur.publish.rules.grid import Cell, cells_in

_HEADS: tuple[tuple[Rule, re.Pattern[str], int], ...] = (
    ("nik", re.compile(r"\bnik\b|\bno\.?\s*ktp\b|\bktp\b", re.IGNORECASE), 8),
    ("kk", re.compile(r"\b(?:no|nomor)\.?\s*kk\b|\bkk\b|\bkartu keluarga\b", re.IGNORECASE), 8),
    ("nip", re.compile(r"\bnip\b", re.IGNORECASE), 8),
    ("npwp", re.compile(r"\bnpwp\b", re.IGNORECASE), 8),
    ("tanggal lahir", re.compile(r"\blahir\b|\bttl\b|\bdob\b", re.IGNORECASE), 4),
    ("telepon", re.compile(r"\b(?:te?lp|telepon|telpon|hp|handphone|ponsel|wa|whatsapp|kontak|"
        r"phone|cp)\b", re.IGNORECASE), 5),
    ("surel", re.compile(r"\b(?:surel|e-?mail)\b", re.IGNORECASE), 0),
    ("rekening", re.compile(r"\brek(?:ening)?\b", re.IGNORECASE), 5),
    ("alamat", re.compile(r"\b(?:alamat|domisili|tempat tinggal)\b", re.IGNORECASE), -1),
    ("identitas", re.compile(r"\b(?:paspor|bpjs|kis|jkn|sim|rm|rekam medis|reg|register|nisn|peserta|pelanggan|"  # noqa: E501
        r"imei)\b", re.IGNORECASE), 5),
    ("lokasi", re.compile(r"\b(?:koordinat|gps|lintang|bujur|latitude|longitude|"
        r"titik)\b", re.IGNORECASE), 4),
    ("akun", re.compile(r"\b(?:akun|instagram|ig|facebook|fb|tiktok|twitter|medsos|media sosial|"
        r"telegram|username)\b", re.IGNORECASE), -1),
    ("kendaraan", re.compile(r"\b(?:plat|pelat|nopol|nomor polisi)\b", re.IGNORECASE), 2),
)  # fmt: skip
"""The rule, what heads it, and how many digits a cell must have; -1: letters will do."""
_PUBLIC = re.compile(
    r"\b(?:kantor|dinas|instansi|unit|gerai|loket|mpp|layanan|lembaga|opd|puskesmas|web|situs|laman)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"[\W\d_]*(?:tidak ada|tak ada|nihil|ada|belum|ya|tidak|n/?a|[\W_]*)[\W\d_]*", re.IGNORECASE
)
_BANK = re.compile(r"[A-Za-z]{2,12}(?:[ ][A-Za-z]{2,12}){0,2}[ :]{1,3}(?=\d)")
_LONGEST = 120


def values_in(seen: str) -> Iterator[Hidden]:
    """Yield cells under headings such as `No. HP` or `Alamat`; those of offices are public."""
    for cell in cells_in(seen):
        words = seen[cell.start : cell.end]
        if len(words) > _LONGEST or _PUBLIC.search(cell.head) or _EMPTY.fullmatch(words):
            continue
        digits = sum(one.isdigit() for one in words)
        for rule, head, fewest in _HEADS:
            letters = fewest < 0 and any(one.isalpha() for one in words)
            fits = (
                letters
                or (fewest >= 0 and digits >= max(fewest, 1))
                or (fewest == 0 and "@" in words)
            )
            if fits and head.search(cell.head) and not _PUBLIC.search(words):
                yield Hidden(*_value(seen, cell, rule), rule, "kolom di tabel")
                break


def _value(seen: str, cell: Cell, rule: Rule) -> tuple[int, int]:
    """The number in a cell without the name of the bank before it; or all of the cell."""
    lead = _BANK.match(seen, cell.start, cell.end) if rule == "rekening" else None
    return (lead.end() if lead else cell.start), cell.end
