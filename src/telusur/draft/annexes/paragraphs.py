"""The paragraphs of a Lampiran: a sentence that a page or an editor wrapped is one again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telusur.draft.annexes.markers import markers_of
from telusur.draft.model import TextLine

_HEAD = re.compile(
    r"(?:LAMPIRAN|PERATURAN|KEPUTUSAN|UNDANG-UNDANG|INSTRUKSI|SURAT EDARAN|NOMOR|TAHUN|TENTANG)\b"
)
_SUBJECT_FOLLOWS = re.compile(r"TENTANG\W*\Z")
_SIGNED = re.compile(r"\W*t\s?t\s?d\b\W*", re.IGNORECASE)
_MOST_OF_SIGNATURE = 6
_COMPLETE = re.compile(r"[.;:]\Z|\b(?:dan|atau|dan/atau)\Z")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A Lampiran's words, by what they are."""

    head: tuple[TextLine, ...]
    """Of which regulation it is the Lampiran."""
    body: tuple[TextLine, ...]
    signature: tuple[TextLine, ...]


def paragraphs_of(lines: Sequence[TextLine]) -> Paragraphs:
    """Return the paragraphs below the heading of a Lampiran; no word is lost."""
    whole = list(_joined(lines))
    begin, end = _end_of_head(whole), _begin_of_signature(whole)
    end = max(begin, end)
    return Paragraphs(tuple(whole[:begin]), tuple(whole[begin:end]), tuple(whole[end:]))


def is_row(text: str) -> bool:
    """Whether a line is the row of a table: `| 1 | Pendaftaran | 5 menit |`."""
    return text.startswith("|") and text.count("|") > 1


def is_capital(text: str) -> bool:
    """Whether a line is all in capitals, as titles are."""
    return text.isupper() and not is_row(text)


def _joined(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Put lines together that follow one another and go on with one sentence."""
    before: TextLine | None = None
    last = 0
    for line in lines:
        if before is not None and line.line == last + 1 and _goes_on(before, line):
            before = replace(before, text=f"{before.text} {line.text}")
        else:
            if before is not None:
                yield before
            before = line
        last = line.line
    if before is not None:
        yield before


def _goes_on(before: TextLine, line: TextLine) -> bool:
    if before.path != line.path or is_row(before.text) or is_row(line.text):
        return False
    if markers_of(line.text) or is_capital(line.text) or is_capital(before.text):
        return False
    return _COMPLETE.search(before.text) is None and line.text[0].islower()


def _end_of_head(lines: Sequence[TextLine]) -> int:
    at = 0
    while at < len(lines) and is_capital(lines[at].text) and _HEAD.match(lines[at].text):
        names_subject = _SUBJECT_FOLLOWS.search(lines[at].text)
        at += 1
        if names_subject and at < len(lines) and is_capital(lines[at].text):
            return at + 1
    return at


def _begin_of_signature(lines: Sequence[TextLine]) -> int:
    """Return where the signature begins: `MENTERI …,`, `ttd`, and a name in capitals."""
    for at in range(max(0, len(lines) - _MOST_OF_SIGNATURE), len(lines)):
        office, below = lines[at].text, lines[at + 1 :]
        signs = all(is_capital(each.text) or _SIGNED.match(each.text) for each in below)
        if is_capital(office) and office.endswith(",") and below and signs:
            return at
    return len(lines)
