"""Citations as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.draft.citing import as_cited


@pytest.mark.need("N-SEARCH-4")
@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("ps. 7 ayat 2", "Pasal 7 ayat (2)"),
        ("pasal 7(2)", "Pasal 7 ayat (2)"),
        ("psl.7 ay.(2)", "Pasal 7 ayat (2)"),
        ("PASAL  7  AYAT(2), HURUF B", "Pasal 7 ayat (2) huruf b"),
        ("7(2)c", "Pasal 7 ayat (2) huruf c"),
        ("ayat 2 pasal 12a", "Pasal 12A ayat (2)"),
        ("Pasal I angka 3", "Pasal I angka 3"),
        ("bab 4 pasal 9", "Pasal 9"),
        ("bab iv", "BAB IV"),
        ("bab 4", "BAB IV"),
    ],
)
def test_a_citation_is_read_however_it_is_typed(typed: str, cited: str) -> None:
    assert as_cited(typed) == cited


@pytest.mark.parametrize(
    "words",
    ["16.71", "16", "Kota Palembang", "f1edef260d103", "antrean.ayat-1", "pasal 7 ayat 2 dan 3",
     "Pasal", "pasal ini", "BAB II Bagian Kesatu", "Psikologi Pasal", ""],
)  # fmt: skip
def test_other_words_stay_as_they_are(words: str) -> None:
    assert as_cited(words) == words


@given(st.integers(1, 999), st.integers(1, 40), st.sampled_from("abcdefgh"))
def test_a_citation_stays_as_it_is(pasal: int, ayat: int, huruf: str) -> None:
    cited = f"Pasal {pasal} ayat ({ayat}) huruf {huruf}"
    assert as_cited(cited) == as_cited(cited.lower()) == cited


@given(st.text())
def test_any_words_are_taken(words: str) -> None:
    as_cited(words)
