from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import growth

from telusur.corpus.text.sentences import sentence_spans

ABBREVIATIONS = frozenset({"drs", "no", "kab", "jl", "h", "dr", "dll", "dsb"})
CASES_FILE = Path(__file__).with_name("sentences.txt")


def cases() -> list[tuple[str, str, str]]:
    """(title, input, expected) of every case in the data file."""
    parts = [part.strip("\n") for part in CASES_FILE.read_text("utf-8").split("\n.\n")]
    return [tuple(parts[i : i + 3]) for i in range(0, len(parts) - 2, 3)]  # type: ignore[misc]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text), ABBREVIATIONS)]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in cases()], ids=[case[0] for case in cases()]
)
def test_sentences_of_the_data_file(text: str, expected: str) -> None:
    assert split(text) == expected.split("\n")


@given(st.text(alphabet="aB1 .!?…\"“”'()[];:\n", max_size=60))
def test_sentences_lose_no_letter_and_keep_their_order(text: str) -> None:
    position = 0
    for start, end in sentence_spans(text, 0, len(text), ABBREVIATIONS):
        assert position <= start < end <= len(text)
        assert not any(character.isalnum() for character in text[position:start])
        position = end
    assert not any(character.isalnum() for character in text[position:])


def test_only_the_asked_part_is_read() -> None:
    text = "Satu. Dua. Tiga. Empat."
    assert [text[a:b] for a, b in sentence_spans(text, 6, 16, ABBREVIATIONS)] == ["Dua.", "Tiga."]


@pytest.mark.parametrize("unit", ["Jaringan lambat (No. 3). ", ".", ". ", "(", '."', "a(b. C) "])
def test_work_grows_with_length_only(unit: str) -> None:
    def split_text_of(length: int) -> None:
        split(unit * (length // len(unit)) + " kata.")

    assert growth(split_text_of, 4_000, 32_000) < 1.2
