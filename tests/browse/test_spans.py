"""Texts cut where spans begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from telusur.browse.writing.spans import Span, around, pieces

SPANS = st.lists(
    st.tuples(st.integers(-3, 40), st.integers(-3, 40)).map(lambda ends: sorted(ends)), max_size=8
)


@given(st.text(max_size=30), SPANS, st.integers(0, 10))
def test_no_letter_is_lost_and_each_lies_in_its_spans(
    text: str, ends: list[list[int]], start: int
) -> None:
    spans = [Span(left, right, str(number)) for number, (left, right) in enumerate(ends)]
    found = list(pieces(text, spans, start))
    assert "".join(piece.text for piece in found) == text
    at = start
    for piece in found:
        for letter in range(at, at + len(piece.text)):
            covering = {one.name for one in spans if one.start <= letter < one.end}
            assert set(piece.names) == covering
        at += len(piece.text)


def test_overlapping_findings_are_both_marked_and_begin_once() -> None:
    found = list(pieces("abcdef", [Span(0, 4, "a"), Span(2, 6, "b")]))
    assert [(piece.text, piece.names, piece.begins) for piece in found] == [
        ("ab", ("a",), ("a",)),
        ("cd", ("a", "b"), ("b",)),
        ("ef", ("b",), ()),
    ]


def test_a_span_that_began_before_the_text_does_not_begin_again() -> None:
    assert [piece.begins for piece in pieces("abc", [Span(3, 7, "a")], 5)] == [(), ()]


def test_a_quote_is_shown_in_its_sentence() -> None:
    found = around("Kata dia, antre lama.", 100, 110, 120)
    assert [(piece.text, bool(piece.names)) for piece in found] == [
        ("Kata dia, ", False),
        ("antre lama", True),
        (".", False),
    ]
