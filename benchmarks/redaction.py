"""How much of what is personal is hidden, and how much of what is public stays:
`python -m benchmarks.redaction [SEED …] [HALF …] [--show]`.

Invented reports are read as a build reads them. People, numbers, spellings and places in the text
are drawn anew for each seed. Half of the sentences (`held_back`) were written before the rules
and not looked at while these were mended; the two halves are counted apart, and so are the
sentences of an attacker (`attacked`) and two later forecasts (`unseen`). Without a HALF all are
measured. `--show` shows what went wrong elsewhere than in the held half. A secret that can be read
in part counts as not hidden.
"""

from __future__ import annotations

import html
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from benchmarks.attacked import ATTACKED
from benchmarks.carriers import TUNED, Carrier, Salt, Writer
from benchmarks.fresh import BLIND, FRESH, LAST
from benchmarks.held_back import HELD
from benchmarks.invented import Inventor
from benchmarks.salted import as_read
from benchmarks.unseen import AGAIN, FORECAST
from telusur.corpus import read_report
from telusur.extract import Reader
from telusur.extract.lexicon import names_of_places, read_lexicon
from telusur.publish.redaction import Redacted, Wishes, redact
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.people.context import context_finder
from telusur.publish.rules.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]
HALVES = {
    "tuned": TUNED, "held": HELD, "attacked": ATTACKED, "forecast": FORECAST, "again": AGAIN,
    "fresh": FRESH, "blind": BLIND, "last": LAST,
}  # fmt: skip
UNSHOWN = ("held",)
IN_FRONT = {
    "nama: judul laporan", "nama: sumber", "nama: lokasi", "nama: berkas", "telepon: berkas",
}  # fmt: skip
"""Drawn in the same few forms for each report: they make any list of sentences look better."""
REPORTS = 16
"""Of each half and seed."""
PLACES = (
    "Kota Palembang", "Kabupaten Sumedang", "Kota Kupang", "Kabupaten Banyuwangi", "Kota Padang",
    "Kabupaten Ketapang", "Kota Samarinda", "Kabupaten Wonosobo", "Kota Batam",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A report, and what it was salted with."""

    report: Report
    salts: tuple[Salt, ...]
    half: str


def salted(half: str, number: int, seed: int, reader: Reader, folder: Path) -> Made:
    """Write a report with every sentence of a half, and read it as a build does."""
    dice = random.Random(f"{seed} {half} {number}")
    writer = Writer(Inventor(dice), dice.choice(PLACES))
    carriers: list[Carrier] = list(HALVES[half])
    dice.shuffle(carriers)
    facts, path = _front_matter(half, writer)
    text = "\n\n".join(_in_form(carrier(writer), dice) for carrier in carriers)
    file = folder / f"{number}-{half}.md"
    file.write_text(f"# Kunjungan\n\nAntrean panjang di loket.\n\n{text}\n", encoding="utf-8")
    document = read_report(file, relative=path, id=_slug(path), abbreviations=())
    told = {name: facts[name] for name in ("title", "source", "site")}
    report = as_read(document, reader, id=f"{half}-{number}", path=path, **told)
    return Made(report, tuple(writer.salts), half)


def _front_matter(half: str, w: Writer) -> tuple[dict[str, str], str]:
    slug = w.name("nama: berkas", 2).lower().replace(" ", w.draw.one("-", "_"))
    if half == "tuned":
        return {
            "title": f"Wawancara dengan Ibu {w.name('nama: judul laporan', 2)}",
            "source": f"Catatan {w.name('nama: sumber', 2)}, 12 Maret 2024",
            "site": f"Rumah Ibu {w.name('nama: lokasi', 2)}",
        }, f"2024/wawancara-ibu-{slug}.md"
    phone = w.hide("telepon: berkas", "08" + w.draw.digits(10))
    return {
        "title": f"Keluhan {w.name('nama: judul laporan', 2)} tentang kartu",
        "source": f"Rekaman percakapan bersama {w.name('nama: sumber', 2)}",
        "site": f"Warung {w.name('nama: lokasi', 2)}",
    }, f"Tim {w.name('nama: berkas', 2)}/{phone}-keluhan-{slug}.md"


def _slug(path: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", path.removesuffix(".md").lower()).strip("-")


def _in_form(words: str, dice: random.Random) -> str:
    if "\n" in words or "|" in words:
        return words
    return dice.choice(("", "", "- ", "3. ", "> ", "### ")) + words


def readable(text: str) -> str:
    """All letters and digits of a text as a curious reader can get at them."""
    for _ in range(3):
        text = html.unescape(unquote(text))
    text = unicodedata.normalize("NFKD", text.casefold())
    alike = str.maketrans("аеорсхуі", "aeopcxyi")
    return re.sub(r"[^a-z0-9]", "", text.translate(alike))


def left_of(salt: Salt, now: str) -> bool:
    """Whether anything of a secret can still be read: any word of a name is too much."""
    pieces = salt.words.split() if salt.kind.startswith("nama") else [salt.words]
    wanted = [readable(one) for one in pieces]
    shortest = 5 if salt.kind.startswith("nama") else 2
    return any(one in now for one in wanted if len(one) >= shortest)


def published(made: Made, done: Redacted) -> str:
    """All that a bundle shows of a report."""
    report, clean = made.report, done.secrets.clean
    parts = [done.parts[report.id, part].text for part in ("text", "title", "source")]
    parts += [clean(report.site), clean(_slug(report.path), report.id)]
    return "\n".join(parts)


def run(seed: int, halves: Collection[str] = tuple(HALVES)) -> tuple[list[Made], Redacted]:
    """Write, read and redact all reports of a seed."""
    lexicon, problems = read_lexicon(ROOT / "extract")
    assert lexicon is not None, problems
    reader = Reader(lexicon)
    with TemporaryDirectory() as temporary:
        made = [
            salted(half, number, seed, reader, Path(temporary))
            for half in halves
            for number in range(REPORTS)
        ]
    lists = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "extract").glob("*.yml"))]
    reports = [one.report for one in made]
    words = vocabulary(lists)
    places = list(names_of_places(lexicon.places))
    return made, redact(reports, Wishes((), ()), words, places, (), context_finder(words))


def measure(seeds: list[int], halves: Collection[str], *, show: bool) -> None:
    """Print recall by kind, and what was lost of what is public."""
    all_of: Counter[tuple[str, bool, str]] = Counter()
    wrong: Counter[tuple[str, bool, str]] = Counter()
    for seed in seeds:
        made, done = run(seed, halves)
        for one in made:
            shown = published(one, done)
            for salt, bad in judged(one, shown):
                kind = (one.half, salt.secret, salt.kind)
                all_of[kind] += 1
                wrong[kind] += bad
                if bad and show and one.half not in UNSHOWN:
                    print(f"{salt.kind}: {salt.words!r}: {_around(shown, salt)!r}")
    for half, secret in product(halves, (True, False)):
        kinds = sorted(kind for kind in all_of if kind[:2] == (half, secret))
        print(f"{half}: {'left of secrets' if secret else 'hidden without need':<22}   of  wrong")
        for kind in kinds:
            if wrong[kind] or show:
                print(f"    {kind[2]:<28}{all_of[kind]:6}{wrong[kind]:7}")
        total, lost = sum(all_of[k] for k in kinds), sum(wrong[k] for k in kinds)
        print(f"    {'all':<28}{total:6}{lost:7}   {lost / total:.2%}")
        inside = [kind for kind in kinds if kind[2] not in IN_FRONT]
        if len(inside) < len(kinds):
            total, lost = sum(all_of[k] for k in inside), sum(wrong[k] for k in inside)
            print(f"    {'without front matter':<28}{total:6}{lost:7}   {lost / total:.2%}")


def judged(made: Made, shown: str) -> Iterator[tuple[Salt, bool]]:
    """Yield each secret and each public matter, and whether what is shown gets it wrong."""
    now = readable(shown)
    public = {word for salt in made.salts if not salt.secret for word in salt.words.split()}
    for salt in made.salts:
        if salt.kind.startswith("nama") and public.intersection(salt.words.split()):
            continue  # the dice gave an official the same name
        if salt.kind == "inisial":
            yield salt, re.search(rf"(?<!\w){re.escape(salt.words)}(?!\w)", shown) is not None
        else:
            bad = left_of(salt, now) if salt.secret else salt.words not in shown
            yield salt, bad


def _around(shown: str, salt: Salt) -> str:
    word = max(salt.words.split(), key=len)
    at = shown.lower().find(word.lower()[:5])
    return shown[max(0, at - 60) : at + 60] if at >= 0 else ""


if __name__ == "__main__":
    asked = [one for one in sys.argv if one in HALVES] or list(HALVES)
    seeds = [int(one) for one in sys.argv if one.isdigit()] or [1]
    measure(seeds, asked, show="--show" in sys.argv)
