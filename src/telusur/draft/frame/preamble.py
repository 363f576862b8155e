"""The parts of what stands before the first clause: title, considerations, legal bases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from telusur.draft.model import Preamble, TextLine

_DECIDES = r"\s?".join("MEMUTUSKAN")
_WORD_ALONE = r"(?:\s*:\s*|\s*$)"
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("grace", re.compile(r"DENGAN\s+RAHMAT\s+TUHAN\b.*?ESA\b", re.IGNORECASE)),
    ("considerations", re.compile(rf"Menimbang{_WORD_ALONE}", re.IGNORECASE)),
    ("bases", re.compile(rf"Mengingat{_WORD_ALONE}", re.IGNORECASE)),
    ("regards", re.compile(rf"(?:Memperhatikan|Membaca|Mendengar){_WORD_ALONE}", re.IGNORECASE)),
    ("consent", re.compile(r"Dengan\s+[Pp]ersetujuan\b|DENGAN\s+PERSETUJUAN\b")),
    (
        "decides",
        re.compile(rf"{_DECIDES}\s*:?|Memutuskan(?:\s*:|\s*$)", re.I),
    ),
    ("enacts", re.compile(rf"Menetapkan{_WORD_ALONE}", re.IGNORECASE)),
)
_WITHIN_LINE = re.compile(
    r"(?<!\s)\s++(?=DENGAN RAHMAT TUHAN|(?:Menimbang|Mengingat|Menetapkan)\s*:"
    rf"|Dengan [Pp]ersetujuan [Bb]ersama|{_DECIDES}\s?:)"
)
_ITEM = re.compile(r"(?:\((?P<ayat>\d{1,3})\)|(?P<huruf>[a-z]{1,2})\.|(?P<angka>\d{1,3})\.)\s+")
_TYPE = (
    r"(?:RANCANGAN\s+)?(?:PERATURAN|UNDANG-UNDANG|KEPUTUSAN|INSTRUKSI|QANUN|SURAT\s+EDARAN"
    r"|PERATURAN\s+DAERAH|PERATURAN\s+DESA)\b"
)
_HEAD = re.compile(
    rf"(?P<type>{_TYPE}(?:(?!\bNOMOR\b|\bTENTANG\b).){{0,300}})"
    r"(?:(?P<word>\bNOMOR)\b\s*+:?\s*+(?P<number>(?:(?!\bTAHUN\b|\bTENTANG\b).){0,200}?)\s*"
    r"(?P<years>\bTAHUN\s+(?P<year>(?!TENTANG\b)\S+)?\s*)?)?\bTENTANG\s+(?P<subject>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OFFICIAL = re.compile(
    r"(?:PRESIDEN|MENTERI|GUBERNUR|BUPATI|WALI\s?KOTA|KEPALA|KETUA|JAKSA|PANGLIMA|DIREKTUR"
    r"|BADAN|DEWAN|KOMISI|MAHKAMAH|REKTOR|SEKRETARIS|OMBUDSMAN|LEMBAGA|BANK)\b[^a-z]*,"
)
_OPEN = "..."
"""What a number that is not given yet is written as."""
_LISTS = ("considerations", "bases", "regards")


def read_preamble(opening: Sequence[TextLine]) -> Preamble:
    """Return the opening by its parts; what is none of them is in `other`."""
    sections: dict[str, list[TextLine]] = {"head": []}
    words: dict[str, TextLine] = {}
    current = "head"
    for line in _parted(opening):
        name, found = _part_of(line.text, sections)
        if found is None:
            sections[current].append(line)
            continue
        current = name
        rest = line.text[found.end() :].strip()
        words[current] = replace(line, text=found[0].strip())
        sections[current] = [replace(line, text=rest)] if rest else []
    head, after_grace = sections["head"], sections.get("grace", [])
    if "grace" not in words:
        head, after_grace = _head_and_official(head)
    parts = _head(head)
    official = [line for line in after_grace if line.text]
    lists = {name: tuple(_items(sections.get(name, []))) for name in _LISTS}
    word_lines = {f"{name}_word": words.get(name) for name in (*_LISTS, "enacts")}
    consent = [words["consent"], *sections["consent"]] if "consent" in words else []
    decides = [words["decides"]] if "decides" in words else []
    return replace(
        parts,
        grace=words.get("grace"),
        official=_joined(official),
        consent=_joined(consent),
        decides=_joined(decides),
        enacts=_joined(sections.get("enacts", [])),
        other=(*parts.other, *sections.get("decides", [])),
        considerations=lists["considerations"],
        considerations_word=word_lines["considerations_word"],
        bases=lists["bases"],
        bases_word=word_lines["bases_word"],
        regards=lists["regards"],
        regards_word=word_lines["regards_word"],
        enacts_word=word_lines["enacts_word"],
    )


def _parted(opening: Sequence[TextLine]) -> Iterator[TextLine]:
    """Part lines into which a conversion has run several parts."""
    for line in opening:
        for part in _WITHIN_LINE.split(line.text):
            if part.strip():
                yield replace(line, text=part.strip())


def _part_of(text: str, seen: dict[str, list[TextLine]]) -> tuple[str, re.Match[str] | None]:
    """Return which part begins with the line; each begins once."""
    for name, pattern in _PARTS:
        if name not in seen and (found := pattern.match(text)):
            return name, found
    return "", None


def _head_and_official(head: list[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Part the head before the last line that names an official, where no grace parts them."""
    last = len(head) - 1
    if last >= 0 and _OFFICIAL.fullmatch(head[last].text):
        return head[:last], head[last:]
    return head, []


def _head(lines: Sequence[TextLine]) -> Preamble:
    """Return type, number, year and subject."""
    text, starts = "", list[int]()
    for line in lines:
        starts.append(len(text))
        text += line.text + " "
    found = _last_head(text)
    if found is None:
        return Preamble(other=tuple(lines))

    def part(name: str, word: str = "") -> TextLine | None:
        words = (found[name] or "").strip()
        if not words and word and found[word]:
            name, words = word, _OPEN  # `NOMOR          TAHUN 2024`
        if not words:
            return None
        index = max(n for n, start in enumerate(starts) if start <= found.start(name))
        return TextLine(words, lines[index].path, lines[index].line)

    before = [line for line, start in zip(lines, starts, strict=True) if start < found.start()]
    if before and found.start() < starts[len(before) - 1] + len(before[-1].text):
        cut = found.start() - starts[len(before) - 1]
        before[-1] = replace(before[-1], text=before[-1].text[:cut].strip())
    return Preamble(
        type=part("type"),
        number=part("number", "word"),
        year=part("year", "years"),
        subject=part("subject"),
        other=tuple(line for line in before if line.text),
    )


def _last_head(text: str) -> re.Match[str] | None:
    """Return the title: a conversion may say `UNDANG-UNDANG …` twice before its number."""
    found = _HEAD.search(text)
    while found is not None:
        inner = _HEAD.search(text, found.start() + 1, found.end("type"))
        repeated = found["type"].strip()
        again = re.search(_TYPE, repeated[1:], re.IGNORECASE)
        word = re.match(_TYPE, repeated, re.IGNORECASE)
        if again is None or word is None or again[0].casefold() != word[0].casefold():
            return inner or found
        found = _HEAD.search(text, found.start() + 1 + again.start())
    return found


def _items(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield the items of a list of considerations or legal bases, each on one line."""
    current: TextLine | None = None
    for line in lines:
        found = _ITEM.match(line.text)
        if found or current is None:
            if current is not None:
                yield current
            marker = str(found[found.lastgroup or 0]) if found else ""
            current = replace(line, text=line.text[found.end() :] if found else line.text)
            current = replace(current, marker=marker)
        else:
            current = replace(current, text=f"{current.text} {line.text}")
    if current is not None:
        yield current


def _joined(lines: Sequence[TextLine]) -> TextLine | None:
    return replace(lines[0], text=" ".join(line.text for line in lines)) if lines else None
