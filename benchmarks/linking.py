"""How well findings are linked: `python -m benchmarks.linking DIR [--draft DRAFT] [--json]`.

DIR holds `sources.jsonl` and `targets.jsonl` (one object a line: "id", "text", and for targets
perhaps "title") and `gold.tsv` (source, target, grade; a source without a line has no link).
Every ranking comes from the code that `telusur build` runs, beside plain BM25 and plain cosine.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import numpy as np

from telusur import draft, extract, link
from telusur.evaluate import ranking as metrics
from telusur.evaluate.judged import read_judged
from telusur.extract.lexicon import Challenge
from telusur.link.bands import Band
from telusur.link.encoder import DEFAULT
from telusur.link.encoder.bundled import cache_folder
from telusur.link.model import Options, Source, Target
from telusur.link.ranking import AT_ONCE, Ranking
from telusur.link.signals import SIGNALS
from telusur.link.signals.clause_texts import target_texts
from telusur.link.signals.languages import language_of
from telusur.link.signals.words import tokens, words

Array = np.ndarray[Any, Any]
_LEXICON = Path(__file__).parent.parent / "extract"


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings, clauses, and what a reader said of each pair."""

    sources: list[Source]
    targets: list[Target]
    grades: Array
    """(sources, targets); 0 where there is no link."""


class VectorFile:
    """Keeps vectors between runs, in one file in the user's cache folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._vectors: dict[str, Array] = {}
        if path.is_file():
            with np.load(path) as kept:
                self._vectors = dict(zip(kept["keys"].tolist(), kept["vectors"], strict=True))

    def get(self, model: str, keys: Sequence[str]) -> dict[str, Array]:
        """As telusur.link.encoder.VectorCache."""
        named = {f"{model} {key}": key for key in keys}
        return {named[name]: self._vectors[name] for name in named if name in self._vectors}

    def put(self, model: str, vectors: Mapping[str, Array]) -> None:
        """As telusur.link.encoder.VectorCache."""
        self._vectors.update({f"{model} {key}": vector for key, vector in vectors.items()})
        self._path.parent.mkdir(parents=True, exist_ok=True)
        names, values = list(self._vectors), np.stack(list(self._vectors.values()))
        with self._path.open("wb") as file:
            np.savez(file, keys=np.array(names), vectors=values)


def read(folder: Path, draft_folder: Path | None = None) -> Judged:
    """Read a folder of judged links; the provisions as a build has them, with a draft."""
    gold = read_judged(folder)
    sources = [Source(one.id, one.text) for one in gold.findings]
    if draft_folder:
        provisions = draft.provisions(draft.read_draft(draft_folder))
        targets = [Target(one.clause_id, one.text, one.heading) for one in provisions]
    else:
        lines = (folder / "targets.jsonl").read_text(encoding="utf-8").splitlines()
        described = [json.loads(line) for line in lines if line]
        targets = [Target(one["id"], one["text"], one.get("title", "")) for one in described]
    row = {source.id: number for number, source in enumerate(sources)}
    column = {target.id: number for number, target in enumerate(targets)}
    grades = np.zeros((len(sources), len(targets)))
    for (source, target), grade in gold.grades.items():
        grades[row[source], column[target]] = grade
    return Judged(sources, targets, grades)


def signals(judged: Judged, model: str) -> dict[str, Array]:
    """Return the scores (sources, targets) of the whole and of each signal alone."""
    sources, targets, challenges = judged.sources, judged.targets, read_challenges()
    vectors = embedded(judged, challenges, model)
    number = len(sources)
    ranking = Ranking(targets, challenges, vectors[number:], link.identify(model))
    of_sources = vectors[:number]
    parts = [
        ranking.evidence(sources[begin : begin + AT_ONCE], of_sources[begin : begin + AT_ONCE])
        for begin in range(0, number, AT_ONCE)
    ]
    sizes = [len(target_texts(target)) for target in targets]
    headed = number + np.cumsum([0, *sizes[:-1]])
    return {
        "BM25": plain_bm25(sources, targets),
        "cosine": of_sources @ vectors[headed + 1].T,
        "cosine, headings": of_sources @ vectors[headed].T,
        **{one.name: np.concatenate([part.counts[one.name] for part in parts]) for one in SIGNALS},
        "whole": np.concatenate([one.scores for one in parts]),
    }


def embedded(judged: Judged, challenges: Sequence[Challenge], model: str) -> Array:
    """Return the vectors of all that a ranking needs, kept from run to run."""
    return link.embed_all(
        link.texts_to_embed(judged.sources, judged.targets, challenges),
        link.identify(model),
        lambda: link.load_encoder(model),
        VectorFile(cache_folder() / f"benchmark-{Path(model).name}.npz"),
    )


def plain_bm25(sources: Sequence[Source], targets: Sequence[Target]) -> Array:
    """Score with bm25s as it comes, on the clauses' own words, unstemmed."""
    language = language_of(tokens(target.text) for target in targets)
    index = bm25s.BM25(method="lucene")
    index.index([words(target.text, language) for target in targets], show_progress=False)
    known = set(index.vocab_dict)
    said = (words(source.text, language) for source in sources)
    asked = [[word for word in one if word in known] for one in said]
    return np.stack([index.get_scores(one) if one else np.zeros(len(targets)) for one in asked])


def read_challenges() -> Sequence[Challenge]:
    """Read the taxonomy of this repository."""
    lexicon, problems = extract.read_lexicon(_LEXICON)
    if lexicon is None:
        raise SystemExit("\n".join(map(str, problems)))
    return lexicon.challenges


def measure(scores: Array, grades: Array, options: Options) -> dict[str, Any]:
    """Return every measure by name; those of a ranking as (mean, low, high)."""
    every = metrics.ranked(scores, grades)
    direct = metrics.ranked(scores, grades * (grades == grades.max()))
    best, threshold = metrics.best_f1(every.first(options.per_finding))
    by_source = {
        "MAP direct": metrics.average_precision(direct),
        "MAP any": metrics.average_precision(every),
        "recall@5 direct": metrics.recall(direct, 5),
        "recall@5 any": metrics.recall(every, 5),
        "recall@10 any": metrics.recall(every, 10),
        "nDCG@10": metrics.ndcg(every, 10),
        "precision@1": metrics.precision_at_one(every),
    }
    return {
        **{
            name: (float(np.nanmean(values)), *metrics.interval(values))
            for name, values in by_source.items()
        },
        "best F1": best,
        "its threshold": threshold,
    }


def measure_scores(scores: Array, grades: Array, options: Options) -> dict[str, float]:
    """Return what the whole's scores promise, and whether they keep it."""
    first = metrics.ranked(scores, grades).first(options.per_finding)
    strong, right = metrics.given(first, Band.STRONG.value)
    return {
        "F1 at the default threshold": metrics.f1_at(first, options.threshold),
        "unlinkable with a link": metrics.share_reaching(first, options.threshold),
        "unlinkable with a strong link": metrics.share_reaching(first, Band.STRONG.value),
        "strong links": strong,
        "strong links that are right": right,
        "calibration error": metrics.calibration_error(first),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.linking", description=__doc__)
    parser.add_argument("folder", type=Path, help="sources.jsonl, targets.jsonl, gold.tsv")
    parser.add_argument("--draft", type=Path, help="where the provisions stand, with their lists")
    parser.add_argument("--model", default=DEFAULT, help="the encoder; default: %(default)s")
    parser.add_argument("--json", action="store_true", help="print JSON")
    chosen = parser.parse_args(arguments)
    judged, options = read(chosen.folder, chosen.draft), Options()
    scores = signals(judged, chosen.model)
    measures = {name: measure(each, judged.grades, options) for name, each in scores.items()}
    measures["whole"].update(measure_scores(scores["whole"], judged.grades, options))
    print(json.dumps(measures, indent=2) if chosen.json else table(measures))


def table(measures: Mapping[str, Mapping[str, Any]]) -> str:
    """Lay the measures out, one line each, one column a ranking."""
    names = list(measures["whole"])
    lines = [" " * 32 + "".join(f"{column:>20}" for column in measures)]
    for name in names:
        cells = (_cell(column.get(name)) for column in measures.values())
        lines.append(f"{name:32}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        mean, low, high = value
        return f"{mean:.3f} ({low:.2f}–{high:.2f})"
    return f"{value:.3f}"


if __name__ == "__main__":
    main()
