"""Waivers beside the text: which issues they let stand, and what is wrong with them.

A waiver stands for the clause, or the line of the opening or the ending, whose words it is beside;
not for what stands below that clause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from telusur.check.issue import CHECKS, Check, Issue, named
from telusur.draft.model import Regulation, Waiver, WaiverMistake
from telusur.draft.units import Units

_FORM = "<!-- telusur: abaikan ATURAN karena ALASAN -->"
_MISTAKES: Mapping[WaiverMistake, tuple[str, str]] = {
    "unclosed": ("komentar ini tidak ditutup", "this comment is not closed"),
    "form": ("pengecualian ini tidak dikenal", "this is no waiver that Telusur knows"),
    "rules": ("pengecualian ini tidak menyebut aturan", "this waiver names no rule"),
    "reason": ("pengecualian ini tidak menyebut alasan", "this waiver gives no reason"),
}
_ABOUT_WAIVERS = ("naskah", "aturan", "pengecualian", "pengecualian-usang")
"""What cannot be waived."""


def waive(
    issues: Iterable[Issue],
    regulation: Regulation,
    folder: str,
    checks: Mapping[str, Check],
    looked_at: Collection[str],
) -> list[Issue]:
    """Return the issues, those that a waiver lets stand marked, with what is wrong with waivers.

    `folder` is the name of the draft's folder, `looked_at` holds the names of all checks that were
    made: whether a waiver of another is of use is not known.
    """
    own = _Waivers(regulation, folder)
    marked = [own.mark(issue) for issue in issues]
    return [*marked, *own.mistakes(checks, looked_at)]


class _Waivers:
    """The waivers of a draft, and which of their rules have waived something."""

    def __init__(self, regulation: Regulation, folder: str) -> None:
        self._waivers = regulation.waivers
        self._folder = folder
        self._units = Units(regulation)
        self._begins = {clause.id: (clause.path, clause.line) for clause in regulation.clauses}
        self._at = defaultdict[tuple[str, int] | None, list[int]](list)
        """The numbers of the waivers that are sound, by where what they stand at begins."""
        for number, each in enumerate(self._waivers):
            if each.mistake is None:
                self._at[each.path, self._first_line(each.path, each.at)].append(number)
        self._used = set[tuple[int, str]]()

    def _first_line(self, path: str, line: int) -> int:
        return self._units.around(path, line)[0]

    def mark(self, issue: Issue) -> Issue:
        """Return the issue, with its reason where a waiver lets it stand."""
        if not self._waivers or issue.check.name in _ABOUT_WAIVERS:
            return issue
        covering = [
            (number, rule)
            for number in self._at.get(self._place(issue), ())
            for rule in self._waivers[number].rules
            if named(rule, {issue.check.name: issue.check})
        ]
        self._used.update(covering)
        reasons = dict.fromkeys(self._waivers[number].reason for number, _ in covering)
        return replace(issue, waived="; ".join(reasons)) if covering else issue

    def _place(self, issue: Issue) -> tuple[str, int] | None:
        """Return file and first line of the clause or line that an issue is about."""
        if issue.clause_id in self._begins:
            return self._begins[issue.clause_id]
        path = issue.path.removeprefix(f"{self._folder}/")
        if issue.line is None or path == issue.path:
            return None
        return path, self._first_line(path, issue.line)

    def mistakes(self, checks: Mapping[str, Check], looked_at: Collection[str]) -> Iterator[Issue]:
        """Yield what is wrong with the waivers themselves."""
        for number, waiver in enumerate(self._waivers):
            if waiver.mistake is not None:
                why, why_en = _MISTAKES[waiver.mistake]
                yield self._issue(
                    waiver, "pengecualian", f"{why}; tulis `{_FORM}`", f"{why_en}; write `{_FORM}`"
                )
                continue
            for rule in waiver.rules:
                meant = named(rule, checks)
                if not meant or set(meant) <= set(_ABOUT_WAIVERS):
                    yield self._issue(
                        waiver,
                        "pengecualian",
                        f"tidak ada aturan `{rule}` yang dapat dikecualikan",
                        f"there is no rule `{rule}` that can be waived",
                    )
                elif set(meant) <= set(looked_at) and (number, rule) not in self._used:
                    yield self._issue(
                        waiver,
                        "pengecualian-usang",
                        f"aturan `{rule}` dipatuhi di sini; hapus pengecualiannya",
                        f"the rule `{rule}` is kept here; take out its waiver",
                    )

    def _issue(self, waiver: Waiver, check: str, message: str, message_en: str) -> Issue:
        path = f"{self._folder}/{waiver.path}"
        return Issue(CHECKS[check], message, message_en, path, waiver.line)


def standing(issues: Sequence[Issue]) -> list[Issue]:
    """Return the issues that no waiver lets stand."""
    return [issue for issue in issues if not issue.waived]
