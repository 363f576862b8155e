"""The component of sites."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from telusur.corpus.model import Document
from telusur.extract.attributes import GIVEN, Attribute
from telusur.extract.language.indonesian import Indonesian
from telusur.extract.model import Site, SiteFact
from telusur.extract.places.component import FRONT_SITE, SITE_NAMES, WHEREABOUTS
from telusur.extract.sites.facts import FactReader
from telusur.extract.sites.named import SiteReader
from telusur.extract.sites.topics import SitesInText

SITES: Attribute[tuple[Site, ...]] = Attribute("sites")
"""Each once, in order of its first mention."""
SITES_IN_TEXT: Attribute[SitesInText] = Attribute("sites_in_text")
SITE_FACTS: Attribute[tuple[SiteFact, ...]] = Attribute("site_facts")
FIRST_YEAR: Attribute[int | None] = Attribute("first_year")
"""In which all types of site that the report names existed."""


@Language.factory(
    "telusur_sites",
    requires=["doc.ents", WHEREABOUTS.path, SITE_NAMES.path, FRONT_SITE.path],
    assigns=[SITES.path, SITES_IN_TEXT.path, SITE_FACTS.path, FIRST_YEAR.path],
)
class Sites:
    """Tells which sites are named, and what is stated of them."""

    def __init__(self, nlp: Indonesian, name: str) -> None:
        self._sites = SiteReader(nlp.lexicon.sites.types)
        self._facts = FactReader(nlp.lexicon.sites.facts)

    def __call__(self, doc: Doc) -> Doc:
        """Write the sites, their facts, and since when there can be such sites."""
        document, front = GIVEN.of(doc).document, FRONT_SITE.of(doc)
        own = [self._sites.of_front_matter(document.site or "", front)] if front else []
        written = self._sites.sites_in(document.text, SITE_NAMES.of(doc), WHEREABOUTS.of(doc).main)
        sites = SitesInText([*own, *written])
        SITES.write(doc, sites.all_sites())
        SITES_IN_TEXT.write(doc, sites)
        SITE_FACTS.write(doc, tuple(self._facts_of(document, sites)))
        FIRST_YEAR.write(doc, self._sites.first_year(doc))
        return doc

    def _facts_of(self, document: Document, sites: SitesInText) -> Iterator[SiteFact]:
        """Yield the facts of every passage, each told of the site that the passage is about."""
        spans = [(passage.start, passage.end) for passage in document.passages]
        for (start, end), topic in zip(spans, sites.topics(spans), strict=True):
            if topic.named or topic.going_on:
                yield from self._facts.facts_in(document.text, start, end, topic)
