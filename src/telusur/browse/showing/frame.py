"""What stands before the draft's first clause and after its last, as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from telusur.browse.visit import Row

FRAME = "SELECT part, text FROM draft_frame ORDER BY number"
TITLE = "SELECT text FROM draft_frame WHERE part = 'title' ORDER BY number LIMIT 1"

_HEAD = re.compile(
    r"(?P<head>Menimbang|Mengingat|Memperhatikan|Membaca|Mendengar|Menetapkan)\s*:\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?P<marker>[a-z]{1,2}\.|\d{1,2}\.|\(\d{1,2}\)|[a-z]\))\s+(?P<words>\S.*)")
_SIGNED = re.compile(r"(?:Ditetapkan|Disahkan|Diundangkan)\s+di\b", re.IGNORECASE)
_AFTER_SIGNATURES = re.compile(
    r"(?:TAMBAHAN\s+)?(?:LEMBARAN|BERITA)\s+(?:NEGARA|DAERAH|DESA)\b|LAMPIRAN\b|PENJELASAN\b"
    r"|Salinan\b|NOMOR REGISTER|NOREG"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A line of it."""

    text: str
    form: str
    """`centred`, `item` of a list, or `plain`."""
    marker: str = ""
    """What stands before the words of an item: `a.`, `1.`."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines with the word that hangs before them, such as Menimbang; or with none."""

    head: str = ""
    lines: list[Words] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    """The opening and the closing of the draft."""

    title: str = ""
    opening: tuple[Section, ...] = ()
    order: tuple[Words, ...] = ()
    """What the closing orders before it is signed."""
    signatures: tuple[tuple[str, ...], ...] = ()
    """Of each signature the lines: where, when, by whom."""
    after: tuple[Words, ...] = ()
    """What stands below the signatures: the gazette, annexes."""


def read_frame(rows: Sequence[Row]) -> Frame:
    """Put the lines of the frame into the form they are printed in."""
    parts: dict[str, list[str]] = {"title": [], "opening": [], "closing": []}
    for row in rows:
        parts.setdefault(row["part"], []).append(row["text"].strip())
    order, signatures, after = _closing(parts["closing"])
    title = " ".join(parts["title"])
    return Frame(title, tuple(_opening(parts["opening"])), order, signatures, after)


def _opening(lines: Sequence[str]) -> Iterator[Section]:
    section = Section()
    for line in lines:
        if head := _HEAD.fullmatch(line):
            if section.lines:
                yield section
            section = Section(head["head"].capitalize())
            line = head["rest"]
            if not line:
                continue
        elif section.head and _is_centred(line):  # MEMUTUSKAN stands under no other word
            yield section
            section = Section()
        section.lines.append(_words(line, centred=not section.head))
    if section.head or section.lines:
        yield section


def _words(line: str, *, centred: bool) -> Words:
    if item := _ITEM.fullmatch(line):
        return Words(item["words"], "item", item["marker"])
    return Words(line, "centred" if centred else "plain")


def _is_centred(line: str) -> bool:
    return line.upper() == line and not _ITEM.fullmatch(line) and any(map(str.isalpha, line))


def _closing(
    lines: Sequence[str],
) -> tuple[tuple[Words, ...], tuple[tuple[str, ...], ...], tuple[Words, ...]]:
    order: list[Words] = []
    signatures: list[list[str]] = []
    after: list[Words] = []
    for line in lines:
        if after or (signatures and _AFTER_SIGNATURES.match(line)):
            after.append(_words(line, centred=False))
        elif _SIGNED.match(line):
            signatures.append([line])
        elif signatures:
            signatures[-1].append(line)
        else:
            order.append(_words(line, centred=False))
    return tuple(order), tuple(tuple(one) for one in signatures), tuple(after)
