"""Which places a report says were visited, played host, or were the scene of an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from telusur.extract.lexicon import GAP

_REACH = 80
"""Characters after the words of visiting within which the place begins."""
_NO_GOAL = re.compile(r"[.!?\n]\s|\b(?:dari|asal|oleh|bersama|didampingi|disambut)\b")
"""Between the words of visiting and a place: the place is not where the visit went."""
_NOT_NOW = re.compile(
    r"\b(?:akan|bakal|hendak|berencana|rencana\w*|pernah|sebelumnya|sepulang|selepas|nanti)\b[^.,]*\Z"
    r"|\b(?:depan|mendatang)\b[^.]*\Z",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"[^.,]{0,30}\b(?:beberapa\s+\w+\s+(?:yang\s+)?(?:lalu|silam)|(?:tahun|bulan|pekan|minggu)\s+"
    r"(?:lalu|depan)|sebelumnya|mendatang)\b",
    re.IGNORECASE,
)
_LIST_GOES_ON = re.compile(
    r"(?: \([^()\n]{2,60}\))?\)?(?:[ \t,;:/&(|]+|\s+(?=[a-z]))?"
    r"(?:\s+(?:[-*•]|\(?(?:\d{1,2}|[a-z])[.)])\s+)?"
    r"(?:(?:dan|serta|lalu|kemudian|juga|hingga|maupun|ke|di|tepatnya|yaitu|yakni|and|plus"
    r"|meliputi)[\s,:]+)*(?:(?!(?:Wali|Bupati|Gubernur|Menteri|Sekda|Sekretaris|Kepala|Ketua"
    r"|Direktur|Wakil|Camat|Pemkab|Pemkot|Pemprov|Pemerintah)\b)[A-Z][\w.-]*[ ]+){0,4}"
)
"""Between two places of one list: an office may stand before each, and what it is in brackets
after it."""
_HOST = re.compile(
    r"\b(?:(?:menerima|menyambut|mendapat(?:kan)?)\s+(?:\w+\s+){0,2}?(?:kunjungan|rombongan|tamu"
    r"|studi)|kedatangan\s+(?:tim|tamu|rombongan)|menjadi\s+tuan\s+rumah)\b",
    re.IGNORECASE,
)
_DAY = r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)"
_AND_WHEN = re.compile(
    rf"\)?,?\s*(?:,\s*[A-Z][\w ]{{2,30}},\s*)?(?:pada\s+)?(?:hari\s+)?\(?"
    rf"(?:(?i:{_DAY})\b|\d{{1,2}}[ /-](?:\d|[A-Z][a-z]{{2}}))"
)
_WHERE = re.compile(r"\b(?:di|ke)\s(?!.*\b(?:di|ke)\s)[^.]*\Z")
_SAID = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|terang|tegas|tambah|imbuh|papar|ucap|pungkas|tandas|tutup"
    r"|demikian)(?:nya)?\b[^.”\"]*\Z|[”\"][^.]*\Z"
)

_LABEL = (
    r"^[ \t]*(?:[-*•|][ \t]*)?(?:\d{1,2}[.)][ \t]*)?(?:lokasi|lokus|locus|tempat|tujuan|daerah"
    r"|wilayah|kabupaten/kota|kab(?:\./|/)kota)(?:[ ](?:kunjungan|kegiatan|monitoring|acara"
    r"|pemantauan|evaluasi|survei|yang dikunjungi))?[ \t]*[:|]"
)
"""A line that names the place of the visit: `Lokasi kunjungan: …`."""
_ALONE_WITH_DATE = re.compile(
    rf"[ ]?[,(][ ]?(?:(?i:{_DAY}),?[ ])?"
    r"\(?\d{1,2}[ /-](?:\d{1,2}|[A-Z][a-z]{2,8})[ /-]\d{4}\)?[ \t]*$",
    re.MULTILINE,
)


class Anchor(Protocol):
    """A name of a place in the text, of whatever size."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Name = TypeVar("Name", bound=Anchor)


class VisitReader:
    """Recognises the words before a visited place."""

    def __init__(self, cues: Sequence[str]) -> None:
        ordered = sorted(cues, key=len, reverse=True)
        written = "|".join([*map(_pattern, ordered)]) or "(?!)"
        self._cue = re.compile(rf"\b(?:{written})\b|{_LABEL}", re.IGNORECASE | re.MULTILINE)

    def visits_in(self, text: str, names: Sequence[Name]) -> Iterator[Name]:
        """Yield the places named soon after words of visiting, in the same sentence, and those
        that go on their list. `names` come in order of position."""
        starts = [name.start for name in names]
        for cue in self._cue.finditer(text):
            at = bisect_left(starts, cue.end())
            if at == len(names) or starts[at] > cue.end() + _REACH:
                continue
            if _NO_GOAL.search(text, cue.end(), starts[at]):
                continue
            last = at
            while last + 1 < len(names) and _goes_on(text, names[last], names[last + 1]):
                last += 1
            before = text[max(0, cue.start() - 60) : cue.start()]
            if _NOT_NOW.search(before) or _LONG_AGO.match(text, names[last].end):
                continue
            yield from names[at : last + 1]


def hosts_in(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the places whose office received guests: the last one named before those words."""
    starts = [name.start for name in names]
    for received in _HOST.finditer(text):
        at = bisect_left(starts, received.start()) - 1
        if at >= 0 and not re.search(r"[.!?\n]\s", text[names[at].end : received.start()]):
            yield names[at]


def scenes_in(text: str, names: Sequence[Name]) -> Iterator[tuple[Name, bool]]:
    """Yield the places with which a date stands, as in `di Kota Bogor, Kamis (12/3)`, and whether
    only something was said there."""
    for name in names:
        before = text[max(0, name.start - 100) : name.start]
        if before[-1:] in ("", "\n") and _ALONE_WITH_DATE.match(text, name.end):
            yield name, False
        elif _AND_WHEN.match(text, name.end) and (where := _WHERE.search(before)):
            yield name, _SAID.search(before[: where.start()]) is not None


def _goes_on(text: str, name: Anchor, following: Anchor) -> bool:
    return _LIST_GOES_ON.fullmatch(text, name.end, following.start) is not None


def _pattern(cue: str) -> str:
    words = [
        r"(?:\s+(?:s\.d\.|[^\s.!?]+)){0,10}?" if word == GAP else rf"\s+(?:{_choices(word)})"
        for word in cue.split()
    ]
    return "".join(words).removeprefix(r"\s+")


def _choices(word: str) -> str:
    return "|".join(
        re.escape(choice.removesuffix("*")) + (r"\w*" if choice.endswith("*") else "")
        for choice in word.split("|")
    )
