"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.draft.rules.cardinals import cardinal, from_cardinal


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_words_of_a_number_are_read_as_that_number(number: int) -> None:
    assert from_cardinal(cardinal(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (1_111, "seribu seratus sebelas"),
        (1_000_000, "satu juta"),
    ],
)
def test_words_are_those_of_the_language(number: int, words: str) -> None:
    assert cardinal(number) == words


@given(st.text())
def test_other_words_are_no_number(words: str) -> None:
    assert from_cardinal(f"{words} kios") is None
