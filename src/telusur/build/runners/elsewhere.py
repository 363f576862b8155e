"""In other processes, on this machine or on many: sent out batch by batch, gathered in order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeVar

from telusur import corpus
from telusur.build.outcome import Progress
from telusur.build.planning import ReportFile, as_unreadable
from telusur.build.runners import far
from telusur.build.runners.far import Order, Parcel
from telusur.build.runners.here import Here
from telusur.build.runners.seam import Many, by_size
from telusur.build.stages.reading import Read
from telusur.errors import Problem, UnreadableFile
from telusur.link import VectorCache, texts_to_embed
from telusur.link.hygiene import key
from telusur.link.model import Link, Source
from telusur.words import say

_SENT = range(20_000, 100_000)
"""Bytes of reports that are sent at a time: so few that every worker has some, and not fewer than
are embedded well together."""
_EACH = 1_500
"""Bytes that a report counts at least: a batch of very small ones would take very long."""
_LINKED = 1024
"""Findings that are sent at a time."""
_SILENCE = 60
"""Seconds without a word after which one sees whether anybody is there."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Way = Generator["Future", tuple[Any, Any], Result]
"""Gives a future, is given what became of it and where, gives the next …, and has a result."""


class Future(Protocol):
    """What a worker will have done."""

    def result(self) -> tuple[Any, Any]:
        """Return which worker did it, and what it gave."""

    def add_done_callback(self, called: Callable[[Any], None]) -> None:
        """Have `called` with this future once it is there, in another thread."""


class Died(Exception):
    """A worker ended, again and again, while it did something."""


class Crew(Protocol):
    """Workers."""

    other_disk: bool
    """Whether workers see other files than this process."""

    @property
    def ahead(self) -> int:
        """How many batches may be out at a time."""

    def submit(self, work: Callable[..., Any], *given: Any, beside: Any = None) -> Future:
        """Have a worker do something, if possible the one that is called `beside`."""

    def result(self, future: Any) -> tuple[Any, Any]:
        """Wait for the result of a future.

        Raises:
            Died: it has none, as workers died of it.
            ClusterUnusable: there is nobody left to give one.
        """

    def watch(self) -> None:
        """See whether somebody is there, when nothing has been heard for long.

        Raises:
            ClusterUnusable: there has been nobody for too long.
        """


class Elsewhere:
    """A `Runner`."""

    def __init__(self, crew: Crew, order: Order, here: Here, cache: VectorCache) -> None:
        """`here` does what nobody else can."""
        self._crew = crew
        self._order = order
        self._here = here
        self._cache = cache
        self._encoder = order.kit.encoder

    def read(self, files: Sequence[ReportFile], progress: Progress) -> Iterator[Read]:
        sizes = {file.id: max(file.size, _EACH) for file in files}
        share = sum(sizes.values()) // self._crew.ahead
        most = min(max(share, _SENT.start), _SENT.stop)
        batches = by_size(files, lambda file: sizes[file.id], most)
        with progress.stage("read", len(files)) as advance:
            yield from self._in_order(batches, self._reading, self._read_singly, advance)

    def link(self, sources: Many[Source], progress: Progress) -> Iterator[Sequence[Link]]:
        kit = self._order.kit
        if not sources or not kit.targets:
            return
        self._here.embed(texts_to_embed([], kit.targets, kit.lexicon.challenges))
        batches = by_size(sources, lambda _: 1, _LINKED)
        with progress.stage("link", len(sources)) as advance:
            yield from self._in_order(batches, self._linking, self._here.links_of, advance)

    def _reading(self, files: Sequence[ReportFile]) -> Way[Read]:
        there: Read
        parcel, read = self._packed(files)
        if not parcel.files:
            return read
        where, keys = yield self._crew.submit(far.begin, parcel)
        known = self._cache.get(self._encoder, keys)
        _, (there, fresh) = yield self._crew.submit(far.finish, parcel, known, beside=where)
        self._cache.put(self._encoder, fresh)
        there.unreadable += read.unreadable
        return there

    def _linking(self, sources: Sequence[Source]) -> Way[Sequence[Link]]:
        links: Sequence[Link]
        kit = self._order.kit
        texts = texts_to_embed(sources, kit.targets, kit.lexicon.challenges)
        known = self._cache.get(self._encoder, [*{key(text) for text in texts}])
        _, (links, fresh) = yield self._crew.submit(far.link, sources, known)
        self._cache.put(self._encoder, fresh)
        return links

    def _packed(self, files: Sequence[ReportFile]) -> tuple[Parcel, Read]:
        """What is sent, and what is said of files that cannot be."""
        if not self._crew.other_disk:
            return Parcel(tuple(files)), Read()
        sent, contents, read = [], [], Read()
        for file in files:
            try:
                contents.append(corpus.bytes_of(file.path, f"corpus/{file.relative}"))
                sent.append(file)
            except UnreadableFile as error:
                read.unreadable += as_unreadable(error.problems, file.sha256)
        return Parcel(tuple(sent), tuple(contents)), read

    def _read_singly(self, files: Sequence[ReportFile]) -> Read:
        """Read reports among which one ends its worker: that one is named."""
        together = Read()
        for file in files:
            try:
                read = self._now(self._reading([file]))
            except Died:
                problem = Problem(
                    f"corpus/{file.relative}",
                    None,
                    say("it is too large or damaged: reading it ended the process that read it"),
                    say("Split it into several reports, or save its text as .txt"),
                )
                read = Read(unreadable=as_unreadable([problem], file.sha256))
            together.done += read.done
            together.unreadable += read.unreadable
            together.faults += read.faults
        return together

    def _heard(self, ended: SimpleQueue[int]) -> int:
        while True:
            with contextlib.suppress(Empty):
                return ended.get(timeout=_SILENCE)
            self._crew.watch()

    def _now(self, way: Way[Result]) -> Result:
        """Go a way to its end, with nothing else under way."""
        ended: SimpleQueue[int] = SimpleQueue()
        try:
            future = next(way)
            while True:
                future.add_done_callback(lambda _: ended.put(0))
                self._heard(ended)
                future = way.send(self._crew.result(future))
        except StopIteration as end:
            result: Result = end.value
            return result

    def _in_order(
        self,
        items: Iterable[Sequence[Item]],
        way_of: Callable[[Sequence[Item]], Way[Result]],
        alone: Callable[[Sequence[Item]], Result],
        advance: Callable[[int], None],
    ) -> Iterator[Result]:
        """Yield the results of all batches in their order, many of which are under way at a time.

        What workers died of is done by `alone` in its turn, when nothing else is under way that
        could be the reason.
        """
        to_come = enumerate(items)
        under_way: dict[int, tuple[Sequence[Item], Way[Result], Future]] = {}
        ended: SimpleQueue[int] = SimpleQueue()
        results: dict[int, Result] = {}
        deadly: dict[int, Sequence[Item]] = {}
        turn, more = 0, True

        def go_on(number: int, batch: Sequence[Item], way: Way[Result], before: Any) -> None:
            try:
                future = way.send(before)
            except StopIteration as end:
                results[number] = end.value
                advance(len(batch))
                return
            under_way[number] = batch, way, future
            future.add_done_callback(lambda _: ended.put(number))

        while more or under_way or deadly:
            while more and turn not in deadly and len(under_way) + len(results) < self._crew.ahead:
                number, batch = next(to_come, (-1, ()))
                if more := bool(batch):
                    go_on(number, batch, way_of(batch), None)
            if under_way:
                number = self._heard(ended)
                batch, way, future = under_way.pop(number)
                try:
                    go_on(number, batch, way, self._crew.result(future))
                except Died:
                    deadly[number] = batch
            if turn in deadly and not under_way:
                batch = deadly.pop(turn)
                results[turn] = alone(batch)
                advance(len(batch))
            while turn in results:
                yield results.pop(turn)
                turn += 1
