"""What can be wrong with a draft, and one place where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telusur.draft.rules import RULES, Rule, Severity


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at."""

    name: str
    """The rule's number in Lampiran II, or a word for what no number there asks for."""
    severity: Severity
    title: str
    """What is asked for, in Indonesian."""
    title_en: str
    inferred: bool = False
    """Whether the number is placed by inference."""

    @classmethod
    def of(cls, rule: Rule) -> Check:
        """Return what a rule looks at."""
        return cls(rule.number, rule.severity, rule.title, rule.title_en, rule.inferred)


_BEYOND_LAMPIRAN = (
    Check("naskah", "error", "naskah dapat dibaca", "the draft can be read"),
    Check(
        "berkas",
        "warning",
        "setiap berkas di folder naskah dibaca",
        "every file in the draft's folder is read",
    ),
    Check("penomoran", "warning", "nomor berurutan", "numbers run without gaps and doubles"),
    Check(
        "salinan",
        "info",
        "naskah bersih dari sisa halaman dan salah baca",
        "no page furniture and no misread characters",
    ),
    Check(
        "aturan",
        "error",
        "aturan milik sendiri dapat dijalankan",
        "the rules of your own can be run",
    ),
    Check(
        "pengecualian",
        "error",
        "pengecualian menyebut aturan yang ada dan alasannya",
        "a waiver names a rule that there is, and its reason",
    ),
    Check(
        "pengecualian-usang",
        "warning",
        "pengecualian masih mengecualikan sesuatu",
        "a waiver still waives something",
    ),
    Check(
        "keputusan",
        "warning",
        "yang diputuskan masih berbunyi sama",
        "what was decided still says the same",
    ),
    Check(
        "jurnal",
        "error",
        "jurnal keputusan utuh",
        "the journal of decisions is whole",
    ),
    Check(
        "bukti",
        "info",
        "setiap ketentuan didukung temuan lapangan",
        "field findings support each provision",
    ),
    Check(
        "pembenaran",
        "info",
        "celah yang dibenarkan, dengan alasannya",
        "gaps that people justified, with their reasons",
    ),
    Check(
        "temuan",
        "info",
        "setiap temuan lapangan terjawab oleh ketentuan",
        "a provision answers each field finding",
    ),
)

CHECKS: dict[str, Check] = {
    check.name: check
    for check in (
        *map(Check.of, RULES),
        *_BEYOND_LAMPIRAN,
    )
}
"""All checks of Telusur's own by name, in the Lampiran's order."""

FROM_THE_STORE = ("keputusan", "bukti", "temuan")
"""Those that need a build."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An exact replacement in a file."""

    path: str
    """The file, below the draft's folder."""
    start: int
    """In characters of the whole file; half-open with `end`."""
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One place where something is wrong."""

    check: Check
    message: str
    """What is wrong and what to do, in Indonesian, without a full stop."""
    message_en: str
    path: str
    """The file, relative to the workspace."""
    line: int | None = None
    """From 1; None where the whole file is meant."""
    column: int | None = None
    """From 1, in characters; None where the words were not found again in the source."""
    clause_id: str | None = None
    label: str | None = None
    """How a lawyer cites the clause."""
    words: str = ""
    """The words that are meant, as they stand in the source; empty where `column` is None."""
    edit: Edit | None = None
    """What to write instead, where that is certain."""
    waived: str = ""
    """Why it is to stand, as a waiver beside the text says; empty where none does."""


def in_order(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues as one reads them: the draft by file and line, then the reports."""
    return sorted(
        issues,
        key=lambda each: (
            each.path.startswith("corpus/"), each.path, each.line or 0, each.column or 0,
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which checks are asked for, by name; `87` stands for 87b, 87c and so on too."""

    select: tuple[str, ...] = ()
    """All where there is none."""
    ignore: tuple[str, ...] = ()

    def __contains__(self, name: str) -> bool:
        selected = not self.select or _is_named(name, self.select)
        return selected and not _is_named(name, self.ignore)


def named(name: str, checks: Mapping[str, Check]) -> list[str]:
    """Return which of `checks` a name stands for; none where it is unknown."""
    return [each for each in checks if _is_named(each, [name])]


def _is_named(name: str, given: Iterable[str]) -> bool:
    return any(each in (name, re.sub(r"(?<=\d)[a-z]+$", "", name)) for each in given)
