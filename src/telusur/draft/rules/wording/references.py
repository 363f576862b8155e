"""References to other provisions (rules 271 to 283)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.model import Clause, Reference
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule, within

_DALAM_AYAT = re.compile(
    r"\bdimaksud\s+(?:(?P<wrong>dalam)|(?P<right>pada))\s+(?=ayat\s*\(|ayat\s+\d)", re.IGNORECASE
)
_PADA_PASAL = re.compile(
    r"\bdimaksud\s+(?:(?P<wrong>pada)|(?P<right>dalam))\s+(?=Pasal\s+\d|huruf\s+[a-z]\b(?!\))"
    r"|Bab\s+[IVX]|BAB\s+[IVX])"
)
_PASAL_INI = re.compile(r"\b[Aa]yat\s*\(\d+[a-z]?\)(?P<words>\s+(?:dalam\s+)?[Pp]asal\s+ini)\b")
_BACKWARDS = re.compile(
    r"\b(?:pasal|ayat|ketentuan)(?:-\w+)?\s+(?:yang\s+)?(?:terdahulu|sebelumnya|di\s+atas)\b"
    r"|\b(?:tersebut|dimaksud|disebut|disebutkan)\s+(?:pada\s+|dalam\s+)?"
    r"(?:di\s+atas|diatas)\b(?!\s+(?:tanah|permukaan|air|laut))"
    r"|\b(?:pasal|ayat)\s+(?:tersebut|berikut(?:nya)?|di\s+bawah)\b",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"\b(?P<unit>[Pp]asal|[Aa]yat|[Hh]uruf|[Aa]ngka)\s+(?P<first>\(\d+\)|\d+|[a-z]\b)"
    r"(?:,\s++(?P=unit)\s++(?:\(\d+\)|\d+|[a-z]\b)){1,60}"
    r",?\s+dan\s+(?P=unit)\s+(?P<last>\(\d+\)|\d+|[a-z]\b)(?!\s+(?:ayat|huruf|angka)\b)"
)
_NUMBER = re.compile(r"(?<=\s)\(?(\d+|[a-z])\)?(?=$|,|\s)")
_JOINT = re.compile(r"\s*+,?\s*+(?:dan/atau|dan|atau|serta)?\s*+(?:(?:dalam|pada)\s++)?")


@rule(
    "acuan",
    "error",
    "setiap pasal, ayat, huruf, dan angka yang diacu ada",
    "every provision that is referred to exists",
)
def targets_exist(draft: Manuscript) -> Iterator[Case]:
    for reference in draft.regulation.references:
        if reference.state == "missing":
            clause = draft.by_id[reference.from_clause]
            yield Hit(
                within(clause, reference.start, reference.end),
                f"“{reference.text}” tidak ada dalam naskah ini",
                f"there is no “{reference.text}” in this draft",
            )
        elif reference.state == "ok":
            yield None


@rule(
    "272",
    "info",
    "`dimaksud dalam Pasal …`, `dimaksud pada ayat …`",
    "`dimaksud dalam Pasal …`, `dimaksud pada ayat …`",
    fixes=True,
)
def in_or_at(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for pattern, right in ((_DALAM_AYAT, "pada"), (_PADA_PASAL, "dalam")):
            for match in pattern.finditer(clause.text):
                if match["wrong"] is None:
                    yield None
                else:
                    yield Hit(
                        found(clause, match, "wrong"),
                        f"tulis “dimaksud {right}”",
                        f"write “dimaksud {right}”",
                        right,
                    )


@rule(
    "273",
    "info",
    "tiga pengacuan berurutan atau lebih ditulis dengan `sampai dengan`",
    "three references or more in a row are joined by `sampai dengan`",
    fixes=True,
)
def in_a_row(draft: Manuscript) -> Iterator[Case]:
    # `sampai dengan` would take in what was inserted between: Pasal 5A, ayat (2a).
    inserted = any(re.search(r"\d[A-Za-z]", clause.number) for clause in draft.clauses)
    for clause in draft.clauses:
        for match in _SERIES.finditer(clause.text):
            values = [_value(each) for each in _NUMBER.findall(match[0])]
            if len(values) < 3 or values != list(range(values[0], values[0] + len(values))):
                yield None
                continue
            unit = match["unit"]
            short = f"{unit} {match['first']} sampai dengan {unit} {match['last']}"
            message = f"ringkas menjadi “{short}”"
            fix = None if inserted or draft.amends else short
            yield Hit(found(clause, match), message, f"shorten to “{short}”", fix)


@rule(
    "275",
    "warning",
    "pengacuan dalam pasal yang sama tidak memakai `Pasal ini`",
    "a reference within its own Pasal does not say `Pasal ini`",
    fixes=True,
)
def own_pasal(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _PASAL_INI.finditer(clause.text):
            message = f"hapus “{match['words'].strip()}” setelah ayat"
            message_en = f"drop “{match['words'].strip()}” behind the ayat"
            yield Hit(found(clause, match, "words"), message, message_en, "")


@rule(
    "276",
    "info",
    "beberapa pengacuan: ayat dalam pasal sendiri dahulu, lalu menurut urutan",
    "several references: those to the own Pasal first, then ascending",
)
def ascending(draft: Manuscript) -> Iterator[Case]:
    for clause, before, after in _neighbours(draft):
        if before.to_clause is None or after.to_clause is None:
            continue
        first, second = draft.by_id[before.to_clause], draft.by_id[after.to_clause]
        own = draft.pasal(clause)
        first_is_own, second_is_own = draft.pasal(first) == own, draft.pasal(second) == own
        ascends = first.position <= second.position
        if first_is_own if first_is_own != second_is_own else ascends:
            yield None
        else:
            yield Hit(
                within(clause, before.start, after.end),
                f"sebutkan “{after.text}” sebelum “{before.text}”",
                f"name “{after.text}” before “{before.text}”",
            )


def _neighbours(draft: Manuscript) -> Iterator[tuple[Clause, Reference, Reference]]:
    """Yield references that a comma or a conjunction joins."""
    last: Reference | None = None
    for reference in draft.regulation.references:
        if last is not None and last.from_clause == reference.from_clause:
            clause = draft.by_id[reference.from_clause]
            between = clause.text[last.end : reference.start]
            if last.end < reference.start and _JOINT.fullmatch(between):
                yield clause, last, reference
        last = reference


@rule(
    "279",
    "warning",
    "tidak ada pengacuan ke ketentuan yang terletak kemudian",
    "no reference to what stands later",
)
def forward(draft: Manuscript) -> Iterator[Case]:
    for reference in draft.regulation.references:
        if reference.to_clause is None:
            continue
        clause, target = draft.by_id[reference.from_clause], draft.by_id[reference.to_clause]
        if target.position <= clause.position or _stands_in(draft, target, clause):
            yield None
        else:
            yield Hit(
                within(clause, reference.start, reference.end),
                f"“{reference.text}” terletak kemudian; acu hanya ketentuan yang mendahului",
                f"“{reference.text}” stands later; refer only to what comes before",
            )


def _stands_in(draft: Manuscript, clause: Clause | None, outer: Clause) -> bool:
    while clause is not None and clause != outer:
        clause = draft.parent(clause)
    return clause is not None


@rule(
    "280",
    "warning",
    "pengacuan menyebut nomor, bukan `pasal terdahulu` atau `tersebut di atas`",
    "a reference gives the number, not `pasal terdahulu` or `tersebut di atas`",
)
def by_number(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _BACKWARDS.finditer(clause.text):
            yield Hit(
                found(clause, match),
                f"ganti “{match[0]}” dengan nomor pasal atau ayatnya",
                f"put the number of the Pasal or ayat for “{match[0]}”",
            )


def _value(number: str) -> int:
    return int(number) if number.isdigit() else ord(number)
