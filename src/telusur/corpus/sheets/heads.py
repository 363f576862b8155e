"""Finds the row that names the columns of a sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KNOWN = frozenset(
    re.findall(
        "[a-z]+",
        """
        no nomor nomer number num tanggal tgl date waktu time hari day bulan month tahun year
        periode lokasi tempat location place site unit loket kantor office kabupaten kota provinsi
        kecamatan kelurahan desa daerah wilayah instansi satker opd dinas agency
        temuan finding findings kendala masalah permasalahan problem problems issue issues
        hambatan keluhan complaint aduan pengaduan kondisi condition uraian deskripsi description
        keterangan catatan note notes remarks penyebab sebab akar cause causes dampak akibat
        effect impact kriteria criteria rekomendasi saran usul usulan recommendation suggestion
        perbaikan solusi solution praktik kelebihan kekuatan kelemahan strength weakness tindak
        lanjut follow action tanggapan response pic penanggung penanggungjawab responsible petugas
        pelaksana pelapor narasumber sumber source nama name status kategori category jenis type
        bidang layanan service aspek aspect indikator indicator target capaian realisasi bukti
        evidence prioritas priority tenggat deadline batas
        """,
    )
)
_LONGEST_NAME = 60
_FURTHEST = 40
"""Rows from the top among which the head is looked for."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERING = re.compile(r"\(?\d{1,3}\)?|\([a-z]\)")


def head_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which of `rows` names the columns; None where none does.

    That is the first of the upper rows in which at least two cells, and half of them, hold a word
    by which people head columns; without one, the first row of two or more short names with more
    rows below it.
    """
    upper = list(enumerate(rows[:_FURTHEST]))
    for number, row in upper:
        filled = [cell for cell in row if cell]
        known = sum(_is_known(cell) for cell in filled)
        if known >= 2 and 2 * known >= len(filled):
            above = _first_as_full(rows[:number], len(filled))
            return number if above is None else above
    for number, row in upper[: len(rows) - 1]:
        filled = [cell for cell in row if cell]
        below = sum(bool(cell) for cell in rows[number + 1])
        if len(filled) > 1 and below > 1:
            return number if all(map(_may_name, filled)) else None
    return None


def _first_as_full(above: Sequence[Sequence[str]], cells: int) -> int | None:
    """Return the first row that fills as many columns with names as a row that seemed the head: its
    words are unknown, and what seemed a head is the first row below it."""
    for number, row in enumerate(above):
        filled = [cell for cell in row if cell]
        if len(filled) >= max(cells, 2) and all(map(_may_name, filled)):
            return number
    return None


def is_numbering(row: Sequence[str]) -> bool:
    """Whether a row only counts the columns, as `(1) | (2) | (3)` does below a head."""
    filled = [cell for cell in row if cell]
    return (
        len(filled) > 1
        and all(_NUMBERING.fullmatch(cell) for cell in filled)
        and (
            [int(re.sub(r"\D", "", cell) or -1) for cell in filled]
            == list(range(1, len(filled) + 1))
        )
    )


def _is_known(cell: str) -> bool:
    words = _WORD.findall(cell.lower())
    return len(cell) <= _LONGEST_NAME and not _KNOWN.isdisjoint(words) and len(words) <= 6


def _may_name(cell: str) -> bool:
    return (
        len(cell) <= _LONGEST_NAME
        and bool(_WORD.search(cell))
        and not re.search(r"[.;,]\Z|\d{3}", cell)
    )
