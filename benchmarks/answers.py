"""Writes what provisions answer, as directions: `python -m benchmarks.answers`.

They are those of `benchmarks/pairs` and of `benchmarks/practice`, a file for each language, which
`telusur.link.signals.answers` reads. No text is kept, only vectors of the default encoder, so that
this is to be run again whenever the encoder or its adapter changes. Three minutes on two cores.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.lessons import Pair, answered, read_pairs
from benchmarks.practice_folders import ENGLISH as IN_ENGLISH
from benchmarks.practice_folders import read_folders
from telusur import link
from telusur.link.encoder import DEFAULT
from telusur.link.signals import answers
from telusur.link.signals.clause_texts import directions, mean, target_texts
from telusur.link.signals.languages import ENGLISH, INDONESIAN

Array = np.ndarray[Any, Any]
PAIRS = Path(__file__).parent / "pairs"


def learn(pairs: Sequence[Pair], provisions: Array, findings: Array) -> answers.Pairs:
    """Return the directions of the pairs, given the vectors of their provisions under headings, and
    of all their findings one after the other.
    """
    centre = mean(findings)
    number = np.repeat(np.arange(len(pairs)), [len(pair.findings) for pair in pairs])
    sums = np.zeros_like(provisions)
    np.add.at(sums, number, directions(findings, centre))
    return answers.Pairs(
        directions(provisions, mean(provisions)),
        directions(sums, np.zeros(sums.shape[1])),
        centre.astype(np.float32),
    )


def save(learnt: answers.Pairs, encoder: str, file: Path) -> None:
    """Write directions as whole numbers from -127 to 127, a byte each."""
    np.savez_compressed(
        file,
        encoder=encoder,
        provisions=_in_bytes(learnt.provisions),
        findings=_in_bytes(learnt.findings),
        centre=learnt.centre,
    )


def _in_bytes(rows: Array) -> Array:
    highest = np.abs(rows).max(axis=1, keepdims=True)
    in_bytes: Array = np.round(rows * 127 / np.maximum(highest, 1e-9)).astype(np.int8)
    return in_bytes


def main() -> None:
    """Embed and write."""
    argparse.ArgumentParser(prog="benchmarks.answers", description=__doc__).parse_args()
    encoder = link.load_encoder(DEFAULT)
    known = {
        INDONESIAN: [*read_pairs(PAIRS), *answered(list(read_folders()))],
        ENGLISH: answered(list(read_folders(IN_ENGLISH))),
    }
    for language, pairs in known.items():
        provisions = encoder.embed([target_texts(pair.target)[0] for pair in pairs])
        findings = encoder.embed([finding for pair in pairs for finding in pair.findings])
        file = Path(answers.__file__).with_name(answers.FILE.format(language.stemmer))
        save(learn(pairs, provisions, findings), encoder.name, file)


if __name__ == "__main__":
    main()
