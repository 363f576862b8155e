"""Who is at what just now, and which way each took through the queue; forgotten at the restart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from telusur.review.journal.decisions import Meeting
from telusur.triage import Pair

AWAY = 5 * 60.0
"""Seconds after which somebody who was shown a suggestion no longer looks at it."""
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be undone."""

    entries: tuple[str, ...]
    """Lines of the journal that it wrote; none where something was skipped."""
    pair: Pair | None = None
    """What the queue showed then."""


@dataclass(slots=True)
class Trail:
    """The way of one person."""

    skipped: dict[Pair, None] = field(default_factory=dict)
    """In their order; they come back when nothing else is left."""
    acts: list[Act] = field(default_factory=list)
    """What can be undone, the last at the end."""
    told: tuple[str, int] | None = None
    """What the next page tells: a label, and of how many; once."""
    seen: list[Pair] = field(default_factory=list)
    _meeting: tuple[date, Meeting] | None = None
    """On which day somebody said in which meeting they sit."""

    def meet(self, meeting: Meeting | None, today: date) -> None:
        """Remember the meeting in which all is decided from now on; None for none."""
        self._meeting = (today, meeting) if meeting else None

    def meeting(self, today: date) -> Meeting | None:
        """The meeting, until the day is over: nobody sits in yesterday's."""
        return self._meeting[1] if self._meeting and self._meeting[0] == today else None

    def see(self, pair: Pair) -> None:
        if not self.seen or self.seen[-1] != pair:
            self.seen.append(pair)
            del self.seen[:-_LONGEST]

    def skip(self, pair: Pair) -> None:
        self.skipped.pop(pair, None)
        self.skipped[pair] = None
        self.act(Act((), pair))

    def decide(self, pair: Pair, entry: str) -> None:
        self.skipped.pop(pair, None)
        self.act(Act((entry,), pair))

    def act(self, act: Act) -> None:
        self.acts.append(act)
        del self.acts[:-_LONGEST]

    @property
    def is_due_for_another(self) -> bool:
        """Whether a second opinion comes next: every fifth time, not to be told from the rest."""
        return len(self.acts) % 5 == 4

    def tell(self) -> tuple[str, int] | None:
        """What is to be told, which is then told."""
        told, self.told = self.told, None
        return told

    def before(self, pair: Pair) -> Pair | None:
        """What was looked at before a pair."""
        places = [place for place, one in enumerate(self.seen) if one == pair]
        return self.seen[places[-1] - 1] if places and places[-1] else None


@dataclass(slots=True)
class Team:
    """All who are at work now, by the keys of their accounts."""

    trails: dict[str, Trail] = field(default_factory=dict)
    _looks: dict[str, tuple[str, Pair, float]] = field(default_factory=dict)

    def trail(self, key: str) -> Trail:
        return self.trails.setdefault(key, Trail())

    def look(self, key: str, name: str, pair: Pair, now: float) -> None:
        """Somebody is shown a suggestion: it is not offered to others meanwhile."""
        self._looks[key] = (name, pair, now)

    def leave(self, key: str) -> None:
        self._looks.pop(key, None)

    def others(self, key: str, now: float) -> dict[Pair, str]:
        """What others look at, and who."""
        return {
            pair: name
            for other, (name, pair, since) in self._looks.items()
            if other != key and now - since < AWAY
        }
