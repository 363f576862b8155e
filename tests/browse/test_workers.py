"""Several processes that answer at one address."""

from __future__ import annotations

import signal
import subprocess
import sys
from copy import copy
from pathlib import Path

import httpx
from click.testing import CliRunner
from support import ROOT
from tests.waiting import PATIENCE, free_port, wait_until

from telusur.cli import commands
from telusur.handover import Offering

_SERVE = """
import sys; from pathlib import Path; from telusur.browse import serve
serve(Path(sys.argv[1]), Path(sys.argv[2]), "127.0.0.1", int(sys.argv[3]), workers=2)
"""


def test_two_processes_answer_alike_and_end_together(database: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    given = [str(ROOT / "datasette_metadata.yml"), str(database), str(port)]
    server = subprocess.Popen([sys.executable, "-c", _SERVE, *given])

    def answers() -> bool:
        assert server.poll() is None
        try:
            return httpx.get(address, timeout=PATIENCE).status_code == 200
        except httpx.TransportError:
            return False

    try:
        wait_until(answers)
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
        assert not children.exists() or len(children.read_text("ascii").split()) >= 2
        # The second that opens the store may write its log anew.
        wait_until(lambda: len({httpx.get(address).headers["etag"] for _ in range(8)}) == 1)
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0
    finally:
        server.kill()
        server.wait()


def test_another_process_offers_the_same_files(database: Path) -> None:
    here = Offering(database)
    there = copy(here)  # by what pickle would send
    assert (there.database, there.names) == (here.database, here.names)


def test_one_process_alone_remembers_who_has_signed_in() -> None:
    told = CliRunner().invoke(commands, ["serve", "--review", "--workers", "2"])
    assert told.exit_code == 2
    assert "--review" in told.output
