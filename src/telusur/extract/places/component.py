"""The component of places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from telusur.extract.attributes import GIVEN, Attribute
from telusur.extract.gazetteer import Place
from telusur.extract.language.component import FRONT_MATTER
from telusur.extract.language.indonesian import Indonesian
from telusur.extract.model import OpenPlaceMention, PlaceMention, SmallerPlaceMention
from telusur.extract.places.names import NamedPlace, PlaceReader
from telusur.extract.places.of_sites import FrontSite, SiteName, site_names
from telusur.extract.places.set_apart import set_apart
from telusur.extract.places.small.bare import SmallerPlace
from telusur.extract.places.small.smaller import SmallerPlaceReader
from telusur.extract.places.standing import Standing
from telusur.extract.places.visited import visited_places
from telusur.extract.places.visits import VisitReader
from telusur.extract.places.whereabouts import Whereabouts, dateline_of

WHEREABOUTS: Attribute[Whereabouts] = Attribute("whereabouts")
PLACES: Attribute[tuple[PlaceMention, ...]] = Attribute("places")
SMALLER_PLACES: Attribute[tuple[SmallerPlaceMention, ...]] = Attribute("smaller_places")
OPEN_PLACES: Attribute[tuple[OpenPlaceMention, ...]] = Attribute("open_places")
SITE_NAMES: Attribute[tuple[SiteName, ...]] = Attribute("site_names")
FRONT_SITE: Attribute[FrontSite | None] = Attribute("front_site")
"""None where the front matter names no site."""


@Language.factory(
    "telusur_places",
    requires=["doc.ents", FRONT_MATTER.path],
    assigns=[
        WHEREABOUTS.path,
        PLACES.path,
        SMALLER_PLACES.path,
        OPEN_PLACES.path,
        SITE_NAMES.path,
        FRONT_SITE.path,
    ],
)
class Places:
    """Reads the names of places, large and small, and tells which were visited."""

    def __init__(self, nlp: Indonesian, name: str) -> None:
        places = nlp.lexicon.places
        self._names = PlaceReader(places)
        self._smaller = SmallerPlaceReader(places)
        self._visits = VisitReader(places.visit)

    def __call__(self, doc: Doc) -> Doc:
        """Write where the report was made, the places it names, and the names of sites."""
        text, front = GIVEN.of(doc).document.text, FRONT_MATTER.of(doc)
        known = self._known_places(front.place) if front.place else ()
        named, unsure = self._names.places_in(doc, text, known)
        smaller = self._smaller.places_in(text, named)
        standing = Standing(GIVEN.of(doc).document, _names_a_place(named, smaller))
        of_sites = tuple(site_names(doc, text, named))
        dateline = dateline_of(text, named)
        places_of_sites = [one.place.place for one in of_sites if one.place]
        visits = visited_places(
            text, known, named, unsure, smaller, places_of_sites, self._visits, dateline,
            of_structure=set_apart(GIVEN.of(doc).document, named, standing),
        )  # fmt: skip
        whereabouts = Whereabouts(
            text=text,
            named=tuple(named),
            dateline=dateline,
            visits=visits,
            standing=standing,
            smaller=tuple(smaller),
            unsure=tuple(unsure),
        )
        WHEREABOUTS.write(doc, whereabouts)
        PLACES.write(doc, tuple(whereabouts.mentions()))
        SMALLER_PLACES.write(doc, whereabouts.smaller_mentions())
        OPEN_PLACES.write(doc, whereabouts.open_mentions())
        SITE_NAMES.write(doc, of_sites)
        FRONT_SITE.write(doc, self._front_site(front.site, known) if front.site else None)
        return doc

    def _known_places(self, written: Doc) -> tuple[Place, ...]:
        """Return the place that the front matter names, with or without more around its name."""
        found = self._names.meanings(written.text)
        if not found:
            named, _ = self._names.places_in(written, written.text, ())
            below = [one.place for one in named if one.place.level != "provinsi"]
            found = tuple(below or [one.place for one in named])
        return found if len(found) == 1 else ()

    def _front_site(self, written: Doc, known: Sequence[Place]) -> FrontSite:
        named, _ = self._names.places_in(written, written.text, known)
        names = tuple(site_names(written, written.text, named))
        return FrontSite(names, known[0] if known else None)


def _names_a_place(
    named: Sequence[NamedPlace], smaller: Sequence[SmallerPlace]
) -> Callable[[int, int], bool]:
    starts = sorted(
        [one.start for one in named if one.place.level != "provinsi"]
        + [one.start for one in smaller]
    )
    return lambda first, last: bisect_left(starts, first) < bisect_left(starts, last)
