"""What is hidden, where, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Rule = Literal[
    "nik", "kk", "npwp", "nip", "identitas", "telepon", "surel", "rekening", "alamat",
    "tanggal lahir", "kendaraan", "berkas", "lokasi", "akun", "jaringan", "tautan", "nama",
    "daftar",
    "kutipan",
]  # fmt: skip
"""Why something is hidden; the reader sees it in square brackets: `[nama]`."""

TOKENS: dict[Rule, str] = {
    "nik": "[NIK]",
    "kk": "[nomor KK]",
    "npwp": "[NPWP]",
    "nip": "[NIP]",
    "identitas": "[nomor identitas]",
    "telepon": "[telepon]",
    "surel": "[surel]",
    "rekening": "[rekening]",
    "alamat": "[alamat]",
    "tanggal lahir": "[tanggal lahir]",
    "kendaraan": "[nomor kendaraan]",
    "berkas": "[berkas]",
    "lokasi": "[lokasi]",
    "akun": "[akun]",
    "jaringan": "[alamat jaringan]",
    "tautan": "[tautan]",
    "nama": "[nama]",
    "daftar": "[disamarkan]",
    "kutipan": "[kutipan dari dokumen tertutup]",
}
"""What stands in the place of what is hidden: it says why, and nothing of how long it was."""


@dataclass(frozen=True, slots=True, order=True)
class Hidden:
    """A stretch of a text that is not published."""

    start: int
    """Where it begins in the text (characters)."""
    end: int
    """Where it ends (half-open)."""
    rule: Rule
    why: str
    """What gave it away, for the person who checks (Indonesian)."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """Something hidden, for the report: this holds what must not be published."""

    document_id: str
    """As the store calls it."""
    part: str
    """`text`, or the column."""
    start: int
    end: int
    rule: Rule
    why: str
    words: str
    """What was hidden."""
    around: str
    """The words around it, with it."""
