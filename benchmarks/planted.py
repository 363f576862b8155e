"""How many planted mistakes the drafting rules find: `python -m benchmarks.planted FILE`.

FILE is a draft that keeps the rules, such as the sample. Each kind of mistake is planted wherever
its pattern fits, one at a time; it is found when its rule has more hits than before, or when the
draft is refused because its labels lead nowhere any more. Those that are missed are shown.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from telusur.draft.rules import RULES, find_hits, read_manuscript
from telusur.errors import InvalidWorkspace

MISTAKES = (
    ("22", r"(?m)^(\w\. bahwa .*);$", r"\1."),
    ("52", r"(?m)^(\d\. (?:Undang-Undang|Peraturan) .*);$", r"\1"),
    ("23", r"huruf \w, (huruf \w, dan huruf \w, perlu)", r"\1"),
    ("45", r"(?m)^(\d\. (?:Undang-Undang|Peraturan \w+)) Nomor", r"\1 Republik Indonesia Nomor"),
    ("47", r"(?m)^(\d\. Undang-Undang .*?) \(.*\);$", r"\1;"),
    ("58", r"(Menetapkan: .*) STRATEGIS\.", r"\1 PUBLIK."),
    ("72", r"# BAB: (\w)(\w+)(?=.*\{)", r"# BAB: \1layanan\2"),
    ("74", r"(## Bagian: \w+)", r"\1 tambahan"),
    ("82", r"(?m)^\((\d)\) ", r"(\1). "),
    ("83", r"(?m)^(\(\d\) .*[a-z])\.$", r"\1. Ketentuan ini mengikat."),
    ("86", r"(\d+) \((?!.*%)[a-z ]+\)(?= [a-z])", r"\1"),
    ("bilangan", r"(\d+) \([a-z ]+\)(?= [a-z])", r"\1 (sembilan puluh sembilan)"),
    ("87c", r"(?m)^( +[a-z]\. )([a-z])([a-z]+)", r"\1B\3"),
    ("87d", r"(?m)^( +[a-z]\. .*[a-z]);$", r"\1"),
    ("87f", r"(?m)^(\(\d\) .*):$", r"\1"),
    ("88", r"(?m)^( +\w\. .*); (?:dan|atau|dan/atau)$", r"\1;"),
    ("88", r"(?m)^( +[ab]\. [^:]*);$", r"\1; dan"),
    ("101", r"(?m)^(\d+\. [A-Z].* adalah .*)\.$", r"\1;"),
    ("108", r"(?<=[a-z] )Proses Bisnis(?=[ .,;])", "proses bisnis"),
    ("256", r"jangka waktu paling lama", "jangka waktu paling lambat"),
    ("270b", r"(?<=[a-z] )terdiri atas", "antara lain terdiri atas"),
    ("acuan", r"(pada ayat \()\d\)", r"\g<1>9)"),
    ("272", r"dimaksud pada (?=ayat)", "dimaksud dalam "),
    ("272", r"dimaksud dalam (?=\[\])", "dimaksud pada "),
    ("275", r"(dimaksud pada ayat \(\d\))(?! huruf)", r"\1 Pasal ini"),
    ("279", r"(\(1\) .*)\.$(?=\n\n\(2\))", r"\1 sebagaimana dimaksud pada ayat (2)."),
    ("280", r"sebagaimana dimaksud pada ayat \(\d\)", "tersebut di atas"),
)
"""Rule, what to look for, what to put in its place."""


def hits(text: str) -> dict[str, int]:
    """Return how often each rule is not kept."""
    counts = dict.fromkeys((rule.number for rule in RULES), 0)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "draft.md").write_text(text, encoding="utf-8")
        for rule, _ in find_hits(read_manuscript(Path(folder))):
            counts[rule.number] += 1
    return counts


def _is_found(text: str, number: str, before: int) -> bool:
    try:
        return hits(text)[number] > before
    except InvalidWorkspace:
        return True


def main(path: Path) -> None:
    """Plant every mistake, and print a line for each kind."""
    text = path.read_text(encoding="utf-8")
    before = hits(text)
    for number, pattern, replacement in MISTAKES:
        places = list(re.finditer(pattern, text, re.MULTILINE))
        found = 0
        for place in places:
            planted = text[: place.start()] + place.expand(replacement) + text[place.end() :]
            if _is_found(planted, number, before[number]):
                found += 1
            else:
                line = text.count("\n", 0, place.start()) + 1
                print(f"missed [{number}] {path.name}:{line}: {place.expand(replacement)[:90]}")
        print(f"{number:10}{found:>4}/{len(places)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
