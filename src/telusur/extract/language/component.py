"""The first component: in which language, and where names of places and types of sites stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from telusur.extract.attributes import GIVEN, Attribute
from telusur.extract.language.indonesian import Indonesian
from telusur.extract.language.labels import PLACE, SITE
from telusur.extract.language.tongue import language_of
from telusur.extract.lexicon import Lexicon, names_of_places


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The names in a report's front matter, as Docs like that of its text."""

    place: Doc | None
    site: Doc | None


LANGUAGE: Attribute[str] = Attribute("language")
"""`id`, `en` …; `und` where the text is too short to tell."""
FRONT_MATTER: Attribute[FrontMatter] = Attribute("front_matter")


@Language.factory(
    "telusur_language", assigns=["doc.ents", LANGUAGE.path, FRONT_MATTER.path], requires=[]
)
class NamesInText:
    """Marks names as entities.

    An entity's `ent_id_` is the place's name in small letters, or the id of the site's type.
    """

    def __init__(self, nlp: Indonesian, name: str) -> None:
        self._nlp = nlp
        # spaCy's EntityRuler would keep a Doc of every name: 30 MB.
        self._names = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._called: dict[int, tuple[str, str]] = {}
        for label, id_, written in _names(nlp.lexicon):
            key = f"{label} {id_}"
            self._names.add(key, [nlp.make_doc(written)])
            self._called[nlp.vocab.strings[key]] = label, id_

    def __call__(self, doc: Doc) -> Doc:
        """Write the entities, the language, and the front matter's names with their entities."""
        document = GIVEN.of(doc).document
        LANGUAGE.write(doc, language_of(document.text))
        FRONT_MATTER.write(
            doc, FrontMatter(self._short(document.place), self._short(document.site))
        )
        return self._with_names(doc)

    def _short(self, written: str | None) -> Doc | None:
        return self._with_names(self._nlp.make_doc(written)) if written else None

    def _with_names(self, doc: Doc) -> Doc:
        """Mark the names; of two that overlap the longer, else the first."""
        found = []
        for key, start, end in self._names(doc):
            label, id_ = self._called[key]
            found.append(Span(doc, start, end, label, span_id=id_))
        doc.ents = filter_spans(found)
        return doc


def _names(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Yield the label of each name, what it is called for, and how it may be written."""
    for name in names_of_places(lexicon.places):
        for written in _spellings([name]):
            yield PLACE, name.lower(), written
    for site in lexicon.sites.types:
        for written in _spellings([site.name, *site.names]):
            yield SITE, site.id, written


def _spellings(names: Iterable[str]) -> Iterator[str]:
    """Yield each name once as it is and once in capitals."""
    yield from dict.fromkeys(spelling for name in names for spelling in (name, name.upper()))
