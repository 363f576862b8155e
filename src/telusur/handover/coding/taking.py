"""Coded words → findings that people added: lines for the journal, and new reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from telusur.errors import UnreadableFile
from telusur.extract import finding_id
from telusur.extract.findings.identity import normalised
from telusur.handover.coding.carrying import Carrier
from telusur.handover.coding.mapping import Mapper, Meaning
from telusur.handover.coding.model import Project, Selection, Source
from telusur.handover.coding.reports import Report, Reports
from telusur.review import FindingThen, Line, around
from telusur.review.journal.decisions import VERSION, Addition, Reading
from telusur.store.database import Database
from telusur.store.reading import rows
from telusur.words import say

Place = tuple[str, str]
"""A report's id, and the normalised words of a finding in it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is not asked of the project, but of whoever takes it."""

    by: str
    """Who coded, where the project does not say."""
    now: datetime
    kind: str
    """The kind of words whose codes name a challenge only; empty where they are not taken."""


@dataclass(slots=True)
class Taken:
    """What a project brings."""

    lines: list[Line] = field(default_factory=list)
    """For the journal."""
    reports: list[Report] = field(default_factory=list)
    """That are to be written, those without coded words too."""
    known: int = 0
    """Coded words that are findings already, read or added, with just these codes."""
    unmapped: Counter[str] = field(default_factory=Counter)
    """Codes that mean nothing here, with how often each is used."""
    problems: list[str] = field(default_factory=list)
    """What was not taken, and why: a sentence each, without a full stop."""


def take(
    project: Project,
    db: Database,
    corpus: Path,
    mapper: Mapper,
    before: Sequence[Line],
    settled: Settled,
) -> Taken:
    """Return what a project brings; nothing is written. `before` is what the journal holds."""
    taken = Taken(problems=[*project.passed_over])
    built = {row["id"]: row["text"] for row in rows(db, "SELECT id, text FROM documents")}
    reports = Reports(corpus, built)
    known = _known(db, before)
    for source in project.sources:
        try:
            report = reports.report_of(source)
        except UnreadableFile as error:
            taken.problems += [f"“{source.name}”: {one.what}" for one in error.problems]
            continue
        if report.new and report not in taken.reports:
            taken.reports.append(report)
        _take_source(project, source, report, mapper, known, settled, taken)
    return taken


def _known(db: Database, before: Sequence[Line]) -> dict[Place, Reading]:
    """How what is a finding already is coded: by the machine, then by people."""
    challenges: dict[str, list[str]] = defaultdict(list)
    for row in rows(db, "SELECT finding_id, challenge_id FROM finding_challenges"):
        challenges[row["finding_id"]].append(row["challenge_id"])
    known = {
        (row["document_id"], normalised(row["quote"])): Reading(
            kind=row["kind"], challenges=tuple(sorted(challenges[row["id"]]))
        )
        for row in rows(db, "SELECT id, document_id, quote, kind FROM findings")
    }
    for line in before:
        if isinstance(line, Addition):
            known[line.finding.document, normalised(line.finding.quote)] = line.reading
    return known


def _take_source(
    project: Project,
    source: Source,
    report: Report,
    mapper: Mapper,
    known: dict[Place, Reading],
    settled: Settled,
    taken: Taken,
) -> None:
    by_span: dict[tuple[int, int], list[Selection]] = defaultdict(list)
    for one in source.selections:
        by_span[one.start, one.end].append(one)
    carrier = Carrier(source.text, report.text) if by_span else None
    for (start, end), same in sorted(by_span.items()):
        span = carrier.carry(start, end) if carrier else None
        where = f"“{source.name}”, characters {start} to {end}"
        if span is None:
            taken.problems.append(
                say("{where}: these words are not to be found in the report", where=where)
            )
            continue
        reading = _reading(project, same, mapper, settled, taken, where)
        if reading is None:
            continue
        quote = report.text[span[0] : span[1]]
        place = (report.id, normalised(quote))
        if place not in known:
            known[place] = reading
            taken.lines.append(_addition(project, report, span, same, reading, settled))
        elif known[place] == reading:
            taken.known += 1
        else:
            taken.problems.append(
                say(
                    "{where}: this is a finding already, read otherwise; correct it in the browser",
                    where=where,
                )
            )


def _reading(
    project: Project,
    same: Sequence[Selection],
    mapper: Mapper,
    settled: Settled,
    taken: Taken,
    where: str,
) -> Reading | None:
    """Return what all codes on some words say together; None where they say no kind, or two."""
    meanings = list(_meanings(project, same, mapper, taken))
    kinds = sorted({one.kind for one in meanings if one.kind})
    challenges = tuple(sorted({one.challenge for one in meanings if one.challenge}))
    if len(kinds) > 1:
        taken.problems.append(
            say(
                "{where}: coded as {kinds}; keep one of them",
                where=where,
                kinds=" and ".join(kinds),
            )
        )
        return None
    if not kinds and challenges and not settled.kind:
        taken.problems.append(
            say("{where}: its codes name no kind of finding; say one with --kind", where=where)
        )
    kind = kinds[0] if kinds else settled.kind if challenges else ""
    return Reading(kind=kind, challenges=challenges) if kind else None


def _meanings(
    project: Project, same: Sequence[Selection], mapper: Mapper, taken: Taken
) -> Iterator[Meaning]:
    for one in same:
        code = project.codes.get(one.code)
        meaning = mapper.meaning(code) if code else None
        if meaning:
            yield meaning
        else:
            taken.unmapped[code.name if code else say("a code that the project does not have")] += 1


def _addition(
    project: Project,
    report: Report,
    span: tuple[int, int],
    same: Sequence[Selection],
    reading: Reading,
    settled: Settled,
) -> Addition:
    start, end = span
    quote = report.text[start:end]
    before, after = around(report.text, start, end)
    codes = {code.name for one in same if (code := project.codes.get(one.code))}
    return Addition(
        v=VERSION,
        decision="add",
        at=next((one.at for one in same if one.at), settled.now),
        by=next((one.by for one in same if one.by), settled.by),
        note=f"{project.name}: {', '.join(sorted(codes))}",
        finding=FindingThen(
            id=finding_id(report.id, quote, report.text.count(quote, 0, start) + 1),
            document=report.id,
            quote=quote,
            before=before,
            after=after,
        ),
        reading=reading,
    )


def challenges_in(db: Database) -> list[Mapping[str, str]]:
    """The challenges that codes may name."""
    return [*rows(db, "SELECT id, label, label_en FROM challenges ORDER BY id")]
