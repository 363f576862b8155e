"""The order of decisions trusts no clock, and who did not know of each other is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.review.made import FIRST_FORM, decision, entry

from telusur.review import Entry
from telusur.review.journal import heads, id_of, in_order
from telusur.review.journal.decisions import ANY


def first_form(verdict: str, hour: int) -> Entry:
    text = FIRST_FORM.replace("accept", verdict).replace("08:00", f"{hour:02}:00")
    return Entry(id_of(text), 1, text, ANY.validate_json(text))


def test_a_clock_that_is_ahead_does_not_beat_a_decision_taken_in_knowledge_of_it() -> None:
    ahead = entry(decision("accept", minutes=180))
    later = entry(decision("reject", minutes=5, after=(ahead.id,)))
    assert in_order([later, ahead]) == [ahead, later]
    assert heads(in_order([later, ahead])) == [later]


def test_a_chain_holds_whatever_the_clocks_say() -> None:
    one = entry(decision(minutes=300))
    two = entry(decision("reject", minutes=20, after=(one.id,)))
    three = entry(decision("accept", minutes=1, after=(two.id,)))
    assert heads(in_order([three, one, two])) == [three]


def test_two_who_did_not_know_of_each_other_both_stand() -> None:
    base = entry(decision(minutes=0))
    left = entry(decision("reject", minutes=10, after=(base.id,)))
    right = entry(decision("accept", minutes=20, by="Budi", after=(base.id,)))
    assert heads(in_order([base, left, right])) == [left, right]
    settled = entry(decision("reject", minutes=15, by="Wati", after=(left.id, right.id)))
    assert heads(in_order([base, left, right, settled])) == [settled]


def test_lines_of_the_first_form_supersede_each_other_by_time() -> None:
    early, late = first_form("accept", 8), first_form("reject", 9)
    assert heads(in_order([late, early])) == [late]


def test_a_line_of_today_supersedes_the_old_one_that_it_knew() -> None:
    old = first_form("accept", 12)
    new = entry(decision("reject", minutes=0, after=(old.id,)))
    assert heads(in_order([new, old])) == [new]


def test_who_knew_of_a_line_that_is_gone_knew_what_came_before_it() -> None:
    old, gone = first_form("accept", 8), entry(decision("reject", minutes=90))
    new = entry(decision("accept", minutes=120, after=(gone.id,)))
    assert heads(in_order([old, new])) == [new]


@given(st.data())
def test_the_order_does_not_depend_on_where_git_puts_the_lines(data: st.DataObject) -> None:
    made: list[Entry] = []
    for number in range(data.draw(st.integers(1, 8))):
        ids = [one.id for one in made]
        after = data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=2)) if ids else ()
        minutes = data.draw(st.integers(0, 5))
        made.append(entry(decision(minutes=minutes, note=str(number), after=tuple(after))))
    shuffled = data.draw(st.permutations(made))
    ordered = in_order(shuffled)
    assert ordered == in_order(made)
    assert {one.id for one in heads(ordered)} == {one.id for one in heads(in_order(made))}
    place = {one.id: number for number, one in enumerate(ordered)}
    for one in made:
        assert all(place[known] < place[one.id] for known in one.decision.after)
    assert heads(ordered)


def test_forged_lines_that_name_each_other_stop_nothing() -> None:
    one, two = decision(note="satu"), decision(note="dua")
    circle = [
        Entry("a", 1, "", one.model_copy(update={"after": ("b",)})),
        Entry("b", 2, "", two.model_copy(update={"after": ("a",)})),
    ]
    assert len(in_order(circle)) == 2
