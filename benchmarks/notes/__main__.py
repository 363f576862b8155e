"""Measure a set of notes."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.carriers import Salt
from benchmarks.notes import MARK
from benchmarks.redaction import ROOT, readable
from benchmarks.salted import as_read
from telusur.corpus import read_report
from telusur.extract import Reader
from telusur.extract.lexicon import names_of_places, read_lexicon
from telusur.publish.evidence.small_letters import in_small_letters
from telusur.publish.redaction import Wishes, redact
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.people.context import context_finder
from telusur.publish.rules.vocabulary import vocabulary

TITLES = frozenset({
    "bin", "binti", "alias", "mak", "uni", "mbok", "mama", "bapak", "kang", "teh", "pace", "cik",
    "oma",
    "acil", "daeng", "bang", "bapa", "koh", "mang", "mbah", "mbak", "pak", "tete", "ibu", "kak",
    "kakak",
    "bpk", "haji", "tante", "wak", "abah", "guru", "bro",
})  # fmt: skip
"""Words beside a name that tell nothing of who it is."""


def notes_of(marked: str) -> list[tuple[str, list[Salt]]]:
    """Return each note's text and what was marked in it."""
    return [
        (
            MARK.sub(r"\3", note),
            [Salt(kind, words, sign == "-") for sign, kind, words in MARK.findall(note)],
        )
        for note in marked.split("\n===\n")
    ]


def read(text: str, name: str, reader: Reader, folder: Path) -> Report:
    """Read a note as a build reads it."""
    file = folder / f"{name}.md"
    file.write_text(text, encoding="utf-8")
    document = read_report(file, relative=file.name, id=name, abbreviations=())
    return as_read(document, reader, path=file.name)


def wrong(salt: Salt, shown: str, public: frozenset[str]) -> bool:
    """Whether a word of a name, much of another secret, or not all that is public can be read.

    `public` are the words of what must stay in the note: a namesake's do not count.
    """
    if not salt.secret:
        return " ".join(salt.words.split()) not in " ".join(shown.split())
    if salt.kind.startswith(("nama", "inisial")):
        least = 1 if salt.kind == "inisial" else 3
        pieces = [salt.words] if salt.kind == "inisial" else re.findall(r"[\w']+", salt.words)
        known = TITLES | public
        kept = [one for one in pieces if len(one) >= least and one.lower() not in known]
        return any(re.search(rf"(?i)(?<!\w){re.escape(one)}(?!\w)", shown) for one in kept)
    secret, now = readable(salt.words), readable(shown)
    size = max(len(secret) * 3 // 5, min(len(secret), 5))
    return any(secret[at : at + size] in now for at in range(len(secret) - size + 1))


def file_of(asked: str) -> Path:
    """A set by its name, or a file of one's own, elsewhere."""
    file = Path(asked)
    return file if file.suffix else Path(__file__).parent / f"{asked}.txt"


def measure(file: Path, *, show: bool, counts: bool, rules: bool, small: bool) -> None:
    """Print by kind what was left of secrets, and what was hidden without need; or `counts` alone,
    so that a set can be measured that is not to be seen."""
    name = file.stem
    lexicon, problems = read_lexicon(ROOT / "extract")
    assert lexicon is not None, problems
    reader = Reader(lexicon)
    notes = notes_of(file.read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        reports = [
            read(text, f"{name}-{number}", reader, Path(folder))
            for number, (text, _) in enumerate(notes)
        ]
    lists = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "extract").glob("*.yml"))]
    places = list(names_of_places(lexicon.places))
    known = vocabulary(lists)
    context = None if rules else context_finder(known)
    done = redact(reports, Wishes((), ()), known, places, (), context)
    all_of: Counter[tuple[bool, str]] = Counter()
    bad: Counter[tuple[bool, str]] = Counter()
    closed = 0
    for report, (_, salts) in zip(reports, notes, strict=True):
        if in_small_letters(report.text) and not small:
            closed += 1
            continue
        shown = "\n".join(done.parts[report.id, part].text for part in ("text", "title"))
        public = frozenset(
            word
            for salt in salts
            if not salt.secret
            for word in re.findall(r"[\w']+", salt.words.lower())
        )
        for salt in salts:
            kind = (salt.secret, salt.kind)
            all_of[kind] += 1
            if wrong(salt, shown, public):
                bad[kind] += 1
                if show:
                    print(f"{report.id} {'-+'[not salt.secret]} {salt.kind}: {salt.words}")
        if show and any(wrong(salt, shown, public) for salt in salts):
            print(shown, end="\n\n")
    print(f"{closed} of {len(notes)} notes are withheld, since they are in small letters")
    for secret in (True, False):
        print(f"{'left of secrets' if secret else 'hidden without need':<28}   of  wrong")
        kinds = sorted(one for one in all_of if one[0] is secret)
        for kind in kinds if not counts else ():
            print(f"    {kind[1]:<24}{all_of[kind]:6}{bad[kind]:7}")
        total = sum(count for kind, count in all_of.items() if kind[0] is secret)
        lost = sum(count for kind, count in bad.items() if kind[0] is secret)
        print(f"    {'all':<24}{total:6}{lost:7}   {lost / max(total, 1):.1%}")


if __name__ == "__main__":
    asked = sys.argv[1:]
    measure(
        file_of(asked[0]),
        show="--show" in asked,
        counts="--counts" in asked,
        rules="--rules" in asked,
        small="--small" in asked,
    )
