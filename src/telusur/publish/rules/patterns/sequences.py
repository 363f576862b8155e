"""Names in rows: `Hadir: A, B dan C`."""

from __future__ import annotations

import re
from collections.abc import Iterator

LIST = re.compile(
    r"\b(?:hadir(?:in)?|dihadiri|peserta|informan|narasumber|responden|saksi(?:-saksi)?|anggota|tim|"
    r"penulis|penyusun|pewawancara|warga|pemohon|pelapor|pengadu|ditemui|diwawancarai|wawancara|"
    r"tamu|undangan|kontak|yg|yang|ikut|nama(?:-nama)?|antara[ ]lain|yaitu|yakni|ialah|adalah|penerima|korban|"  # noqa: E501
    r"ahli[ ]waris|anak(?:-anak)?|cucu|keluarga|pengurus|kelompok|orang|petani|nelayan|pedagang)"
    r"(?:nya)?\b(?:[ ][^\s:.=]{1,20}){0,5}[ ]?[:=][ \t]{0,4}(?:\n\s{0,6})?",
    re.IGNORECASE,
)
_MARK = r"(?:[-*•·+]|\d{1,2}[.)]|[a-z][.)])"
_ITEM = re.compile(
    rf"[ \t]*{_MARK}?[ \t]*(?P<item>[^,;\n/&]*)"
    rf"(?P<more>(?:[,;/&]|\n{{1,2}}(?=[ \t]*{_MARK}))[ \t]*(?:(?:dan|serta)\b)?)?"
)
_PIECE = re.compile(r"(?:(?!\b(?:dan|serta)\b).)+")
_LONGEST = 60
_MOST = 40


def items_after(seen: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a list that begins at `at`, as spans: behind commas, or a line each."""
    inline = "\n" not in seen[max(0, at - 8) : at]
    for _ in range(_MOST):
        found = _ITEM.match(seen, at)
        if found is None or found.end() == at:
            return
        start, end = found.span("item")
        for piece in _PIECE.finditer(seen[start:end]):
            words = piece[0].strip(" .")
            if words and len(words) <= _LONGEST:
                begin = start + piece.start() + piece[0].index(words)
                yield begin, begin + len(words)
        if not found["more"] or (inline and "\n" in found["more"]):
            return
        at = found.end()
