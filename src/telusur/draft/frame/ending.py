"""The parts of what stands after the last clause: who signed, where and when, and annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from telusur.draft.model import Annex, Ending, Signature, TextLine

_WITHIN_LINE = re.compile(
    r"(?<!\s)\s++(?=(?:Ditetapkan|Disahkan|Diundangkan)\s+[Dd]i\b"
    r"|[Pp]ada\s+[Tt]anggal\s+\d|(?:LEMBARAN|BERITA)\s+(?:NEGARA|DAERAH)\b"
    r"|PENJELASAN\s+ATAS\b|(?<=\d{4} )(?=(?:PRESIDEN|MENTERI|GUBERNUR|BUPATI|KEPALA)\b))"
)
_ORDER = re.compile(r"Agar\s+(?:supaya\s+)?(?:setiap|semua)\s+orang\b", re.IGNORECASE)
_ACT = re.compile(
    r"(?P<act>Ditetapkan|Disahkan|Diundangkan)\s+di\b\s*:?\s*(?P<place>.*)", re.IGNORECASE
)
_DATE = re.compile(
    r"pada\s+tanggal\s*:?\s*(?P<date>(?:\d{1,2}\s+\w+\s+\d{4}|\S.*)?)", re.IGNORECASE
)
_DAY = re.compile(r"(?P<day>\d{1,2}\s+\w+\s+\d{4})\s+(?P<rest>\S.*)")
_GAZETTE = re.compile(
    r"(?:TAMBAHAN\s+)?(?:LEMBARAN|BERITA)\s+(?:NEGARA|DAERAH|DESA)\b(?![^A-Z]*[a-z])"
)
_ANNEX = re.compile(r"LAMPIRAN\b")
_ELUCIDATION = re.compile(r"PENJELASAN\b")
_COPY = re.compile(
    r"Salinan\s+(?:ini\s+)?sesuai\s+dengan\s+(?:aslinya|asli)\b|NOREG\b|NOMOR REGISTER", re.I
)
_SIGNED = re.compile(r"\W*t\s?t\s?d\b\W*", re.IGNORECASE)


@dataclass(slots=True)
class _Signing:
    """A signature while its lines are read."""

    act: TextLine
    place: TextLine | None
    date: TextLine | None = None
    lines: list[TextLine] = field(default_factory=list)


def read_ending(closing: Sequence[TextLine]) -> Ending:
    """Return the closing by its parts; what is none of them is in `other`."""
    reader = _Reader()
    for line in _parted(closing):
        reader.read(line)
    return reader.ending()


def _parted(closing: Sequence[TextLine]) -> Iterator[TextLine]:
    """Part lines into which a conversion has run several parts; annexes stay as they are."""
    in_annex = False
    for line in closing:
        in_annex = in_annex or bool(_ANNEX.match(line.text) or _ELUCIDATION.match(line.text))
        parts = [line.text] if in_annex else _WITHIN_LINE.split(line.text)
        yield from (replace(line, text=part) for part in parts if part.strip())


class _Reader:
    """Takes the lines of a closing one after the other."""

    def __init__(self) -> None:
        self.order: list[TextLine] = []
        self.signings: list[_Signing] = []
        self.gazette: list[TextLine] = []
        self.annexes: list[Annex] = []
        self.elucidation: list[TextLine] = []
        self.other: list[TextLine] = []
        self.current = self.other
        """The list that a line which begins no part goes to."""

    def read(self, line: TextLine) -> None:
        text = line.text
        if self.current is self.elucidation and self.elucidation:
            if _ANNEX.match(text):
                self._open_annex(line)
            else:
                self.elucidation.append(line)
        elif _ANNEX.match(text):
            self._open_annex(line)
        elif _ELUCIDATION.match(text):
            self.current = self.elucidation
            self.elucidation.append(line)
        elif self.annexes:
            last = self.annexes[-1]
            self.annexes[-1] = replace(last, lines=(*last.lines, line))
        else:
            self._read_before_annexes(line)

    def _open_annex(self, line: TextLine) -> None:
        self.current = []
        self.annexes.append(Annex(line))

    def _read_before_annexes(self, line: TextLine) -> None:
        text = line.text
        if _ORDER.match(text):
            self.current = self.order
        elif found := _ACT.match(text):
            act = replace(line, text=text[: found.start("place")].strip())
            place = replace(line, text=found["place"].strip(" ,")) if found["place"] else None
            self.signings.append(_Signing(act, place))
            self.current = self.signings[-1].lines
            return
        elif self.signings and self.signings[-1].date is None and (found := _DATE.match(text)):
            self._read_date(line, found)
            return
        elif _GAZETTE.match(text):
            self.current = self.gazette
        elif _COPY.match(text):
            self.current = self.other
        self.current.append(line)

    def _read_date(self, line: TextLine, found: re.Match[str]) -> None:
        """Read `pada tanggal 30 April 2008`; what stands behind the year is the office."""
        signing = self.signings[-1]
        words = line.text[found.start("date") :].strip()
        day = _DAY.match(words)
        signing.date = replace(line, text=day["day"] if day else words)
        if day:
            signing.lines.append(replace(line, text=day["rest"]))

    def ending(self) -> Ending:
        enactment = [each for each in self.signings if each.act.text[:4].lower() != "diun"]
        promulgation = [each for each in self.signings if each.act.text[:4].lower() == "diun"]
        spare = [*enactment[1:], *promulgation[1:]]
        for each in spare:
            self.other += [part for part in (each.act, each.place, each.date, *each.lines) if part]
        return Ending(
            order=_joined(self.order),
            enactment=_signature(enactment[0]) if enactment else None,
            promulgation=_signature(promulgation[0]) if promulgation else None,
            gazette=_joined(self.gazette),
            annexes=tuple(self.annexes),
            elucidation=tuple(self.elucidation),
            other=tuple(self.other),
        )


def _signature(signing: _Signing) -> Signature:
    """Return the signature: the office up to its comma or to `ttd.`, then the name."""
    office: list[TextLine] = []
    name: list[TextLine] = []
    for line in signing.lines:
        if not office and "," in line.text and not _SIGNED.match(line.text):
            words, rest = line.text.split(",", 1)
            office.append(replace(line, text=f"{words},"))
            name += [replace(line, text=rest.strip())] if rest.strip() else []
        elif name or _SIGNED.match(line.text) or (office and office[-1].text.endswith(",")):
            name.append(line)
        else:
            office.append(line)
    return Signature(signing.act, signing.place, signing.date, _joined(office), _joined(name))


def _joined(lines: Sequence[TextLine]) -> TextLine | None:
    return replace(lines[0], text=" ".join(line.text for line in lines)) if lines else None
