"""Checks the draft itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from telusur.check.issue import Edit, Issue, Wanted, in_order
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


def check_draft(folder: Path, wanted: Wanted) -> list[Issue]:
    """Return what is wrong with the draft in `folder`, in the order of its files.

    A draft that cannot be read gives only the reasons why.
    """
    try:
        manuscript = read_manuscript(folder)
    except InvalidWorkspace as error:
        return [
            Issue("naskah", f"{each.what}. {each.remedy}", f"{each.what}. {each.remedy}",
                  each.path, each.line)
            for each in error.problems
        ]  # fmt: skip
    if not manuscript.clauses:
        return [_nothing(folder.name)]
    rules = [rule for rule in RULES if rule.number in wanted]
    sources = Sources(manuscript.regulation, manuscript.sources)
    issues = [
        _issue(folder.name, manuscript, sources, rule, hit)
        for rule, hit in find_hits(manuscript, rules)
    ]
    issues += [issue for issue in _notices(folder.name, manuscript) if issue.check in wanted]
    return in_order(issues)


def _nothing(folder: str) -> Issue:
    return Issue(
        "naskah",
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
        check=rule.number,
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
            "salinan" if notice.kind in _COPYING else "penomoran",
            notice.message,
            notice.message_en,
            f"{folder}/{notice.path}",
            notice.line,
        )
