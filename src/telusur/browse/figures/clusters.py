"""Puts places on the map together that would lie on top of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with findings."""

    code: str
    name: str
    latitude: float
    """Degrees north."""
    longitude: float
    """Degrees east."""
    counts: Counter[str]
    """Findings by group."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Cluster:
    """Some places near each other; it stands where the one with most findings is."""

    spots: tuple[Spot, ...]

    @property
    def middle(self) -> Spot:
        return self.spots[0]

    @property
    def counts(self) -> Counter[str]:
        return sum((spot.counts for spot in self.spots), Counter())

    @property
    def total(self) -> int:
        return sum(spot.total for spot in self.spots)


def clustered(spots: Sequence[Spot], apart: float) -> list[Cluster]:
    """Put spots together that are less than `apart` degrees from a larger one's."""
    groups: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda one: (-one.total, one.code)):
        near = min(groups, key=lambda group: _distance(group[0], spot), default=None)
        if near is not None and _distance(near[0], spot) < apart:
            near.append(spot)
        else:
            groups.append([spot])
    return [Cluster(tuple(group)) for group in groups]


def _distance(one: Spot, other: Spot) -> float:
    return hypot(one.latitude - other.latitude, one.longitude - other.longitude)
