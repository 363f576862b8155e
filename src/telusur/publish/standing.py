"""What is published where not today's state is, but that of a baseline that was signed off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from telusur.errors import PublishRefused
from telusur.words import say
from telusur.workspace import PublishSettings


@dataclass(frozen=True, slots=True)
class Standing:
    """A state of an earlier day. What is hidden of it is decided by today's settings all the same:
    whom to protect is better known today."""

    name: str
    """As the baseline is called, for all to read."""
    day: date
    draft: Path
    """The draft's files as they stood."""
    reports_since: tuple[str, ...] = ()
    """Paths of the reports that have come since."""

    def refuse_names(self, people: Iterable[str]) -> None:
        """Raise PublishRefused where the baseline's own name names somebody who reviewed."""
        for one in people:
            if one.casefold() in self.name.casefold():
                raise PublishRefused(
                    say(
                        "The name of the baseline, “{name}”, is published and names “{one}”, who "
                        "reviewed. Make a baseline with another name.",
                        name=self.name,
                        one=one,
                    )
                )

    def settings(self, today: PublishSettings) -> PublishSettings:
        """Today's settings, but for what they tell of today's draft."""
        return today.model_copy(update={"version": self.name, "date": self.day})
