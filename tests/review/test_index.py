"""What is kept of the journal never outlives what stands in the file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from telusur.review.journal.appending import append
from telusur.review.journal.index import Before

OLD, NEW, LATER = (f'{{"id":"{name}","isi":"kata"}}' for name in ("lama", "baru", "susul"))
FAR = '{"id":"lain","isi":"kata"}\n' * 10_000
"""More than is compared at the end of the file."""


def naming(path: Path, name: str) -> list[bytes]:
    found: list[bytes] = []

    def look(before: Before) -> list[str]:
        found.extend(before.naming([name]))
        return []

    append(path, look)
    return found


def changed_far_back(path: Path) -> None:
    """In place, and the file grows at once: its end and its size look like an append."""
    whole = path.read_bytes().replace(OLD.encode(), NEW.encode())
    with path.open("r+b") as file:
        file.write(whole + LATER.encode() + b"\n")


def changed_in_place(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(NEW.encode())
    before = path.stat()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000_000))


def cut_and_written_on(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(len(OLD) + 1)
        file.seek(0)
        file.write(NEW.encode() + b"\n" + FAR.encode() * 2)


def cut_to_nothing(path: Path) -> None:
    path.write_bytes(b"")
    path.write_bytes(NEW.encode() + b"\n")


@pytest.mark.parametrize(
    "foreign", [changed_far_back, changed_in_place, cut_and_written_on, cut_to_nothing]
)
def test_what_somebody_else_did_to_the_journal_is_seen(
    foreign: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "review.jsonl"
    path.write_text(f"{OLD}\n{FAR}", encoding="utf-8")
    assert naming(path, "lama") == [OLD.encode()]
    assert naming(path, "baru") == []
    foreign(path)
    assert naming(path, "lama") == []
    assert naming(path, "baru") == [NEW.encode()]


def test_what_others_append_is_found_beside_what_was_known(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    append(path, lambda _: [OLD])
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{LATER}\n{NEW[:9]}")
    assert naming(path, "lama") == [OLD.encode()]
    assert naming(path, "susul") == [LATER.encode()]
    append(path, lambda _: [NEW])
    assert naming(path, "baru") == [NEW.encode()]
    assert path.read_text(encoding="utf-8").splitlines() == [OLD, LATER, NEW[:9], NEW]
