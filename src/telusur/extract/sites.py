"""Which service sites a report names."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Topic:
    """Which site a stretch of text is about."""

    named: tuple[NamedSite, ...]
    """Those that it names, in order."""
    going_on: Site | None
    """The one that it is about where it names none."""

    def at(self, position: int) -> Site | None:
        """Return the site that the words at `position` are about: the one named last before
        them, else the first named, else the one that goes on."""
        if not self.named:
            return self.going_on
        before = [named.site for named in self.named if named.start <= position]
        return before[-1] if before else self.named[0].site


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

    def topics(self, spans: Iterable[tuple[int, int]]) -> Iterator[Topic]:
        """Yield what each of the stretches of text is about, which come in order of position.

        A stretch is about the sites that it names; one without any is about the only site that
        was named last. Where several were named at once, the one named most so far goes on.
        """
        sites = self.all_sites()
        going_on = sites[0] if len(sites) == 1 else None
        times: Counter[Site] = Counter()
        for start, end in spans:
            inside = self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            of_sentence = Counter(named.site for named in inside)
            times.update(of_sentence)
            if of_sentence:
                candidates = of_sentence if len(of_sentence) == 1 else times
                going_on = candidates.most_common(1)[0][0]
            yield Topic(tuple(inside), going_on)

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
        self, doc: Doc, text: str, places: Sequence[NamedPlace], visited: Place | None
    ) -> Iterator[NamedSite]:
        """Yield the sites that `doc` names, in order; one is named several times. `text` is the
        Doc's, which would have to be put together anew.

        A site whose name has no place is that of `visited`, where its type has one for each place.
        """
        beginning = {named.start: named for named in places}
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
