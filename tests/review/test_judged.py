"""Which decisions say what a score is worth."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from telusur.review import Entry, LinkDecision, judged_links
from telusur.review.journal import id_of

NUMBERS = count()


def decided(
    finding: str, clause: str, verdict: str, *, score: float | None = 0.4, suggested: int = 1
) -> Entry:
    decision = LinkDecision.model_validate(
        {
            "at": datetime(2026, 3, 2, tzinfo=UTC),
            "by": "Sari",
            "decision": verdict,
            "finding": {"id": finding, "document": "catatan", "quote": "jaringan terputus"},
            "clause": {"id": clause, "label": "Pasal 7", "text": "Jaringan disediakan."},
            "model": "cheap",
            "score": score,
            "suggested": suggested,
        }
    )
    return Entry(id_of(f"{finding} {clause} {verdict} {next(NUMBERS)}"), 1, "", decision)


def test_a_finding_judged_to_the_end_counts_with_all_its_links() -> None:
    journal = [
        decided("f1", "pasal-2", "accept", score=0.6, suggested=2),
        decided("f1", "pasal-3", "reject", score=0.2, suggested=2),
    ]
    assert [(one.score, one.right) for one in judged_links(journal)] == [(0.6, True), (0.2, False)]


def test_picking_the_good_links_out_says_nothing_of_the_scores() -> None:
    journal = [decided(f"f{number}", "pasal-2", "accept", suggested=3) for number in range(20)]
    assert judged_links(journal) == []


def test_the_last_decision_about_a_pair_counts() -> None:
    journal = [decided("f1", "pasal-2", "accept"), decided("f1", "pasal-2", "reject")]
    assert [one.right for one in judged_links(journal)] == [False]


def test_a_link_by_hand_has_no_score_to_learn_from() -> None:
    journal = [
        decided("f1", "pasal-9", "accept", score=None),
        decided("f2", "pasal-9", "accept", score=None, suggested=0),
    ]
    assert judged_links(journal) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["f1", "f2", "f3"]),
            st.sampled_from(["pasal-2", "pasal-3", "pasal-4"]),
            st.sampled_from(["accept", "reject"]),
            st.integers(0, 3),
        )
    )
)
def test_no_finding_is_half_counted(made: list[tuple[str, str, str, int]]) -> None:
    journal = [decided(f, c, verdict, suggested=number) for f, c, verdict, number in made]
    judged = judged_links(journal)
    for finding in {one.finding_id for one in judged}:
        last = {clause: number for f, clause, _, number in made if f == finding}
        assert sum(one.finding_id == finding for one in judged) == len(last)
        assert len(last) >= max(last.values())


def test_a_decision_that_was_taken_back_says_nothing() -> None:
    journal = [decided("f1", "pasal-2", "accept"), decided("f1", "pasal-2", "withdraw")]
    assert judged_links(journal) == []
