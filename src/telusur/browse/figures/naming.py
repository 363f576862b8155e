"""Puts names on a map so that none lies over another, nor over a sign; what has no room is left
out, and told in the sign's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WIDTH = 0.6  # of a letter, in sizes of the font: some more than most fonts need
_HEIGHT = 1.15
_SHORT = {
    "Daerah Khusus Ibukota ": "DKI ",
    "Daerah Istimewa ": "DI ",
    "Kepulauan ": "Kep. ",
    "Nusa Tenggara ": "NT ",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name to put near a point."""

    words: str
    x: float
    y: float
    size: float
    """Of the font, in the units of the drawing; likewise what follows."""
    away: float = 0.0
    """How far from the point it must stay; 0 where it may stand on it."""
    look: str = "name"
    """Class of the style sheet."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the drawing that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two parts share some room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether another part lies within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def around(x: float, y: float, radius: float) -> Box:
    """The room of a disc."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def placed(
    names: Sequence[Name], taken: Sequence[Box], view: Box
) -> Iterator[tuple[Name, float, float]]:
    """Yield names, the first ones first, each with the middle of its foot, where there is room."""
    rooms = list(taken)
    for name in names:
        for x, y in _tries(name):
            box = _room(name, x, y)
            if view.holds(box) and not any(box.meets(one) for one in rooms):
                rooms.append(box)
                yield name, x, y
                break


def short(words: str) -> str:
    """A province as maps write it: `Kep. Riau`."""
    for long, brief in _SHORT.items():
        words = words.replace(long, brief)
    return words


def _room(name: Name, x: float, y: float) -> Box:
    half = len(name.words) * name.size * _WIDTH / 2
    return Box(x - half, y - name.size * _HEIGHT * 0.8, x + half, y + name.size * _HEIGHT * 0.25)


def _tries(name: Name) -> Iterator[tuple[float, float]]:
    """Where a name may stand: on its point, or around it."""
    half = len(name.words) * name.size * _WIDTH / 2
    if not name.away:
        yield name.x, name.y + name.size * 0.3
    away = name.away or name.size * 0.5
    yield name.x, name.y + away + name.size
    yield name.x, name.y - away - name.size * 0.35
    yield name.x + away + half + name.size * 0.2, name.y + name.size * 0.3
    yield name.x - away - half - name.size * 0.2, name.y + name.size * 0.3
