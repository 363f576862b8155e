"""Pairs of explanation and article for `benchmarks.linking`, made from real regulations.

`python -m benchmarks.linking_explanations REGULATIONS DIR` reads the Markdown files in REGULATIONS
and writes `sources.jsonl`, `targets.jsonl` and `gold.tsv` to DIR, outside the repository. A source
is what a law's own elucidation says of one Pasal; the Pasal is its only target, among those of all
the regulations. Definitions and closing provisions are left out on both sides.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ELUCIDATION = re.compile(r"PASAL DEMI PASAL")
_ARTICLE = re.compile(r"^[#* ]*Pasal (\d+[A-Z]?)\**$")
_TITLE = re.compile(r"^[#* ]*(?:BAB|Bagian|Paragraf) (?:[IVXLC]+|[Kk]e\w+|\d+)\b[ :.–-]*(.*?)\**$")
_END = re.compile(r"Agar setiap orang mengetahui")
# `Ayat (1) Cukup jelas.`: an item that says nothing, with its label.
_NOTHING = re.compile(
    r"(?:(?:Ayat \(\d+\)|Huruf [a-z]{1,2}|Angka \d+)\s+)*Cukup jelas\.?", re.IGNORECASE
)
_LABEL = re.compile(r"\b(?:Ayat \(\d+\w?\)|Huruf [a-z]{1,2}\b|Angka \d+)(?= [A-Z“”\"]|$)")
_CLOSING = re.compile(r"ketentuan (?:umum|peralihan|penutup|lain)", re.IGNORECASE)
_FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Article:
    """A Pasal, or what is said of one."""

    number: str
    heading: str
    text: str


def articles(text: str) -> Iterator[Article]:
    """Yield each Pasal of `text` under the chapter and the section it stands in."""
    chapter, section, number, lines = "", "", "", list[str]()
    for line in [*text.splitlines(), "Pasal 0"]:
        bare = line.strip()
        article, title = _ARTICLE.match(bare), _TITLE.match(bare)
        if not (article or title):
            lines.append(bare)
            continue
        if number:
            heading = " – ".join(part for part in (chapter, section) if part)
            yield Article(number, heading, re.sub(r"[\s_*]+", " ", " ".join(lines)).strip())
        number, lines = (article.group(1) if article else ""), []
        if title and "BAB" in bare:
            chapter, section = title.group(1), ""
        elif title:
            section = title.group(1)


def said(explanation: str) -> str:
    """Return what an explanation says, without `Cukup jelas` and the labels of its parts."""
    return re.sub(r"\s+", " ", _LABEL.sub(" ", _NOTHING.sub(" ", explanation))).strip()


def main() -> None:
    """Read the regulations and write the three files."""
    parser = argparse.ArgumentParser(prog="benchmarks.linking_explanations", description=__doc__)
    parser.add_argument("regulations", type=Path, help="a folder with Markdown files")
    parser.add_argument("folder", type=Path, help="where the three files are written")
    chosen = parser.parse_args()
    sources, targets, gold = [], [], []
    for path in sorted(chosen.regulations.glob("*.md")):
        body, *rest = _ELUCIDATION.split(path.read_text(encoding="utf-8"), maxsplit=1)
        known = set()
        for one in articles(_END.split(body)[0]):
            name = f"{path.stem}-{one.number}"
            if one.text and name not in known and not _CLOSING.search(one.heading):
                known.add(name)
                targets.append({"id": name, "title": one.heading, "text": one.text})
        for one in articles(rest[0]) if rest else ():
            name, words = f"{path.stem}-{one.number}", said(one.text)
            if name in known and len(words.split()) >= _FEWEST_WORDS:
                sources.append({"id": f"p-{name}", "text": words})
                gold.append(f"p-{name}\t{name}\t1\n")
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for file, rows in (("sources.jsonl", sources), ("targets.jsonl", targets)):
        content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (chosen.folder / file).write_text(content, encoding="utf-8")
    (chosen.folder / "gold.tsv").write_text("".join(gold), encoding="utf-8")
    print(f"{len(sources)} explanations, {len(targets)} articles")


if __name__ == "__main__":
    main()
