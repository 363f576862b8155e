"""Whether the memory of a served store stays flat: `python -m benchmarks.soak [--seconds 60]`.

A store of made-up rows is served at a loopback address, by a process whose memory is limited. Some
clients at once ask for pages, tables, tables as large as they come, and questions in SQL that make
much out of nothing. Printed are answers by status and the memory in use, ten times; the exit status
is 1 where the second half uses half more than the first, or the server ended.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import httpx

from benchmarks.browsing import PAGES, ROOT, build

MEMORY = 6_000_000_000
"""Bytes of addresses that the server may have; what it uses is far less."""
STEPS = 10
MIB = 1024
HOSTILE = (
    "select zeroblob(1000000000)",
    "select printf('%.*c', 30000000, 'x')",
    "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n",
    "with recursive n(i) as (select 1 union all select i + 1 from n limit 3000) "
    "select printf('%.*c', 60000, 'x') from n",
    "select group_concat(a.quote) from findings a, findings b",
    "select * from findings a, findings b order by a.quote || b.quote",
)
LARGE = (
    "/evidence/documents.json?_size=max",
    "/evidence/findings_by_place.csv?_stream=on",
    "/evidence/findings?_facet=kind&_facet=place_code&_facet=document_id",
)
_SERVE = """
import sys; from pathlib import Path; from telusur.browse import serve
serve(Path(sys.argv[1]), Path(sys.argv[2]), "127.0.0.1", int(sys.argv[3]), sql=True)
"""


def served(store: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Start the server and return it with its port, once it listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    words = [sys.executable, "-c", _SERVE, str(ROOT / "datasette_metadata.yml"), str(store)]
    server = subprocess.Popen(
        [*words, str(port)],
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    while server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    return server, port


def memory(process: int) -> int:
    """Return the MiB that a process has in memory."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // MIB


async def ask(address: str, seconds: float, clients: int, statuses: Counter[str]) -> None:
    """Let clients ask at once, for so long."""
    end = time.monotonic() + seconds
    draw = random.Random(clients)

    async def one(client: httpx.AsyncClient) -> None:
        while time.monotonic() < end:
            kind = draw.random()
            if kind < 0.2:
                request = client.get("/evidence.json", params={"sql": draw.choice(HOSTILE)})
            else:
                request = client.get(draw.choice(LARGE if kind < 0.4 else PAGES))
            try:
                statuses[str((await request).status_code)] += 1
            except httpx.HTTPError as error:
                statuses[type(error).__name__] += 1

    async with httpx.AsyncClient(base_url=address, timeout=120) as client:
        await asyncio.gather(*(one(client) for _ in range(clients)))


def main() -> None:
    """Serve, ask, and tell the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--clients", type=int, default=12)
    parser.add_argument("--findings", type=int, default=5_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "evidence.db"
        build(store, asked.findings, asked.findings // 10, 300)
        server, port = served(store)
        try:
            used = []
            for step in range(STEPS):
                statuses = Counter[str]()
                address = f"http://127.0.0.1:{port}"
                asyncio.run(ask(address, asked.seconds / STEPS, asked.clients, statuses))
                if server.poll() is not None:
                    sys.exit(f"the server ended with {server.returncode}")
                used.append(memory(server.pid))
                print(f"{step + 1:2}: {used[-1]:5} MiB  {dict(statuses)}", flush=True)
        finally:
            server.kill()
            server.wait()
    first, second = max(used[: STEPS // 2]), max(used[STEPS // 2 :])
    print(f"at most {first} MiB in the first half, {second} in the second")
    sys.exit(second > 1.5 * first)


if __name__ == "__main__":
    main()
