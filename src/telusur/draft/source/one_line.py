"""Parts lines that hold several divisions: a whole regulation may have come as one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.draft.model import Notice
from telusur.draft.numerals import ORDINAL_PATTERN
from telusur.draft.source.line import SourceLine

OTHER_LAW = (
    r"(?!(?:Undang|Peraturan|Keputusan|Kitab)(?![\w -]{1,80}\sini\smulai\sberlaku)|Ayat|Huruf)"
)
"""`Pasal 7 Undang-Undang …` goes on with a sentence, and is no heading; but that law may also be
this one: `Pasal 7 Undang-Undang ini mulai berlaku …`."""
_BEGINS = re.compile(
    r"(?:^|(?<!\s)\s++)(?=(?P<bab>BAB\s+[IVXLC]+[A-Z]?\.?\s+[A-Z]{2})"
    rf"|(?P<bagian>Bagian\s+(?i:{ORDINAL_PATTERN})(?:\s+[A-Z]|\s*$))"
    r"|(?P<paragraf>Paragraf\s+\d+(?:\s+[A-Z]|\s*$))"
    rf"|(?P<pasal>Pasal\s+(?P<number>\d+)(?:\s+(?:\(1\)\s|1\.\s|{OTHER_LAW}[A-Z][a-z])|\s*$))"
    r"|(?P<closing>Agar\s+(?:setiap|semua)\s+orang|Ditetapkan\s+di\b|Diundangkan\s+di\b"
    r"|LAMPIRAN\b|PENJELASAN\s+ATAS\b))"
)
_LONE_PASAL = re.compile(r"[#*_\s]*Pasal\s+(?P<number>\d+)")
_DIVISION_ALONE = re.compile(
    rf"(?:BAB\s+[IVXLC]+[A-Z]?|Bagian\s+(?i:{ORDINAL_PATTERN})|Paragraf\s+\d+)"
)
_TAIL = 20
"""Characters before a heading that tell whether a sentence has ended."""
_ENDS_SENTENCE = re.compile(r"\w{3}\W*[.;:]$")


def part_divisions(
    lines: Sequence[SourceLine],
    path: str,
) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines, parted before each division that begins within one.

    A Pasal must be the next one, and stand behind a finished sentence or the title of a division.
    """
    kept: list[SourceLine] = []
    pasal = 0
    for line in lines:
        if line.is_note or line.text.lstrip().startswith(("|", "#")):
            kept.append(line)
        else:
            kept += [SourceLine(part, line.number) for part in _parts(line.text, pasal)]
        for part in reversed(kept):
            if part.number != line.number:
                break
            if found := _LONE_PASAL.match(part.text):
                pasal = int(found["number"])
                break
    return _without_doubles(kept, path)


def _without_doubles(
    lines: Sequence[SourceLine], path: str
) -> tuple[list[SourceLine], list[Notice]]:
    """Set aside a heading that stands twice: at the end of a Pasal and on a line of its own."""
    kept, notices, before = list[SourceLine](), list[Notice](), ""
    for line in lines:
        text = " ".join(line.text.split())
        if text and text == before and _DIVISION_ALONE.fullmatch(text):
            notices.append(_double(path, line.number, text))
        else:
            kept.append(line)
        before = text or before
    return kept, notices


def _double(path: str, line: int, words: str) -> Notice:
    return Notice(
        path,
        line,
        f"`{words}` tertulis dua kali berturut-turut, dan dihitung sekali",
        f"`{words}` stands twice in a row, and counts once",
        "page",
        words,
    )


def _parts(text: str, pasal: int) -> Iterator[str]:
    begin, division = 0, ""
    for found in _BEGINS.finditer(text):
        kind = str(found.lastgroup if found.lastgroup != "number" else "pasal")
        before = text[max(begin, found.start() - _TAIL) : found.start()].rstrip()
        behind_title = division != "" and kind in ("bagian", "paragraf", "pasal")
        finished = behind_title or _ENDS_SENTENCE.search(before) is not None
        if kind == "bab":
            finished = finished or before[-1:].isupper()
        if kind == "pasal":
            if int(found["number"]) != pasal + 1:
                continue
            finished = finished or not before
            pasal += 1 if finished else 0
        if before and not finished:
            continue
        if before:
            yield text[begin : found.start()]
            begin = found.end()
        division = kind if kind in ("buku", "bab", "bagian", "paragraf") else ""
    yield text[begin:]
