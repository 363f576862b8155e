"""What shared words say of a finding and a clause."""

from __future__ import annotations

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telusur.link import Source, Target
from telusur.link.signals.languages import ENGLISH, INDONESIAN, language_of
from telusur.link.signals.words import WordEvidence, _bm25, tokens, words

FILLER = [
    Target(str(number), text, "")
    for number, text in enumerate(
        [
            "Kursi roda tersedia di pintu.",
            "Biaya diumumkan pada papan.",
            "Arsip disimpan lima tahun.",
            "Petugas dilatih setiap tahun.",
        ]
    )
]


def evidence_of(texts: list[str], targets: list[Target]) -> np.ndarray:
    found = WordEvidence(targets)
    return np.asarray(found.evidence(found.asked([tokens(text) for text in texts])))


def shared(text: str, target: Target, most: int = 9) -> str:
    found = WordEvidence([target, *FILLER])
    return found.shared(found.asked([tokens(text)]), np.array([0]), np.array([0]), most)[0]


def test_words_leave_out_figures_and_what_stands_everywhere() -> None:
    assert words("Pada 2019, e-KTP dan data-data 12.000 warga sebagaimana dimaksud ayat (1)") == [
        "ktp", "data", "data", "warga",
    ]  # fmt: skip


def test_another_form_of_the_stem_counts_half() -> None:
    targets = [Target("a", "pengaduan", ""), Target("b", "loket", "")]
    same, kin, none = evidence_of(["pengaduan", "diadukan", "kursi"], targets)[:, 0]
    assert same / (1 - same) == pytest.approx(2 * kin / (1 - kin))
    assert none == 0


def test_a_heading_counts_a_little() -> None:
    targets = [Target("a", "loket", "PENGADUAN"), Target("b", "pengaduan", "LOKET")]
    under, itself = evidence_of(["pengaduan"], targets)[0]
    assert 0 < under < itself


def test_two_words_in_a_row_count_more_than_the_same_two_apart() -> None:
    targets = [
        Target("a", "Loket bagi kelompok rentan tersedia.", ""),
        Target("b", "Rentan loket bagi tersedia kelompok.", ""),
    ]
    together, apart = evidence_of(["Kelompok rentan belum terlayani."], targets)[0]
    assert 0 < apart < together


def test_the_last_word_of_a_finding_makes_no_pair_with_the_next_finding() -> None:
    targets = [Target("a", "kelompok rentan", ""), *FILLER]
    alone = [evidence_of([text], targets) for text in ("bagi kelompok", "rentan sekali")]
    both = evidence_of(["bagi kelompok", "rentan sekali"], targets)
    assert np.array_equal(both, np.concatenate(alone))


def test_shared_words_come_the_weightiest_first() -> None:
    clause = Target("a", "Biaya internet diumumkan.", "")
    assert shared("Diumumkan bahwa internet butuh biaya", clause) == "internet, diumumkan, biaya"
    assert shared("Diumumkan bahwa internet butuh biaya", clause, most=1) == "internet"
    assert shared("Taman kota", clause) == ""


def test_a_stem_that_two_words_share_is_named_by_the_first() -> None:
    clause = Target("a", "pengaduan", "")
    assert shared("warga mengadukan aduan", clause) == "mengadukan"
    assert shared("warga mengadukan pengaduan", clause) == "mengadukan, pengaduan"


def test_a_pair_is_not_named_by_a_word_that_stands_everywhere() -> None:
    assert shared("datang dengan ramah", Target("a", "dilayani dengan ramah", "")) == "ramah"


@settings(max_examples=50)
@given(st.lists(st.lists(st.sampled_from(["antre", "loket", "warga", "petugas"])), min_size=1))
def test_a_word_weighs_what_bm25s_says(corpus: list[list[str]]) -> None:
    vocabulary, having, texts, weights = _bm25(corpus)
    assert vocabulary == sorted({word for text in corpus for word in text})
    if not vocabulary:
        return
    index = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
    index.index(corpus, show_progress=False)
    scores = np.zeros((len(vocabulary), len(corpus)), np.float32)
    scores[np.repeat(np.arange(len(vocabulary)), having), texts] = weights
    for word, row in zip(vocabulary, scores, strict=True):
        assert np.array_equal(row, index.get_scores([word]))


@settings(max_examples=50)
@given(st.lists(st.text(max_size=40), max_size=5), st.lists(st.text(max_size=40), min_size=1))
def test_any_texts_are_compared(texts: list[str], clauses: list[str]) -> None:
    targets = [Target(str(number), text, "") for number, text in enumerate(clauses)]
    found = evidence_of(texts, targets)
    assert found.shape == (len(texts), len(targets))
    assert ((found >= 0) & (found < 1)).all()


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Loket dibuka dan warga dilayani oleh petugas."], INDONESIAN),
        (["The counter is opened and people are served by staff."], ENGLISH),
        (["Backup and restore dilakukan oleh petugas yang ditunjuk."], INDONESIAN),
        (["ПОРЯДОК", "2019"], INDONESIAN),
        ([], INDONESIAN),
    ],
)
def test_the_language_is_that_of_the_common_words(texts: list[str], language: object) -> None:
    assert language_of([tokens(text) for text in texts]) is language


def test_english_clauses_are_read_with_english_stems_and_stop_words() -> None:
    targets = [
        Target("log", "The system shall log every change of a record.", ""),
        Target("backup", "The system shall be backed up each night.", ""),
    ]
    source = Source("s", "Records that are changed by the staff should be logged.")
    log, backup = evidence_of([source.text], targets)[0]
    assert log > backup == 0
