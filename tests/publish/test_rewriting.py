"""Offsets follow the text when something is taken out of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from telusur.publish.model import TOKENS, Hidden
from telusur.publish.text.rewriting import rewrite

TEXT = "Nomor 3273014507890001 milik Siti Aminah ditolak di loket dua.\nIa pulang.\n" * 2
SPANS = st.tuples(
    st.integers(0, len(TEXT) - 1), st.integers(1, 30), st.sampled_from(sorted(TOKENS))
).map(lambda it: Hidden(it[0], min(len(TEXT), it[0] + it[1]), it[2], ""))
HIDDEN = st.lists(SPANS, max_size=6)
PLACES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


@given(HIDDEN, PLACES)
def test_what_is_not_hidden_is_found_again(hidden: list[Hidden], place: list[int]) -> None:
    done = rewrite(TEXT, hidden)
    start, end = done.span(*place)
    if not done.touched(*place):
        assert done.text[start:end] == TEXT[place[0] : place[1]]


@given(HIDDEN, PLACES)
def test_no_span_cuts_a_token(hidden: list[Hidden], place: list[int]) -> None:
    done = rewrite(TEXT, hidden)
    start, end = done.span(*place)
    assert 0 <= start <= end <= len(done.text)
    inside = done.text[start:end]
    for one in done.hidden:
        if place[0] < place[1] and place[0] < one.end and one.start < place[1]:
            assert TOKENS[one.rule] in inside


@given(HIDDEN)
def test_nothing_hidden_is_left(hidden: list[Hidden]) -> None:
    done = rewrite(TEXT, hidden)
    kept = "".join(
        character
        for at, character in enumerate(TEXT)
        if not any(one.start <= at < one.end for one in done.hidden)
    )
    left = done.text
    for one in done.hidden:
        left = left.replace(TOKENS[one.rule], "", 1)
    assert left == kept
