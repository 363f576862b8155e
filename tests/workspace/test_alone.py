"""Nothing is sent anywhere: reading, linking, searching and publishing ask no other machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from support import ROOT

ALONE = """
import os, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        if not isinstance(arguments[1], (str, bytes)):  # not of this machine's own, in a folder
            told(event, arguments[1])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        told(event, arguments[0])
    elif event == "urllib.Request":
        told(event, arguments[0])

def told(event, where):
    with open(os.environ["ASKED"], "a") as file:
        file.write(f"{event} {where} by {sys.argv}\\n")
    raise ConnectionRefusedError(f"{event} {where}")

sys.addaudithook(refuse)
"""
"""Python runs this before anything else, in every process that is started below."""
PROGRAM = "from telusur.cli import main; import sys; sys.argv[0] = 'telusur'; main()"


def test_nothing_is_sent_anywhere(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone" / "sitecustomize.py").write_text(ALONE, encoding="utf-8")
    asked = tmp_path / "asked"
    paths = [str(tmp_path / "alone"), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "ASKED": str(asked)}

    def python(*words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *map(str, words)]
        return subprocess.run(command, env=environment, capture_output=True, text=True)

    shutil.copyfile(ROOT / "datasette_metadata.yml", workspace / "datasette_metadata.yml")
    page = "<p>Antrean panjang.<img src='http://198.51.100.7/a.png'></p>"
    (workspace / "corpus" / "b.html").write_text(page, encoding="utf-8")
    publishing = ("publish", tmp_path / "terbit", "--suggestions")
    for words in (("build",), ("search", "antrean di loket"), publishing):
        done = python("-c", PROGRAM, "-w", workspace, *words)
        assert done.returncode == 0, done.stderr
    assert not asked.exists(), asked.read_text(encoding="utf-8")
    # And it would have been seen.
    python("-c", "import socket; socket.create_connection(('198.51.100.7', 80), 1)")
    assert "198.51.100.7" in asked.read_text(encoding="utf-8")
