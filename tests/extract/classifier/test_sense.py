"""Direction, scarcity, hardship: what turns the sense of a clause."""

from __future__ import annotations

import pytest
from tests.extract.classifier.test_classifier import TODAY, document

from telusur.extract import Lexicon, Reader
from telusur.extract.classifier.sense import sense
from telusur.extract.language.shorthand import spelled_out
from telusur.extract.pipeline import CANDIDATES


def test_the_same_word_says_another_thing_of_another_subject() -> None:
    up, down = "meningkat tajam", "menurun tajam"
    said = {tuple(sense(f"{what} {way}")) for what in ("Keluhan", "Anggaran") for way in (up, down)}
    assert len(said) == 4


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("Penolakan formulir meningkat tiga kali", "Penolakan formulir menurun tiga kali"),
        ("Tunggakan formulir terus meningkat", "Tunggakan formulir terus menurun"),
    ],
)
def test_more_of_a_burden_is_a_problem_and_less_of_it_is_none(
    lexicon: Lexicon, worse: str, better: str
) -> None:
    reader = Reader(lexicon)

    def weights(text: str) -> tuple[float, float]:
        (one,) = CANDIDATES.of(reader.begin(document(text), today=TODAY))
        kinds = one.judgement.seen.kinds
        return kinds.get("kendala", 0.0), kinds.get("kelebihan", 0.0)

    assert weights(worse)[0] > weights(worse)[1]
    assert weights(better)[0] < weights(better)[1]


def test_shortened_words_are_read_in_full_and_nothing_else_changes() -> None:
    assert spelled_out("Blangko blm ada, org hrs pulang") == "Blangko belum ada, orang harus pulang"
    assert spelled_out("Petugas belum datang") == "Petugas belum datang"


def test_questions_state_nothing(lexicon: Lexicon) -> None:
    asked = document("Apakah jaringan di loket sering terputus?", section="Kendala")
    assert not Reader(lexicon).read(asked, today=TODAY).findings
