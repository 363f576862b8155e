"""What a team has arranged: `.telusur/team.json`, beside the accounts and outside git."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, Field, ValidationError

from telusur.accounts.file import FOLDER, private_folder
from telusur.errors import TelusurError
from telusur.files import locked, put
from telusur.triage import Pair
from telusur.triage.asked import Part
from telusur.validation import Strict

_FILE = "team.json"
_WAIT = 10.0


class TeamUnreadable(TelusurError):
    """The file of the team is damaged."""


class Assignment(Strict):
    """A part of the queue that somebody works on; others are not offered it meanwhile."""

    kind: Literal["bab", "place", "report"]
    value: str
    to: str = Field(description="The name of an account")
    by: str
    until: AwareDatetime = Field(description="When it is given back by itself")

    @property
    def part(self) -> Part:
        return Part(self.kind, self.value)


class Control(Strict):
    """A suggestion of which a lead knows the answer: it shows who only clicks."""

    finding: str
    clause: str
    word: Literal["accept", "reject"]

    @property
    def pair(self) -> Pair:
        return Pair(self.finding, self.clause)


class State(Strict):
    """All that a team has arranged."""

    version: int = Field(1, ge=1, le=1)
    assignments: tuple[Assignment, ...] = ()
    second_opinions: int = Field(0, ge=0, le=100, description="Per cent of links judged twice")
    seed: str = Field("", description="Decides which links these are; nobody can tell beforehand")
    controls: tuple[Control, ...] = ()
    visits: dict[str, AwareDatetime] = Field({}, description="When each last looked at what is new")

    def current(self, now: datetime) -> tuple[Assignment, ...]:
        """The assignments that have not been given back."""
        return tuple(one for one in self.assignments if one.until > now)

    def is_judged_twice(self, pair: Pair) -> bool:
        """Whether a link is one of the share that a second person judges blindly."""
        digest = hashlib.sha256(f"{self.seed}\n{pair}".encode()).digest()
        return int.from_bytes(digest[:4]) % 100 < self.second_opinions


class TeamFile:
    """The file of one workspace."""

    def __init__(self, root: Path) -> None:
        self.path = root / FOLDER / _FILE
        self._read: tuple[tuple[int, int], State] | None = None

    def read(self) -> State:
        """What is arranged now.

        Raises:
            TeamUnreadable: the file is damaged.
        """
        try:
            found = self.path.stat()
            stamp = found.st_mtime_ns, found.st_ino
            if self._read is None or self._read[0] != stamp:
                self._read = stamp, State.model_validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return State()
        except ValidationError as error:
            raise TeamUnreadable(
                f"{self.path}: this file is damaged. Restore it from a copy, or move it away: "
                "assignments are then made anew, and no decision is lost."
            ) from error
        return self._read[1]

    def assign(self, kind: str, value: str, to: str, by: str, hours: float) -> None:
        """Give a part of the queue to somebody, for some hours; whoever had it gives it back."""
        until = datetime.now(UTC) + timedelta(hours=hours)
        new = Assignment(kind=kind, value=value, to=to, by=by, until=until)

        def assigned(state: State) -> State:
            others = [one for one in state.assignments if (one.kind, one.value) != (kind, value)]
            return state.model_copy(update={"assignments": (*others, new)})

        self._change(assigned)

    def give_back(self, kind: str, value: str) -> None:
        """Take an assignment away: anybody may work on it."""

        def given(state: State) -> State:
            left = tuple(one for one in state.assignments if (one.kind, one.value) != (kind, value))
            return state.model_copy(update={"assignments": left})

        self._change(given)

    def judge_twice(self, share: int) -> None:
        """Set the share of links that a second person judges without seeing the first."""

        def shared(state: State) -> State:
            seed = state.seed or secrets.token_hex(8)
            return State(**{**dict(state), "second_opinions": share, "seed": seed})

        self._change(shared)

    def control(self, pair: Pair, word: Literal["accept", "reject"] | None) -> None:
        """Remember the right answer of a suggestion; None forgets it."""

        def controlled(state: State) -> State:
            others = [one for one in state.controls if one.pair != pair]
            if word:
                others.append(Control(finding=pair.finding, clause=pair.clause, word=word))
            return state.model_copy(update={"controls": tuple(others)})

        self._change(controlled)

    def visited(self, key: str, at: datetime) -> None:
        """Remember when somebody looked at what is new."""
        self._change(lambda state: state.model_copy(update={"visits": {**state.visits, key: at}}))

    def _change(self, change: Callable[[State], State]) -> None:
        private_folder(self.path.parent)
        with locked(self.path.with_suffix(".lock"), wait=_WAIT):
            text = change(self.read()).model_dump_json(indent=1) + "\n"
            put(self.path, text.encode("utf-8"), ours=_is_state)


def _is_state(content: bytes) -> bool:
    try:
        State.model_validate_json(content)
    except ValidationError:
        return False
    return True
