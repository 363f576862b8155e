"""Names in rows: `Hadir: A, B dan C`, and those beside one that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

LIST = re.compile(
    r"\b(?:(?:daftar[ ]|turut[ ]|yang[ ]|ikut[ ])?hadir(?:in)?(?:[ ](?:pula|juga))?|peserta|informan|"
    r"narasumber|responden|saksi(?:-saksi)?|anggota(?:[ ](?:keluarga|tim|kelompok))?|tim|penulis|"
    r"penyusun|pewawancara|warga(?:[ ]yang[ ][a-z]+)?|pemohon|pelapor|pengadu|ditemui|diwawancarai|"
    r"wawancara|tamu|undangan|nama-nama|atas[ ]nama|antara[ ]lain|yaitu|yakni|penerima|korban|ahli[ ]waris|anak(?:-anak)?|cucu)"
    r"(?:nya)?[ ]?(?:\([^()\n]{0,30}\))?[ ]?:[ \t]*\n?[ \t]*",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"[ \t]*(?:[-*•·+]|\d{1,2}[.)]|[a-z][.)])?[ \t]*(?P<item>[^,;\n/&]*?)"
    r"[ \t]*(?:(?:,|;|/|&|\n(?=[ \t]*(?:[-*•·+]|\d{1,2}[.)]|[a-z][.)])))[ \t]*(?:dan|serta)?\b|(?=\n)|\Z)"
)
BESIDE = re.compile(
    r"[ \t]{0,2}(?:(?:,|;|/|&)[ \t]{0,2}(?:(?:dan|serta|lalu|atau)[ \t]{1,2})?|[ \t]+(?:dan|serta|atau|bersama|dengan)[ \t]{1,2})\n?(?=[A-Z])"
)
_LONGEST = 60
_MOST = 40


def items_after(seen: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a list that begins at `at`, as spans: behind commas, or a line each."""
    for _ in range(_MOST):
        found = _ITEM.match(seen, at)
        if found is None or found.end() == at:
            return
        start, end = found.span("item")
        for piece in re.finditer(r"(?:(?!\b(?:dan|serta)\b).)+", seen[start:end]):
            words = piece[0].strip(" .")
            if words and len(words) <= _LONGEST:
                begin = start + piece.start() + piece[0].index(words)
                yield begin, begin + len(words)
        if seen[end : end + 1] in (".", "") or found[0].endswith("\n"):
            return
        if seen[found.end() - 1 : found.end()] not in (",", ";", "/", "&", "\n", "n", "a"):
            return
        at = found.end()
