"""Waits for what another process does. No test fails because a machine is slow: only a process that
ended, or one that hangs for minutes, is an error."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

import uvicorn

Told = TypeVar("Told")
PATIENCE = 600
"""Seconds after which something hangs, for whatever asks for a limit."""


def wait_for_server(process: subprocess.Popen[str] | subprocess.Popen[bytes], port: int) -> None:
    """Return once the process listens at the port of this machine."""
    for _ in range(PATIENCE * 10):
        assert process.poll() is None, f"the server ended with {process.returncode}"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nothing listens at port {port}")


def run(work: Coroutine[Any, Any, Told]) -> Told:
    """Return what a coroutine gives. It runs in a thread of its own: in this one Playwright's loop
    may be running."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(asyncio.run, work).result()


def hang(seconds: int) -> None:
    """Do nothing for so long: what a process is at when it is ended."""
    time.sleep(seconds)


def wait_until(holds: Callable[[], bool]) -> None:
    """Return once something holds."""
    for _ in range(PATIENCE * 10):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("this never comes about")


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(app: object) -> Iterator[str]:
    """Serve an ASGI application in a thread and give its address. Whoever asks before it has
    started waits in the queue of the socket."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        config = uvicorn.Config(app, log_level="error", lifespan="on", proxy_headers=False)  # type: ignore[arg-type]
        server = uvicorn.Server(config)

        def run() -> None:
            try:
                server.run([door])
            finally:
                door.close()  # nobody waits for a server that could not start

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()
