"""How the browser bears readers: `python -m benchmarks.load [FINDINGS …] [--seconds 12]`.

Stores of 20,000 and 200,000 findings, or of as many as are named, are made and served by several
processes (`--workers`). Readers come at rising rates, so many a second whether or not those before
them have their page, and ask for what readers ask for: the pages that lead on, clauses, findings
and reports, some of them far more often than others, searches, tables. Time counts from when a
reader came. Printed are for each rate the pages answered in a second, the median and the 99th
percentile, what went wrong, the server's milliseconds of the processor for a page and the memory of
all its processes; the knee is the highest rate that was kept up, with nothing refused and the 99th
percentile within a second.

`bare`: each reader asks for the whole page. `kept`: a cache stands before the server, which has
each page that was asked for before and asks with its ETag whether it still holds: the least that
caching headers save, since of a published edition a cache need not even ask for a minute. The cache
is this benchmark's own; the client shares the machine's cores with the server. With `--store` a
store that is there is served; `--rates`, `--kept` and `--seconds 60` make it longer. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from benchmarks.browsing import ROOT, WORDS, build
from telusur.store.connection import store_for_reading

SIZES = (20_000, 200_000)
RATES, KEPT = (10, 20, 40, 80), (150, 300, 600)
AT_ONCE = 128
"""Connections; who comes while all are busy waits."""
_KNOWN = 400
"""Readers who came to the cache before anything is measured."""
SLOW = 1.0
"""Seconds that the 99th of a hundred readers may wait below the knee."""
_SERVE = """
import sys; from pathlib import Path; from telusur.browse import serve
serve(Path(sys.argv[1]), Path(sys.argv[2]), "127.0.0.1", int(sys.argv[3]), sql=False,
      workers=int(sys.argv[4]))
"""
FIXED = {
    "/": 10, "/naskah": 8, "/laporan": 4, "/tempat": 3, "/lokasi": 2, "/matriks": 4,
    "/matriks?per=tempat": 1, "/celah": 3, "/peta": 3, "/bagan": 3, "/tentang": 1,
    "/evidence": 1, "/evidence/findings_by_place": 1, "/evidence/clause_evidence": 1,
    "/-/static-plugins/telusur/telusur.css": 5,
}  # fmt: skip
"""Pages, and how many of a hundred readers or so ask for each."""
DRAWN = {
    "/naskah/": ("SELECT id FROM clauses ORDER BY position", 18),
    "/temuan/": ("SELECT id FROM findings ORDER BY id", 14),
    "/laporan/": ("SELECT id FROM documents ORDER BY id", 8),
    "/tempat/": ("SELECT DISTINCT place_code FROM findings WHERE place_code IS NOT NULL", 5),
}
"""Pages of which there are many."""
SEARCHES = 6


class Mix:
    """What readers of a store ask for."""

    def __init__(self, store: Path) -> None:
        with store_for_reading(store) as db:
            self._ids = {
                kind: [quote(str(one)) for (one,) in db.execute(sql)]
                for kind, (sql, _) in DRAWN.items()
            }
        self._kinds = {**FIXED, **{kind: many for kind, (_, many) in DRAWN.items()}}
        self._kinds["/cari"] = SEARCHES
        self._dice = random.Random(7)

    def draw(self) -> tuple[str, str]:
        """The kind of a page, and its address."""
        (kind,) = self._dice.choices([*self._kinds], [*self._kinds.values()])
        if kind == "/cari":
            return kind, f"/cari?kata={'+'.join(self._dice.choices(WORDS, k=2))}"
        if kind in self._ids:
            some = self._ids[kind]  # the first of them far more often than the last
            return kind, kind + some[int(self._dice.paretovariate(0.3) - 1) % len(some)]
        return kind, kind


@dataclass
class Tally:
    """What became of the readers of one rate."""

    waited: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Seconds, by kind of page."""
    wrong: int = 0
    told_unchanged: int = 0
    seconds: float = 0.0

    @property
    def all(self) -> list[float]:
        return sorted(one for some in self.waited.values() for one in some)

    def within(self, share: float) -> float:
        """The seconds within which such a share of the readers had their page."""
        return self.all[min(int(share * len(self.all)), len(self.all) - 1)] if self.all else 0.0

    def kept_up(self, rate: float) -> bool:
        """Whether so many came and went in a second."""
        quick = len(self.all) / self.seconds > 0.95 * rate and self.within(0.99) <= SLOW
        return quick and not self.wrong


class Client:
    """Asks over connections that stay open; knows the tags of pages where it is a cache."""

    def __init__(self, port: int, *, keeps: bool) -> None:
        self._port, self._keeps = port, keeps
        self._tags: dict[str, str] = {}
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def get(self, address: str) -> int:
        """Ask, read the whole answer, and return its status."""
        while self._idle:
            reader, writer = self._idle.pop()
            try:
                return await self._ask(reader, writer, address)
            except (ConnectionError, EOFError):  # it was closed meanwhile, as idle ones are
                writer.close()
        return await self._ask(
            *await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 24), address
        )

    async def _ask(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str
    ) -> int:
        known = f"If-None-Match: {self._tags[address]}\r\n" if address in self._tags else ""
        head = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n{known}\r\n"
        writer.write(head.encode("ascii"))
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
        status = int(lines[0].split()[1])
        if "chunked" in headers.get("transfer-encoding", ""):
            while size := int(await reader.readline(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
        elif status != 304:
            await reader.readexactly(int(headers.get("content-length", 0)))
        if self._keeps and status == 200 and "etag" in headers:
            self._tags[address] = headers["etag"].replace("w/", "W/")
        self._idle.append((reader, writer))
        return status

    def close(self) -> None:
        for _, writer in self._idle:
            writer.close()


async def come(client: Client, mix: Mix, rate: float, seconds: float) -> Tally:
    """Let readers come for so long, so many a second."""
    tally, doors = Tally(), asyncio.Semaphore(AT_ONCE)
    began = time.perf_counter()

    async def reader(due: float, kind: str, address: str) -> None:
        async with doors:
            try:
                status = await client.get(address)
            except (OSError, EOFError, ValueError):
                status = 0
        tally.waited[kind].append(time.perf_counter() - due)
        tally.wrong += status not in (200, 304)
        tally.told_unchanged += status == 304

    tasks = []
    for number in range(int(rate * seconds)):
        due = began + number / rate
        await asyncio.sleep(max(due - time.perf_counter(), 0))
        tasks.append(asyncio.create_task(reader(due, *mix.draw())))
    _, late = await asyncio.wait(tasks, timeout=max(seconds / 2, 5))
    for one in late:
        one.cancel()
    tally.wrong += len(late)
    tally.seconds = time.perf_counter() - began
    return tally


class Server:
    """The processes that answer."""

    def __init__(self, process: int, port: int) -> None:
        self._process, self.port = process, port

    @property
    def memory(self) -> float:
        """MB that all take, what they share with others counted once among them."""
        told = (Path(f"/proc/{one}/smaps_rollup").read_text("ascii") for one in self._all())
        pss = (line for text in told for line in text.splitlines() if line.startswith("Pss:"))
        return sum(int(line.split()[1]) for line in pss) / 1000

    @property
    def processor(self) -> float:
        """Seconds of the processor that all have taken so far."""
        told = [Path(f"/proc/{one}/stat").read_text("ascii") for one in self._all()]
        ticks = (int(tick) for text in told for tick in text.rpartition(")")[2].split()[11:13])
        return sum(ticks) / os.sysconf("SC_CLK_TCK")

    def _all(self) -> list[int]:
        return _family(self._process) if self._process else []


def _family(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return [process, *(one for child in told for one in _family(int(child)))]


@contextmanager
def standing(port: int) -> Iterator[Server]:
    """A server that somebody else has started."""
    yield Server(0, port)


@contextmanager
def served(store: Path, workers: int) -> Iterator[Server]:
    """A server that listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    given = [str(ROOT / "datasette_metadata.yml"), str(store), str(port), str(workers)]
    server = subprocess.Popen([sys.executable, "-c", _SERVE, *given], stderr=subprocess.DEVNULL)
    try:
        while server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield Server(server.pid, port)
    finally:
        server.terminate()
        server.wait()


async def bear(store: Path, given: argparse.Namespace) -> None:
    """Serve a store, let readers come, and print what they waited."""
    mix = Mix(store)
    with standing(given.port) if given.port else served(store, given.workers) as server:
        await _warm(server.port, mix, given.workers)
        for way, rates in (("bare", given.rates), ("kept", given.kept)):
            client, knee = Client(server.port, keeps=way == "kept"), 0.0
            if way == "kept":
                for _ in range(_KNOWN // given.workers):
                    some = (mix.draw()[1] for _ in range(given.workers))
                    await asyncio.gather(*map(client.get, some))
            print("".join(f"{one:>11}" for one in _HEAD), flush=True)
            for rate in rates:
                before = server.processor
                tally = await come(client, mix, rate, given.seconds)
                took = 1000 * (server.processor - before) / len(tally.all)
                figures = (
                    *(way, f"{rate:.0f}", f"{len(tally.all) / tally.seconds:.1f}"),
                    *(f"{1000 * tally.within(share):.1f}" for share in (0.5, 0.99)),
                    *(tally.wrong, tally.told_unchanged, f"{took:.1f}", f"{server.memory:.0f}"),
                )
                print("".join(f"{one:>11}" for one in figures), flush=True)
                if (way, rate) == ("bare", given.rates[0]):
                    _show_kinds(tally)
                if not tally.kept_up(rate):
                    break
                knee = rate
            client.close()
            print(f"{way:>11}: kept up with {knee:.0f} pages a second\n", flush=True)


_HEAD = ("", "a second", "answered", "median ms", "p99 ms", "wrong", "unchanged", "cpu ms", "MB")


async def _warm(port: int, mix: Mix, workers: int) -> None:
    """Let each process answer some, which it has to begin with."""
    client = Client(port, keeps=False)
    for _ in range(3):
        for kind in FIXED:
            await asyncio.gather(*(client.get(kind) for _ in range(workers)))
    await asyncio.gather(*(client.get(mix.draw()[1]) for _ in range(20)))
    client.close()


def _show_kinds(tally: Tally) -> None:
    """Print the slowest kinds of pages, by their medians."""
    medians = {kind: statistics.median(some) for kind, some in tally.waited.items()}
    slowest = sorted(medians, key=lambda kind: -medians[kind])[:5]
    told = ", ".join(f"{kind} {1000 * medians[kind]:.0f} ms" for kind in slowest)
    print(f"{'':>11}  slowest at the median: {told}", flush=True)


def main() -> None:
    """Measure the sizes that are named, or a store that is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("findings", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--seconds", type=float, default=12, help="at each rate")
    parser.add_argument("--rates", type=float, nargs="*", default=list(RATES))
    parser.add_argument("--kept", type=float, nargs="*", default=list(KEPT))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--store", type=Path, help="a store that is there, in place of made-up ones"
    )
    parser.add_argument("--port", type=int, help="of a server that serves --store already")
    given = parser.parse_args()
    if given.store:
        asyncio.run(bear(given.store, given))
        return
    for size in given.findings:
        with tempfile.TemporaryDirectory() as folder:
            store, began = Path(folder) / "evidence.db", time.perf_counter()
            build(store, size, size // 10, 500)
            made = time.perf_counter() - began
            room = store.stat().st_size / 1_000_000
            print(f"{size:,} findings, {room:.0f} MB, made in {made:.0f} s", flush=True)
            asyncio.run(bear(store, given))


if __name__ == "__main__":
    main()
