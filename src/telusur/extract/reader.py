"""A document → all that is read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from telusur.corpus.model import Document
from telusur.extract.classifier import Classifier, Meaning
from telusur.extract.facts import FactReader
from telusur.extract.findings import Candidate, FindingReader
from telusur.extract.gazetteer import Place
from telusur.extract.institutions import institution_pattern, institutions_in
from telusur.extract.judging import Judge
from telusur.extract.language import make_language
from telusur.extract.lexicon import Lexicon
from telusur.extract.locations import Whereabouts, dateline_of
from telusur.extract.model import Reading, Site, SiteFact
from telusur.extract.people import PeopleReader
from telusur.extract.places import PlaceReader
from telusur.extract.sites import NamedSite, SiteReader, SitesInText, slug
from telusur.extract.smaller_places import SmallerPlaceReader
from telusur.extract.speech import speech_patterns
from telusur.extract.tongue import READ, language_of
from telusur.extract.visit_date import days_of
from telusur.extract.visited import visited_places
from telusur.extract.visits import VisitReader

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Reader:
    """Reads documents by the rules of `extract/`. Building one takes a second; reading is quick.

    Deterministic, and without memory from one document to the next.
    """

    def __init__(self, lexicon: Lexicon, classifier: Classifier | None = None) -> None:
        """`classifier` makes use of meaning; without it, cues and headings alone decide."""
        self._language = make_language(lexicon)
        self._places = PlaceReader(lexicon.places)
        self._smaller_places = SmallerPlaceReader(lexicon.places)
        self._sites = SiteReader(lexicon.sites.types)
        self._visits = VisitReader(lexicon.places.visit)
        self._facts = FactReader(lexicon.sites.facts)
        self._people = PeopleReader(lexicon.people)
        self._institution = institution_pattern(lexicon.people)
        self._speech = speech_patterns(lexicon.people)
        judge = Judge(lexicon, self._language.vocab)
        self._findings = FindingReader(lexicon, judge, self._speech, classifier)

    def candidates(self, document: Document) -> list[Candidate]:
        """Return every clause that may be a finding, as its cues judge it."""
        if language_of(document.text) not in READ:
            return []
        return list(self._findings.candidates(document, self._language(document.text)))

    def clauses(self, document: Document) -> list[str]:
        """Return the clauses whose meaning `read` will ask for."""
        return [document.text[one.start : one.end] for one in self.candidates(document)]

    def read(self, document: Document, *, today: date, meaning: Meaning | None = None) -> Reading:
        """Return all that `document` says. `today` bounds dates without a year.

        `meaning` gives clauses their vectors, for the classifier. In a report that is not in
        Indonesian no findings are looked for: the words that signal them are Indonesian.
        """
        text = document.text
        language = language_of(text)
        doc = self._language(text)
        known = self._known_places(document.place or "")
        where = self._whereabouts(doc, text, known)
        named = where.named
        sites = SitesInText(
            [*self._own_site(document, known), *self._sites.sites_in(doc, text, named, where.main)]
        )
        people = self._people.people_in(text, named)
        findings = (
            self._findings.findings_in(document, doc, where, sites, people, meaning)
            if language in READ
            else ()
        )
        days = days_of(document, today=today, since=self._sites.first_year(doc))
        return Reading(
            visited_on=days.visited,
            published_on=days.published,
            language=language,
            places=tuple(where.mentions()),
            sites=sites.all_sites(),
            site_facts=tuple(self._site_facts(document, sites)),
            people=tuple(people),
            institutions=tuple(institutions_in(text, self._institution, named)),
            findings=tuple(findings),
            smaller_places=where.smaller_mentions(),
            open_places=where.open_mentions(),
        )

    def _whereabouts(self, doc: Doc, text: str, known: Sequence[Place]) -> Whereabouts:
        """Return the places of a report; `known` is what its front matter names."""
        named, unsure = self._places.places_in(doc, text, known)
        smaller = self._smaller_places.places_in(text, named)
        dateline = dateline_of(text, named)
        placed = list(self._sites.sites_in(doc, text, named, None))
        visits = visited_places(text, known, named, unsure, smaller, placed, self._visits, dateline)
        return Whereabouts(
            text=text,
            named=tuple(named),
            dateline=dateline,
            visits=visits,
            smaller=tuple(smaller),
            unsure=tuple(unsure),
        )

    def meanings(self, name: str) -> tuple[Place, ...]:
        """Return the places that a name can mean: `Bogor` a kabupaten and a kota."""
        return self._places.meanings(name)

    def _known_places(self, written: str) -> tuple[Place, ...]:
        """Return the place that the front matter names, with or without more around its name."""
        found = self.meanings(written)
        if written and not found:
            named, _ = self._places.places_in(self._language(written), written, ())
            below = [one.place for one in named if one.place.level != "provinsi"]
            found = tuple(below or [one.place for one in named])
        return found if len(found) == 1 else ()

    def _own_site(self, document: Document, known: Sequence[Place]) -> Iterator[NamedSite]:
        """Yield the site that the front matter names, as if the text began with it."""
        if not document.site:
            return
        doc = self._language(document.site)
        place = known[0] if known else None
        named, _ = self._places.places_in(doc, document.site, known)
        written = self._sites.sites_in(doc, document.site, named, place)
        of_no_type = Site(slug(document.site), document.site, place.code if place else None)
        site = next((named.site for named in written), of_no_type)
        yield NamedSite(site, 0, 0)

    def _site_facts(self, document: Document, sites: SitesInText) -> Iterator[SiteFact]:
        """Yield the facts of every passage, each told of the site that the passage is about."""
        spans = [(passage.start, passage.end) for passage in document.passages]
        for (start, end), topic in zip(spans, sites.topics(spans), strict=True):
            if topic.named or topic.going_on:
                yield from self._facts.facts_in(document.text, start, end, topic)
