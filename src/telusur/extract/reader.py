"""A document → all that is read from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from spacy.tokens import Doc

from telusur.corpus.model import Document
from telusur.extract.classifier import Classifier, Meaning
from telusur.extract.findings.second_opinion import ByMeaning, as_meant
from telusur.extract.lexicon import Lexicon
from telusur.extract.model import Reading
from telusur.extract.pipeline import (
    BY_MEANING,
    CANDIDATES,
    COMPONENTS,
    DAYS,
    FINDINGS,
    GIVEN,
    INSTITUTIONS,
    LANGUAGE,
    OPEN_PLACES,
    PEOPLE,
    PLACES,
    SITE_FACTS,
    SITES,
    SMALLER_PLACES,
    Given,
    broken_component,
    make_pipeline,
)

_FIRST_BY_MEANING = "findings"
"""The first component that asks for the meaning of clauses."""


class Reader:
    """Reads documents through the pipeline. Building one takes a second; reading is quick.

    Deterministic, and without memory from one document to the next.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        classifier: Classifier | None = None,
        own: Mapping[str, str] | None = None,
    ) -> None:
        """`classifier` makes use of meaning; without it, cues and headings alone decide. `own` are
        components of the workspace, each by the component after which it runs.

        Raises:
            InvalidWorkspace: one of them cannot be made.
        """
        self._nlp = make_pipeline(lexicon, own)
        self._classifier = classifier
        names = self._nlp.pipe_names
        cut = names.index(_FIRST_BY_MEANING)
        self._without_meaning, self._by_meaning = names[:cut], names[cut:]

    def read(self, document: Document, *, today: date, meaning: Meaning | None = None) -> Reading:
        """Return all that `document` says. `today` bounds dates without a year.

        `meaning` gives clauses their vectors, for the classifier.
        """
        return self.finish(self.begin(document, today=today), meaning)

    def begin(self, document: Document, *, today: date) -> Doc:
        """Read all that can be read without the meaning of clauses.

        Whoever has many documents begins them all, embeds their `clauses` in one go, and finishes
        them.

        Raises:
            InvalidWorkspace: a component of the workspace fails.
        """
        doc = self._nlp.make_doc(document.text)
        GIVEN.write(doc, Given(document, today))
        return self._through(self._without_meaning, doc)

    def clauses(self, doc: Doc) -> list[str]:
        """Return the clauses of a document begun, for whose meaning `finish` will ask."""
        text = GIVEN.of(doc).document.text
        return [as_meant(text, one) for one in CANDIDATES.of(doc)]

    def finish(self, doc: Doc, meaning: Meaning | None = None) -> Reading:
        """Return all that a document begun says.

        Raises:
            InvalidWorkspace: a component of the workspace fails.
        """
        by = ByMeaning(self._classifier, meaning) if self._classifier and meaning else None
        BY_MEANING.write(doc, by)
        return _reading(self._through(self._by_meaning, doc))

    def _through(self, names: Sequence[str], doc: Doc) -> Doc:
        """Lead a Doc through some of the components."""
        for name in names:
            component = self._nlp.get_pipe(name)
            doc = component(doc) if name in COMPONENTS else _through_own(name, component, doc)
        return doc


def _through_own(name: str, component: Callable[[Doc], object], doc: Doc) -> Doc:
    path = GIVEN.of(doc).document.path
    try:
        after = component(doc)
    except Exception as error:
        raise broken_component(name, f"fails on corpus/{path}", error) from error
    if after is not doc:
        other = TypeError(f"it returns {type(after).__name__}")
        raise broken_component(name, "must return the Doc that it is given", other)
    return doc


def _reading(doc: Doc) -> Reading:
    """Gather what the components wrote."""
    days = DAYS.of(doc)
    return Reading(
        visited_on=days.visited,
        published_on=days.published,
        language=LANGUAGE.of(doc),
        places=PLACES.of(doc),
        sites=SITES.of(doc),
        site_facts=SITE_FACTS.of(doc),
        people=PEOPLE.of(doc),
        institutions=INSTITUTIONS.of(doc),
        findings=FINDINGS.of(doc),
        smaller_places=SMALLER_PLACES.of(doc),
        open_places=OPEN_PLACES.of(doc),
    )
