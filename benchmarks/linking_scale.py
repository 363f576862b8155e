"""How fast links are made anew: `python -m benchmarks.linking_scale [--findings N] [--clauses N]`.

Makes findings and clauses out of this repository's sample ones by joining halves of two, so that
no two are alike, gives each text a vector drawn near that of a real one, changes one clause, and
times what a build then does: ask the cache, embed what is new, rank. With `--texts N` it also
embeds N texts with the encoder of a build and with sentence-transformers driven by hand.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.linking import Array, embedded, read, read_challenges
from telusur import link
from telusur.link.encoder import DEFAULT
from telusur.link.encoder.bundled import cache_folder, rebuilt
from telusur.link.model import Options, Source, Target
from telusur.store.database import Database
from telusur.store.embeddings import EmbeddingCache
from telusur.store.schema.making import create_schema

_BATCHES = (8, 16, 32)
_TURNS = 5
_SAMPLE = Path(__file__).parent / "gold" / "sample-links"


class _Drawn:
    """An encoder that costs nothing: gives a text the vector of some real one, a little moved."""

    name = "drawn"

    def __init__(self, real: Array) -> None:
        self._real = real

    def embed(self, texts: Sequence[str]) -> Array:
        """As telusur.link.encoder.Encoder."""
        draw = np.random.default_rng(len(texts))
        chosen = self._real[draw.integers(0, len(self._real), len(texts))]
        moved = chosen + draw.normal(scale=0.002, size=chosen.shape)
        vectors: Array = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return vectors.astype(np.float32)


def joined(texts: Sequence[str], number: int) -> list[str]:
    """Return `number` texts, each the first half of one of `texts` and the second of another."""
    draw = np.random.default_rng(0)
    halves = [text.split() for text in texts]
    made = []
    for turn in range(number):
        first, second = draw.integers(0, len(halves), 2)
        one, other = halves[first], halves[second]
        made.append(" ".join([*one[: len(one) // 2], *other[len(other) // 2 :], f"({turn})"]))
    return made


def relink(findings: int, clauses: int) -> None:
    """Link, change one clause, link again with a stopwatch."""
    judged, challenges = read(_SAMPLE), read_challenges()
    sources = [
        Source(str(number), text)
        for number, text in enumerate(joined([one.text for one in judged.sources], findings))
    ]
    texts = joined([one.text for one in judged.targets], clauses)
    headings = [one.heading for one in judged.targets]
    targets = [
        Target(str(number), text, headings[number % len(headings)])
        for number, text in enumerate(texts)
    ]
    encoder: Any = _Drawn(embedded(judged, challenges, DEFAULT))
    with tempfile.TemporaryDirectory() as folder:
        db = Database(sqlite3.connect(Path(folder) / "evidence.db"))
        create_schema(db)
        cache = EmbeddingCache(db)
        link.embed_all(
            link.texts_to_embed(sources, targets, challenges), "drawn", lambda: encoder, cache
        )
        changed = Target("0", "Petugas loket menjawab pertanyaan warga pada hari itu.", "")
        targets[0] = changed
        began = time.perf_counter()
        vectors = link.embed_all(
            link.texts_to_embed(sources, targets, challenges), "drawn", lambda: encoder, cache
        )
        ready = time.perf_counter()
        links = link.rank(sources, targets, challenges, vectors, Options(), link.identify(DEFAULT))
        ended = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{findings} findings, {clauses} clauses, {len(vectors)} texts, {len(links)} links")
    print(f"vectors {ready - began:.2f} s, ranking {ended - ready:.2f} s, peak {peak:.0f} MB")


def throughput(number: int) -> None:
    """Embed with a build's encoder and with sentence-transformers alone, turn by turn.

    What else the machine does then slows all of them alike; the medians are compared.
    """
    from sentence_transformers import SentenceTransformer

    texts = joined([one.text for one in read(_SAMPLE).targets], number)
    encoder = link.load_encoder(DEFAULT)
    model = SentenceTransformer(str(rebuilt(cache_folder())), device="cpu", local_files_only=True)
    ways: dict[str, Callable[[], Any]] = {"a build's encoder": lambda: encoder.embed(texts)}
    for size in _BATCHES:
        ways[f"by hand, {size} a batch"] = partial(
            model.encode, [f"query: {text}" for text in texts], batch_size=size
        )
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(_TURNS):
        for name, embed in ways.items():
            began = time.perf_counter()
            embed()
            seconds[name].append(time.perf_counter() - began)
    for name, measured in seconds.items():
        print(f"{name}: {number / median(measured):.0f} texts a second")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.linking_scale", description=__doc__)
    parser.add_argument("--findings", type=int, default=50_000)
    parser.add_argument("--clauses", type=int, default=500)
    parser.add_argument("--texts", type=int, default=0, help="also embed so many texts")
    chosen = parser.parse_args()
    relink(chosen.findings, chosen.clauses)
    if chosen.texts:
        throughput(chosen.texts)


if __name__ == "__main__":
    main()
