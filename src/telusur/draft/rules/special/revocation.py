"""Revocation and entry into force (rules 140 to 157)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.model import Clause
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule, whole

_LAW = r"(?:Undang-Undang|Peraturan|Keputusan|Instruksi|Ketentuan)"
REVOKES = re.compile(r"\bdicabut\s+dan\s+dinyatakan\s+tidak\s+berlaku\b")
_REVOKES_HALF = re.compile(
    rf"\b{_LAW}[^;:]{{0,200}}?\bNomor\b[^;:]{{0,400}}?\b(?P<words>(?:dinyatakan\s+)?dicabut"
    rf"|dinyatakan\s+(?:tidak\s+berlaku|dicabut)(?:\s+lagi)?)(?!\s+dan\s+dinyatakan)"
)
_WHOLE_FORMULA = re.compile(r"dicabut\s+dan\s+$")
_AT_ONCE = re.compile(r"^Pada\s+saat\s+.{0,80}?\bini\s+mulai\s+berlaku\b", re.DOTALL)
_NAMES_LAW = re.compile(rf"\b{_LAW}\b.{{0,200}}?\bNomor\s+[\w./-]*\d", re.DOTALL)
_IN_FORCE = re.compile(
    r"\bini\s+(?:mulai\s+berlaku|berlaku\s+(?:pada|sejak|setelah|efektif|surut))\b[^.;]*"
)
_AMONG_ENTRY_FORMULAS = re.compile(
    r"\bini\s+mulai\s+berlaku\s+(?:pada\s+tanggal|setelah\s+\d+|sejak\s+\d+|\d+|terhitung)"
    r"(?!\s+ditetapkan)"
)
_OWN_NAME = re.compile(r"(?:Undang-Undang|Peraturan|Keputusan|Instruksi)[\w\s-]{0,80}")
_CONDITION = re.compile(r"(?:pada\s+saat|sejak|sebelum|sesudah|setelah)\s+[^.;]{0,80}$", re.I)


@rule(
    "144",
    "warning",
    "pencabutan diawali `Pada saat … ini mulai berlaku`",
    "a revocation begins `Pada saat … ini mulai berlaku`",
)
def begins_of_revocation(draft: Manuscript) -> Iterator[Case]:
    for clause, match in _revocations(draft):
        lines = [clause.text, *(unit.text for unit in _above(draft, clause))]
        if any(_AT_ONCE.match(line) for line in lines):
            yield None
        else:
            name = draft.kind.name if draft.kind else "Peraturan"
            yield Hit(
                found(clause, match),
                f"awali pencabutan dengan “Pada saat {name} ini mulai berlaku”",
                f"begin the revocation “Pada saat {name} ini mulai berlaku”",
            )


@rule(
    "145",
    "warning",
    "pencabutan menyebut peraturan yang dicabut",
    "a revocation names what it revokes",
)
def names_what_it_revokes(draft: Manuscript) -> Iterator[Case]:
    for clause, match in _revocations(draft):
        lines = [clause, *_above(draft, clause), *draft.below.get(clause.id, ())]
        if any(_NAMES_LAW.search(each.text) for each in lines):
            yield None
        else:
            yield Hit(
                found(clause, match),
                "sebutkan jenis, nomor, tahun, dan judul peraturan yang dicabut",
                "name the regulation that is revoked: its type, number, year and title",
            )


@rule(
    "147",
    "warning",
    "pencabutan berbunyi `dicabut dan dinyatakan tidak berlaku`",
    "a revocation says `dicabut dan dinyatakan tidak berlaku`",
)
def formula_of_revocation(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.quoted or clause.id in draft.definitions:
            continue
        if REVOKES.search(clause.text):
            yield None
            continue
        for match in _REVOKES_HALF.finditer(clause.text):
            if not _WHOLE_FORMULA.search(clause.text[: match.start("words")]):
                yield Hit(
                    found(clause, match, "words"),
                    "tulis “dicabut dan dinyatakan tidak berlaku”",
                    "write “dicabut dan dinyatakan tidak berlaku”",
                )


@rule(
    "150",
    "warning",
    "peraturan menyatakan kapan mulai berlaku",
    "a regulation says when it enters into force",
)
def entry_into_force(draft: Manuscript) -> Iterator[Case]:
    own = [clause for clause in draft.clauses if not clause.quoted]
    pasal = [clause for clause in own if clause.level == "pasal"]
    if not pasal:
        return
    if any(_enters(clause) for clause in own):
        yield None
    else:
        yield Hit(
            whole(pasal[-1]),
            "tidak ada ketentuan “mulai berlaku pada tanggal diundangkan” atau tanggal lain",
            "no clause says when the regulation enters into force",
        )


@rule(
    "151",
    "warning",
    "peraturan berlaku pada tanggal diundangkan, tanggal tertentu, atau setelah jangka waktu",
    "a regulation enters into force on promulgation, on a date, or after a period",
)
def formula_of_entry(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.quoted:
            continue
        for match in _IN_FORCE.finditer(clause.text):
            if not _opens(clause, match):
                continue
            if _AMONG_ENTRY_FORMULAS.match(match[0]):
                yield None
            else:
                yield Hit(
                    found(clause, match),
                    "tulis “mulai berlaku pada tanggal diundangkan”, tanggal tertentu, atau "
                    "“setelah … terhitung sejak tanggal diundangkan”",
                    "write “mulai berlaku pada tanggal diundangkan”, a date, or “setelah … "
                    "terhitung sejak tanggal diundangkan”",
                )


def _opens(clause: Clause, match: re.Match[str]) -> bool:
    """Whether the words before are only the regulation's own name."""
    return _OWN_NAME.fullmatch(clause.text, 0, match.start()) is not None


def _enters(clause: Clause) -> bool:
    entry = re.search(r"\bini\s+(?:mulai\s+)?berlaku\b", clause.text)
    return entry is not None and not _CONDITION.search(clause.text, 0, entry.start())


def _revocations(draft: Manuscript) -> Iterator[tuple[Clause, re.Match[str]]]:
    for clause in draft.clauses:
        if not clause.quoted and (match := REVOKES.search(clause.text)):
            yield clause, match


def _above(draft: Manuscript, clause: Clause) -> Iterator[Clause]:
    """Yield the clauses above, up to the Pasal."""
    while clause.level != "pasal" and (parent := draft.parent(clause)):
        yield parent
        clause = parent
