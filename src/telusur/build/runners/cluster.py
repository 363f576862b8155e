"""A Dask cluster: one that stands somewhere, or one that is started on this machine."""

from __future__ import annotations

import contextlib
import logging
import uuid
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from telusur import __version__
from telusur.build.outcome import Where
from telusur.build.runners import far
from telusur.build.runners.alike import NEAR, refuse, standing, trial
from telusur.build.runners.elsewhere import Died
from telusur.build.runners.far import Order
from telusur.build.stages.kit import Tools
from telusur.errors import ClusterUnusable
from telusur.words import say, say_of
from telusur.workspace import machine

if TYPE_CHECKING:
    from distributed import Client, Future

_OUT = 3
"""Batches of each worker that are under way: one is read, one is fetched, one is answered."""
_PATIENCE = 30
"""Seconds that a scheduler, and the first of its workers, are waited for."""
_LOOKS = 3
"""So often in a row no worker is there before they are given up."""


@contextlib.contextmanager
def cluster(where: Where, tools: Tools) -> Iterator[tuple[Workers, Order]]:
    """Give the workers of the cluster, once it is sure that they read as this machine does.

    Raises:
        ClusterUnusable: the cluster cannot be reached, or its workers differ.
    """
    try:
        import dask
        import distributed  # noqa: F401
    except ImportError as error:
        raise ClusterUnusable(
            say("A cluster needs Dask, which is not installed here: pip install 'telusur[cluster]'")
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what people need is told here
    # A scan of a report is larger than what Dask thinks wise to send.
    as_large_as_it_is = {"distributed.admin.large-graph-warning-threshold": "1GB"}
    with dask.config.set(as_large_as_it_is), _connected(where.cluster) as client:
        _wait_for_workers(client, where.cluster)
        where.tell(
            say_of(
                "{count} worker; what it does: {address}",
                "{count} workers; what they do: {address}",
                len(client.nthreads()),
                address=client.dashboard_link or where.cluster,
            )
        )
        order = Order(tools.kit, standing(tools.kit), trial(tools))
        _refuse_others(client, order)
        with contextlib.closing(Workers(client, order, where.cluster)) as workers:
            yield workers, order


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Client]:
    from distributed import Client, LocalCluster

    with contextlib.ExitStack() as stack:
        if address == "local":
            address = stack.enter_context(
                LocalCluster(
                    n_workers=machine.cores(),
                    threads_per_worker=1,
                    dashboard_address="127.0.0.1:0",
                    silence_logs=logging.CRITICAL,
                    security=True,  # others with an account on this machine reach its ports, too
                )
            )
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of versions that differ: told in our own words
                client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise ClusterUnusable(
                say(
                    "The cluster at {address} cannot be reached: {error}. See whether its "
                    "scheduler runs there, and whether a firewall lets this machine through.",
                    address=address,
                    error=str(error).rstrip(".") or type(error).__name__,
                )
            ) from error
        yield stack.enter_context(client)


def _wait_for_workers(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise ClusterUnusable(
            say(
                "The cluster at {address} has no workers. Start some: dask worker {address}",
                address=address,
            )
        ) from error


def _refuse_others(client: Client, order: Order) -> None:
    """Refuse workers that would read otherwise: first by what Dask itself can ask any worker."""
    wanted = order.alike or {}
    basic = {
        address: {
            "Python": told["host"]["python"].rsplit(".final", 1)[0],
            "Telusur": str(told["packages"].get("telusur") or "-"),
        }
        for address, told in client.get_versions(packages=["telusur"])["workers"].items()
    }
    refuse(basic, {"Python": wanted["Python"], "Telusur": __version__})
    for what, asked, given, expected in (
        ("Telusur", standing, order.kit, wanted),
        ("vectors", far.tried, order, NEAR),
    ):
        answers = client.run(asked, given, on_error="return")
        refuse(
            {
                address: {what: f"{said!r}"} if isinstance(said, Exception) else said
                for address, said in answers.items()
            },
            expected,
        )


class Workers:
    """A `Crew`."""

    other_disk = True

    def __init__(self, client: Client, order: Order, address: str) -> None:
        self._client = client
        self._address = address
        self._alone = 0
        # As the result of a task it is passed from worker to worker, and made again where all
        # that had it are gone.
        self._order = client.submit(_same, order, pure=False)

    @property
    def ahead(self) -> int:
        """Workers may come and go meanwhile."""
        with self._reached():
            return _OUT * max(1, len(self._client.nthreads()))

    def submit(self, work: Callable[..., Any], *given: Any, beside: str | None = None) -> Future:
        with self._reached():
            return self._client.submit(
                _at,
                work,
                self._order,
                *given,
                key=f"telusur-{work.__name__}-{uuid.uuid4().hex}",
                workers=beside,
                allow_other_workers=beside is not None,
                pure=False,
            )

    def result(self, future: Future) -> tuple[str, Any]:
        from distributed import KilledWorker

        with self._reached():
            failure = future.exception()
        if isinstance(failure, KilledWorker):
            raise Died from failure
        if failure is not None:  # the work failed, and not the way to it
            raise failure
        with self._reached():
            found: tuple[str, Any] = future.result()
        return found

    def close(self) -> None:
        """Let the workers forget what the build needed."""
        with contextlib.suppress(ClusterUnusable), self._reached():
            self._client.run(far.let_go, on_error="ignore")

    def watch(self) -> None:
        with self._reached():
            self._alone = 0 if self._client.nthreads() else self._alone + 1
        if self._alone >= _LOOKS:
            raise ClusterUnusable(
                say(
                    "The cluster at {address} has had no worker for minutes. Nothing was changed: "
                    "start workers, and build again.",
                    address=self._address,
                )
            )

    @contextlib.contextmanager
    def _reached(self) -> Iterator[None]:
        from distributed.client import ClosedClientError

        lost = ClusterUnusable(
            say(
                "The cluster at {address} was lost in mid-build. Nothing was changed: see why its "
                "scheduler ended, and build again.",
                address=self._address,
            )
        )
        if self._client.status != "running":  # it connects anew, but what was under way is gone
            raise lost
        try:
            yield
        except (CancelledError, OSError, ClosedClientError) as error:
            raise lost from error


def _same(order: Order) -> Order:
    return order


def _at(work: Callable[..., Any], order: Order, *given: Any) -> tuple[str, Any]:
    from distributed import get_worker

    worker = get_worker()
    return worker.address, work(replace(order, threads=worker.state.nthreads), *given)
