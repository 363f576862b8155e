"""Runs plain Datasette on a bundle, in a process that does not find the installed Telusur."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
from tests.waiting import PATIENCE, free_port, wait_for_server

_START = (
    "import sys; sys._called_from_test = True\n"  # Datasette's way of not looking for plugins
    "from datasette.cli import cli\n"
    "cli()"
)


@contextlib.contextmanager
def _started(bundle: Path, port: int, *more: str) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    command = [sys.executable, "-c", _START, "serve", str(bundle), "--port", str(port), *more]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as told:
        process = subprocess.Popen(
            command,
            env=environment,
            cwd=bundle,
            stdout=told,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            yield process, Path(told.name)
        finally:
            process.terminate()
            process.wait()


@contextlib.contextmanager
def served(bundle: Path, *more: str) -> Iterator[httpx.Client]:
    """A client of a server that is up."""
    port = free_port()
    with (
        _started(bundle, port, *more) as (process, told),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as client,
    ):
        try:
            wait_for_server(process, port)
        except AssertionError as error:
            raise AssertionError(told.read_text(encoding="utf-8")) from error
        yield client


def refusal(bundle: Path, *more: str) -> str:
    """What a server says that does not start."""
    with _started(bundle, free_port(), *more) as (process, told):
        assert process.wait() != 0
        return told.read_text(encoding="utf-8")


def run_in(bundle: Path, program: str) -> str:
    """What a program prints that has opened the bundle as `datasette`."""
    opened = (
        "import sys; sys._called_from_test = True\n"
        "from pathlib import Path\n"
        "from datasette.app import Datasette\n"
        f"datasette = Datasette(config_dir=Path({str(bundle)!r}))\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-c", opened + program]
    done = subprocess.run(command, env=environment, cwd=bundle, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout
