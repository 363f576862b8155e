"""A regulation as a tree of clauses, flattened in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal[
    "buku", "bab", "bagian", "paragraf", "pasal", "ayat", "huruf", "angka", "subhuruf", "subangka"
]
"""Levels of Indonesian regulations, outermost first; the last two are written `a)` and `1)`. The
parts of a decree's dictum (`KESATU`) are of the level of a Pasal."""

ReferenceState = Literal["ok", "missing", "external", "unsure"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One unit of the regulation: a heading, a Pasal, an ayat or an item of a tabulation."""

    id: str
    """The label of its Pasal (or `pasal-7` where it has none) and the way down from there:
    `antrean-daring.ayat-2.huruf-a`."""
    label: str
    """How a lawyer cites it: `Pasal 7 ayat (2) huruf a`, `BAB II`, `BAB II Bagian Kesatu`,
    `BUKU KEDUA BAB I`, `Lampiran I huruf A angka 2`."""
    parent_id: str | None
    level: Level
    number: str
    """Its own number as printed: `II`, `Kesatu`, `7`, `2`, `a`."""
    position: int
    """Place in reading order, from 1."""
    heading: str
    """The title of a buku, bab, bagian or paragraf; for deeper clauses the nearest above."""
    text: str
    """Its own words, without those of the clauses below it; references by label are printed."""
    normative: bool
    """Whether it sets a norm: definitions, purpose, scope and closing provisions do not."""
    fingerprint: str
    """SHA-256 of its normalised text with all below it: changes when the words do."""
    path: str
    """The file it stands in, below `draft/`."""
    line: int
    """Its line in that file, from 1."""
    quoted: bool = False
    """Whether it is a provision of another regulation, which this one inserts or changes: it stands
    below the clause that does so (`pasal-i.angka-2.pasal-12a`) and outside the own numbering."""

    @property
    def is_dictum(self) -> bool:
        """Whether it is a part of a decree (`KESATU`), which stands where others have a Pasal."""
        return self.level == "pasal" and self.label.startswith("Diktum ")

    @property
    def is_annexed(self) -> bool:
        """Whether it stands in a Lampiran."""
        return self.label.startswith("Lampiran")


@dataclass(frozen=True, slots=True)
class Reference:
    """Words in a clause that refer to a provision."""

    from_clause: str
    to_clause: str | None
    """The clause referred to; None unless the state is `ok`."""
    text: str
    """The words, as printed: `Pasal 5 ayat (2)`."""
    start: int
    """Where they begin in the clause's own text (characters)."""
    end: int
    state: ReferenceState


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words outside the clauses, and where they begin."""

    text: str
    path: str
    """The file they stand in, below `draft/`."""
    line: int
    """Their first line in that file, from 1."""
    marker: str = ""
    """The letter or number of a consideration or a legal basis, as written: `a`, `1`."""


@dataclass(frozen=True, slots=True)
class Preamble:
    """What stands before the first clause, by its parts; None or empty where a part is missing.

    No word is lost: what is none of the parts is in `other`.
    """

    type: TextLine | None = None
    """`PERATURAN MENTERI … REPUBLIK INDONESIA`, with `RANCANGAN` where it stands before."""
    number: TextLine | None = None
    """Without the word `NOMOR`: `73`, `148/PMK.01/2012`, `...`."""
    year: TextLine | None = None
    subject: TextLine | None = None
    """What stands behind `TENTANG`."""
    grace: TextLine | None = None
    """`DENGAN RAHMAT TUHAN YANG MAHA ESA`."""
    official: TextLine | None = None
    """Who makes it: `MENTERI … REPUBLIK INDONESIA,`."""
    considerations: tuple[TextLine, ...] = ()
    """The items of Menimbang; one without a marker where there is no list."""
    considerations_word: TextLine | None = None
    """The word `Menimbang` itself, as written."""
    bases: tuple[TextLine, ...] = ()
    """The items of Mengingat."""
    bases_word: TextLine | None = None
    regards: tuple[TextLine, ...] = ()
    """The items of Memperhatikan and of Membaca or Mendengar, in old regulations."""
    regards_word: TextLine | None = None
    consent: TextLine | None = None
    """`Dengan Persetujuan Bersama …`."""
    decides: TextLine | None = None
    """`MEMUTUSKAN:`."""
    enacts: TextLine | None = None
    """What stands behind `Menetapkan`: the title again."""
    enacts_word: TextLine | None = None
    other: tuple[TextLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Where, when and by whom a regulation was enacted or promulgated."""

    act: TextLine
    """`Ditetapkan`, `Disahkan` or `Diundangkan`."""
    place: TextLine | None = None
    """`Jakarta`."""
    date: TextLine | None = None
    """`20 April 2020`, as written."""
    office: TextLine | None = None
    """`MENTERI … REPUBLIK INDONESIA,`."""
    name: TextLine | None = None
    """Who signed, with the `ttd.` before it where there is one."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A Lampiran, line by line; what of it can be linked is in `Regulation.annexed`."""

    heading: TextLine
    """`LAMPIRAN I`, and what stands on the same line."""
    lines: tuple[TextLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands after the last clause, by its parts. No word is lost: see `other`."""

    order: TextLine | None = None
    """`Agar setiap orang mengetahuinya, …`."""
    enactment: Signature | None = None
    promulgation: Signature | None = None
    gazette: TextLine | None = None
    """`BERITA NEGARA REPUBLIK INDONESIA TAHUN … NOMOR …`."""
    annexes: tuple[Annex, ...] = ()
    elucidation: tuple[TextLine, ...] = ()
    """The Penjelasan, a line each."""
    other: tuple[TextLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What is odd about the text of a draft: it was read all the same, and nothing was changed."""

    path: str
    """The file, below `draft/`."""
    line: int
    """From 1."""
    message: str
    """What a drafter should look at, in Indonesian, as a sentence without a full stop."""
    message_en: str
    """The same in English."""
    kind: str
    """What it is about, in one word: see `notices.py`."""
    words: str = ""
    """The words that stand in no clause, in the preamble or in the ending: a page number, a
    running header, a heading that was misread. Empty where no word was set aside."""


WaiverMistake = Literal["unclosed", "form", "rules", "reason"]
"""A waiver that is not closed, asks for something else, names no rule, or gives no reason."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A comment in the draft's text that says why a rule is not kept here."""

    path: str
    """The file, below `draft/`."""
    line: int
    """Its own first line, from 1."""
    at: int
    """The line of the words that it stands at, from 1."""
    rules: tuple[str, ...]
    """Numbers or names of what is waived."""
    reason: str
    written: str
    """The whole comment, on one line."""
    mistake: WaiverMistake | None = None
    """What is wrong with it: it then waives nothing."""


@dataclass(frozen=True, slots=True)
class Regulation:
    """The draft, parsed."""

    title: str
    clauses: tuple[Clause, ...]
    """In reading order."""
    references: tuple[Reference, ...]
    opening: tuple[str, ...]
    """What stands before the first clause (title, considerations, legal bases), one line each."""
    closing: tuple[str, ...]
    """What stands after the last clause (promulgation, signatures), one line each."""
    preamble: Preamble = Preamble()
    """The opening, by its parts."""
    ending: Ending = Ending()
    """The closing, by its parts."""
    notices: tuple[Notice, ...] = ()
    """What a drafter should look at, by file and line."""
    waivers: tuple[Waiver, ...] = ()
    """By file and line; no part of the words of any clause."""
    annexed: tuple[Clause, ...] = ()
    """What stands in the Lampiran, as clauses behind the regulation's own: `Lampiran I huruf A`.
    Rules, labels and the regulation's own numbering do not know them."""
    unannexed: tuple[str, ...] = ()
    """The closing without the lines that are clauses in `annexed`."""

    @property
    def linkable(self) -> tuple[Clause, ...]:
        """All clauses, those of the Lampiran too."""
        return (*self.clauses, *self.annexed)


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit that trace links lead to: a normative ayat, or a normative Pasal without ayat."""

    clause_id: str
    text: str
    """Its words with those of all items below it: `… meliputi: a. …; b. ….`"""
    heading: str
    """The titles it stands under, outermost first; empty where there is none."""
