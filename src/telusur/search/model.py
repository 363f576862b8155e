"""What is asked of a search, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any

NOTHING = "none"
"""As a status: findings without any link but rejected ones, justified gaps left out; as a
challenge: findings without any."""


class Meaning(Enum):
    """Whether a search could go by meaning too."""

    USED = "used"
    LOADING = "loading"
    """The model is being loaded: the same search will do better in some seconds."""
    ABSENT = "absent"
    """The store holds no vectors, or the model that made them is not here."""
    NOT_ASKED = "not asked"
    """There were no words to understand."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What every hit must be; empty where anything will do."""

    places: tuple[str, ...] = ()
    """Codes of places, any of which will do; a province includes what lies in it."""
    site: str = ""
    """Id of a site."""
    kind: str = ""
    """Kind of finding: `kendala`."""
    challenge: str = ""
    """Id of a challenge, or `none`."""
    clause: str = ""
    """Id of a clause: the finding is linked to it, or to one in it, and that was not rejected."""
    since: str = ""
    """The report's first day, ISO 8601; a report without a date never fits."""
    until: str = ""
    """The report's last day."""
    status: str = ""
    """Status of one of its links, or `none`: it has no link that was not rejected."""

    @property
    def active(self) -> tuple[str, ...]:
        """Names of the filters in use."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name))

    def without(self, name: str) -> Filters:
        """Return the others."""
        nothing: Any = () if name == "places" else ""
        return replace(self, **{name: nothing})


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding that fits, and why."""

    finding_id: str
    score: float
    """Between 0 and 1, the higher the better; 0 where no words were asked for."""
    words: tuple[str, ...]
    """The words asked for that it has in some form, the weightiest first."""
    complete: bool
    """Whether it has all of them."""
    near: bool
    """Whether its meaning is near."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, and what can be said of all of them."""

    hits: tuple[Hit, ...]
    total: int
    """Of all pages."""
    anywhere: int
    """How many there would be without any filter."""
    complete: int
    """Hits with all words: these come first."""
    inflected: tuple[str, ...]
    """The words that were looked for in whatever form."""
    exact: tuple[str, ...]
    """Names of places and figures, looked for as they are."""
    unknown: tuple[str, ...]
    """Those of them that no finding has."""
    cut: bool
    """Whether the question was too long, and its end was left out."""
    meaning: Meaning
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """How many of the hits there are by kind and by challenge, were that filter not set."""
    removed: Mapping[str, int] = field(default_factory=dict)
    """By the name of each filter in use, how many more there would be without it."""
