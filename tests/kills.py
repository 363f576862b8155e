"""Kills a process at each thing that it does to files, to see what is left."""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")
STEPS = frozenset(
    {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.chown",
     "os.utime", "shutil.rmtree", "shutil.copyfile", "telusur.exchange"}
)  # fmt: skip
"""What Python tells of itself just before it does it."""


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
        with warnings.catch_warnings():  # of forks beside threads: ours does nothing with them
            warnings.simplefilter("ignore")
            child = os.fork()
        if child == 0:
            _die_at(number, act, given)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, 9)
        look(given)
        if code == 0:
            return number
        number += 1


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
