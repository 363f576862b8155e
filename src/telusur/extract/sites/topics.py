"""Which site each stretch of a report is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from telusur.extract.gazetteer import Place
from telusur.extract.model import Site
from telusur.extract.sites.named import NamedSite


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
