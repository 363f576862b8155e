"""draft/review.jsonl: an append-only journal, one decision a line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from telusur.errors import Problem
from telusur.review.model import Decision
from telusur.validation import read_json


def read_journal(path: Path, shown: str) -> tuple[list[tuple[int, Decision]], list[Problem]]:
    """Return the decisions with their lines, in the order in which they were taken.

    Lines of two people that git has put together may stand in any order: time decides. Each line
    that cannot be read is a problem; `shown` is the name that it gives the file. Without a file
    there are no decisions.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return [], []
    decisions: list[tuple[int, Decision]] = []
    problems: list[Problem] = []
    for number, raw in enumerate(lines, start=1):
        try:
            text = raw.decode("utf-8-sig").strip()
        except UnicodeDecodeError:
            problems.append(Problem(shown, number, "this line is not UTF-8", "Restore it from git"))
            continue
        if text:
            decision, mistakes = read_json(text, Decision, shown, number)
            problems += mistakes
            decisions += [(number, decision)] if decision else []
    return sorted(decisions, key=lambda each: (each[1].at, each[0])), problems


def append_decision(path: Path, decisions: Sequence[Decision]) -> int:
    """Write decisions behind those that are there; no line that stands is ever touched.

    Returns the line of the first.
    """
    lines = "".join(one.model_dump_json(exclude_defaults=True) + "\n" for one in decisions)
    with path.open("ab+") as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            lines = lines if file.read(1) == b"\n" else "\n" + lines
        file.seek(0)
        before = sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
        file.write(lines.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    return before + 1 + lines.startswith("\n")
