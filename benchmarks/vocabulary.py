"""Makes the lists of ordinary and of public words that redaction rests on:
`python -m benchmarks.vocabulary SHARED`.

`words.txt`: what texts write in small letters, often enough and more often than with a capital in
the middle of a sentence; what stands in few of them comes behind a remark, for a rare word may be
somebody's name. `public.txt`: what laws, which speak of nobody, write with a capital
there: institutions, feasts, peoples, and ordinary words that are terms (`Menteri`). Single words
are facts; no sentence of the texts is kept. `more.txt`, `proper.txt` and `names.txt` are written
by hand.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from telusur.publish.rules.vocabulary import names_listed

RULES = Path(__file__).parents[1] / "src/telusur/publish/rules"
_WORD = re.compile(r"(?<![\w@./-])[A-Za-z][a-z]+(?![\w@])")
_MIDDLE = re.compile(r"(?:[a-z,)]|\d,?)[ ]\Z")
_FEWEST = 3
_FEWEST_DOCUMENTS = 2
_FEWEST_OF_COMMON = 20
"""Documents in which a common word stands at least."""
_FEWEST_LAWS = 4
_FEWEST_OF_WORD = 3
_WIDTH = 100
_SHORTEST = 2


def _texts(shared: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, document, text)."""
    for name in ("laws", "elucidations"):
        with lzma.open(shared / f"pairs/{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                law = json.loads(line)
                texts = [law.get("explanation", "")]
                texts += [one["text"] for one in law.get("provisions", ())]
                yield "law", law["law"], "\n".join(texts)
    for name in ("indonli", "idk-mrc", "tydiqa-id"):
        with lzma.open(shared / f"pairs/{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                one = json.loads(line)
                text = "\n".join(str(one.get(key, "")) for key in ("a", "b", "question", "passage"))
                yield "prose", f"{name} {number}", text
    for path in sorted(shared.glob("regulations/*.md")):
        yield "law", path.stem, path.read_text(encoding="utf-8")
    for path in sorted((*shared.glob("gold/reports/*.txt"), *shared.glob("gold/genres/reports/*"))):
        yield "report", path.stem, path.read_text(encoding="utf-8")


def count(shared: Path) -> tuple[list[str], list[str], list[str]]:
    """Return the common words, the rarer and the public ones, sorted."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    documents: dict[str, set[str]] = {}
    laws: dict[str, set[str]] = {}
    for kind, document, text in _texts(shared):
        for found in _WORD.finditer(text):
            word = found[0]
            lower = word.lower()
            if word[0].islower():
                small[word] += 1
                known = documents.setdefault(word, set())
                if len(known) < _FEWEST_OF_COMMON:
                    known.add(document)
            elif _MIDDLE.search(text, max(0, found.start() - 3), found.start()):
                large[lower] += 1
                if kind == "law":
                    laws.setdefault(lower, set()).add(document)
    names = names_listed()
    words = sorted(
        word
        for word, often in small.items()
        if often >= _FEWEST
        and len(documents[word]) >= _FEWEST_DOCUMENTS
        and len(word) > _SHORTEST
        and (often > large[word] or len(laws.get(word, ())) > 20)
        and word not in names
    )
    ordinary = set(words)
    public = sorted(
        word
        for word, some in laws.items()
        if len(some) >= (_FEWEST_OF_WORD if word in ordinary else _FEWEST_LAWS)
        and word not in names
    )
    common = [word for word in words if len(documents[word]) >= _FEWEST_OF_COMMON]
    return common, sorted(ordinary.difference(common)), public


def _lines(remark: str, words: list[str]) -> list[str]:
    lines = [f"# {remark}: {len(words)} words."]
    for word in words:
        if len(lines) > 1 and len(lines[-1]) + len(word) < _WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def main(shared: Path) -> None:
    """Write the two lists anew."""
    common, rarer, public = count(shared)
    made = "Made by `python -m benchmarks.vocabulary`"
    ordinary = [*_lines(made, common), *_lines("Rarer", rarer)]
    for name, lines in (("words.txt", ordinary), ("public.txt", _lines(made, public))):
        (RULES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(*(line for line in lines if line.startswith("#")), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
