"""Checks the draft itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from telusur.check.house import House
from telusur.check.issue import (
    CHECKS,
    FROM_THE_STORE,
    Check,
    Edit,
    Issue,
    Wanted,
    in_order,
)
from telusur.check.waivers import waive
from telusur.draft import passed_over
from telusur.draft.model import Notice
from telusur.draft.rules import (
    RULES,
    Hit,
    Manuscript,
    Rule,
    Sources,
    find_hits,
    read_manuscript,
)
from telusur.errors import InvalidWorkspace

_COPYING = ("page", "misreading", "markup")
"""Kinds of notices about how the text was copied, and not about its numbers."""


def check_draft(
    folder: Path,
    wanted: Wanted,
    house: House | None = None,
    evidence: Sequence[Issue] | None = None,
) -> list[Issue]:
    """Return what is wrong with the draft in `folder`, in the order of its files.

    `house` holds the rules that its workspace adds. `evidence` are the gaps in its evidence; None
    where they were not looked at. Waivers beside the text mark what they let stand. A draft that
    cannot be read gives only the reasons why, beside what is wrong with the added rules.
    """
    house = house or House(folder.parent)
    issues = [*house.issues, *(evidence or ()), *_passed_over(folder)]
    try:
        manuscript = read_manuscript(folder)
    except InvalidWorkspace as error:
        unreadable = CHECKS["naskah"]
        issues += [
            Issue(unreadable, f"{each.what}. {each.remedy}", f"{each.what}. {each.remedy}",
                  each.path, each.line)
            for each in error.problems
        ]  # fmt: skip
        return in_order(issues)
    if not manuscript.clauses:
        return in_order([*issues, _nothing(folder.name)])
    run = house.run(manuscript, wanted)
    issues += run.issues
    sources = Sources(manuscript.regulation, manuscript.sources)
    rules = [rule for rule in RULES if rule.number in wanted]
    issues += [
        _issue(folder.name, manuscript, sources, rule, hit)
        for rule, hit in (*find_hits(manuscript, rules), *run.hits)
    ]
    issues += [issue for issue in _notices(folder.name, manuscript) if issue.check.name in wanted]
    left_out = run.stopped | (frozenset(FROM_THE_STORE) if evidence is None else frozenset())
    looked_at = {name for name in house.checks if name in wanted} - left_out
    marked = waive(issues, manuscript.regulation, folder.name, house.checks, looked_at)
    return in_order(each for each in marked if each.check.name in wanted or _is_broken_rule(each))


def _is_broken_rule(issue: Issue) -> bool:
    """Whether a rule could not be run: who asks for others is told all the same."""
    return issue.check is CHECKS["aturan"]


def _passed_over(folder: Path) -> Iterator[Issue]:
    for each in passed_over(folder):
        yield Issue(
            CHECKS["berkas"],
            "berkas ini tidak dibaca; simpan sebagai .docx dan jalankan `telusur draft import`, "
            "atau pindahkan dari folder ini",
            f"{each.what}. {each.remedy}",
            each.path,
        )


def _nothing(folder: str) -> Issue:
    return Issue(
        CHECKS["naskah"],
        "tidak ada pasal di folder ini; tulis naskah dalam berkas .md",
        "there is no Pasal in this folder; write the draft in a file .md",
        folder,
    )


def _issue(folder: str, manuscript: Manuscript, sources: Sources, rule: Rule, hit: Hit) -> Issue:
    spot, place, edit = hit.spot, sources.find(hit.spot), None
    words = manuscript.sources[spot.path][place.start : place.end] if place else ""
    # Where the words are wrapped, an exact replacement would join lines that their author broke.
    if place and hit.replacement is not None and "\n" not in words:
        edit = Edit(place.path, place.start, place.end, hit.replacement)
    return Issue(
        check=Check.of(rule),
        message=hit.message,
        message_en=hit.message_en,
        path=f"{folder}/{spot.path}",
        line=place.line if place else spot.line,
        column=place.column if place else None,
        clause_id=spot.clause.id if spot.clause else None,
        label=spot.clause.label if spot.clause else None,
        words=words,
        edit=edit,
    )


def _notices(folder: str, manuscript: Manuscript) -> Iterator[Issue]:
    """Yield what the parser found odd."""
    notices: tuple[Notice, ...] = manuscript.regulation.notices
    for notice in notices:
        yield Issue(
            CHECKS["salinan" if notice.kind in _COPYING else "penomoran"],
            notice.message,
            notice.message_en,
            f"{folder}/{notice.path}",
            notice.line,
        )
