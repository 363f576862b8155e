"""Chapters, parts, paragraphs, Pasal and ayat (rules 62 to 83)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.model import Clause
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, Spot, found, heading, rule
from telusur.draft.rules.words import LITTLE_WORDS

_PLACES = (
    (re.compile(r"^KETENTUAN UMUM$", re.IGNORECASE), 0),
    (re.compile(r"^KETENTUAN PIDANA$", re.IGNORECASE), 2),
    (re.compile(r"^(?:KETENTUAN|ATURAN) PERALIHAN$", re.IGNORECASE), 3),
    (re.compile(r"^(?:KETENTUAN|ATURAN) PENUTUP$", re.IGNORECASE), 4),
)
_BETWEEN = re.compile(r"\b(?:LAIN-LAIN|SANKSI)\b", re.IGNORECASE)
_STOPPED_AYAT = re.compile(r"\s*\(\d+[a-z]?\)\.(?=\s)")
_NEXT_SENTENCE = re.compile(r"(?P<last>[\w)/-]{1,40})\.\s+(?=[A-Z][a-z]+\s)")
_ABBREVIATION = re.compile(
    r"(?:[A-Za-z]|Art|Dr|Dra|Drs|Hj|Ir|Jl|Kab|Kec|Kel|Kep|No|Nomor|Prof|Prov|St|Tbk|dkk|dll|dsb"
    r"|dst|hlm|vs)"
)


@rule(
    "62",
    "warning",
    "ketentuan umum di awal; pidana, peralihan, dan penutup di akhir, menurut urutan itu",
    "general provisions first; penalties, transition and closing last, in this order",
)
def order_of_chapters(draft: Manuscript) -> Iterator[Case]:
    reached, name = -1, ""
    for bab in draft.clauses:
        if bab.level != "bab" or bab.quoted or _BETWEEN.search(bab.heading):
            continue
        place = next((place for title, place in _PLACES if title.match(bab.heading)), 1)
        if place < reached:
            yield Hit(
                heading(bab),
                f"“{bab.heading}” terletak setelah “{name}”",
                f"“{bab.heading}” stands behind “{name}”",
            )
        else:
            yield None
            reached, name = place, bab.heading


@rule(
    "70",
    "warning",
    "paragraf hanya di dalam bagian, bagian hanya di dalam bab",
    "a paragraf stands only in a bagian, a bagian only in a bab",
)
def nesting_of_divisions(draft: Manuscript) -> Iterator[Case]:
    asked = {"paragraf": "bagian", "bagian": "bab"}
    for clause in draft.clauses:
        if clause.quoted or clause.level not in asked:
            continue
        parent = draft.parent(clause)
        if parent is None or parent.level != asked[clause.level]:
            outer = asked[clause.level]
            yield Hit(
                heading(clause),
                f"{clause.level} ini tidak berada di dalam {outer}",
                f"this {clause.level} does not stand in a {outer}",
            )
        else:
            yield None


@rule(
    "72",
    "warning",
    "judul bab ditulis seluruhnya dengan huruf kapital",
    "the title of a bab is written in capitals",
    fixes=True,
)
def chapter_titles(draft: Manuscript) -> Iterator[Case]:
    for bab in draft.clauses:
        if bab.level != "bab" or bab.quoted:
            continue
        if not bab.heading:
            yield Hit(heading(bab, "BAB"), "bab ini tidak berjudul", "this bab has no title")
        elif bab.heading != bab.heading.upper():
            yield Hit(
                heading(bab),
                f"judul bab “{bab.heading}” tidak seluruhnya kapital",
                f"the title “{bab.heading}” is not in capitals",
                bab.heading.upper(),
            )
        else:
            yield None


@rule(
    "73",
    "warning",
    "bagian pertama disebut `Bagian Kesatu`",
    "the first bagian is called `Bagian Kesatu`",
    fixes=True,
)
def first_part(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.level != "bagian" or clause.quoted:
            continue
        if clause.number == "Pertama":
            yield Hit(
                heading(clause, "Bagian Pertama"),
                "tulis “Bagian Kesatu”",
                "write “Bagian Kesatu”",
                "Bagian Kesatu",
            )
        else:
            yield None


@rule(
    "74",
    "warning",
    "setiap kata judul bagian berawal huruf kapital, kecuali partikel",
    "each word of a bagian's title begins with a capital, but for particles",
)
def part_titles(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.level in ("bagian", "paragraf") and not clause.quoted:
            yield _title_case(clause) if _has_title(draft, clause) else None


def _title_case(clause: Clause) -> Case:
    words = re.findall(r"[^\W\d_][\w/-]*", clause.heading)
    small = [word for word in words if word[0].islower() and word not in LITTLE_WORDS]
    if len(words) > 1 and clause.heading == clause.heading.upper():
        fault, fault_en = "seluruhnya kapital", "all in capitals"
    elif small:
        fault, fault_en = f"memuat “{small[0]}”", f"has “{small[0]}”"
    else:
        return None
    return Hit(
        heading(clause),
        f"judul {clause.level} “{clause.heading}” {fault}; awali tiap kata dengan kapital",
        f"the title “{clause.heading}” {fault_en}; begin each word with a capital",
    )


@rule("76", "warning", "bagian dan paragraf berjudul", "a bagian or paragraf has a title")
def untitled_divisions(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.level not in ("bagian", "paragraf") or clause.quoted:
            continue
        if _has_title(draft, clause):
            yield None
        else:
            yield Hit(
                heading(clause, clause.level.title()),
                f"{clause.level} ini tidak berjudul",
                f"this {clause.level} has no title",
            )


def _has_title(draft: Manuscript, clause: Clause) -> bool:
    """Whether a division has a title of its own; else it gives that of the division around it."""
    parent = draft.parent(clause)
    return bool(clause.heading) and (parent is None or clause.heading != parent.heading)


@rule(
    "82",
    "warning",
    "nomor ayat ditulis `(1)` tanpa titik",
    "an ayat is numbered `(1)` without a full stop",
    fixes=True,
)
def full_stop_behind_ayat(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.level != "ayat":
            continue
        match = _STOPPED_AYAT.match(draft.source_line(clause))
        if match is None:
            yield None
        else:
            stop = Spot(
                match[0], len(match[0]) - 1, len(match[0]), clause.path, clause.line, clause
            )
            message, message_en = "hapus titik setelah nomor ayat", "drop the full stop"
            yield Hit(stop, message, message_en, "")


@rule(
    "83",
    "info",
    "satu ayat memuat satu norma dalam satu kalimat",
    "an ayat holds one norm in one sentence",
)
def sentences_of_ayat(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.level == "ayat" and clause.id not in draft.definitions:
            yield _one_sentence(clause, "ayat")


@rule(
    "77",
    "info",
    "pasal tanpa ayat memuat satu norma dalam satu kalimat",
    "a Pasal without ayat holds one norm in one sentence",
    inferred=True,
)
def sentences_of_pasal(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.level == "pasal" and clause.text and clause.normative:
            yield _one_sentence(clause, "pasal")


def _one_sentence(clause: Clause, unit: str) -> Case:
    ends = [
        end
        for end in _NEXT_SENTENCE.finditer(clause.text)
        if not _ABBREVIATION.fullmatch(end["last"])
    ]
    if not ends:
        return None
    return Hit(
        found(clause, ends[0]),
        f"{unit} ini memuat {len(ends) + 1} kalimat; jadikan masing-masing satu ayat",
        f"this {unit} has {len(ends) + 1} sentences; make an ayat of each",
    )
