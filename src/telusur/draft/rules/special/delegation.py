"""Delegation of further rules to another regulation (rules 198 to 216)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule

_INSTRUMENT = (
    r"(?:(?:Undang-Undang|Undang-undang|Peraturan|Keputusan|Instruksi|Qanun|Perda\w*|Perkada)\b"
    r"|(?:ketentuan\s+)?peraturan\s)"
)
_DELEGATES = re.compile(r"\bdiatur(?:\s+lebih\s+lanjut)?\s+(?:dengan|dalam|oleh|melalui)\b")
_FURTHER = re.compile(r"\bdiatur\s+(?:lebih\s+lanjut|kemudian|tersendiri)\b")
_BY_INSTRUMENT = re.compile(
    rf"\s*(?:(?:dengan|dalam|oleh|berdasarkan|melalui|pada)\s+(?:atau\s+berdasarkan\s+)?){_INSTRUMENT}"
)
_TO_INSTRUMENT = re.compile(
    r"\bdiatur(?:\s+lebih\s+lanjut)?\s+(?:dengan|dalam)\s+(?:atau\s+berdasarkan\s+)?"
    r"(?:Undang-Undang|Peraturan)\b(?![^.;]{0,200}\bini\b)"
)
_NAMES_SUBJECT = re.compile(r"\b(?:mengenai|tentang|perihal)\b|\b[Tt]ata\s+cara\b", re.IGNORECASE)
_LEFT_OPEN = re.compile(
    r"\bHal(?:-hal|\s+lain|-hal\s+lain)?\s+yang\s+belum\s+(?:cukup\s+)?diatur\b", re.I
)


@rule(
    "200",
    "warning",
    "pendelegasian menyebut jenis peraturan yang mengatur",
    "a delegation names the type of regulation it goes to",
)
def names_instrument(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _FURTHER.finditer(clause.text):
            if _BY_INSTRUMENT.match(clause.text, match.end()):
                yield None
            else:
                yield Hit(
                    found(clause, match),
                    "sebutkan jenis peraturan yang mengatur lebih lanjut",
                    "name the type of regulation that is to regulate further",
                )


@rule(
    "208",
    "warning",
    "pendelegasian menyebut materi yang didelegasikan",
    "a delegation names its subject",
)
def names_subject(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _TO_INSTRUMENT.finditer(clause.text):
            delegates = clause.text.startswith("Ketentuan")
            if not delegates or _NAMES_SUBJECT.search(clause.text, 0, match.start()):
                yield None
            else:
                yield Hit(
                    found(clause, match),
                    "sebutkan materinya: “Ketentuan lebih lanjut mengenai … diatur dengan …”",
                    "name the subject: “Ketentuan lebih lanjut mengenai … diatur dengan …”",
                )


@rule(
    "213",
    "info",
    "pendelegasian berada pada ayat terakhir pasalnya",
    "a delegation stands in the last ayat of its Pasal",
)
def stands_last(draft: Manuscript) -> Iterator[Case]:
    for pasal in draft.clauses:
        ayat = [each for each in draft.below.get(pasal.id, ()) if each.level == "ayat"]
        delegating = [
            each.text.startswith("Ketentuan") and bool(_TO_INSTRUMENT.search(each.text))
            for each in ayat
        ]
        for index, clause in enumerate(ayat):
            match = _TO_INSTRUMENT.search(clause.text)
            if match is None or not delegating[index]:
                continue
            if all(delegating[index:]):
                yield None
            else:
                yield Hit(
                    found(clause, match),
                    "pindahkan pendelegasian ini ke ayat terakhir",
                    "move this delegation to the last ayat",
                )


@rule(
    "210",
    "warning",
    "tidak ada pendelegasian blangko: `Hal-hal yang belum (cukup) diatur …`",
    "no blank delegation: `Hal-hal yang belum (cukup) diatur …`",
)
def blank_delegation(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        match = _LEFT_OPEN.search(clause.text)
        if match:
            yield Hit(
                found(clause, match),
                "sebutkan materi yang didelegasikan; jangan mendelegasikan hal yang belum diatur",
                "name the subject; do not delegate whatever is not yet regulated",
            )
        elif _DELEGATES.search(clause.text):
            yield None
