"""Reads judged links: which clauses a careful reader links to findings.

A folder holds `sources.jsonl`, one finding a line (`id`, `text` and perhaps `doc`), and `gold.tsv`,
one link a line: the finding's id, the clause, the grade. A finding without a line has no link.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from telusur.errors import InvalidWorkspace, Problem
from telusur.words import Later, say

SOURCES, LINKS = "sources.jsonl", "gold.tsv"
_REMEDY = Later("See docs/quality.md")


class JudgedFinding(BaseModel):
    """A finding that the reader looked at."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    text: str
    """The quote."""
    doc: str = ""
    """Its report, as the store names it; findings of one report are drawn together."""


@dataclass(frozen=True, slots=True)
class JudgedLinks:
    """What a reader says of findings and clauses."""

    findings: tuple[JudgedFinding, ...]
    grades: Mapping[tuple[str, str], float]
    """Of a finding's id and a clause: 2 where the clause is directly about it, 1 if related."""


def read_judged(folder: Path) -> JudgedLinks:
    """Read judged links.

    Raises:
        InvalidWorkspace: a file is missing or not in the format; every wrong line is told.
    """
    problems: list[Problem] = []
    findings = tuple(
        found
        for number, line in _lines(folder / SOURCES)
        if (found := _try(_finding, line, folder / SOURCES, number, problems))
    )
    known = {one.id for one in findings}
    grades = dict(
        found
        for number, line in _lines(folder / LINKS)
        if (found := _try(lambda one: _link(one, known), line, folder / LINKS, number, problems))
    )
    if problems:
        raise InvalidWorkspace(problems)
    return JudgedLinks(findings, grades)


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        problem = Problem(
            str(file),
            None,
            say("this cannot be read: {strerror}", strerror=error.strerror),
            _REMEDY,
        )
        raise InvalidWorkspace([problem]) from error
    except UnicodeDecodeError as error:
        problem = Problem(str(file), None, say("this is not UTF-8"), say("Save it as UTF-8"))
        raise InvalidWorkspace([problem]) from error
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _try(
    parse: Callable[[str], Any], line: str, file: Path, number: int, problems: list[Problem]
) -> Any:
    """Return what a line says, or None after telling what is wrong with it."""
    try:
        return parse(line)
    except ValidationError as error:
        what = "; ".join(f"`{one['loc'][0]}`: {one['msg']}" for one in error.errors())
    except ValueError as error:
        what = str(error)
    problems.append(Problem(str(file), number, what, _REMEDY))
    return None


def _finding(line: str) -> JudgedFinding:
    try:
        content = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(say("this is not valid JSON: {msg}", msg=error.msg)) from error
    if not isinstance(content, dict):
        raise ValueError(say("this is not a JSON object"))  # noqa: TRY004 (of the file, not the code)
    return JudgedFinding.model_validate(content)


def _link(line: str, known: set[str]) -> tuple[tuple[str, str], float]:
    cells = line.split("\t")
    if len(cells) != 3:
        raise ValueError(say("a line has a finding, a clause and a grade, with tabs between"))
    finding, clause, grade = (cell.strip() for cell in cells)
    if finding not in known:
        raise ValueError(
            say("there is no finding “{finding}” in {sources}", finding=finding, sources=SOURCES)
        )
    try:
        return (finding, clause), float(grade)
    except ValueError as error:
        raise ValueError(say("the grade is a number, not “{grade}”", grade=grade)) from error
