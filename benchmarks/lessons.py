"""What the adapter of the default encoder is taught, batch by batch.

Which provision answers a finding is learnt by contrast: a finding is to be nearer to what answers
it than to all else in its batch, near relations among it. Whether a clause is a finding, of which
kind and on which challenges, is learnt by rows of weights that are thrown away afterwards.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.official import Explained, article_of
from benchmarks.practice_folders import DIRECT, Folder
from benchmarks.training_data import Clause
from telusur.evaluate.gold import GoldFinding
from telusur.extract.language.shorthand import spelled_out
from telusur.link.model import Target
from telusur.link.signals.clause_texts import target_texts

TEMPERATURE = 0.05
_NEVER = -1e4
"""What a provision that is no wrong answer counts among the wrong ones."""


class Vectors(Protocol):
    """Gives texts one vector of length 1 each (texts, dimension), through which gradients flow."""

    def __call__(self, texts: Sequence[str], /) -> Tensor: ...


@dataclass(frozen=True, slots=True)
class Pair:
    """A provision, and what it answers."""

    target: Target
    findings: tuple[str, ...]


def read_pairs(folder: Path) -> list[Pair]:
    """Read all pairs of `folder`, file after file, in their order."""
    pairs = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            one = json.loads(line)
            target = Target(f"{path.stem}-{number}", one["provision"], one["heading"])
            pairs.append(Pair(target, tuple(one["findings"])))
    return pairs


def answered(folders: Sequence[Folder]) -> list[Pair]:
    """Return the provisions of practice folders that are directly about findings, with these."""
    pairs = []
    for folder in folders:
        found: dict[str, list[str]] = {}
        for report in folder.reports:
            for one in report.marked:
                for label, grade in one.provisions.items():
                    if grade == DIRECT:
                        found.setdefault(label, []).append(one.finding.quote)
        pairs += [Pair(folder.provisions[label], tuple(some)) for label, some in found.items()]
    return pairs


def contrast(findings: Tensor, targets: Tensor, right: Tensor, silent: Tensor) -> Tensor:
    """Return how badly findings and targets find each other.

    `right` (findings, targets) is 1 where the target answers the finding; where `silent` is true it
    is no wrong answer either. What a batch has in common is taken off first, as the linker does.
    """
    findings = functional.normalize(findings - findings.mean(0), dim=1)
    targets = functional.normalize(targets - targets.mean(0), dim=1)
    likeness = (findings @ targets.T / TEMPERATURE).masked_fill(silent, _NEVER)
    return (_missed(likeness, right) + _missed(likeness.T, right.T)) / 2


def _missed(likeness: Tensor, right: Tensor) -> Tensor:
    has = right.sum(1) > 0
    told = -(functional.log_softmax(likeness, 1) * right).sum(1)[has]
    return (told / right.sum(1)[has]).mean()


def _view(target: Target, chance: random.Random) -> str:
    """Return one of the texts that the linker compares a finding with."""
    headed, bare, *parts = target_texts(target)
    luck = chance.random()
    if parts and luck < 0.25:
        return chance.choice(parts)
    return headed if luck < 0.65 else bare


@dataclass(frozen=True, slots=True)
class OfPairs:
    """Provisions, each to be told from all others of its batch."""

    pairs: Sequence[Pair]
    beside: Sequence[Target] = ()
    """Provisions that answer none of them."""

    def loss(self, vectors: Vectors, chance: random.Random) -> Tensor:
        """As Lesson."""
        asked = [spelled_out(chance.choice(one.findings)) for one in self.pairs]
        every = [*(one.target for one in self.pairs), *self.beside]
        targets = [_view(one, chance) for one in every]
        right = torch.eye(len(asked), len(every))
        alike = torch.tensor(
            [[one.target.text == other.text for other in every] for one in self.pairs]
        )
        return contrast(vectors(asked), vectors(targets), right, alike & (right == 0))

    @staticmethod
    def batches(
        pairs: Sequence[Pair], chance: random.Random, size: int = 48, neighbours: int = 4
    ) -> Iterator[OfPairs]:
        """Yield `pairs` in a new order, in which near relations of a file stay together."""
        begin = chance.randrange(neighbours)
        starts = sorted({0, *range(begin, len(pairs), neighbours)})
        together = [
            pairs[start:end] for start, end in zip(starts, [*starts[1:], len(pairs)], strict=True)
        ]
        chance.shuffle(together)
        mixed = [pair for some in together for pair in some]
        for start in range(0, len(mixed) - size // 2, size):
            yield OfPairs(mixed[start : start + size])

    @staticmethod
    def official(
        every: Sequence[Explained],
        provisions: Mapping[str, Sequence[Target]],
        chance: random.Random,
        size: int = 48,
    ) -> Iterator[OfPairs]:
        """Yield explanations with what they explain, beside other `provisions` of their laws."""
        for start in range(0, len(every) - size // 2, size):
            some = every[start : start + size]
            names = {article_of(one.target) for one in some}
            others = [
                target
                for law in sorted({one.law for one in some})
                for target in provisions[law]
                if article_of(target) not in names
            ]
            beside = chance.sample(others, min(size // 2, len(others)))
            yield OfPairs([Pair(one.target, (one.explanation,)) for one in some], beside)


@dataclass(frozen=True, slots=True)
class OfFolders:
    """Findings of some practice folders, each to find its provisions among all of theirs."""

    links: Sequence[tuple[Folder, str, dict[str, int]]]
    """The folder, the quote, and what answers it."""

    def loss(self, vectors: Vectors, chance: random.Random) -> Tensor:
        """As Lesson."""
        folders = {folder.name: folder for folder, _, _ in self.links}
        named = [(name, label) for name, one in folders.items() for label in one.provisions]
        grades = torch.tensor(
            [
                [grade.get(label, 0) if name == folder.name else 0 for name, label in named]
                for folder, _, grade in self.links
            ]
        )
        targets = [_view(folders[name].provisions[label], chance) for name, label in named]
        asked = [spelled_out(quote) for _, quote, _ in self.links]
        right = (grades == DIRECT).float()
        return contrast(vectors(asked), vectors(targets), right, (grades > 0) & (right == 0))

    @staticmethod
    def batches(
        folders: Sequence[Folder], chance: random.Random, most: int = 24, size: int = 56
    ) -> Iterator[OfFolders]:
        """Yield the findings of whole folders, in a new order; at most `most` of each."""
        batch: list[tuple[Folder, str, dict[str, int]]] = []
        for folder in chance.sample(folders, len(folders)):
            some = [
                (folder, one.finding.quote, dict(one.provisions))
                for report in folder.reports
                for one in report.marked
                if DIRECT in one.provisions.values()
            ]
            batch += chance.sample(some, min(most, len(some)))
            if len(batch) >= size:
                yield OfFolders(batch)
                batch = []


def _mistaken(
    said: Tensor, found: Sequence[GoldFinding], kinds: Sequence[str], challenges: Sequence[str]
) -> Tensor:
    """Return how wrong a head is about findings: `said` (findings, kinds and then challenges)."""
    of_kinds, of_challenges = said[:, : len(kinds)], said[:, len(kinds) :]
    right = torch.tensor([kinds.index(one.kind) for one in found])
    bearing = torch.tensor([[each in one.challenge for each in challenges] for one in found])
    missed = functional.binary_cross_entropy_with_logits(
        of_challenges, bearing.float(), reduction="none"
    )
    loss = functional.cross_entropy(of_kinds, right, label_smoothing=0.05)
    return loss + missed.sum(1).mean() / 2


@dataclass(frozen=True, slots=True)
class OfClauses:
    """Clauses of reports: is each a finding, of which kind, on which challenges?"""

    clauses: Sequence[Clause]
    head: nn.Linear
    """Its rows: a finding or not, kinds, challenges."""
    kinds: Sequence[str]
    challenges: Sequence[str]
    mean: Tensor
    """What the vectors of clauses have in common (dimension,)."""

    def loss(self, vectors: Vectors, _: random.Random) -> Tensor:
        """As Lesson."""
        said = self.head((vectors([one.text for one in self.clauses]) - self.mean) * 10)
        found = [one.finding for one in self.clauses if one.finding]
        is_finding = torch.tensor([one.finding is not None for one in self.clauses])
        loss = functional.binary_cross_entropy_with_logits(said[:, 0], is_finding.float())
        if not found:
            return loss
        return loss + _mistaken(said[is_finding, 1:], found, self.kinds, self.challenges)

    @staticmethod
    def batches(
        clauses: Sequence[Clause], chance: random.Random, size: int = 64
    ) -> Iterator[Sequence[Clause]]:
        """Yield clauses of like length together."""
        by_length = sorted(clauses, key=lambda one: len(one.text) + chance.random() * 40)
        for start in range(0, len(by_length), size):
            yield by_length[start : start + size]


@dataclass(frozen=True, slots=True)
class OfFindings:
    """Findings with what stands around them: of which kind is each, on which challenges?"""

    findings: Sequence[Clause]
    head: nn.Linear
    """Its rows: kinds, challenges."""
    kinds: Sequence[str]
    challenges: Sequence[str]
    mean: Tensor
    """What the vectors of findings in context have in common (dimension,)."""

    def loss(self, vectors: Vectors, _: random.Random) -> Tensor:
        """As Lesson."""
        said = self.head((vectors([one.context for one in self.findings]) - self.mean) * 10)
        found = [one.finding for one in self.findings if one.finding]
        return _mistaken(said, found, self.kinds, self.challenges)


class Lesson(Protocol):
    """A batch of one sort."""

    def loss(self, vectors: Vectors, chance: random.Random, /) -> Tensor:
        """Return how badly the encoder does."""
        ...
