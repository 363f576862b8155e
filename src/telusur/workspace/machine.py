"""How much of a machine there is to work with."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
"""Where a container says how much memory it has, in the new and the old way."""


def memory() -> int | None:
    """Bytes of memory that this machine or container has; None where nothing tells."""
    found = []
    with contextlib.suppress(AttributeError, ValueError, OSError):  # Windows cannot be asked
        found.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    for limit in _LIMITS:
        with contextlib.suppress(ValueError, OSError):  # no such file, or it says `max`
            found.append(int(Path(limit).read_text(encoding="ascii")))
    return min(found, default=None)


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
