"""Trains the adapter of the default encoder: `python -m benchmarks.adapt [FILE]`.

It learns from `benchmarks/pairs` and `benchmarks/practice` which provision answers which finding,
from the clauses of our own reports what is a finding, of which kind and on which challenges, and,
with `--elucidations DIR`, from official elucidations which article or item of a list they explain:
the lessons of `benchmarks.lessons`. No annotated report of others is among it. The encoder's own
weights stay as they are: what is learnt are two thin matrices beside each linear layer (low-rank
adaptation), of which FILE gets a part, `--strength`. Half an hour on two cores; the last digits of
the result differ from machine to machine. What reads the encoder's vectors is to be learnt anew
after it: `benchmarks.answers`, `benchmarks.train`, `benchmarks.people`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn
from torch.nn import functional

from benchmarks import official
from benchmarks.lessons import (
    Lesson,
    OfClauses,
    OfFindings,
    OfFolders,
    OfPairs,
    Vectors,
    read_pairs,
)
from benchmarks.practice_folders import ENGLISH, practised, read_folders
from benchmarks.training_data import Clause, clauses_of, examples
from telusur import extract
from telusur.link.encoder.bundled import cache_folder, rebuilt
from telusur.link.encoder.bundled.adapter import FILE
from telusur.link.hygiene import clean

ROOT = Path(__file__).parents[1]
LAYERS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
"""The adapted layers, by the names that the packed model has for them."""
RANK = 16
SCALE = 2.0  # what the product of the two matrices counts while it is learnt
EPOCHS = 2
ELUCIDATIONS, ITEMS = 6000, 1000
"""How many official elucidations are taught: of provisions, and of single items of lists."""
RATE, RATE_OF_HEAD = 5e-4, 5e-3
LONGEST = 128  # tokens of a text that are read
STRENGTH = 0.7  # what part of the change is taken


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


def own_clauses(lexicon: extract.Lexicon) -> list[Clause]:
    """Return the clauses of all that we made up."""
    reader = extract.Reader(lexicon)
    return [
        clause
        for report in (*examples(), *practised(lexicon), *practised(lexicon, ENGLISH))
        for clause in clauses_of(report, reader)
    ]


def lessons(
    clauses: Sequence[Clause],
    head: nn.Linear,
    second: nn.Linear,
    lexicon: extract.Lexicon,
    vectors: Vectors,
    elucidations: Path | None,
    chance: random.Random,
) -> list[Lesson]:
    """Return all lessons, in a new order."""
    pairs, folders = (
        read_pairs(ROOT / "benchmarks" / "pairs"),
        [*read_folders(), *read_folders(ENGLISH)],
    )
    with torch.no_grad():
        mean = vectors([one.text for one in chance.sample(clauses, min(400, len(clauses)))]).mean(0)
        found = [one for one in clauses if one.finding]
        mean_of_found = vectors([one.context for one in chance.sample(found, 200)]).mean(0)
    kinds = [kind.id for kind in lexicon.kinds]
    challenges = [one.id for one in lexicon.challenges]
    all_of_them: list[Lesson] = []
    for _ in range(EPOCHS):
        all_of_them += OfPairs.batches(pairs, chance)
        all_of_them += OfFolders.batches(folders, chance)
        all_of_them += [
            OfClauses(some, head, kinds, challenges, mean)
            for some in OfClauses.batches(clauses, chance)
        ]
    all_of_them += [
        OfFindings(some, second, kinds, challenges, mean_of_found)
        for some in OfClauses.batches(found, chance, 48)
    ]
    if elucidations:
        every = official.taught(official.explained(elucidations), ELUCIDATIONS, chance)
        every += official.taught(official.explained_items(elucidations), ITEMS, chance)
        of_laws = official.provisions(elucidations, {one.law for one in every})
        all_of_them += OfPairs.official(every, of_laws, chance)
    chance.shuffle(all_of_them)
    return all_of_them


def train(model: SentenceTransformer, elucidations: Path | None, seed: int) -> dict[str, LowRank]:
    """Put adapters into `model`, teach them, and return them by name."""
    lexicon, problems = extract.read_lexicon(ROOT / "extract")
    if lexicon is None:
        raise SystemExit("\n".join(map(str, problems)))
    torch.manual_seed(seed)
    chance = random.Random(seed)
    bert: Any = model[0].auto_model
    adapters = attach(bert)
    weights = [weight for one in adapters.values() for weight in (one.a, one.b)]
    rows = 1 + len(lexicon.kinds) + len(lexicon.challenges)
    head = nn.Linear(bert.config.hidden_size, rows)
    nn.init.zeros_(head.weight)
    second = nn.Linear(bert.config.hidden_size, rows - 1)
    nn.init.zeros_(second.weight)
    model.eval()  # without dropout
    texts = Texts(model)
    plan = lessons(own_clauses(lexicon), head, second, lexicon, texts, elucidations, chance)
    optimiser = torch.optim.AdamW(
        [
            {"params": weights, "lr": RATE, "weight_decay": 0.01},
            {"params": [*head.parameters(), *second.parameters()], "lr": RATE_OF_HEAD},
        ]
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [RATE, RATE_OF_HEAD], len(plan) + 1, pct_start=0.1
    )
    losses: dict[str, list[float]] = {}
    for number, lesson in enumerate(plan, start=1):
        loss = lesson.loss(texts, chance)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        losses.setdefault(type(lesson).__name__, []).append(loss.item())
        if number % 50 == 0:
            late = {name: f"{np.mean(of[-25:]):.3f}" for name, of in losses.items()}
            print(f"{number} of {len(plan)}: {late}", flush=True)
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


class Texts:
    """Turns texts into vectors that gradients flow through."""

    def __init__(self, model: SentenceTransformer) -> None:
        self._bert: Any = model[0].auto_model
        self._tokenizer = model.tokenizer

    def __call__(self, texts: Sequence[str]) -> Tensor:
        """Return one vector of length 1 a text (texts, dimension)."""
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        some = [order[begin : begin + 24] for begin in range(0, len(order), 24)]
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
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--elucidations", type=Path, help="as benchmarks.official has them")
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
    save(train(plain, chosen.elucidations, chosen.seed), chosen.file, chosen.strength)


if __name__ == "__main__":
    main()
