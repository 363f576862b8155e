"""What was found out about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["good", "lacking", "bad"]
"""As it should be; missing, and only some work needs it; or such that nothing can be built."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing, as it is here."""

    name: str
    state: State
    what: str
    """What is there, or is not."""
    remedy: str = ""
    """What to do, where it is not good; lines of commands may follow a colon."""
