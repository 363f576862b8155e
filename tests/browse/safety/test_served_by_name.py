"""`telusur serve` on the wire: what any client may write about whom it asks."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT
from tests.waiting import PATIENCE, free_port, wait_for_server

PROGRAM = "from telusur.cli import main; import sys; sys.argv[0] = 'telusur'; main()"


@pytest.fixture(scope="module")
def port(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    root = tmp_path_factory.mktemp("served")
    (root / "telusur.toml").touch()
    shutil.copyfile(ROOT / "datasette_metadata.yml", root / "datasette_metadata.yml")
    port = free_port()
    words = ["-w", root, "serve", "--port", port, "--database", database]
    with subprocess.Popen([sys.executable, "-c", PROGRAM, *map(str, words)]) as server:
        try:
            wait_for_server(server, port)
            yield port
        finally:
            server.terminate()


def answer(port: int, target: str, *headers: str) -> tuple[int, str]:
    """Send exactly these lines, as no library would, and give the status and all that came."""
    lines = [f"GET {target} HTTP/1.1", *headers, "Connection: close", "", ""]
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as wire:
        wire.sendall("\r\n".join(lines).replace("PORT", str(port)).encode("latin-1"))
        told = b"".join(iter(lambda: wire.recv(65536), b"")).decode("utf-8", "replace")
    return int(told.split()[1]), told


@pytest.mark.parametrize(
    "headers",
    [
        ("Host: localhost:PORT",), ("Host: LOCALHOST:PORT",), ("Host: localhost.:PORT",),
        ("Host: 127.0.0.1:PORT",), ("Host: [::1]:PORT",), ("HOST:   localhost:PORT  ",),
        ("Host: localhost:PORT", "Origin: http://LocalHost:PORT"),
    ],
)  # fmt: skip
def test_its_own_names_in_every_spelling(port: int, headers: tuple[str, ...]) -> None:
    assert answer(port, "/evidence/findings.json", *headers)[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        (), ("Host:",), ("Host: evil.example",), ("Host: evil.example:PORT",), ("Host: localhost",),
        ("Host: localhost:1",), ("Host: localhost:PORT:PORT",), ("Host: localhost:+PORT",),
        ("Host: localhost.evil.example:PORT",), ("Host: localhost:PORT.evil.example",),
        ("Host: evil.example#localhost:PORT",), ("Host: evil.example\\@localhost:PORT",),
        ("Host: [::ffff:198.51.100.7]:PORT",), ("Host: [::1]evil.example:PORT",),
        ("Host: [::1:PORT",), ("Host: 0x7f.evil.example:PORT",), ("Host: localhost%2eevil:PORT",),
        ("Host: lo\xadcalhost.example:PORT",), ("Host: localhost:PORT/evil.example",),
        ("Host: localhost:PORT", "Host: evil.example"),
        ("Host: evil.example", "Host: localhost:PORT"),
        ("Host: localhost:PORT", "Host: localhost:PORT"),
        ("Host: localhost:PORT", "Origin: http://evil.example"),
        ("Host: localhost:PORT", "Origin: http://localhost:PORT", "Origin: http://evil.example"),
        ("Host: localhost:PORT", "Origin: http://localhost:PORT@evil.example"),
        ("Host: localhost:PORT", "Origin: null"),
        ("Host: evil.example", "X-Forwarded-Host: localhost:PORT"),
        ("Host: evil.example", "Forwarded: host=localhost:PORT"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("target", ["/", "/evidence/findings.json"])
def test_any_other_name_is_told_nothing(port: int, headers: tuple[str, ...], target: str) -> None:
    status, told = answer(port, target, *headers)
    assert status in (400, 403, 421)
    assert "Antrean" not in told


@pytest.mark.parametrize("host", ["evil.example", "evil.example:PORT"])
def test_a_whole_address_as_target_lends_no_name(port: int, host: str) -> None:
    """A proxy's form: the name in the target says nothing, the one in `Host` decides."""
    target = "http://localhost:PORT/evidence/findings.json"
    status, told = answer(port, target, f"Host: {host}")
    assert status in (400, 403, 404, 421)
    assert "Antrean" not in told
    status, told = answer(port, f"http://{host}/evidence/findings.json", "Host: localhost:PORT")
    # No browser of a visitor writes this; whatever comes is not the page of another name.
    assert status in (200, 400, 404, 421)
