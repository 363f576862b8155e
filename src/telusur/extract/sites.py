"""Which service sites a report names."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telusur.extract.gazetteer import Place
from telusur.extract.language import SITE
from telusur.extract.lexicon_files import SiteType
from telusur.extract.model import Site
from telusur.extract.places import NamedPlace

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LONGEST_BETWEEN = 16
"""Characters between a site's type and its place: `Mal Pelayanan Publik (MPP) Pekanbaru`."""
_BETWEEN = re.compile(r"\s*(?:\([^)\n]{2,12}\)\s*|di\s+)?")
_OWN_NAME = re.compile(r"\s+((?:[A-Z][\w.]*|\d{1,3}|I{1,3})(?:\s+(?:[A-Z][\w.]*|\d{1,3}|I{1,3}))*)")
_OFFICE_BEFORE = re.compile(
    r"(?i)(?:kepala|sekretaris|plt\.?|kabid|kasi|pegawai|staf|pejabat|dengan|oleh|melalui)\s+$"
)


@dataclass(frozen=True, slots=True)
class NamedSite:
    """A site, where the text names it."""

    site: Site
    start: int
    """Where its name begins in the text (characters)."""
    end: int


class SitesInText:
    """The sites of a report, by position."""

    def __init__(self, named: Sequence[NamedSite]) -> None:
        self._named = sorted(named, key=lambda site: site.start)
        self._starts = [site.start for site in self._named]
        self._of_place: dict[str | None, set[str]] = defaultdict(set)
        for site in self._named:
            self._of_place[site.site.place_code].add(site.site.id)

    def all_sites(self) -> tuple[Site, ...]:
        """Return each site once, in order of its first mention."""
        return tuple({named.site.id: named.site for named in self._named}.values())

    def nearest(self, start: int, end: int) -> Site | None:
        """Return the first site that a stretch of text names, else the last one named before."""
        first = bisect_left(self._starts, start)
        if first < len(self._named) and self._starts[first] < end:
            return self._named[first].site
        return self._named[first - 1].site if first else None

    def about(self, start: int, end: int, place: Place | None) -> str | None:
        """Return the id of the site that a stretch is about: the one it names, or the only one
        of its place; None where that leaves several."""
        inside = self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        found = {named.site.id for named in inside if named.end > named.start}
        if not found and place is not None:
            found = self._of_place[place.code]
        return next(iter(found)) if len(found) == 1 else None


class SiteReader:
    """Recognises service sites among a Doc's entities."""

    def __init__(self, types: Sequence[SiteType]) -> None:
        self._types: Mapping[str, SiteType] = {site.id: site for site in types}

    def first_year(self, doc: Doc) -> int | None:
        """Return the first year in which all types of site that `doc` names existed."""
        years = (self._types[span.ent_id_].since for span in doc.ents if span.label_ == SITE)
        return max((year for year in years if year), default=None)

    def sites_in(
        self, doc: Doc, places: Sequence[NamedPlace], visited: Place | None
    ) -> Iterator[NamedSite]:
        """Yield the sites that `doc` names, in order; one is named several times.

        A site whose name has no place is that of `visited`, where its type has one for each place.
        """
        beginning = {named.start: named for named in places}
        text = doc.text  # put together anew whenever it is asked for
        for span in doc.ents:
            if span.label_ == SITE and not _is_aside(text, span):
                yield from self._site(text, span, beginning, visited)

    def _site(
        self,
        text: str,
        span: Span,
        beginning: Mapping[int, NamedPlace],
        visited: Place | None,
    ) -> Iterator[NamedSite]:
        kind = self._types[span.ent_id_]
        between = _BETWEEN.match(text, span.end_char, span.end_char + _LONGEST_BETWEEN)
        following = beginning.get(between.end()) if between else None
        if following is not None:
            place = following.place
            site = _site(kind.id, f"{kind.name} {place.name}", place)
            yield NamedSite(site, span.start_char, following.end)
        elif kind.one_per_place:
            if visited is not None:
                site = _site(kind.id, f"{kind.name} {visited.name}", visited)
                yield NamedSite(site, span.start_char, span.end_char)
        elif own := _OWN_NAME.match(text, span.end_char, span.end_char + 40):
            name = f"{kind.name} {own[1].rstrip('.')}"
            site = Site(slug(name), name, visited.code if visited else None)
            yield NamedSite(site, span.start_char, own.end())


def slug(name: str) -> str:
    """Return `name` in small ASCII letters and figures, with hyphens between."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")


def _site(kind: str, name: str, place: Place) -> Site:
    return Site(f"{kind}-{slug(place.name)}", name, place.code)


def _is_aside(text: str, span: Span) -> bool:
    """Whether the name only belongs to a position, or stands in brackets after the long one."""
    return (
        text[span.start_char - 1 : span.start_char] == "("
        or _OFFICE_BEFORE.search(text[max(0, span.start_char - 20) : span.start_char]) is not None
    )
