"""What a worker does, in a process of its own: it is sent reports, and sends back what it read.

It has a temporary folder and memory, and nothing else of its own: any batch can be done by any
worker, and done again by another.
"""

from __future__ import annotations

import contextlib
import tempfile
import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.build.planning import ReportFile
from telusur.build.runners.alike import NEAR, Standing, nearness, refuse, standing, trial
from telusur.build.stages.kit import Kit, Tools
from telusur.build.stages.linking import LINKING, Pairs
from telusur.build.stages.reading import BEGINNING, FINISHING, Batch, Read
from telusur.build.stages.stage import SILENCE, through
from telusur.link.hygiene import key
from telusur.link.model import Link, Source
from telusur.words import speak

if TYPE_CHECKING:
    import numpy as np

    Vectors = Mapping[str, np.ndarray[Any, Any]]
    """By the keys of their texts."""

_MOST_BEGUN = 4
"""Batches that a worker keeps begun until it is told what is known of their clauses."""


@dataclass(frozen=True)
class Order:
    """What is the same for all that a build sends out."""

    kit: Kit
    alike: Standing | None = None
    """What the worker must be like; None where it is surely so."""
    trial: tuple[float, ...] = ()
    """The vector that `alike.trial` has where the build is, and must have on the worker; empty
    where none is compared."""
    threads: int = 1
    """Those that the encoder may take."""
    build: str = field(default_factory=lambda: uuid.uuid4().hex)
    """A name that no other build has."""


@dataclass(frozen=True)
class Parcel:
    """Some reports."""

    files: tuple[ReportFile, ...]
    contents: tuple[bytes, ...] | None = None
    """Their bytes, for a worker with another disk."""


class _Carried:
    """The vectors that were sent along, and those that are new: a `telusur.link.VectorCache`."""

    def __init__(self, known: Vectors) -> None:
        self._known = known
        self.fresh: dict[str, np.ndarray[Any, Any]] = {}

    def get(self, model: str, keys: Sequence[str]) -> Vectors:  # noqa: ARG002
        return {one: self._known[one] for one in keys if one in self._known}

    def put(self, model: str, vectors: Vectors) -> None:  # noqa: ARG002
        self.fresh.update(vectors)


_one_at_a_time = threading.RLock()  # neither reader nor encoder can be shared by threads
_at_hand: dict[str, Tools] = {}
_begun: dict[tuple[str, ...], Batch] = {}


def begin(order: Order, parcel: Parcel) -> list[str]:
    """Read reports as far as they can be without meaning; return the keys of their clauses."""
    with _one_at_a_time:
        batch = _begin(order, parcel)
        _begun[_name(order, parcel)] = batch
        for name in list(_begun)[:-_MOST_BEGUN]:
            del _begun[name]
        return [key(clause) for clause in batch.clauses]


def finish(order: Order, parcel: Parcel, known: Vectors) -> tuple[Read, Vectors]:
    """Return what became of the reports, and the vectors of clauses that are not `known`.

    What another worker began is begun anew.
    """
    with _one_at_a_time:
        batch = _begun.pop(_name(order, parcel), None) or _begin(order, parcel)
        batch.cache = carried = _Carried(known)
        through(FINISHING, batch, SILENCE)
        return batch.read, carried.fresh


def link(order: Order, sources: Sequence[Source], known: Vectors) -> tuple[list[Link], Vectors]:
    """Return the links of findings, and the vectors of texts that are not `known`."""
    with _one_at_a_time:
        carried = _Carried(known)
        pairs = Pairs(_tools(order), carried, sources)
        through(LINKING, pairs, SILENCE)
        return pairs.links, carried.fresh


def tried(order: Order) -> Standing:
    """Say how near the vector of the trial is here."""
    return nearness(trial(Tools(order.kit, order.threads)), order.trial)


def let_go() -> None:
    """Forget what a build needed."""
    with _one_at_a_time:
        for tools in _at_hand.values():
            tools.close()
        _at_hand.clear()
        _begun.clear()


def _begin(order: Order, parcel: Parcel) -> Batch:
    with _laid_out(parcel) as files:
        batch = Batch(_tools(order), _Carried({}), files)
        through(BEGINNING, batch, SILENCE)
    return batch


@contextlib.contextmanager
def _laid_out(parcel: Parcel) -> Iterator[Sequence[ReportFile]]:
    """Lay what was sent on this disk: reading is done by a process of limited means, from files."""
    if parcel.contents is None:
        yield parcel.files
        return
    with tempfile.TemporaryDirectory(prefix="telusur-") as folder:
        files = []
        for number, (file, content) in enumerate(zip(parcel.files, parcel.contents, strict=True)):
            path = Path(folder, f"{number}{file.path.suffix}")
            path.write_bytes(content)
            files.append(replace(file, path=path))
        yield files


def _name(order: Order, parcel: Parcel) -> tuple[str, ...]:
    return (order.build, *(file.id for file in parcel.files))


def _tools(order: Order) -> Tools:
    """Make what the build needs, once, in the place of what an earlier build needed."""
    if order.build not in _at_hand:
        let_go()
        speak(order.kit.language)
        tools = Tools(order.kit, order.threads)
        if order.alike:  # one that came later, or was started anew
            refuse({"": standing(order.kit)}, order.alike)
        if order.trial:
            refuse({"": nearness(trial(tools), order.trial)}, NEAR)
        _at_hand[order.build] = tools
    return _at_hand[order.build]
