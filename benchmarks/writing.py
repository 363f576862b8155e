"""Where one SQLite file ends: `python -m benchmarks.writing [LINKS …] [--store PATH]`.

Reports and links are drawn, without being read or linked, and given to the store's own writer: as
many as give so many links (10,000 and 100,000 unless others are named; 1000000 takes minutes), four
findings a report and four links a finding, on the sample's draft. Printed are the seconds that the
first build spends on saving, the rows that it writes in a second, the size of the file, and the
memory; then what it costs to save one report more; and what the pages of the browser take
afterwards, at the median of some of each kind. `--store` keeps the largest store, so that
`python -m benchmarks.load --store PATH` can serve it. Peak memory is read from /proc: Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.browsing import ROOT, WORDS
from benchmarks.build import Meter
from benchmarks.linking import read_challenges
from benchmarks.load import DRAWN, FIXED, Mix
from telusur import draft, extract
from telusur.browse import make_browser
from telusur.corpus.model import Document, Passage
from telusur.draft.model import Regulation
from telusur.extract.model import ChallengeMatch, Finding, Kind, PlaceMention, Reading
from telusur.link.model import Link
from telusur.store.connection import store_for_writing
from telusur.store.database import Database
from telusur.store.model import Changes, Vocabulary
from telusur.store.write import save

SIZES = (10_000, 100_000)
FINDINGS, LINKS = 4, 4
"""Of a report, and of a finding."""
_KINDS: tuple[Kind, ...] = ("kendala", "kelebihan", "kebutuhan", "peluang")
_VISITS = 5


@dataclass(frozen=True, slots=True)
class Drawn:
    """Reports that nobody wrote, the same each time one goes through them."""

    numbers: range
    places: tuple[str, ...]
    challenges: tuple[str, ...]
    provisions: tuple[str, ...]

    def readings(self) -> Iterator[tuple[Document, Reading]]:
        """What was read from each."""
        for number in self.numbers:
            yield self._reading(number)

    def links(self) -> Iterator[Link]:
        """Of all findings."""
        for number in self.numbers:
            dice = random.Random(f"links {number}")
            for which in range(FINDINGS):
                for rank, clause in enumerate(dice.sample(self.provisions, LINKS), 1):
                    score = dice.uniform(0.3, 0.9)
                    why = "kata yang sama: loket, antrean; maknanya dekat"
                    yield Link(f"f{number}-{which}", clause, score, score, rank, why)

    def _reading(self, number: int) -> tuple[Document, Reading]:
        dice = random.Random(number)
        texts = [f"{' '.join(dice.choices(WORDS, k=14))} {number}." for _ in range(3 * FINDINGS)]
        passages, start = [], 0
        for at, text in enumerate(texts, 1):
            passages.append(Passage(at, start, start + len(text), text, "", "sentence"))
            start += len(text) + 2
        place, id_ = dice.choice(self.places), f"r{number}"
        findings = tuple(
            Finding(
                f"f{number}-{which}", id_, passage.number, passage.start, passage.end,
                passage.text, dice.choice(_KINDS), place, None, None, 0.8, "isyarat",
                (ChallengeMatch(dice.choice(self.challenges), 0.7, "kata"),),
            )
            for which, passage in enumerate(passages[:: len(passages) // FINDINGS][:FINDINGS])
        )  # fmt: skip
        day = date(2016 + number % 10, 1 + number % 12, 1 + number % 28)
        document = Document(
            id_, f"besar/{number // 1000:04}/{number}.md", f"Catatan {number}", "berita", day, None,
            None, None, "0" * 64, "\n\n".join(texts), tuple(passages),
        )  # fmt: skip
        told = (PlaceMention(place, "visited", 0, 0),)
        return document, Reading(day, None, "id", told, (), (), (), (), findings)


class _AgainAndAgain:
    """Lets a writer go through what is drawn as often as it likes."""

    def __init__(self, drawn: Drawn) -> None:
        self._drawn = drawn

    def __iter__(self) -> Iterator[tuple[Document, Reading]]:
        return self._drawn.readings()


def fill(path: Path, links: int) -> None:
    """Save a first build and one with a report more; print what they took."""
    regulation = draft.read_draft(ROOT / "draft")
    challenges = tuple(read_challenges())
    towns = tuple(one.code for one in extract.all_places() if one.parent_code)
    reports = links // (FINDINGS * LINKS)
    provisions = tuple(one.clause_id for one in draft.provisions(regulation))
    names = tuple(one.id for one in challenges)
    vocabulary = Vocabulary(extract.all_places(), challenges)
    with store_for_writing(path) as db:
        drawn = Drawn(range(reports), towns, names, provisions)
        meter = Meter()
        seconds = _saved(db, drawn, regulation, vocabulary, None)
        rows = sum(db.count(name) for name in db.names("table") if not name.startswith("sqlite_"))
        peak = meter.note_peak()
        more = Drawn(range(reports, reports + 1), towns, names, provisions)
        again = _saved(db, more, None, None, 1)
    size = path.stat().st_size / 1_000_000
    print(f"{links:>10,} links {reports * FINDINGS:>10,} findings {reports:>8,} reports", end="")
    print(f"{size:>8.0f} MB  saved in {seconds:.1f} s ({rows / seconds:,.0f} rows/s)", end="")
    print(f", one report more in {again:.1f} s, {peak:.0f} MB of memory", flush=True)


def _saved(
    db: Database,
    drawn: Drawn,
    regulation: Regulation | None,
    vocabulary: Vocabulary | None,
    since: int | None,
) -> float:
    """Save, and return the seconds of the processor that it took."""
    began = time.process_time()
    save(
        db,
        Changes(
            since_build=since, vocabulary=vocabulary, gone=(), readings=_AgainAndAgain(drawn),
            regulation=regulation, links=drawn.links(), relinked=since is None, unreadable=(),
            journal=(), worth=None, encoder="drawn", inputs={}, seconds={},
        ),
    )  # fmt: skip
    return time.process_time() - began


async def visit(path: Path) -> None:
    """Print what the slowest kinds of pages take, once their first visit is over."""
    browser, mix = make_browser(ROOT / "datasette_metadata.yml", path), Mix(path)
    drawn = [mix.draw() for _ in range(400)]
    took: dict[str, tuple[float, float]] = {}
    for kind in (*FIXED, *DRAWN):
        asked = [address for one, address in drawn if one == kind][:_VISITS] or [kind]
        seconds = []
        for address in [asked[0], *asked, *asked[: _VISITS - len(asked)]]:
            began = time.perf_counter()
            answer = await browser.client.get(address)
            assert answer.status_code == 200, address
            seconds.append(time.perf_counter() - began)
        took[kind] = seconds[0], statistics.median(seconds[1:])
    slowest = sorted(took, key=lambda kind: -took[kind][1])[:6]
    told = (f"{kind} {1000 * took[kind][1]:.0f} ms" for kind in slowest)
    print(f"{'':>10} pages at the median: {', '.join(told)}")
    slowest = sorted(took, key=lambda kind: -took[kind][0])[:6]
    told = (f"{kind} {1000 * took[kind][0]:.0f} ms" for kind in slowest)
    print(f"{'':>10} after a build: {', '.join(told)}", flush=True)


def main() -> None:
    """Fill stores of the sizes that are named, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("links", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--store", type=Path, help="where the last store is kept")
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        fill(given.once, given.links[0])
        asyncio.run(visit(given.once))
        return
    for number, links in enumerate(sorted(given.links), 1):
        with tempfile.TemporaryDirectory() as folder:
            last = number == len(given.links) and given.store
            path = given.store if last else Path(folder) / "evidence.db"
            words = [sys.executable, "-m", "benchmarks.writing", str(links), "--once", str(path)]
            subprocess.run(words, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
