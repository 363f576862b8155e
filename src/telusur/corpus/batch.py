"""Many reports, one after the other, none of which can stop the others."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Collection
from pathlib import Path
from typing import Any, Self

from telusur.corpus.folder import PICTURES
from telusur.corpus.limits import COMPUTING, SMALL_TEXT, WAITING, WAITING_FOR_SCANS
from telusur.corpus.model import Document
from telusur.corpus.reading import read_report
from telusur.errors import Problem, ReaderFailed, UnreadableFile
from telusur.words import Later, say

_OURS = frozenset({".md", ".markdown", ".txt"})
_PICTURED = frozenset({".pdf", *PICTURES})
_START = "import sys; sys.path[:] = {path!r}; from telusur.corpus.worker import serve; serve()"
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Numeric libraries reserve memory for every core; reading needs none of it."""
_SAFE = frozenset(
    {("telusur.corpus.model", "Cell"), ("telusur.corpus.model", "Document"),
     ("telusur.corpus.model", "Passage"), ("telusur.errors", "Problem"), ("datetime", "date")}
)  # fmt: skip
_TOO_MUCH = Later("Split it into several reports, or save its text as .txt")


class ReportReader:
    """Reads reports: short plain texts here, all others in a process of limited means.

    The process is started for the first file that needs it, serves all, and is started anew after
    one that ended it.
    """

    def __init__(self, abbreviations: Collection[str]) -> None:
        """`abbreviations` are the words whose dot ends no sentence."""
        self._abbreviations = tuple(abbreviations)
        self._process: subprocess.Popen[bytes] | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Where it is sent to another process, it starts a reader of its own there."""
        return {"_abbreviations": self._abbreviations, "_process": None}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path, *, relative: str, id: str) -> Document:  # noqa: A002
        """Read the report at `path`; `relative` is its path below `corpus/`, `id` its id.

        Raises:
            UnreadableFile: with every reason why it cannot be read, or what it takes too much of.
            ReaderFailed: something unexpected happened, which is a fault of Telusur's.
        """
        if _is_small_text(path):
            try:
                return read_report(
                    path, relative=relative, id=id, abbreviations=self._abbreviations
                )
            except UnreadableFile:
                raise
            except Exception as error:
                raise ReaderFailed.of(f"corpus/{relative}", error) from error
        return self._read_apart(path, relative, id)

    def _read_apart(self, path: Path, relative: str, identity: str) -> Document:
        shown = f"corpus/{relative}"
        process = self._process or self._start()
        waited = threading.Timer(_patience(path), process.kill)
        waited.start()
        try:
            kind, said = self._ask(process, (os.fspath(path), relative, identity))
        except (EOFError, OSError, pickle.UnpicklingError):
            self.close()
            raise UnreadableFile([_why_it_ended(process, shown)]) from None
        finally:
            waited.cancel()
        if kind == "exhausted":
            self.close()
        if kind == "read" and isinstance(said, Document):
            return said
        if kind == "failed":
            raise ReaderFailed.of(shown, said)
        raise UnreadableFile(said)

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ONE_THREAD,
            start_new_session=True,  # Ctrl-C is for the build, which then ends its reader
        )
        with contextlib.suppress(OSError):  # the answer that never comes tells it
            _send(self._process, self._abbreviations)
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], request: object) -> tuple[str, Any]:
        _send(process, request)
        assert process.stdout is not None  # noqa: S101
        kind, said = _Answers(process.stdout).load()
        return kind, said

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        if process.poll() is None:
            try:
                process.wait(timeout=1)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class _Answers(pickle.Unpickler):
    """Takes documents and problems, and nothing else: whoever has got hold of the reader through
    a file has not got hold of the build."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _SAFE:
            raise pickle.UnpicklingError(f"{module}.{name} is no answer")
        return super().find_class(module, name)


def _send(process: subprocess.Popen[bytes], what: object) -> None:
    assert process.stdin is not None  # noqa: S101
    pickle.dump(what, process.stdin)
    process.stdin.flush()


def _patience(path: Path) -> int:
    return WAITING_FOR_SCANS if path.suffix.lower() in _PICTURED else WAITING


def _is_small_text(path: Path) -> bool:
    if path.suffix.lower() not in _OURS:
        return False
    try:
        return path.stat().st_size <= SMALL_TEXT
    except OSError:
        return True  # reading it says why


def _why_it_ended(process: subprocess.Popen[bytes], shown: str) -> Problem:
    try:
        status = process.wait(timeout=WAITING)
    except subprocess.TimeoutExpired:
        status = 0
    if status == -getattr(signal, "SIGXCPU", 0):
        what = say(
            "it is too large: reading it takes more than {computing} s of computing",
            computing=COMPUTING,
        )
    elif status == -getattr(signal, "SIGKILL", 9):
        what = say("it is too large: reading it was given up, for time or for memory")
    else:
        what = say(
            "it is damaged or too large: reading it ended the reader (status {status})",
            status=status,
        )
    return Problem(shown, None, what, _TOO_MUCH)
