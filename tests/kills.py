"""Kills a process at each thing that it does to files, or fills its disk, to see what is left."""

from __future__ import annotations

import os
import resource
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from typing import TypeVar

Given = TypeVar("Given")
STEPS = frozenset(
    {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.chown",
     "os.utime", "shutil.rmtree", "shutil.copyfile", "telusur.exchange"}
)  # fmt: skip
"""What Python tells of itself just before it does it."""
SIZES = (0, *(1 << power for power in range(6, 28, 2)))
"""Bytes beyond which no file may grow."""


def at_every_step(
    prepare: Callable[[int], Given],
    act: Callable[[Given], object],
    look: Callable[[Given], object],
) -> int:
    """Let `act` be killed before its first step, before its second …, and `look` at what is left.

    Each time on what `prepare` makes anew. Returns after how many steps it came to its end.
    """
    number = 0
    while True:
        given = prepare(number)
        child = _forked()
        if child == 0:
            _die_at(number, act, given)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, 9)
        look(given)
        if code == 0:
            return number
        number += 1


def amid_writing(
    prepare: Callable[[int], Given],
    act: Callable[[Given], object],
    look: Callable[[Given], object],
) -> int:
    """Let `act` be killed as soon as a file grows beyond a size, for ever larger sizes: the write
    that does so gets through in part. Otherwise as `at_every_step`; returns how many kills."""
    for number, size in enumerate(SIZES):
        given = prepare(number)
        child = _forked()
        if child == 0:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            _limit(size)
            _end(act, given)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, -signal.SIGXFSZ)
        look(given)
        if code == 0:
            return number
    raise AssertionError("it never came to its end")


def on_a_full_disk(
    prepare: Callable[[int], Given],
    act: Callable[[Given], object],
    look: Callable[[Given, int, str], object],
    sizes: Sequence[int] = SIZES,
) -> int:
    """Let `act` find no room for files beyond a size, for ever larger sizes, and `look` at what is
    left, the exit status and what was said. Returns in how many runs there was too little room."""
    for number, size in enumerate(sizes):
        given = prepare(number)
        read, write = os.pipe()
        child = _forked()
        if child == 0:
            os.dup2(write, 1)
            os.dup2(write, 2)
            sys.stdout = os.fdopen(1, "w", closefd=False)
            sys.stderr = os.fdopen(2, "w", closefd=False)
            os.close(read)
            _limit(size)
            _end(act, given)
        os.close(write)
        with os.fdopen(read, encoding="utf-8", errors="replace") as pipe:
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        look(given, code, said)
        if code == 0:
            return number
    raise AssertionError("it never had room enough")


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _forked() -> int:
    with warnings.catch_warnings():  # of forks beside threads: ours does nothing with them
        warnings.simplefilter("ignore")
        return os.fork()


def _end(act: Callable[[Given], object], given: Given) -> None:
    code = 0
    try:
        act(given)
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    except BaseException:
        traceback.print_exc()
        code = 3
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _die_at(number: int, act: Callable[[Given], object], given: Given) -> None:
    left = number

    def count(event: str, _: object) -> None:
        nonlocal left
        if event in STEPS:
            if left == 0:
                os._exit(9)
            left -= 1

    sys.addaudithook(count)
    try:
        act(given)
    except BaseException:
        traceback.print_exc()
        os._exit(3)
    os._exit(0)
