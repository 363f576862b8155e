"""Reads the folder `extract/`: all that an analyst can change about how reports are read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

import yaml
from pydantic import BaseModel

from telusur.errors import Problem
from telusur.extract.lexicon.files import (
    AbbreviationsFile,
    Challenge,
    ChallengesFile,
    KindEntry,
    KindsFile,
    NotFindingsFile,
    Official,
    OfficialsFile,
    PeopleFile,
    PlacesFile,
    PolarityFile,
    SitesFile,
)
from telusur.extract.model import Kind
from telusur.validation import read_yaml
from telusur.words import say

POLARITY = "polarity.yml"
"""May be missing in a workspace that is older: kinds are then told without it."""
File = TypeVar("File", bound=BaseModel)

OFFICIALS = "officials.yml"
"""May be missing, and reports are read without it: only publishing asks who holds an office."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `extract/` says."""

    challenges: tuple[Challenge, ...]
    """In the order of the file, which is the order in which people see them."""
    kinds: tuple[KindEntry, ...]
    """All five, in the order of the file: where two fit equally, the earlier one wins."""
    not_findings: NotFindingsFile
    sites: SitesFile
    places: PlacesFile
    people: PeopleFile
    abbreviations: frozenset[str]
    """Without their full stop."""
    polarity: PolarityFile
    """Nothing in it where a workspace has none."""
    officials: tuple[Official, ...]
    """Who holds which public office."""


def read_lexicon(folder: Path) -> tuple[Lexicon | None, list[Problem]]:
    """Return what the files of `folder` say, or None and every mistake in them.

    Problems name the files as `extract/NAME`.
    """
    problems: list[Problem] = []
    challenges = _read(folder, "challenges.yml", ChallengesFile, problems)
    kinds = _read(folder, "kinds.yml", KindsFile, problems)
    not_findings = _read(folder, "not-findings.yml", NotFindingsFile, problems)
    sites = _read(folder, "sites.yml", SitesFile, problems)
    places = _read(folder, "places.yml", PlacesFile, problems)
    people = _read(folder, "people.yml", PeopleFile, problems)
    abbreviations = _read(folder, "abbreviations.yml", AbbreviationsFile, problems)
    polarity = _polarity(folder, problems)
    officials = _officials(folder, problems)
    if kinds:
        problems += _missing_kinds(f"{folder.name}/kinds.yml", kinds)
    if (
        problems
        or challenges is None
        or kinds is None
        or not_findings is None
        or sites is None
        or places is None
        or people is None
        or abbreviations is None
        or polarity is None
    ):
        return None, sorted(problems, key=lambda it: (it.path, it.line or 0, it.what))
    return Lexicon(
        challenges=challenges.challenges,
        kinds=kinds.kinds,
        not_findings=not_findings,
        sites=sites,
        places=places,
        people=people,
        abbreviations=frozenset(abbreviations.abbreviations),
        polarity=polarity,
        officials=officials,
    ), []


def _polarity(folder: Path, problems: list[Problem]) -> PolarityFile | None:
    if not (folder / POLARITY).exists():
        return PolarityFile()
    return _read(folder, POLARITY, PolarityFile, problems)


def _officials(folder: Path, problems: list[Problem]) -> tuple[Official, ...]:
    if not (folder / OFFICIALS).exists():
        return ()
    read = _read(folder, OFFICIALS, OfficialsFile, problems)
    if read is None:
        return ()
    problems += _named_twice(folder, read.officials)
    return read.officials


def _named_twice(folder: Path, officials: Sequence[Official]) -> Iterator[Problem]:
    """Yield a problem for every entry that repeats an office of the same person and time."""
    before: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(officials):
        same = before[_key(one)]
        twice = next((other for other in same if one.in_office_with(officials[other])), None)
        same.append(number)
        if twice is not None:
            lines = _lines_of_entries((folder / OFFICIALS).read_text(encoding="utf-8"))
            what = say(
                "“{name}, {office}” stands on line {lines} already",
                name=one.name,
                office=one.office,
                lines=lines[twice],
            )
            remedy = say("Remove one of the two, or bound its time")
            yield Problem(f"{folder.name}/{OFFICIALS}", lines[number], what, remedy)


def _key(official: Official) -> tuple[str, ...]:
    return tuple(
        " ".join(words.casefold().split())
        for words in (
            official.name,
            official.office,
            official.place or "",
            official.institution or "",
        )
    )


def _lines_of_entries(text: str) -> list[int]:
    """The line on which each entry of the file's only list begins, from 1."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(root, yaml.MappingNode)  # noqa: S101 - the file has been read before
    return [entry.start_mark.line + 1 for _, entries in root.value for entry in entries.value]


def _read(folder: Path, name: str, shape: type[File], problems: list[Problem]) -> File | None:
    """Return one file's content; add what is wrong with it to `problems`."""
    path = f"{folder.name}/{name}"
    try:
        text = (folder / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        remedy = say("Copy it from a new workspace (telusur init)")
        problems.append(Problem(path, None, say("this file is missing"), remedy))
        return None
    except (OSError, UnicodeDecodeError) as error:
        what = say("this file cannot be read: {error}", error=error)
        problems.append(Problem(path, None, what, say("Save it as a UTF-8 text file")))
        return None
    parsed, mistakes = read_yaml(text, shape, path)
    problems += mistakes
    problems += _duplicate_ids(path, text)
    return parsed


def _duplicate_ids(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for every `id:` that stands in the file for the second time."""
    first: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := re.match(r"(\w+):", line):
            section = found[1]
        elif found := re.match(r"\s*+-\s*+\{?\s*+id:\s*+[\"']?([\w-]+)", line):
            earlier = first.setdefault((section, found[1]), number)
            if earlier != number:
                what = say(
                    "the id `{found}` stands on line {earlier} already",
                    found=found[1],
                    earlier=earlier,
                )
                yield Problem(
                    path, number, what, say("Choose another id, or remove one of the two")
                )


def _missing_kinds(path: str, kinds: KindsFile) -> Iterable[Problem]:
    present = {kind.id for kind in kinds.kinds}
    for kind in get_args(Kind):
        if kind not in present:
            yield Problem(
                path,
                None,
                say("the kind `{kind}` is missing", kind=kind),
                say("Add an entry `id: {kind}`", kind=kind),
            )
