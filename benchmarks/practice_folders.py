"""Practice folders: invented drafts and reports, whose findings are marked where they stand.

`benchmarks/practice/*.txt` holds them one after the other, `benchmarks/practice/english` those in
English; the README there says how.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.training_data import Report, span
from telusur import corpus
from telusur.evaluate.gold import GoldFinding
from telusur.extract.lexicon import Lexicon
from telusur.link.model import Target

PRACTICE = Path(__file__).parent / "practice"
ENGLISH = PRACTICE / "english"
DIRECT, RELATED = 2, 1
REQUIREMENTS = "requirements"
"""The genre of lists of what software must do, which teach links and are no reports."""
_MARKED = re.compile(r"\{\{([^{}]+)\|([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding as it is marked in a report."""

    start: int
    """Where it begins in the report's text, in characters."""
    finding: GoldFinding
    provisions: Mapping[str, int]
    """What answers it: DIRECT or RELATED, by the provision's number."""


@dataclass(frozen=True, slots=True)
class Practised:
    """A report."""

    genre: str
    text: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """A draft with the reports that belong to it."""

    name: str
    provisions: dict[str, Target] = field(default_factory=dict)
    """By their numbers."""
    reports: list[Practised] = field(default_factory=list)


def read_folders(place: Path = PRACTICE) -> Iterator[Folder]:
    """Yield the folders, file after file, in their order."""
    for path in sorted(place.glob("*.txt")):
        drafts = path.read_text(encoding="utf-8").split("@draft ")[1:]
        for number, draft in enumerate(drafts, start=1):
            provisions, *reports = draft.split("\n@report ")
            folder = Folder(f"{path.stem}-{number}")
            for line in filter(None, map(str.strip, provisions.splitlines()[1:])):
                label, title, text = line.split(" | ", 2)
                folder.provisions[label] = Target(f"{folder.name}-{label}", text, title)
            folder.reports.extend(map(_report, reports))
            yield folder


def _report(written: str) -> Practised:
    genre, _, rest = written.partition("\n")
    text, marked = "", list[Marked]()
    end = 0
    for mark in _MARKED.finditer(rest):
        text += rest[end : mark.start()]
        quote, kind, challenges, provisions = (part.strip() for part in mark.groups())
        named = tuple(filter(None, map(str.strip, challenges.split(","))))
        answered = {
            one.rstrip("?"): RELATED if "?" in one else DIRECT for one in provisions.split()
        }
        finding = GoldFinding(quote=quote, kind=kind, challenge=named, location=None)
        marked.append(Marked(len(text), finding, answered))
        text += quote
        end = mark.end()
    return Practised(genre.strip(), f"{text}{rest[end:].rstrip()}\n", tuple(marked))


def practised(lexicon: Lexicon, place: Path = PRACTICE) -> Iterator[Report]:
    """Yield the reports of all folders, read as a build reads them."""
    with TemporaryDirectory() as temporary:
        for folder in read_folders(place):
            for number, report in enumerate(folder.reports, start=1):
                if report.genre == REQUIREMENTS:
                    continue
                name = f"{folder.name}-{number}"
                path = Path(temporary) / f"{name}.txt"
                path.write_text(report.text, encoding="utf-8")
                document = corpus.read_report(
                    path, relative=path.name, id=name, abbreviations=lexicon.abbreviations
                )
                spans = []
                for one in report.marked:
                    start = document.text.find(one.finding.quote)
                    spans.append(span(document, start, start + len(one.finding.quote)))
                findings = tuple(one.finding for one in report.marked)
                yield Report(document, findings, tuple(spans), own=True, folder=PRACTICE.name)
