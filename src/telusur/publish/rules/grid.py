"""Tables in a text: what each cell stands under or beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LABEL = re.compile(
    r"\b(?:nama|name|warga|informan|narasumber|responden|pemohon|pelapor|pengadu|peserta|anggota|"
    r"nik|kk|nip|npwp|bpjs|no\.?[ ]?hp|hp|telp|telepon|wa|whatsapp|kontak|alamat|domisili|ttl|"
    r"lahir|umur|usia|"
    r"surel|e-?mail|rekening|pekerjaan|agama|status|jenis[ ]kelamin|keperluan|keluhan|layanan|"
    r"saksi|ibu|ayah|suami|istri|anak|pasien|koordinat|akun|instagram|tiktok|facebook|plat|nopol|"
    r"no|nomor|tanggal|tgl|jabatan|instansi|keterangan|paspor|penerima|pemilik|ahli[ ]waris|inisial|kode|desa|dusun|"  # noqa: E501
    r"kelurahan|kecamatan|kabupaten|catatan|isi|uraian|hasil|waktu|pendidikan|petugas|kondisi|masalah|perihal|rt|rw)\b",
    re.IGNORECASE,
)
"""What heads a column, or a row of a form."""
_RULED = frozenset("|:+=- \t")
_SPACED = re.compile(r"[^ ](?>(?:(?![ ]{2}).)*)")
_LONGEST_HEAD = 40
_FEWEST = 2

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is no heading."""

    head: str
    """What stands above it, or before it in a form."""
    start: int
    end: int


def cells_in(seen: str) -> Iterator[Cell]:
    """Yield the cells of all tables, drawn with `|`, tabs, `;`, commas or wide blanks.

    A table ends at a line without cells. After an empty line it goes on only where the next row
    has as many cells and is no heading.
    """
    block: list[list[Span]] = []
    heads: Sequence[Span] = ()
    at = 0
    for line in [*seen.splitlines(keepends=True), ""]:
        row = _cells(line, at, block[0] if block else (), seen)
        if "-" in line and _RULED.issuperset(line.strip()):
            row = row or [(at, at)] if block else []
        elif len(row) >= _FEWEST:
            if not block and heads and (len(row) != len(heads) or _labels(seen, row)):
                heads = ()
            block.append(row)
        else:
            yield from _of_block(seen, block, heads)
            heads = (heads or block[0]) if block else (heads if not line.strip() else ())
            block = []
        at += len(line)


def _of_block(seen: str, block: list[list[Span]], heads: Sequence[Span]) -> Iterator[Cell]:
    pairs = [row for row in block if len(_filled(row)) == _FEWEST]
    told = [row for row in pairs if _is_label(seen, _filled(row)[0])]
    form = len(told) > 1 and len(told) * 2 > len(block) and not _both_labels(seen, block[0])
    if form:
        for row in told:
            label, value = _filled(row)
            yield Cell(seen[slice(*label)], *value)
        return
    rows = block if heads else block[1:]
    for row in rows:
        for head, cell in zip(heads or block[0], row, strict=False):
            if cell[1] > cell[0] and head[1] - head[0] <= _LONGEST_HEAD:
                yield Cell(seen[slice(*head)], *cell)


def _both_labels(seen: str, row: list[Span]) -> bool:
    filled = _filled(row)
    return len(filled) > 1 and all(_is_label(seen, one) for one in filled)


def _filled(row: Sequence[Span]) -> list[Span]:
    return [cell for cell in row if cell[1] > cell[0]]


def _is_label(seen: str, cell: Span) -> bool:
    return cell[1] - cell[0] <= _LONGEST_HEAD and LABEL.search(seen, *cell) is not None


def _labels(seen: str, row: Sequence[Span]) -> bool:
    return any(_is_label(seen, cell) for cell in _filled(row))


def _cells(line: str, at: int, heads: Sequence[Span], seen: str) -> list[Span]:
    """The cells of a row, without blanks around them; nothing where a line is no row."""
    bare = line.rstrip("\r\n")
    for mark in ("|", "\t"):
        if mark in bare.strip():
            return _split(bare, at, mark)
    for mark in (";", ","):
        if bare.count(mark) >= (_FEWEST if mark == "," else 1):
            cells = _split(bare, at, mark)
            named = sum(_is_label(seen, cell) and cell[1] - cell[0] < 20 for cell in cells)
            short = mark == ";" and len(cells) > _FEWEST and len(bare) < _LONGEST_HEAD * len(cells)
            if (
                short
                or (len(cells) == len(heads))
                or (named >= _FEWEST and named * 2 >= len(cells))
            ):
                return cells
    cells = [(at + one.start(), at + one.end()) for one in _SPACED.finditer(bare)]
    if len(cells) >= _FEWEST and (len(cells) == len(heads) or _both_labels(seen, cells[:2])):
        return cells
    return []


def _split(line: str, at: int, mark: str) -> list[Span]:
    cells, start = [], at
    for piece in line.split(mark):
        left = len(piece) - len(piece.lstrip())
        cells.append((start + left, start + max(left, len(piece.rstrip()))))
        start += len(piece) + 1
    return cells
