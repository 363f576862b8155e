"""Texts that look the same are the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.link.encoder.batches import batches, windows
from telusur.link.hygiene import clean, key


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  dua \t kata\n", "dua kata"),
        ("pe\u00adla\u200byan\0an", "pelayanan"),
        ("ﬁsik", "fisik"),
        ("kafe\u0301", "kafé"),
        ("a\u00a0b\u3000c\u2028d", "a b c d"),
        ("rusak\ud800", "rusak"),
        (" \0\u200b\ufeff ", ""),
    ],
)
def test_a_text_is_cleaned(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_and_every_text_has_a_key(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert key(clean(text)) == key(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_form_of_unicode_does_not_matter(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(text)


@given(st.lists(st.text("ab c", max_size=200).map(str.strip)))
def test_windows_keep_every_letter_and_fit_the_model(texts: list[str]) -> None:
    pieces = windows(texts, lambda some: [2 + len(text) for text in some], 18)
    assert all(piece.tokens <= 18 for piece in pieces)
    for number, text in enumerate(texts):
        mine = [piece.text for piece in pieces if piece.text_number == number]
        assert sorted("".join(mine).replace(" ", "")) == sorted(text.replace(" ", ""))


@given(st.lists(st.integers(1, 60), max_size=80))
def test_a_batch_has_the_shape_its_length_asks_for(lengths: list[int]) -> None:
    texts = ["x" * length for length in lengths]
    pieces = windows(texts, lambda some: [len(text) for text in some], 64)
    shapes: dict[int, set[int]] = {}
    seen = 0
    for length, batch, rows in batches(pieces, 64):
        assert all(piece.tokens <= length for piece in batch)
        assert 0 < len(batch) <= rows
        shapes.setdefault(length, set()).add(rows)
        seen += len(batch)
    assert seen == len(texts)
    assert all(len(rows) == 1 for rows in shapes.values())


@given(st.lists(st.integers(1, 60), max_size=80), st.integers(1, 5))
def test_few_texts_fill_no_batch_where_few_are_computed_as_many_are(
    lengths: list[int], fewest: int
) -> None:
    pieces = windows(["x" * one for one in lengths], lambda some: [len(text) for text in some], 64)
    most = {length: rows for length, _, rows in batches(pieces, 64)}
    for length, batch, rows in batches(pieces, 64, fewest):
        assert rows == min(most[length], max(fewest, len(batch)))
