"""The parts of Lampiran as clauses, so that evidence can be linked to them.

What a finding can bear on stands where a regulation has its Pasal, and is of their level: the
innermost headed part, with its list and its table. What heads several of them is of the level of a
bab, bagian or paragraf. All are cited by their numbers: `Lampiran I BAB II huruf A angka 3`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from telusur.draft.annexes.markers import DIVISIONS
from telusur.draft.annexes.paragraphs import paragraphs_of
from telusur.draft.annexes.parts import Part, read_parts
from telusur.draft.model import Annex, Clause, Ending, Level, TextLine
from telusur.draft.numerals import from_roman
from telusur.draft.outline.fingerprint import fingerprint_of

_LEVELS: dict[str, Level] = {
    "roman": "angka", "capital": "huruf", "digit": "angka", "small": "huruf", "digit)": "subangka",
    "small)": "subhuruf", "(digit)": "subangka", "(small)": "subhuruf", "row": "angka",
}  # fmt: skip
_CITED = {
    "bab": "BAB {}", "bagian": "Bagian {}", "paragraf": "Paragraf {}", "pasal": "Pasal {}",
    "title": "judul {}", "table": "tabel {}", "row": "baris {}", "lead": "pembuka", "roman":
    "angka {}", "capital": "huruf {}", "digit": "angka {}", "small": "huruf {}", "digit)":
    "angka {})", "small)": "huruf {})", "(digit)": "angka ({})", "(small)": "huruf ({})",
}  # fmt: skip
DIVISION_LEVELS = ("buku", "bab", "bagian", "paragraf")
_NUMBER = re.compile(r"LAMPIRAN\s+(?P<number>[IVXLC]+|\d{1,3})\b", re.IGNORECASE)
_MOST_WORDS = 250
"""What is longer is no single provision, where it can be parted."""
_LONGEST_TITLE = 12
_FEWEST_WORDS = 3
_SETS_NO_NORM = re.compile(
    r"\b(?:latar belakang|pendahuluan|maksud|tujuan|sasaran|ruang lingkup|pengertian|definisi"
    r"|daftar istilah|dasar hukum|landasan|daftar isi|kata pengantar|penutup)\b",
    re.IGNORECASE,
)


def annexed_clauses(annexes: Sequence[Annex], after: int) -> tuple[Clause, ...]:
    """Return what stands in the Lampiran of a regulation that has `after` clauses of its own."""
    found: list[Clause] = []
    taken: dict[str, int] = {}
    for annex in annexes:
        body = paragraphs_of(annex.lines).body
        if not body:
            continue
        named = _NUMBER.match(annex.heading.text)
        top = read_parts(named["number"].upper() if named else "", annex.heading, body)
        found += _Writer(top, taken).clauses()
    return tuple(
        replace(clause, position=position) for position, clause in enumerate(found, after + 1)
    )


class _Writer:
    """Writes one Lampiran as clauses."""

    def __init__(self, top: Part, taken: dict[str, int]) -> None:
        self._top, self._taken = top, taken
        label = f"Lampiran {top.number}".strip()
        value = from_roman(top.number) if top.number.isalpha() else int(top.number or 0)
        own = f"lampiran-{value}" if value else "lampiran"
        self._names = {top: (self._free(own), label)}

    def clauses(self) -> Iterator[Clause]:
        return self._division(self._top, None, depth=0)

    def _division(self, part: Part, parent: Part | None, depth: int) -> Iterator[Clause]:
        """Yield what heads several provisions, and what is below it."""
        title = part.words
        yield self._clause(part, parent, self._level(part, depth), title)
        below = list(part.below)
        if part.paragraphs:
            lead = Part("lead", "", 0, "", part.path, part.paragraphs[0].line, part)
            lead.paragraphs = part.paragraphs
            if part.paragraphs[-1].text.endswith(":"):
                lead.below, below = _leading(below)
            below = [lead, *below]
        for each in below:
            if _is_division(each):
                yield from self._division(each, part, depth + 1)
            else:
                yield from self._provision(each, part, title)

    def _level(self, part: Part, depth: int) -> Level:
        if part.form == "lampiran":
            return "buku" if any(each.form == "bab" for each in part.below) else "bab"
        if part.form in ("bab", "bagian", "paragraf"):
            return part.form  # type: ignore[return-value]
        return "bagian" if depth < 2 or (depth == 2 and _within(part, "bab")) else "paragraf"

    def _provision(self, part: Part, parent: Part, title: str) -> Iterator[Clause]:
        yield self._clause(part, parent, "pasal", title)
        yield from self._items(part, part, title)

    def _items(self, part: Part, parent: Part, title: str) -> Iterator[Clause]:
        """Yield what stands below a part; the rows of a table are items of what it stands in."""
        for each in part.below:
            if each.form == "table":
                self._name(each, part)
                yield from self._items(each, parent, title)
                continue
            level = _LEVELS.get(each.form, "angka")
            if each.form == "(digit)" and part.form == "pasal":
                level = "ayat"
            yield self._clause(each, part, level, title, parent)
            yield from self._items(each, each, title)

    def _clause(
        self,
        part: Part,
        above: Part | None,
        level: Level,
        heading: str,
        parent: Part | None = None,
    ) -> Clause:
        """Return a part as a clause; `above` is what its name begins with."""
        if above is not None:
            self._name(part, above)
        parent = parent or above
        identity, label = self._names[part]
        return Clause(
            id=identity,
            label=label,
            parent_id=self._names[parent][0] if parent else None,
            level=level,
            number=part.number,
            position=0,
            heading=heading,
            text="" if level in DIVISION_LEVELS else _own_words(part),
            normative=self._sets_norm(part, level),
            fingerprint=fingerprint_of(_words(part)),
            path=part.path,
            line=part.line,
        )

    def _name(self, part: Part, parent: Part) -> None:
        form = "digit" if part.form.startswith("decimal") else part.form
        above, label = self._names[parent]
        said = _CITED[form].format(part.number).strip()
        kind = said.split()[0].lower()
        number = re.sub(r"[^a-z0-9]+", "-", part.number.lower()).strip("-")
        if part.form in ("bab", "bagian", "roman", "capital"):
            number = str(part.value) if part.form != "capital" else number
        own = f"{kind}-{number}" if number else kind
        self._names[part] = self._free(f"{above}.{own}"), f"{label} {said}"

    def _free(self, wanted: str) -> str:
        """Return an id that no clause has: the same number may come twice."""
        name = wanted
        while name in self._taken:
            self._taken[wanted] += 1
            name = f"{wanted}-{self._taken[wanted]}"
        self._taken[name] = 1
        return name

    @staticmethod
    def _sets_norm(part: Part, level: Level) -> bool:
        if level in DIVISION_LEVELS:
            return False
        unit: Part | None = part
        while unit is not None:
            short = len(unit.words.split()) <= _LONGEST_TITLE
            if short and _SETS_NO_NORM.search(unit.words):
                return False
            unit = unit.parent
        return level != "pasal" or _count(part) >= _FEWEST_WORDS


def _leading(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """Part a list that a sentence leads in from what follows it."""
    at = 0
    while at < len(parts) and parts[at].form == parts[0].form:
        if _is_division(parts[at]) or _is_headed(parts[at]):
            return [], list(parts)
        at += 1
    return list(parts[:at]), list(parts[at:])


def _is_division(part: Part) -> bool:
    if part.form in ("lampiran", *DIVISIONS[:-1]):
        return True
    if not part.below or part.form in ("pasal", "lead"):
        return False
    return any(map(_is_headed, part.below)) or _count(part) > _MOST_WORDS


def _is_headed(part: Part) -> bool:
    """Whether a part has a title of its own, and something below it."""
    has_more = bool(part.below or part.paragraphs)
    return part.form == "title" or (bool(_title(part)) and has_more)


def _title(part: Part) -> str:
    words = part.words
    if not words or words[-1] in ".;:," or len(words.split()) > _LONGEST_TITLE:
        return words if part.form in ("lampiran", "title", *DIVISIONS[:-1]) else ""
    return words if words[0].isupper() and part.form not in ("row", "table") else ""


def _within(part: Part, form: str) -> bool:
    unit = part.parent
    while unit is not None:
        if unit.form == form:
            return True
        unit = unit.parent
    return False


def _own_words(part: Part) -> str:
    """Return its words without those of its items; of a table in it, the head."""
    heads = (each.words for each in part.below if each.form == "table")
    return "\n".join(filter(None, [part.words, *(one.text for one in part.paragraphs), *heads]))


def _words(part: Part) -> Iterator[str]:
    yield part.words
    yield from (each.text for each in part.paragraphs)
    for each in part.below:
        yield from _words(each)


def _count(part: Part) -> int:
    return sum(len(words.split()) for words in _words(part))


def without_annexed(closing: Sequence[TextLine], ending: Ending) -> list[TextLine]:
    """Return the lines of a closing but those that are clauses of a Lampiran."""
    held: dict[tuple[str, int], bool] = {}
    for annex in ending.annexes:
        parts = paragraphs_of(annex.lines)
        held |= {_place(each): True for each in parts.body}
        held |= {_place(each): False for each in (annex.heading, *parts.head, *parts.signature)}
    held |= {_place(each): False for each in ending.elucidation}
    left, within = [], False
    for line in closing:
        within = held.get(_place(line), within)
        if not within:
            left.append(line)
    return left


def _place(line: TextLine) -> tuple[str, int]:
    return line.path, line.line
