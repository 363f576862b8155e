"""A document → all that is read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from telusur.corpus.model import Document
from telusur.extract.classifier import Classifier, Meaning
from telusur.extract.facts import FactReader
from telusur.extract.findings import Candidate, FindingReader
from telusur.extract.gazetteer import Place
from telusur.extract.institutions import institution_pattern, institutions_in
from telusur.extract.judging import Judge
from telusur.extract.language import make_language
from telusur.extract.lexicon import Lexicon
from telusur.extract.locations import Whereabouts, dateline_of, visited_places
from telusur.extract.model import Reading, Site, SiteFact
from telusur.extract.people import PeopleReader
from telusur.extract.places import PlaceReader
from telusur.extract.sites import NamedSite, SiteReader, SitesInText, slug
from telusur.extract.speech import speech_patterns
from telusur.extract.tongue import language_of
from telusur.extract.visit_date import visit_date
from telusur.extract.visits import VisitReader


class Reader:
    """Reads documents by the rules of `extract/`. Building one takes a second; reading is quick.

    Deterministic, and without memory from one document to the next.
    """

    def __init__(self, lexicon: Lexicon, classifier: Classifier | None = None) -> None:
        """`classifier` makes use of meaning; without it, cues and headings alone decide."""
        self._language = make_language(lexicon)
        self._places = PlaceReader(lexicon.places)
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
        return list(self._findings.candidates(document, self._language(document.text)))

    def clauses(self, document: Document) -> list[str]:
        """Return the clauses whose meaning `read` will ask for."""
        return [document.text[one.start : one.end] for one in self.candidates(document)]

    def read(self, document: Document, *, today: date, meaning: Meaning | None = None) -> Reading:
        """Return all that `document` says. `today` bounds dates without a year.

        `meaning` gives clauses their vectors, for the classifier.
        """
        text = document.text
        doc = self._language(text)
        front_matter = self.meanings(document.place or "")
        known = front_matter if len(front_matter) == 1 else ()
        named = self._places.places_in(doc, known)
        dateline = dateline_of(text, named)
        placed = list(self._sites.sites_in(doc, named, None))
        visits = list(self._visits.visits_in(text, named))
        where = Whereabouts(
            named=tuple(named),
            visited=visited_places(known, named, placed, visits, dateline),
            dateline=dateline,
        )
        sites = SitesInText(
            [*self._own_site(document, known), *self._sites.sites_in(doc, named, where.main)]
        )
        people = self._people.people_in(text, named)
        findings = self._findings.findings_in(document, doc, where, sites, people, meaning)
        return Reading(
            visited_on=visit_date(document, today=today, since=self._sites.first_year(doc)),
            published_on=document.published,
            language=language_of(text),
            places=tuple(where.mentions()),
            sites=sites.all_sites(),
            site_facts=tuple(self._site_facts(document, sites)),
            people=tuple(people),
            institutions=tuple(institutions_in(text, self._institution, named)),
            findings=tuple(findings),
        )

    def meanings(self, name: str) -> tuple[Place, ...]:
        """Return the places that a name can mean: `Bogor` a kabupaten and a kota."""
        return self._places.meanings(name)

    def _own_site(self, document: Document, known: Sequence[Place]) -> Iterator[NamedSite]:
        """Yield the site that the front matter names, as if the text began with it."""
        if not document.site:
            return
        doc = self._language(document.site)
        place = known[0] if known else None
        written = self._sites.sites_in(doc, self._places.places_in(doc, known), place)
        of_no_type = Site(slug(document.site), document.site, place.code if place else None)
        site = next((named.site for named in written), of_no_type)
        yield NamedSite(site, 0, 0)

    def _site_facts(self, document: Document, sites: SitesInText) -> Iterator[SiteFact]:
        """Yield the facts of every passage, each told of the site named nearest before it."""
        for passage in document.passages:
            start, end = passage.start, passage.end
            if (site := sites.nearest(start, end)) is not None:
                yield from self._facts.facts_in(document.text, start, end, site.id)
