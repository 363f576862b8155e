"""Passages → findings."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from telusur.corpus.model import Document
from telusur.extract.classifier import Classifier, Meaning, Verdict
from telusur.extract.company import chosen, scores_in_company
from telusur.extract.headings import Headings
from telusur.extract.judging import Context, Judge, Judgement
from telusur.extract.lexicon import Lexicon
from telusur.extract.locations import Whereabouts
from telusur.extract.model import ChallengeMatch, Finding, Kind, PersonMention
from telusur.extract.sites import SitesInText
from telusur.extract.spans import points_of, trimmed
from telusur.extract.speech import Quotation, SpeechPatterns, quotations, speaker_of
from telusur.extract.units import Unit, units_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FEWEST_LETTERS = 8
"""A stretch of text with fewer says nothing whole."""
_AROUND = 1000
"""Characters of its sentence on either side of a clause that say who, where and at which site."""
_OF_CUES = 0.3
"""What cues add to the classifier's opinion of a kind, for each unit of their weight."""
_CLEAR = 0.63
"""Confidence of a challenge that one strong cue gives."""
_LONGEST_CLAUSE = 2000
"""Characters; a longer stretch without a full stop is no sentence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may become a finding."""

    unit: Unit
    start: int
    end: int
    judgement: Judgement
    by_structure: bool
    """Whether the heading above it makes it a finding."""
    rule: str


class FindingReader:
    """Chooses the findings among the clauses of a report."""

    def __init__(
        self,
        lexicon: Lexicon,
        judge: Judge,
        speech: SpeechPatterns,
        classifier: Classifier | None = None,
    ) -> None:
        self._judge = judge
        self._classifier = classifier
        self._challenges = {one.id: one.label for one in lexicon.challenges}
        self._speech = speech
        self._headings = Headings(lexicon)
        self._labels = {kind.id: kind.label.lower() for kind in lexicon.kinds}
        lines = "|".join(re.escape(line) for line in lexicon.not_findings.lines)
        self._newsroom = re.compile(rf"\W*(?:{lines or '(?!)'})(?!\w)", re.IGNORECASE)

    def candidates(
        self, document: Document, doc: Doc, spoken: Sequence[Quotation] | None = None
    ) -> Iterator[Candidate]:
        """Yield every clause of the report with its judgement, in order of position."""
        if spoken is None:
            spoken = list(quotations(document.text, self._speech))
        cues = self._judge.read(doc)
        token_starts = doc.to_array("IDX").tolist()
        openings = [quotation.start for quotation in spoken]
        for unit in units_of(document):
            if self._is_no_finding(document, unit):
                continue
            start, end = trimmed(document.text, unit.start, unit.end, self._speech)
            for first, last in points_of(document.text, start, end):
                if not _can_be_read(document.text[first:last]):
                    continue
                context = Context(
                    kind=self._kind_of(document, unit),
                    spoken=_around(first, openings, spoken) is not None,
                    item=unit.form != "sentence",
                    cell=unit.form == "cell",
                    heading=bool(unit.heading),
                    sentence=document.text[unit.start : unit.end],
                )
                tokens = bisect_left(token_starts, first), bisect_left(token_starts, last)
                judgement = self._judge.judge(cues, *tokens, context)
                yield Candidate(
                    unit,
                    first,
                    last,
                    judgement,
                    by_structure=context.kind is not None,
                    rule=self._rule(judgement, unit, context),
                )

    def findings_in(
        self,
        document: Document,
        doc: Doc,
        where: Whereabouts,
        sites: SitesInText,
        people: Sequence[PersonMention],
        meaning: Meaning | None,
    ) -> Iterator[Finding]:
        """Yield the findings of the report, in order of position."""
        spoken = list(quotations(document.text, self._speech))
        openings = [quotation.start for quotation in spoken]
        full_names = _full_names(people)
        seen: Counter[str] = Counter()
        candidates = list(self.candidates(document, doc, spoken))
        if meaning and self._classifier:
            candidates = self._reconsidered(document.text, candidates, meaning, self._classifier)
        else:
            candidates = _in_company(candidates)
        for candidate in _chosen(candidates):
            judgement = candidate.judgement
            start, end, unit = candidate.start, candidate.end, candidate.unit
            around = max(unit.start, start - _AROUND), min(unit.end, end + _AROUND)
            quote = document.text[start:end]
            seen[normalised(quote)] += 1
            place = where.place_of(*around, (start, end))
            quoted = _around(start, openings, spoken)
            speaker = speaker_of(document.text, *around, quoted, self._speech, full_names)
            yield Finding(
                id=finding_id(document.id, quote, seen[normalised(quote)]),
                document_id=document.id,
                passage_number=unit.passage_number,
                start=start,
                end=end,
                quote=quote,
                kind=judgement.kind,
                place_code=place.code if place else None,
                site_id=sites.about(*around, place),
                said_by=full_names.get(speaker, speaker) if speaker else None,
                confidence=judgement.confidence,
                rule=candidate.rule,
                challenges=judgement.challenges,
            )

    def _reconsidered(
        self,
        text: str,
        candidates: Sequence[Candidate],
        meaning: Meaning,
        classifier: Classifier,
    ) -> list[Candidate]:
        """Return the candidates as the classifier judges them, by their cues and their meaning."""
        clauses = [text[one.start : one.end] for one in candidates]
        if not candidates:
            return []
        signals = [one.judgement.seen for one in candidates]
        verdicts = classifier.judge(list(zip(clauses, signals, strict=True)), meaning(clauses))
        return [
            self._second_opinion(candidate, verdict, classifier)
            for candidate, verdict in zip(candidates, verdicts, strict=True)
        ]

    def _second_opinion(
        self, candidate: Candidate, verdict: Verdict, classifier: Classifier
    ) -> Candidate:
        """Weigh the classifier's verdict against what the place in the report says for certain."""
        first = candidate.judgement
        by_meaning = {
            one: ChallengeMatch(one, round(sure, 2), self._why(one, first))
            for one, sure in verdict.challenges.items()
            if sure >= classifier.challenge_threshold and one in self._challenges
        }
        # Clear words count whatever the meaning; and they are all there is to know a challenge by
        # that an analyst has added since the classifier learnt.
        by_words = {
            one.challenge_id: one
            for one in first.challenges
            if one.confidence >= _CLEAR or one.challenge_id not in verdict.challenges
        }
        challenges = sorted((by_meaning | by_words).values(), key=lambda one: -one.confidence)
        second = replace(first, challenges=tuple(challenges))
        if candidate.by_structure:
            return replace(candidate, judgement=second)
        kind = max(
            verdict.kinds,
            key=lambda kind: (
                log(verdict.kinds[kind] + 1e-9) + _OF_CUES * first.seen.kinds.get(kind, 0.0)
            ),
        )
        second = replace(second, score=verdict.score, kind=kind)
        label = self._labels[kind]
        rule = candidate.rule if kind == first.kind and first.signals else f"makna ({label})"
        return replace(candidate, judgement=second, rule=rule)

    def _why(self, challenge: str, judgement: Judgement) -> str:
        return (
            judgement.words.get(challenge)
            or f"makna dan isi laporan: {self._challenges[challenge]}"
        )

    def _kind_of(self, document: Document, unit: Unit) -> Kind | None:
        """The kind that the heading gives; a report's own title says nothing of each sentence."""
        return None if unit.heading == document.title else self._headings.kind_of(unit.heading)

    def _is_no_finding(self, document: Document, unit: Unit) -> bool:
        line = document.text[unit.start : unit.start + 40]
        return self._headings.excludes(unit.heading) or bool(self._newsroom.match(line))

    def _rule(self, judgement: Judgement, unit: Unit, context: Context) -> str:
        """Say in Indonesian what made the clause a finding."""
        if context.kind is not None:
            where = {"cell": "kolom", "item": "butir di bawah judul"}.get(
                unit.form, "kalimat di bawah judul"
            )
            return f"{where} “{unit.heading}”"
        words = ", ".join(f"“{word}”" for word in dict.fromkeys(judgement.signals))
        label = self._labels[judgement.kind]
        return f"isyarat {words} ({label})" if words else f"isyarat lemah ({label})"


def _in_company(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those without a telling heading as what stands around them has it.

    For cues alone: the classifier looks around by itself.
    """
    scores = iter(
        scores_in_company([one.judgement.score for one in candidates if not one.by_structure])
    )
    return [
        one
        if one.by_structure
        else replace(one, judgement=replace(one.judgement, score=next(scores)))
        for one in candidates
    ]


def _chosen(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those that are findings: all under a heading that says so, of the others the best."""
    free = [candidate for candidate in candidates if not candidate.by_structure]
    scores = [candidate.judgement.score for candidate in free]
    if len(free) == len(candidates):
        kept = chosen(scores)
    else:
        kept = {position for position, score in enumerate(scores) if score >= 0}
    by_words = [free[position] for position in kept]
    by_structure = [candidate for candidate in candidates if candidate.by_structure]
    return sorted(by_words + by_structure, key=lambda candidate: candidate.start)


def finding_id(document_id: str, quote: str, occurrence: int) -> str:
    """Return a finding's id; `occurrence` counts equal quotes in the report from 1."""
    parts = [document_id, normalised(quote)] + ([str(occurrence)] if occurrence > 1 else [])
    return "f" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def normalised(quote: str) -> str:
    """Return the words of a quote, without capitals, marks and the width of its spaces."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", quote).casefold()))


def _full_names(people: Sequence[PersonMention]) -> dict[str, str]:
    """Map each part of a name to the first full name in the report: Diah → Diah Natalisa."""
    full: dict[str, str] = {}
    for person in people:
        for part in (person.name, *person.name.split()):
            full.setdefault(part, person.name)
    return full


def _can_be_read(clause: str) -> bool:
    return len(clause) <= _LONGEST_CLAUSE and sum(map(str.isalpha, clause)) >= _FEWEST_LETTERS


def _around(
    position: int, openings: Sequence[int], quotations: Sequence[Quotation]
) -> Quotation | None:
    """Return the direct speech that a position lies in."""
    found = bisect_right(openings, position) - 1
    if found >= 0 and position < quotations[found].end:
        return quotations[found]
    return None
