"""Writes into the draft what is certain: exact replacements, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from telusur.check.draft import check_draft
from telusur.check.house import House
from telusur.check.issue import Edit, Issue, Wanted
from telusur.check.waivers import standing
from telusur.draft.outline.parsing import draft_files
from telusur.files import rewrite

_ROUNDS = 10
"""Fixes that touch one another need a round each; no draft has come near so many."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A replacement that was made."""

    issue: Issue
    old: str
    new: str


def fix_draft(folder: Path, wanted: Wanted, house: House | None = None) -> list[Fixed]:
    """Make all certain replacements in the draft in `folder`, and return them in order.

    A file is written whole or not at all. Line endings and everything else stay as they are; a
    second call finds nothing to do. What a waiver lets stand, stands.

    Raises:
        CannotWrite: a file changed meanwhile, or a link leads out of the workspace.
    """
    done: list[Fixed] = []
    for _ in range(_ROUNDS):
        before = {path: path.read_bytes() for path in draft_files(folder)}
        issues = standing(check_draft(folder, wanted, house))
        fixable = [issue for issue in issues if issue.edit is not None]
        if not fixable:
            break
        done += _fix_once(folder, fixable, before)
    return done


def _fix_once(folder: Path, issues: Sequence[Issue], before: Mapping[Path, bytes]) -> list[Fixed]:
    """Make those replacements that lie apart from one another, in the files as they were read."""
    by_file: dict[str, list[tuple[Edit, Issue]]] = defaultdict(list)
    for issue in issues:
        if issue.edit is not None:
            by_file[issue.edit.path].append((issue.edit, issue))
    done: list[Fixed] = []
    texts: dict[Path, str] = {}
    for path, pairs in by_file.items():
        source = before[folder / path].decode("utf-8")
        parts: list[str] = []
        written = 0
        for edit, issue in sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end)):
            if edit.start < written or (parts and edit.start == written):
                continue
            parts += [source[written : edit.start], edit.replacement]
            written = edit.end
            done.append(Fixed(issue, source[edit.start : edit.end], edit.replacement))
        texts[folder / path] = "".join([*parts, source[written:]])
    rewrite(
        folder.parent, [(path, before[path], text.encode("utf-8")) for path, text in texts.items()]
    )
    return done
