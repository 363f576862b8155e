"""Trains the adapter of the default encoder: `python -m benchmarks.adapt PAIRS FILE`.

PAIRS is a folder of `*.jsonl`, one provision a line with what it answers: "heading", "provision",
"findings". The encoder learns that a finding is nearer to its own provision than to the others of a
batch, some of which stand next to it in the file and are near relations. The encoder's own weights
stay as they are: what is learnt are two thin matrices beside each linear layer (low-rank
adaptation), of which FILE gets a part, `--strength`. About 10 minutes on two cores; the last digits
of the result differ from machine to machine.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn
from torch.nn import functional

from telusur.link.encoder.bundled import cache_folder, rebuilt
from telusur.link.encoder.bundled.adapter import FILE
from telusur.link.hygiene import clean
from telusur.link.model import Target
from telusur.link.signals.clause_texts import target_texts

LAYERS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
"""The adapted layers, by the names that the packed model has for them."""
RANK = 8
SCALE = 2.0  # what the product of the two matrices counts while it is learnt
EPOCHS = 4
RATE = 5e-4
BATCH = 48  # provisions at a time, each to be told from all others of its batch
NEIGHBOURS = 4  # so many that follow each other in a file stay together
TEMPERATURE = 0.05
LONGEST = 160  # tokens of a text that are read
STRENGTH = 0.6  # what part of the change is taken


@dataclass(frozen=True, slots=True)
class Pair:
    """A provision, and what it answers."""

    target: Target
    findings: tuple[str, ...]


class LowRank(nn.Module):
    """A frozen linear layer with a thin way beside it."""

    def __init__(self, base: nn.Linear) -> None:
        super().__init__()
        self.base = base
        self.a = nn.Parameter(torch.randn(RANK, base.in_features) / base.in_features**0.5)
        self.b = nn.Parameter(torch.zeros(base.out_features, RANK))

    def forward(self, given: Tensor) -> Tensor:
        """Return what the layer gives, and its correction."""
        correction = functional.linear(functional.linear(given, self.a), self.b)
        result: Tensor = self.base(given) + SCALE * correction
        return result


def read_pairs(folder: Path) -> list[Pair]:
    """Read all pairs of `folder`, file after file, in their order."""
    pairs = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            one = json.loads(line)
            target = Target(f"{path.stem}-{number}", one["provision"], one["heading"])
            pairs.append(Pair(target, tuple(one["findings"])))
    return pairs


def train(model: SentenceTransformer, pairs: Sequence[Pair], seed: int) -> dict[str, LowRank]:
    """Put adapters into `model`, teach them, and return them by name."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    adapters = attach(model[0].auto_model)
    weights = [weight for one in adapters.values() for weight in (one.a, one.b)]
    steps = EPOCHS * max(1, round(len(pairs) / BATCH))
    optimiser = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    texts = Texts(model)
    model.eval()  # without dropout
    for epoch in range(EPOCHS):
        losses = []
        for some in batches(pairs, chance):
            findings = texts.vectors([chance.choice(pair.findings) for pair in some])
            loss = loss_of(findings, texts.vectors([view(pair.target, chance) for pair in some]))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}", flush=True)
    return adapters


def attach(bert: Any) -> dict[str, LowRank]:
    """Freeze `bert`, put an adapter beside each linear layer, and return them by name."""
    bert.requires_grad_(requires_grad=False)
    adapters = {}
    for number, layer in enumerate(bert.encoder.layer):
        for name, path in LAYERS.items():
            place, _, last = path.rpartition(".")
            parent = layer.get_submodule(place)
            adapters[f"l{number}.{name}"] = LowRank(getattr(parent, last))
            setattr(parent, last, adapters[f"l{number}.{name}"])
    return adapters


def batches(pairs: Sequence[Pair], chance: random.Random) -> Iterator[list[Pair]]:
    """Yield `pairs` in batches of a new order, in which near relations stay together."""
    begin = chance.randrange(NEIGHBOURS)
    starts = sorted({0, *range(begin, len(pairs), NEIGHBOURS)})
    ends = [*starts[1:], len(pairs)]
    together = [pairs[start:end] for start, end in zip(starts, ends, strict=True)]
    chance.shuffle(together)
    mixed = [pair for some in together for pair in some]
    count = max(1, round(len(mixed) / BATCH))
    for number in range(count):
        yield mixed[number * len(mixed) // count : (number + 1) * len(mixed) // count]


def view(target: Target, chance: random.Random) -> str:
    """Return one of the texts that the linker compares a finding with."""
    headed, bare, *parts = target_texts(target)
    luck = chance.random()
    if parts and luck < 0.25:
        return chance.choice(parts)
    return headed if luck < 0.65 else bare


class Texts:
    """Turns texts into vectors that gradients flow through."""

    def __init__(self, model: SentenceTransformer) -> None:
        self._bert: Any = model[0].auto_model
        self._tokenizer = model.tokenizer

    def vectors(self, texts: Sequence[str]) -> Tensor:
        """Return one vector of length 1 a text (texts, dimension)."""
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        some = [order[begin : begin + 16] for begin in range(0, len(order), 16)]
        found = torch.cat([self._batch([texts[number] for number in one]) for one in some])
        return found[torch.tensor(order).argsort()]

    def _batch(self, texts: Sequence[str]) -> Tensor:
        read = self._tokenizer(
            [f"query: {clean(text)}" for text in texts],
            padding=True,
            truncation=True,
            max_length=LONGEST,
            return_tensors="pt",
        )
        with torch.autocast("cpu", torch.bfloat16):
            states = self._bert(**read).last_hidden_state
        said = read["attention_mask"].unsqueeze(-1)
        return functional.normalize((states.float() * said).sum(1) / said.sum(1), dim=1)


def loss_of(findings: Tensor, targets: Tensor) -> Tensor:
    """Return how badly findings and targets of the same number find each other.

    What a batch has in common is taken off first, as the linker does.
    """
    findings = functional.normalize(findings - findings.mean(0), dim=1)
    targets = functional.normalize(targets - targets.mean(0), dim=1)
    likeness = findings @ targets.T / TEMPERATURE
    right = torch.arange(len(likeness))
    both = functional.cross_entropy(likeness, right) + functional.cross_entropy(likeness.T, right)
    return both / 2


def save(adapters: Mapping[str, LowRank], file: Path, strength: float) -> None:
    """Write the adapters as float16; what their product counts is in B already."""
    arrays: dict[str, Any] = {}
    for name, one in adapters.items():
        arrays[f"{name}.a"] = one.a.detach().numpy().astype(np.float16)
        arrays[f"{name}.b"] = (strength * SCALE * one.b.detach()).numpy().astype(np.float16)
    np.savez_compressed(file, **arrays)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(prog="benchmarks.adapt", description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="?", default=Path(__file__).parent / "pairs")
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--strength", type=float, default=STRENGTH, help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=1, help="default: %(default)s")
    chosen = parser.parse_args()
    # Gradients of the fused attention are several times as slow on processors.
    plain = SentenceTransformer(
        str(rebuilt(cache_folder(), plain=True)),
        device="cpu",
        local_files_only=True,
        model_kwargs={"attn_implementation": "eager"},
    )
    save(train(plain, read_pairs(chosen.pairs), chosen.seed), chosen.file, chosen.strength)


if __name__ == "__main__":
    main()
