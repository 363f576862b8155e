"""The component of clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from telusur.corpus.model import Document
from telusur.extract.attributes import GIVEN, Attribute
from telusur.extract.clauses.clause import Clause, Context
from telusur.extract.clauses.headings import Headings
from telusur.extract.clauses.trimming import points_of, trimmed
from telusur.extract.clauses.units import Unit, units_of
from telusur.extract.language.component import LANGUAGE
from telusur.extract.language.indonesian import Indonesian
from telusur.extract.language.tongue import READ
from telusur.extract.model import Kind
from telusur.extract.people.component import SPEECH
from telusur.extract.people.speech import Speech

CLAUSES: Attribute[tuple[Clause, ...]] = Attribute("clauses")
"""In order of position; none in a report that is not in Indonesian, since the words that signal
findings are."""

_FEWEST_LETTERS = 8
"""A stretch of text with fewer says nothing whole."""
_LONGEST_CLAUSE = 2000
"""Characters; a longer stretch without a full stop is no sentence."""


@Language.factory("telusur_clauses", requires=[LANGUAGE.path, SPEECH.path], assigns=[CLAUSES.path])
class Clauses:
    """Cuts a report into the clauses that may be findings."""

    def __init__(self, nlp: Indonesian, name: str) -> None:
        self._headings = Headings(nlp.lexicon)
        lines = "|".join(re.escape(line) for line in nlp.lexicon.not_findings.lines)
        self._newsroom = re.compile(rf"\W*(?:{lines or '(?!)'})(?!\w)", re.IGNORECASE)

    def __call__(self, doc: Doc) -> Doc:
        """Write the clauses."""
        found = self._clauses(doc) if LANGUAGE.of(doc) in READ else ()
        CLAUSES.write(doc, tuple(found))
        return doc

    def _clauses(self, doc: Doc) -> Iterator[Clause]:
        document, speech = GIVEN.of(doc).document, SPEECH.of(doc)
        starts = doc.to_array("IDX").tolist()
        for unit in units_of(document):
            if self._is_no_finding(document, unit):
                continue
            whole = trimmed(document.text, unit.start, unit.end, speech.patterns)
            for first, last in points_of(document.text, *whole):
                if _can_be_read(document.text[first:last]):
                    tokens = bisect_left(starts, first), bisect_left(starts, last)
                    context = self._context(document, unit, first, speech)
                    yield Clause(unit, first, last, tokens, context)

    def _context(self, document: Document, unit: Unit, start: int, speech: Speech) -> Context:
        return Context(
            kind=self._kind_of(document, unit),
            spoken=speech.around(start) is not None,
            item=unit.form != "sentence",
            cell=unit.form == "cell",
            heading=bool(unit.heading),
            sentence=document.text[unit.start : unit.end],
        )

    def _kind_of(self, document: Document, unit: Unit) -> Kind | None:
        """The kind that the heading gives; a report's own title says nothing of each sentence."""
        return None if unit.heading == document.title else self._headings.kind_of(unit.heading)

    def _is_no_finding(self, document: Document, unit: Unit) -> bool:
        line = document.text[unit.start : unit.start + 40]
        return (
            self._headings.excludes(unit.heading)
            or bool(self._newsroom.match(line))
            or _asks(document.text, unit.end)
        )


def _asks(text: str, end: int) -> bool:
    """Whether a sentence that ends at `end` is a question: it states nothing."""
    return text[max(0, end - 3) : end].rstrip('"”’) ').endswith("?")


def _can_be_read(clause: str) -> bool:
    return len(clause) <= _LONGEST_CLAUSE and sum(map(str.isalpha, clause)) >= _FEWEST_LETTERS
