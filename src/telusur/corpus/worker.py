"""The process in which files from elsewhere are read: it may be ended without harm to the build.

It takes requests from its input and answers on its output; `batch.py` starts it, and says what
both look like. It limits itself: memory once, computing for each file.
"""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Collection
from pathlib import Path
from typing import IO, Any

from telusur.corpus.limits import COMPUTING, MEMORY
from telusur.corpus.reading import read_report
from telusur.errors import UnreadableFile

try:
    import resource
except ImportError:  # Windows: there the file's size and the time that is waited are the limits
    resource = None  # type: ignore[assignment]

_LIGHT = frozenset({".md", ".markdown", ".txt", ".csv", ".tsv"})


def serve() -> None:
    """Answer requests until the input ends."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints is no answer
    abbreviations = pickle.load(requests)  # noqa: S301 (from the process that started this one)
    _limit_memory()
    loaded = False
    with contextlib.suppress(EOFError):
        while True:
            path, relative, identity = pickle.load(requests)  # noqa: S301
            if not loaded and Path(path).suffix.lower() not in _LIGHT:
                _load_parsers()
                loaded = True
            _limit_computing()
            answer = _answer(path, relative, identity, abbreviations)
            _send(answer, answers)
            if answer[0] == "exhausted":
                return  # what is left of its memory is in pieces


def _answer(path: str, relative: str, identity: str, abbreviations: Collection[str]) -> Any:
    try:
        document = read_report(
            Path(path), relative=relative, id=identity, abbreviations=abbreviations
        )
    except UnreadableFile as error:
        kind = "exhausted" if isinstance(error.__cause__, MemoryError) else "unreadable"
        return kind, error.problems
    except Exception as error:  # told as a fault of ours, with the file that shows it
        return "failed", f"{type(error).__name__}: {error}"[:200]
    return "read", document


def _send(answer: Any, answers: IO[bytes]) -> None:
    pickle.dump(answer, answers)
    answers.flush()


def _load_parsers() -> None:
    """Load what is heavy before memory is counted: libraries are not what a file takes."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    import telusur.corpus.mails.outlook
    import telusur.corpus.markup.webpage
    import telusur.corpus.office.opendocument
    import telusur.corpus.office.slides
    import telusur.corpus.office.word
    import telusur.corpus.paper.reading
    import telusur.corpus.sheets.workbook  # noqa: F401

    _limit_memory()


def _limit_memory() -> None:
    """Let this process take so much more than it has now."""
    pages = Path("/proc/self/statm")
    if resource is None or not pages.exists():
        return
    now = int(pages.read_text().split()[0]) * resource.getpagesize()
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = now + MEMORY
    resource.setrlimit(
        resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most)
    )
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_computing() -> None:
    """End this process when the next file takes more computing than it may."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = int(used.ru_utime + used.ru_stime) + 1 + COMPUTING
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(
        resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most)
    )


if __name__ == "__main__":
    serve()
