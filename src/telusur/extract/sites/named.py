"""Which service sites a report names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telusur.extract.gazetteer import Place
from telusur.extract.language.labels import SITE
from telusur.extract.lexicon import SiteType
from telusur.extract.model import Site
from telusur.extract.places.of_sites import FrontSite, SiteName

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OWN_NAME = re.compile(r"\s+((?:[A-Z][\w.]*|\d{1,3}|I{1,3})(?:\s+(?:[A-Z][\w.]*|\d{1,3}|I{1,3}))*)")


@dataclass(frozen=True, slots=True)
class NamedSite:
    """A site, where the text names it."""

    site: Site
    start: int
    """Where its name begins in the text (characters)."""
    end: int


class SiteReader:
    """Tells which sites the names of types of site mean."""

    def __init__(self, types: Sequence[SiteType]) -> None:
        self._types: Mapping[str, SiteType] = {site.id: site for site in types}

    def first_year(self, doc: Doc) -> int | None:
        """Return the first year in which all types of site that `doc` names existed."""
        years = (self._types[span.ent_id_].since for span in doc.ents if span.label_ == SITE)
        return max((year for year in years if year), default=None)

    def sites_in(
        self, text: str, names: Iterable[SiteName], visited: Place | None
    ) -> Iterator[NamedSite]:
        """Yield the sites that `names` in `text` mean, in order; one is named several times.

        A site whose name has no place is that of `visited`, where its type has one for each place.
        """
        for name in names:
            kind = self._types[name.type_id]
            if name.place is not None:
                yield NamedSite(_of_place(kind, name.place.place), name.start, name.place.end)
            elif kind.one_per_place:
                if visited is not None:
                    yield NamedSite(_of_place(kind, visited), name.start, name.end)
            elif own := _OWN_NAME.match(text, name.end, name.end + 40):
                whole = f"{kind.name} {own[1].rstrip('.')}"
                site = Site(slug(whole), whole, visited.code if visited else None)
                yield NamedSite(site, name.start, own.end())

    def of_front_matter(self, written: str, front: FrontSite) -> NamedSite:
        """Return the site that the front matter writes so, as if the text began with it."""
        of_no_type = Site(slug(written), written, front.place.code if front.place else None)
        found = self.sites_in(written, front.names, front.place)
        return NamedSite(next((one.site for one in found), of_no_type), 0, 0)


def slug(name: str) -> str:
    """Return `name` in small ASCII letters and figures, with hyphens between."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")


def _of_place(kind: SiteType, place: Place) -> Site:
    return Site(f"{kind.id}-{slug(place.name)}", f"{kind.name} {place.name}", place.code)
