"""Writes into the draft what is certain: exact replacements, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from telusur.check.draft import check_draft
from telusur.check.house import House
from telusur.check.issue import Edit, Issue, Wanted
from telusur.check.waivers import standing

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
    """
    done: list[Fixed] = []
    for _ in range(_ROUNDS):
        issues = standing(check_draft(folder, wanted, house))
        fixable = [issue for issue in issues if issue.edit is not None]
        if not fixable:
            break
        done += _fix_once(folder, fixable)
    return done


def _fix_once(folder: Path, issues: Sequence[Issue]) -> list[Fixed]:
    """Make those replacements that lie apart from one another."""
    by_file: dict[str, list[tuple[Edit, Issue]]] = defaultdict(list)
    for issue in issues:
        if issue.edit is not None:
            by_file[issue.edit.path].append((issue.edit, issue))
    done: list[Fixed] = []
    for path, pairs in by_file.items():
        source = (folder / path).read_bytes().decode("utf-8")
        parts: list[str] = []
        written = 0
        for edit, issue in sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end)):
            if edit.start < written or (parts and edit.start == written):
                continue
            parts += [source[written : edit.start], edit.replacement]
            written = edit.end
            done.append(Fixed(issue, source[edit.start : edit.end], edit.replacement))
        _write(folder / path, "".join([*parts, source[written:]]))
    return done


def _write(path: Path, text: str) -> None:
    """Put `text` in the file's place in one step, with the rights it had."""
    beside = path.with_name(f".{path.name}.telusur")
    try:
        beside.write_bytes(text.encode("utf-8"))
        beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
