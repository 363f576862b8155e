"""Which decisions say what a score is worth."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from support import CheapEncoder, ask, built

from telusur.review import Entry, LinkDecision, judged_links, weigh_decisions
from telusur.review.journal import append, id_of
from telusur.review.journal.decisions import as_line
from telusur.review.worth import ENOUGH

NUMBERS = count()


def decided(
    finding: str,
    clause: str,
    verdict: str,
    *,
    score: float | None = 0.4,
    suggested: int = 1,
    kind: str = "",
) -> Entry:
    decision = LinkDecision.model_validate(
        {
            "at": datetime(2026, 3, 2, tzinfo=UTC),
            "by": "Sari",
            "decision": verdict,
            "finding": {
                "id": finding,
                "document": "catatan",
                "quote": "jaringan terputus",
                "kind": kind,
            },
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


def of_kinds(**verdicts: tuple[str, int]) -> list[Entry]:
    return [
        decided(f"{kind}-{number}", "pasal-2", verdict, kind=kind)
        for kind, (verdict, many) in verdicts.items()
        for number in range(many)
    ]


def test_a_kind_of_which_enough_is_judged_has_its_own_scores_and_others_the_common_ones() -> None:
    journal = of_kinds(
        kendala=("accept", ENOUGH), kelebihan=("reject", ENOUGH), peluang=("reject", 5)
    )
    worth = weigh_decisions(journal)
    assert worth
    scores = np.full((4, 2), 0.4)
    found = worth.calibration.corrected(scores, ["kendala", "kelebihan", "peluang", ""])
    common = worth.calibration.common.corrected(scores)
    assert found[0, 0] > common[0, 0] > found[1, 0]
    assert (found[2:] == common[2:]).all()


def test_lines_that_tell_no_kind_make_no_scores_of_their_own() -> None:
    worth = weigh_decisions([decided(f"f{one}", "pasal-2", "reject") for one in range(2 * ENOUGH)])
    assert worth
    assert worth.calibration.by_kind == {}


def test_what_a_build_depends_on_tells_kinds_apart_and_not_their_order() -> None:
    journal = of_kinds(kendala=("accept", ENOUGH), kelebihan=("reject", ENOUGH))
    there, back = weigh_decisions(journal), weigh_decisions(journal[::-1])
    turned = weigh_decisions(of_kinds(kendala=("reject", ENOUGH), kelebihan=("accept", ENOUGH)))
    assert there
    assert back
    assert turned
    assert str(there.calibration) == str(back.calibration)
    assert str(there.calibration) != str(turned.calibration)
    assert str(there.calibration.common) == str(turned.calibration.common)


SCORES = """SELECT kind, clause_id, score, raw_score FROM links
JOIN findings ON findings.id = finding_id ORDER BY finding_id, clause_id"""


def test_builds_give_each_kind_the_scores_of_its_own(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    before = ask(workspace, SCORES)
    journal = of_kinds(kendala=("accept", ENOUGH), kelebihan=("accept", 3))
    lines = [as_line(one.decision) for one in journal]
    append(workspace / "draft" / "review.jsonl", lambda _: lines[:ENOUGH])
    built(workspace)
    report = next((workspace / "corpus").glob("*.md"))
    report.write_text(f"{report.read_text()}\n- Loket sering tutup.\n", encoding="utf-8")
    append(workspace / "draft" / "review.jsonl", lambda _: lines[ENOUGH:])
    outcome = built(workspace)
    found = ask(workspace, SCORES)
    assert outcome.worth
    assert set(outcome.worth.calibration.by_kind) == {"kendala"}
    for kind, _, score, raw in found:
        worth = outcome.worth.calibration.corrected(np.array([[raw]]), [kind])
        assert score == worth[0, 0]
    assert {kind for kind, *_ in before} > {"kendala"}
    (workspace / "evidence.db").unlink()
    built(workspace)
    assert ask(workspace, SCORES) == found
