"""How much of what is personal is hidden in real reports, with their headlines, villages and
programmes: `python -m benchmarks.redaction_in_reports FOLDER [SEED]`.

Sentences about invented citizens are put into the .txt reports of FOLDER at random places.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

from benchmarks.carriers import TUNED, Salt, Writer
from benchmarks.held_back import HELD
from benchmarks.invented import Inventor
from benchmarks.redaction import ROOT, left_of, readable
from benchmarks.salted import as_read
from telusur.corpus import read_report
from telusur.extract import Reader, read_lexicon
from telusur.extract.lexicon import names_of_places
from telusur.publish.redaction import Wishes, redact
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.people.context import IN_CONTEXT, context_finder
from telusur.publish.rules.vocabulary import vocabulary

SENTENCES = 6
"""Put into each report."""


def salted(path: Path, seed: str, reader: Reader, folder: Path) -> tuple[Report, list[Salt]]:
    """Return a report with sentences put into it, read as a build reads it."""
    dice = random.Random(f"{path.name} {seed}")
    writer = Writer(Inventor(dice), "Kota Palembang")
    lines = path.read_text(encoding="utf-8").split("\n")
    for carrier in dice.sample([*TUNED, *HELD], SENTENCES):
        lines.insert(dice.randrange(1, len(lines) + 1), f"\n{carrier(writer)}\n")
    copy = folder / path.name
    copy.write_text("\n".join(lines), encoding="utf-8")
    document = read_report(copy, relative=path.name, id=path.stem, abbreviations=())
    report = as_read(document, reader)
    return report, [one for one in writer.salts if one.secret]


def measure(source: Path, seed: str, folder: Path) -> None:
    """Print how many of the invented persons and numbers are hidden, and which are not."""
    lexicon, problems = read_lexicon(ROOT / "extract")
    assert lexicon is not None, problems
    reader = Reader(lexicon)
    made = [salted(path, seed, reader, folder) for path in sorted(source.glob("*.txt"))]
    reports = [report for report, _ in made]
    lists = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "extract").glob("*.yml"))]
    words = vocabulary(lists)
    places = list(names_of_places(lexicon.places))
    done = redact(reports, Wishes((), ()), words, places, (), context_finder(words))
    all_of, left = Counter[str](), Counter[str]()
    for report, salts in made:
        now = readable(done.parts[report.id, "text"].text)
        for salt in salts:
            all_of[salt.kind] += 1
            if salt.kind != "inisial" and left_of(salt, now):
                left[salt.kind] += 1
                at = report.text.find(salt.words)
                around = report.text[max(0, at - 80) : at + 60]
                print(f"{report.id}: {salt.kind}: {salt.words!r} is left in {around!r}")
    print(f"{'must be hidden':<22}{'of':>6}{'left':>8}")
    for kind, count in sorted(all_of.items()):
        print(f"{kind:<22}{count:6}{left[kind]:8}")
    hidden = Counter(one.rule for one in done.redactions)
    by_sentence = sum(one.why == IN_CONTEXT for one in done.redactions)
    print(f"hidden as names: {hidden['nama']}, of which by their sentences alone: {by_sentence}")


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as temporary:
        measure(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "1", Path(temporary))
