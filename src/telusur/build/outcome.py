"""What a build tells: how far it is, and what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from telusur import extract
from telusur.review.model import State
from telusur.store.reading import (
    confidential,
    copies,
    counts,
    decisions_by_state,
    not_read,
    remarks,
)

if TYPE_CHECKING:
    from telusur.errors import Problem
    from telusur.review import Worth
    from telusur.store.database import Database
    from telusur.store.model import Unreadable


class Progress(Protocol):
    """Shows how far a stage is."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin a stage of `total` steps; the function it gives takes the steps just done."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a build does its work."""

    cluster: str = ""
    """The address of a cluster's scheduler, `local` for one that is started on this machine, or
    `here` for none; empty is what the workspace sets."""
    tell: Callable[[str], None] = lambda _: None
    """Takes what there is to say of it before the work begins."""


AS_SET = Where()
"""Where the workspace sets, and without words."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and what the store now holds."""

    counts: Mapping[str, int]
    """How many of what, as `telusur.store.reading.read.counts` names them."""
    read: int
    """Reports read in this build."""
    unreadable: tuple[Unreadable, ...]
    """Why files were passed over."""
    seconds: Mapping[str, float]
    """How long each stage took; empty where there was no work for any."""
    decisions: Mapping[str, int]
    """How many decisions are of which `telusur.review.State`."""
    set_aside: tuple[Problem, ...]
    """Lines of the journal that are no decisions."""
    saved: bool = True
    """Whether anything was new."""
    worth: Worth | None = None
    """What decisions say of the scores; None where nothing was new, or too little is judged."""
    faults: int = 0
    """On how many reports Telusur itself failed, in this build."""
    confidential: tuple[tuple[str, str], ...] = ()
    """The reports that are never published: path below corpus/, and what marks them."""
    copies: tuple[tuple[str, str], ...] = ()
    """The reports that repeat another, and which: paths below corpus/. They are one source."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What was passed over of reports that were read: path below the workspace, and the words."""
    not_read: tuple[tuple[str, str], ...] = ()
    """The reports that are not in Indonesian: path, language. They are read where they are, and
    where they are in English, by meaning alone."""
    encoder: str | None = None
    """What there is to say of the model that embedded in this build, if anything."""

    @property
    def incomplete(self) -> bool:
        """Whether something of the user's is not in the store, or only there."""
        return bool(self.unreadable or self.set_aside or self.decisions.get(State.MISSING))


def outcome_of(
    db: Database,
    read: int,
    unreadable: tuple[Unreadable, ...],
    seconds: Mapping[str, float],
    set_aside: tuple[Problem, ...],
    *,
    saved: Mapping[str, int] | None = None,
    worth: Worth | None = None,
    faults: int = 0,
    encoder: str | None = None,
) -> Outcome:
    """Say what a build did, and what the store now holds; counted anew where nothing is `saved`."""
    return Outcome(
        counts=counts(db) if saved is None else saved,
        read=read,
        unreadable=unreadable,
        seconds=seconds,
        decisions=decisions_by_state(db),
        set_aside=set_aside,
        saved=saved is not None,
        worth=worth,
        faults=faults,
        confidential=confidential(db),
        copies=copies(db),
        remarks=remarks(db),
        not_read=not_read(db, extract.READ),
        encoder=encoder,
    )
