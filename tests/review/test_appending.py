"""Whole lines or nothing: killed at any moment, on a full disk, by many at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import portalocker
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.review.made import FIRST_FORM, decision

from telusur.errors import NotRecorded
from telusur.review import append, read_journal, record
from telusur.review.journal import appending
from telusur.review.journal.decisions import as_line

ROOT = Path(__file__).parents[2]
TORN = FIRST_FORM[:70]
NOTE = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(
    before=st.sampled_from(["", FIRST_FORM + "\n", FIRST_FORM, "\n\n" + FIRST_FORM, TORN]),
    notes=st.lists(NOTE, min_size=1, max_size=4),
)
def test_what_stands_is_kept_and_what_is_appended_is_read(before: str, notes: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "review.jsonl"
        path.write_text(before, encoding="utf-8")
        taken = [record(path, decision(note=note)) for note in notes]
        assert path.read_text(encoding="utf-8").startswith(before)
        found = read_journal(path)
    assert len(found.set_aside) == (before == TORN)
    here = {one.line: one for one in found.entries}
    assert [here[one.line] for one in taken] == taken


def test_a_torn_line_does_not_swallow_the_next_decision(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    path.write_text(f"{FIRST_FORM}\n{TORN}", encoding="utf-8")
    taken = record(path, decision())
    found = read_journal(path)
    assert [one.line for one in found.set_aside] == [2]
    assert [one for one in found.entries if one.line == 3] == [taken]


@pytest.mark.parametrize("failing", ["write", "short write", "fsync"])
def test_a_disk_that_is_full_leaves_no_half_line(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "review.jsonl"
    record(path, decision())
    before, write = path.read_bytes(), os.write
    calls: list[int] = []

    def full(file: int, data: bytes) -> int:
        calls.append(file)
        if failing == "short write" and len(calls) == 1:
            return write(file, data[:30])
        raise OSError(errno.ENOSPC, "No space left on device")

    def no_sync(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", no_sync)
    else:
        monkeypatch.setattr(os, "write", full)
    with pytest.raises(NotRecorded, match=r"review\.jsonl.*not written.*decide again"):
        record(path, decision("reject"))
    monkeypatch.undo()
    assert path.read_bytes() == before
    record(path, decision("reject"))
    assert len(read_journal(path).entries) == 2


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from telusur.errors import NotRecorded
from telusur.review import record
from tests.review.made import decision
path = Path(sys.argv[1])
record(path, decision())
size = path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, size + 100))
for _ in range(3):
    try:
        record(path, decision("reject"))
    except NotRecorded:
        print(path.stat().st_size == size)
"""


def test_a_file_that_may_not_grow_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    done = subprocess.run(
        [sys.executable, "-c", FULL, path, ROOT], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True"] * 3
    assert read_journal(path).set_aside == ()


@pytest.mark.parametrize("there", ["folder", "no parent"])
def test_a_journal_that_cannot_be_written_is_told(there: str, tmp_path: Path) -> None:
    path = tmp_path / "draft" / "review.jsonl"
    if there == "folder":
        path.mkdir(parents=True)
    with pytest.raises(NotRecorded, match=r"review\.jsonl"):
        record(path, decision())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to any file")
def test_a_read_only_journal_is_told(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    path.write_text(FIRST_FORM + "\n", encoding="utf-8")
    path.chmod(0o400)
    with pytest.raises(NotRecorded, match="permission denied"):
        record(path, decision())


def test_a_writer_who_never_ends_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "review.jsonl"
    monkeypatch.setattr(appending, "WAIT", 0.0)
    with path.open("a") as file:
        portalocker.lock(file, portalocker.LOCK_EX)
        with pytest.raises(NotRecorded, match="another process is writing"):
            record(path, decision())
    assert path.read_bytes() == b""


def test_a_journal_that_git_put_a_new_file_over_gets_the_decision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and locking, the file may be replaced."""
    path, lock = tmp_path / "review.jsonl", portalocker.lock
    path.write_text(FIRST_FORM + "\n", encoding="utf-8")

    def replaced_first(file: int, flags: portalocker.LockFlags) -> None:
        monkeypatch.setattr(portalocker, "lock", lock)
        other = tmp_path / "other"
        other.write_text(FIRST_FORM + "\n" + FIRST_FORM.replace("Sari", "Budi") + "\n")
        other.rename(path)
        lock(file, flags)

    monkeypatch.setattr(portalocker, "lock", replaced_first)
    record(path, decision())
    assert sorted(one.line or 0 for one in read_journal(path).entries) == [1, 2, 3]


def test_many_writers_lose_nothing_and_know_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda n: record(path, decision(note=str(n))), range(40)))
    found = read_journal(path)
    assert found.set_aside == ()
    assert {one.id for one in found.entries} == {one.id for one in taken}
    # All are on one link: each was written in the knowledge of the one before it.
    by_line = sorted(found.entries, key=lambda one: one.line or 0)
    assert [one.decision.after for one in by_line[1:]] == [(one.id,) for one in by_line[:-1]]


KILLED = r"""
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import portalocker
from telusur.review import record
from tests.review.made import decision
path = Path(sys.argv[1])
answers = path.with_suffix(".answers")
NAMES = ("open", "lseek", "read", "fstat", "write", "fsync", "ftruncate", "close")
CALLS = [(os, name) for name in NAMES] + [(portalocker, "lock")]
REAL = {(module, name): getattr(module, name) for module, name in CALLS}

def child(left, torn):
    answered = os.open(answers, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def counted(name, real):
        def call(*given):
            nonlocal left
            left -= 1
            if left == 0:
                if name == "write" and torn:
                    real(given[0], given[1][: len(given[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given)
        return call

    for number in range(2):
        for (module, name), real in REAL.items():
            setattr(module, name, counted(name, real))
        taken = record(path, decision(note=f"{os.getpid()} {number}"))
        for (module, name), real in REAL.items():
            setattr(module, name, real)
        os.write(answered, (taken.id + "\n").encode())
    os._exit(0)

killed = 0
for torn in (False, True):
    for at in range(1, 60):
        process = os.fork()
        if process == 0:
            child(at, torn)
        _, status = os.waitpid(process, 0)
        if os.WIFEXITED(status):
            break
        killed += 1
print(killed)
"""


def test_killed_between_any_two_system_calls_nothing_answered_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    done = subprocess.run(
        [sys.executable, "-c", KILLED, path, ROOT], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 20, done
    found = read_journal(path)
    answered = path.with_suffix(".answers").read_text(encoding="ascii").split()
    assert len(answered) > 10
    assert set(answered) <= {one.id for one in found.entries}
    # A kill in the middle of a write leaves a torn line, which is named and swallows nothing.
    assert len(found.set_aside) == 2
    assert all("torn" in problem.what for problem in found.set_aside)


def test_lines_that_come_back_are_written_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    append(path, lambda _: [FIRST_FORM, as_line(decision())])
    assert path.read_text(encoding="utf-8") == f"{FIRST_FORM}\n{as_line(decision())}\n"


def test_nothing_to_write_touches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    path.write_text(TORN, encoding="utf-8")
    append(path, lambda _: [])
    assert path.read_text(encoding="utf-8") == TORN
