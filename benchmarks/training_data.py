"""What the classifier of findings learns from: annotated reports, and example sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.reading import copy_reports, index_of
from telusur import corpus, extract
from telusur.corpus.model import Document, Form, Passage
from telusur.evaluate import read_gold
from telusur.evaluate.gold import GoldFinding
from telusur.evaluate.spans import Span, pair, passage_of
from telusur.extract.findings.second_opinion import as_meant
from telusur.extract.judgement.candidate import Candidate
from telusur.extract.judgement.signals import Signals
from telusur.extract.lexicon import Lexicon
from telusur.extract.pipeline import CANDIDATES

TODAY = date(2026, 1, 1)
_BEFORE, _AFTER = 160, 100
"""Characters of what stands around a clause."""
EXAMPLES = Path(__file__).parents[1] / "extract" / "examples"


@dataclass(frozen=True, slots=True)
class Report:
    """An annotated text: a report, a short one of our own, or a single example sentence."""

    document: Document
    findings: tuple[GoldFinding, ...]
    spans: tuple[Span, ...]
    """Where each finding stands."""
    own: bool
    """Whether it is made up, in our own words."""
    folder: str = ""
    """Of which gold folder it is."""
    source: str = ""
    """Who published it; where that is not known, the hand that wrote it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause to learn from."""

    text: str
    signals: Signals
    finding: GoldFinding | None
    context: str = ""
    """It with some of what stands around it, for those who learn that too."""


def examples() -> Iterator[Report]:
    """Yield the examples: lines with the same `report` that follow one another are one report."""
    for path in sorted(EXAMPLES.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        numbered = ((row.get("report", number), row) for number, row in enumerate(rows))
        for key, lines in groupby(numbered, key=lambda it: it[0]):
            yield _example(f"{path.stem}-{key}", [row for _, row in lines])


def _example(name: str, rows: Sequence[dict[str, Any]]) -> Report:
    passages: list[Passage] = []
    findings: list[GoldFinding] = []
    spans: list[Span] = []
    start = 0
    for number, row in enumerate(rows, start=1):
        text, section = row["text"], row["section"]
        end = start + len(text)
        form: Form = "item" if section else "sentence"
        passages.append(Passage(number, start, end, text, section, form))
        for one in row["findings"]:
            first = start + text.index(one["quote"])
            spans.append(Span(first, first + len(one["quote"]), number))
            findings.append(
                GoldFinding(
                    quote=one["quote"],
                    kind=one["kind"],
                    challenge=tuple(one["challenges"]),
                    location=None,
                )
            )
        start = end + 1
    whole = "\n".join(row["text"] for row in rows)
    document = Document(name, "", "", None, None, None, None, None, "", whole, tuple(passages))
    return Report(document, tuple(findings), tuple(spans), own=True)


def annotated(gold: Path, lexicon: Lexicon) -> Iterator[Report]:
    """Yield the reports of a gold folder, read as a build reads them."""
    published = index_of(gold)
    with TemporaryDirectory() as folder:
        copied = copy_reports(gold, Path(folder))
        for one in read_gold(gold):
            document = corpus.read_report(
                copied[one.doc],
                relative=copied[one.doc].name,
                id=one.doc,
                abbreviations=lexicon.abbreviations,
            )
            spans = tuple(_span_of(document, finding.quote) for finding in one.findings)
            source = published.get(one.doc, {}).get("publisher", f"{gold.name} {one.doc[:2]}")
            yield Report(document, one.findings, spans, False, gold.name, source)


def _span_of(document: Document, quote: str) -> Span:
    start = document.text.find(quote)
    return span(document, start, start + len(quote)) if start >= 0 else Span(0, 0, 0)


def span(document: Document, start: int, end: int) -> Span:
    """Return a span with the passage that holds it."""
    passages = [(one.number, one.start, one.end) for one in document.passages]
    return Span(start, end, passage_of(start, end, passages))


def clauses_of(report: Report, reader: extract.Reader) -> list[Clause]:
    """Return the clauses of a report, each with the finding that it is, if it is one."""
    found = CANDIDATES.of(reader.begin(report.document, today=TODAY))
    which = dict(pair([span(report.document, one.start, one.end) for one in found], report.spans))
    return [
        Clause(
            as_meant(report.document.text, one),
            one.judgement.seen,
            report.findings[which[place]] if place in which else None,
            _in_context(report.document.text, one),
        )
        for place, one in enumerate(found)
    ]


def _in_context(text: str, candidate: Candidate) -> str:
    """Return the words of a candidate as `as_meant` has them, with some of what stands around."""
    start, end = candidate.start, candidate.end
    before = text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    if start > _BEFORE:
        before = before.partition(" ")[2]
    if end + _AFTER < len(text):
        after = after.rpartition(" ")[0]
    around = " ".join(f"{before} … {after}".split())
    return (
        f"{as_meant(text, candidate)} || {around}" if len(around) > 1 else as_meant(text, candidate)
    )
