"""Tables with a column for names."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAMES = re.compile(
    r"\b(?:nama|pemohon|pelapor|responden|peserta|hadirin|narasumber|petugas)\b"
    r"(?!\s+(?:layanan|instansi|kabupaten|kota|provinsi|aplikasi|program|desa|kelurahan|kecamatan|unit|"
    r"lokasi|gerai|loket|dokumen|jenis|tempat|lembaga|dinas|opd|sistem|kegiatan|produk|perusahaan))",
    re.IGNORECASE,
)
_LONGEST = 60


def name_cells(seen: str) -> Iterator[tuple[int, int]]:
    """Yield the cells, as spans, that stand below a heading such as `Nama`."""
    at, columns = 0, dict[int, None]()
    inside = False
    for line in seen.splitlines(keepends=True):
        cells = _cells(line, at)
        if len(cells) > 1 and not inside:
            columns = dict.fromkeys(
                number
                for number, (start, end) in enumerate(cells)
                if end - start < _LONGEST and _NAMES.search(seen, start, end)
            )
        elif len(cells) > 1:
            for number in columns:
                if number < len(cells):
                    start, end = cells[number]
                    if end - start < _LONGEST and any(one.isalpha() for one in seen[start:end]):
                        yield start, end
        if line.strip():
            inside = len(cells) > 1
        at += len(line)


def _cells(line: str, at: int) -> list[tuple[int, int]]:
    """The cells of a row drawn with `|` or tabs, without blanks around them."""
    mark = "|" if "|" in line else "\t"
    if mark not in line.strip():
        return []
    cells, start = [], at
    for piece in line.rstrip("\r\n").split(mark):
        left = len(piece) - len(piece.lstrip())
        cells.append((start + left, start + max(left, len(piece.rstrip()))))
        start += len(piece) + 1
    return cells
