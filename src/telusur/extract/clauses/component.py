"""The component of clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final, Literal, cast

from spacy.language import Language
from spacy.tokens import Doc

from telusur.corpus.model import Document
from telusur.extract.attributes import GIVEN, Attribute
from telusur.extract.clauses.answers import replied
from telusur.extract.clauses.clause import Clause, Context
from telusur.extract.clauses.headings import NUMBER, Headings
from telusur.extract.clauses.labels import Labels
from telusur.extract.clauses.trimming import points_of, trimmed
from telusur.extract.clauses.units import Unit, units_of
from telusur.extract.language.component import LANGUAGE
from telusur.extract.language.indonesian import Indonesian
from telusur.extract.language.polarity import PolarityReader
from telusur.extract.language.tongue import (
    ENGLISH,
    READ,
    UNKNOWN,
    language_of,
)
from telusur.extract.model import Kind
from telusur.extract.people.component import SPEECH
from telusur.extract.people.speech import Speech

CLAUSES: Attribute[tuple[Clause, ...]] = Attribute("clauses")
"""In order of position; of a report that is not in Indonesian only those of its Indonesian
sentences, since the words that signal findings are, and of English that stands between them."""

_NO_FINDING: Final = "none"
_FEWEST_LETTERS = 8
"""A stretch of text with fewer says nothing whole."""
_CREDITED = (
    r"(?:(?<=:)|(?=\W*\Z)|(?=\s*[:/|(–—-])|(?=(?:\s+(?:[A-Z@#(&/][^\s.]*|\w\.|oleh|dan))+\W*\Z))"
)
"""What follows the word with which a newsroom's line begins: a sign, nothing, or names alone."""
_STATED = re.compile(r"(?:(?<=\w{4})|(?<=\d{2}))(?P<mark>[.!;])\s+(?=\S)")
"""Where a statement ends that a question follows in the same breath."""
_FEWEST_STATED = 4
"""Words of such a statement, or of a question in an answer, that say something."""
_FEWEST_IN_TITLE = 5
_LONGEST_CLAUSE = 2000
"""Characters; a longer stretch without a full stop is no sentence."""


@Language.factory("telusur_clauses", requires=[LANGUAGE.path, SPEECH.path], assigns=[CLAUSES.path])
class Clauses:
    """Cuts a report into the clauses that may be findings."""

    def __init__(self, nlp: Indonesian, name: str) -> None:
        self._headings = Headings(nlp.lexicon)
        self._polarity = PolarityReader(nlp.lexicon.polarity)
        lines = "|".join(re.escape(line) for line in nlp.lexicon.not_findings.lines)
        self._newsroom = re.compile(rf"\W*(?i:{lines or '(?!)'})(?!\w){_CREDITED}")

    def __call__(self, doc: Doc) -> Doc:
        """Write the clauses."""
        CLAUSES.write(doc, tuple(self._clauses(doc)))
        return doc

    def _clauses(self, doc: Doc) -> Iterator[Clause]:
        document, speech = GIVEN.of(doc).document, SPEECH.of(doc)
        starts = doc.to_array("IDX").tolist()
        labels = Labels(document)
        sections = {passage.section for passage in document.passages}
        above_all = sections.pop() if len(sections) == 1 else None
        asked = ""
        for unit in _read(_units(document, self._tells), document, LANGUAGE.of(doc)):
            is_question = _asks(unit, labels)
            if is_question or self._is_no_finding(document, unit, above_all):
                asked = document.text[unit.start : unit.end] if is_question else ""
                continue
            question, asked = unit.about or asked or _question_above(unit), ""
            told, start = self._told(unit, labels, question)
            if told == _NO_FINDING:
                continue
            whole = trimmed(document.text, start, unit.end, speech.patterns)
            for first, last in points_of(document.text, *whole):
                if _can_be_read(document.text[first:last]):
                    tokens = bisect_left(starts, first), bisect_left(starts, last)
                    context = self._context(document, unit, first, speech, told, question)
                    yield Clause(unit, first, last, tokens, context)

    def _told(
        self, unit: Unit, labels: Labels, question: str
    ) -> tuple[Kind | Literal["none"] | None, int]:
        """The kind that the label of a unit's line, its column, or yes or no to what is asked
        gives, or that it holds no finding; and where the words after the label begin."""
        if unit.answer is not None:
            return self._answered(labels.text[unit.start : unit.end], unit.answer), unit.start
        if unit.form == "cell" and labels.is_condition(unit.heading):
            return "kendala", unit.start
        found = labels.at(unit.start, unit.end)
        begin = found[1] if found and labels.answers(found[0]) else unit.start
        yes = replied(question, labels.text[begin : unit.end]) if question else None
        if yes is not None:
            return self._answered(question, yes), begin
        if found is None:
            return None, unit.start
        label, start = found
        if labels.is_condition(label):
            return "kendala", start
        if self._headings.excludes(label):
            return _NO_FINDING, start
        kind = self._headings.kind_of(label)
        return kind, start if kind or labels.answers(label) else unit.start

    def _tells(self, words: str) -> bool:
        return self._polarity.read(words).value != 0

    def _answered(self, asked: str, yes: bool) -> Kind:
        """The kind of what was asked for, if the answer is yes or no: `pungutan` is no strength."""
        return "kelebihan" if yes == (self._polarity.of_subject(asked) > 0) else "kendala"

    def _context(
        self,
        document: Document,
        unit: Unit,
        start: int,
        speech: Speech,
        told: str | None,
        question: str,
    ) -> Context:
        return Context(
            kind=cast("Kind | None", told) or self._kind_of(document, unit),
            question=question,
            spoken=speech.around(start) is not None,
            item=unit.form != "sentence",
            cell=unit.form == "cell",
            heading=bool(unit.heading),
            sentence=document.text[unit.start : unit.end],
        )

    def _kind_of(self, document: Document, unit: Unit) -> Kind | None:
        """The kind that the heading gives; a report's own title says nothing of each sentence."""
        return None if unit.heading == document.title else self._headings.kind_of(unit.heading)

    def _is_no_finding(self, document: Document, unit: Unit, above_all: str | None) -> bool:
        is_title = unit.heading == document.title and _titles(unit.heading)
        of_all = is_title or unit.heading == above_all
        return self._headings.excludes(unit.heading, of_all=of_all) or bool(
            self._newsroom.match(document.text[unit.start : unit.end])
        )


def _read(units: Iterable[Unit], document: Document, language: str) -> Iterator[Unit]:
    """Yield the units to read: of a report in another language the Indonesian ones, and of one in
    English the English ones too. What is too short to tell goes with what stands before it."""
    told = language
    for unit in units:
        if language not in READ:
            own = language_of(document.text[unit.start : unit.end])
            told = own if own != UNKNOWN else told
        if told in READ:
            yield unit
        elif language == told == ENGLISH:
            yield replace(unit, foreign=True)


def _units(document: Document, tells: Callable[[str], bool]) -> Iterator[Unit]:
    """Yield the units; a statement and the question that follows in the same breath as two."""
    for unit in units_of(document, tells):
        start = unit.start
        if unit.answer is None and _ends_in_a_question(document.text, unit.end):
            *_, last = [None, *_STATED.finditer(document.text, start, unit.end)]
            if last and len(document.text[start : last.start()].split()) >= _FEWEST_STATED:
                yield replace(unit, end=last.end("mark"))
                start = last.end()
        yield replace(unit, start=start)


def _asks(unit: Unit, labels: Labels) -> bool:
    """Whether a unit is a question, which states nothing; one within an answer may."""
    if unit.answer is not None or not _ends_in_a_question(labels.text, unit.end):
        return labels.asks(unit.start)
    words = labels.text[unit.start : unit.end].split()  # with the label
    return len(words) <= _FEWEST_STATED + 1 or not labels.replies(unit.start)


def _titles(heading: str) -> bool:
    """Whether a report's first heading is no section's: it has no number and says much."""
    return len(heading.split()) >= _FEWEST_IN_TITLE and not NUMBER.match(heading)


def _ends_in_a_question(text: str, end: int) -> bool:
    return text[max(0, end - 3) : end].rstrip('"”’) ').endswith("?")


def _question_above(unit: Unit) -> str:
    """The question that a form has as the heading of its answers."""
    return unit.heading if unit.heading.rstrip().endswith("?") else ""


def _can_be_read(clause: str) -> bool:
    return len(clause) <= _LONGEST_CLAUSE and sum(map(str.isalpha, clause)) >= _FEWEST_LETTERS
