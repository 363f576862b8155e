"""What people made of the findings: corrected, added, split, dismissed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from telusur.extract import finding_id
from telusur.review.journal import Entry, ends_of, undone
from telusur.review.journal.decisions import (
    Addition,
    Correction,
    FindingDecision,
    LinkDecision,
    Reading,
    Split,
)
from telusur.review.model import ClauseNow, Doubt, FindingNow, Placed, State
from telusur.review.placing import place
from telusur.review.placing.findings_now import Found, reports_concerned
from telusur.review.placing.spans import Span, SpanFinder

_ROUNDS = 12
"""Parts may be split again, and these too."""
HOLDS = (State.IN_FORCE, State.SUSPECT, State.MISSING)
"""States in which what a person said of a finding is shown: in doubt rather than not at all."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding that only people marked."""

    id: str
    span: Span
    words: str
    """As the journal has them: the links are those of the words that were marked."""
    by: str
    part_of: str | None
    """The finding that it is a part of; None where it was added."""


@dataclass(slots=True)
class Settled:
    """All decisions with what they are about, and what they make of the findings."""

    placed: list[Placed] = field(default_factory=list)
    marked: dict[str, Marked] = field(default_factory=dict)
    """By id."""
    readings: dict[str, Reading] = field(default_factory=dict)
    """What people say of a finding, all their corrections together."""
    spans: dict[str, tuple[Span, str]] = field(default_factory=dict)
    """The corrected words of a finding, where they stand today, and as the journal has them."""
    aside: dict[str, Placed] = field(default_factory=dict)
    """Findings that are dismissed or split, and by what decision."""

    def marked_wholes_first(self) -> list[Marked]:
        """Return the marked findings, so that a part stands behind what it is a part of."""

        def depth(mark: Marked) -> int:
            whole = self.marked.get(mark.part_of or "")
            return 0 if whole is None else 1 + depth(whole)

        return sorted(self.marked.values(), key=lambda mark: (depth(mark), mark.id))


def concerned(
    entries: Sequence[Entry], findings: Iterable[tuple[str, str, str]], texts: Mapping[str, str]
) -> set[str]:
    """Return the reports that decisions may be about: `settle` needs the findings of these alone.

    `findings` are all, each by its id, its report and its words; `texts` those of all reports.
    """
    thens = {then for entry in entries if (then := ends_of(entry.decision)[0])}
    spans = SpanFinder(texts)
    added = [
        spans.find(one.decision.finding) for one in entries if isinstance(one.decision, Addition)
    ]
    return reports_concerned(thens, texts, findings) | {one.document for one in added if one}


def settle(
    entries: Sequence[Entry],
    findings: Sequence[FindingNow],
    clauses: Sequence[ClauseNow],
    texts: Mapping[str, str],
) -> Settled:
    """Lay all decisions over what the machine read: `findings`, in reports of these `texts`."""
    by_id = {one.id: one for one in findings}
    spans = SpanFinder(texts)
    marked, added = _added(entries, by_id, spans)
    aliases: dict[str, FindingNow] = {}
    for _ in range(_ROUNDS):
        known = [*findings, *(_now(one, spans) for one in marked.values()), *aliases.values()]
        placed = place(entries, known, clauses, texts, added)
        settled = _settled(placed, by_id, marked, spans)
        found = {id_: _at(id_, span, spans) for id_, (span, _) in settled.spans.items()}
        if settled.marked.keys() == marked.keys() and found == aliases:
            break
        marked, aliases = settled.marked, found
    _lapse(settled)
    return settled


def words_marked(entries: Sequence[Entry]) -> list[str]:
    """Return all words that people ever marked as findings, each once, in order."""
    found: dict[str, None] = {}
    for entry in entries:
        match entry.decision:
            case Addition(finding=finding):
                found[finding.quote] = None
            case Split(parts=parts):
                found |= dict.fromkeys(parts)
            case Correction(reading=Reading(quote=str(quote))) if quote.strip():
                found[quote] = None
    return list(found)


def _added(
    entries: Sequence[Entry], by_id: Mapping[str, FindingNow], spans: SpanFinder
) -> tuple[dict[str, Marked], dict[str, Found]]:
    """Find the additions again; what the machine reads by now is the machine's."""
    marked: dict[str, Marked] = {}
    found: dict[str, Found] = {}
    taken_back = undone(entries)
    for entry in entries:
        if not isinstance(entry.decision, Addition) or entry.id in taken_back:
            continue
        then = entry.decision.finding
        span = spans.find(then)
        if span is None:
            continue
        id_ = _id(then.quote, span, by_id, marked)
        found[entry.id] = Found(id_, span.changed, span.ambiguous)
        if id_ not in by_id:
            marked.setdefault(id_, Marked(id_, span, then.quote, entry.decision.by, None))
    return marked, found


def _id(
    words: str,
    span: Span,
    by_id: Mapping[str, FindingNow],
    marked: Mapping[str, Marked],
) -> str:
    """Return what words at a place are called: as the machine calls them, if it reads them too."""
    place = span.document, span.start, span.end
    for one in by_id.values():
        if (one.document_id, one.start, one.end) == place:
            return one.id
    for mark in marked.values():
        if (mark.span.document, mark.span.start, mark.span.end) == place:
            return mark.id
    occurrence = 1
    while (id_ := finding_id(span.document, words, occurrence)) in by_id or id_ in marked:
        occurrence += 1
    return id_


def _settled(
    placed: list[Placed],
    by_id: Mapping[str, FindingNow],
    before: Mapping[str, Marked],
    spans: SpanFinder,
) -> Settled:
    """Read from placed decisions what they make of the findings, one step further down."""
    made = Settled(placed, {id_: one for id_, one in before.items() if one.part_of is None})
    on: dict[str, list[Placed]] = defaultdict(list)
    for one in placed:
        if one.finding_id and (one.finding_id in by_id or one.finding_id in before):
            on[one.finding_id].append(one)
    for id_, decisions in on.items():
        _read(id_, decisions, made)
    for id_, decisions in on.items():
        start, end, document = _place_of(id_, by_id, before)
        reading = made.readings.get(id_, Reading())
        if reading.quote and (span := spans.within(document, reading.quote, start, end)):
            made.spans[id_] = span, reading.quote
        _stand(id_, decisions, made, (document, start, end), by_id, spans)
    return made


def _read(id_: str, decisions: Sequence[Placed], made: Settled) -> None:
    """Put all corrections of a finding together: of two on one thing the later counts."""
    corrections = [one for one in decisions if isinstance(one.entry.decision, Correction)]
    if any(one.state in HOLDS for one in corrections):
        told = [one for one in corrections if one.state in (*HOLDS, State.SUPERSEDED)]
    else:
        told = []
    first = [
        one for one in decisions if isinstance(one.entry.decision, Addition) and one.state in HOLDS
    ]
    reading = Reading()
    for one in (*first, *told):
        said = one.entry.decision.reading  # type: ignore[union-attr]
        given = {name: value for name, value in said if value is not None}
        reading = reading.model_copy(update=given)
    if reading != Reading():
        made.readings[id_] = reading


def _stand(
    id_: str,
    decisions: Sequence[Placed],
    made: Settled,
    where: tuple[str, int, int],
    by_id: Mapping[str, FindingNow],
    spans: SpanFinder,
) -> None:
    """Set a finding aside that is dismissed, or replaced by its parts."""
    document, start, end = where
    for one in decisions:
        decision = one.entry.decision
        if isinstance(decision, FindingDecision) and decision.decision == "dismiss":
            if one.state in (State.IN_FORCE, State.MISSING):  # not where the words have changed
                made.aside[id_] = one
        elif isinstance(decision, Split) and one.state in HOLDS:
            found = [spans.within(document, part, start, end) for part in decision.parts]
            if not all(found):  # some words are gone: the whole stays, and the split is suspect
                continue
            made.aside[id_] = one
            for words, span in zip(decision.parts, found, strict=True):
                assert span is not None  # noqa: S101 (all were found)
                part = _id(words, span, by_id, made.marked)
                if part == id_:  # the whole is one of its parts
                    made.aside.pop(id_, None)
                elif part not in by_id:
                    made.marked.setdefault(part, Marked(part, span, words, decision.by, id_))


def _place_of(
    id_: str, by_id: Mapping[str, FindingNow], marked: Mapping[str, Marked]
) -> tuple[int, int, str]:
    if id_ in by_id:
        one = by_id[id_]
        return one.start, one.end, one.document_id
    span = marked[id_].span
    return span.start, span.end, span.document


def _lapse(settled: Settled) -> None:
    """What was decided on the links of a finding that is set aside waits until it is back."""
    settled.placed = [
        replace(one, state=State.SUPERSEDED, doubt=None)
        if one.finding_id in settled.aside
        and isinstance(one.entry.decision, LinkDecision)
        and one.state not in (State.WITHDRAWN, State.LOST)
        else _doubted(one, settled)
        for one in settled.placed
    ]


def _doubted(one: Placed, settled: Settled) -> Placed:
    """A split or a correction of words that are no longer in the report is suspect."""
    if one.state is not State.IN_FORCE or one.finding_id is None:
        return one
    decision = one.entry.decision
    quote = isinstance(decision, Correction) and decision.reading.quote
    unfound = (isinstance(decision, Split) and one.finding_id not in settled.aside) or (
        quote and one.finding_id not in settled.spans
    )
    return replace(one, state=State.SUSPECT, doubt=Doubt.FINDING) if unfound else one


def _now(mark: Marked, spans: SpanFinder) -> FindingNow:
    return _at(mark.id, mark.span, spans)


def _at(id_: str, span: Span, spans: SpanFinder) -> FindingNow:
    text = spans.texts[span.document]
    quote = text[span.start : span.end]
    return FindingNow(id_, span.document, quote, text, span.start, span.end)
