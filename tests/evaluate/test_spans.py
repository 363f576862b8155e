"""Two spans are one finding when they overlap by half of the shorter, in the same passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from telusur.evaluate.spans import Span, pair, passage_of, same

spans = st.lists(
    st.builds(
        lambda start, length, passage: Span(start, start + length, passage),
        st.integers(0, 60),
        st.integers(0, 30),
        st.integers(1, 2),
    ),
    max_size=6,
)


def test_half_of_the_shorter_span_is_enough() -> None:
    assert same(Span(0, 100, 1), Span(90, 110, 1))
    assert not same(Span(0, 100, 1), Span(91, 110, 1))


def test_spans_of_different_passages_are_different_findings() -> None:
    assert not same(Span(0, 100, 1), Span(0, 100, 2))


def test_a_span_belongs_to_the_passage_that_holds_most_of_it() -> None:
    passages = [(1, 0, 10), (2, 10, 30)]
    assert passage_of(6, 15, passages) == 2
    assert passage_of(5, 12, passages) == 1
    assert passage_of(40, 50, passages) == 0


def test_the_better_overlap_wins() -> None:
    ours = [Span(0, 20, 1), Span(5, 40, 1)]
    assert pair(ours, [Span(6, 40, 1)]) == [(1, 0)]


@given(spans, spans)
def test_pairs_are_one_to_one_and_only_of_same_spans(ours: list[Span], gold: list[Span]) -> None:
    pairs = pair(ours, gold)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(same(ours[i], gold[j]) for i, j in pairs)


@given(spans)
def test_what_is_compared_with_itself_is_found_whole(gold: list[Span]) -> None:
    real = [one for one in gold if one.end > one.start]
    assert len(pair(real, real)) == len(real)
