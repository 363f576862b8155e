"""What people decide survives every build, and follows its clause."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from support import CheapEncoder, ask, built, decide

from telusur.cli.summary import print_outcome
from telusur.errors import NotFound
from telusur.store.standing import STRONG

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


def finding(root: Path, word: str) -> str:
    return str(ask(root, f"SELECT id FROM findings WHERE quote LIKE '%{word}%'")[0][0])


def take(root: Path, decision: Any, word: str, clause: str) -> None:
    where = finding(root, word), clause
    decide(root, decision, *where, by="Sari", at=NOW, note="dibahas")
    built(root)


def statuses(root: Path) -> dict[tuple[str, str], str]:
    return {
        (finding, clause): status
        for finding, clause, status in ask(root, "SELECT finding_id, clause_id, status FROM links")
    }


def edit(root: Path, old: str, new: str) -> None:
    draft = root / "draft" / "draf.md"
    text = draft.read_text(encoding="utf-8")
    assert old in text
    draft.write_text(text.replace(old, new), encoding="utf-8")


def test_decisions_show_in_links_and_coverage(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    take(workspace, "accept", "internet", "Pasal 2 ayat (1)")
    take(workspace, "reject", "internet", "aduan")
    found = statuses(workspace)
    one = finding(workspace, "internet")
    assert found[one, "jaringan.ayat-1"] == "accepted"
    assert found[one, "aduan"] == "rejected"
    covered = ask(workspace, "SELECT accepted, rejected FROM coverage WHERE clause_id = 'aduan'")
    assert covered == [(0, 1)]


@pytest.mark.need("N-REVIEW-1")
def test_a_store_made_anew_holds_the_same_decisions(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    take(workspace, "accept", "internet", "Pasal 2 ayat (1)")
    before = ask(workspace, "SELECT * FROM links ORDER BY finding_id, clause_id")
    (workspace / "evidence.db").unlink()
    built(workspace)
    assert ask(workspace, "SELECT * FROM links ORDER BY finding_id, clause_id") == before


@pytest.mark.need("N-REVIEW-4")
def test_a_pair_that_was_not_suggested_is_linked_by_hand(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    take(workspace, "accept", "internet", "definisi")
    by_hand = ask(workspace, "SELECT clause_id, why FROM links WHERE rank = 0")
    assert by_hand == [("definisi", "ditautkan oleh Sari")]


@pytest.mark.need("N-REVIEW-3")
def test_a_decision_becomes_suspect_when_its_clause_is_reworded(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    take(workspace, "accept", "internet", "Pasal 2 ayat (1)")
    edit(workspace, "internet cadangan", "internet nirkabel")
    built(workspace)
    assert statuses(workspace)[finding(workspace, "internet"), "jaringan.ayat-1"] == "suspect"
    then, now = ask(
        workspace,
        """SELECT clause_text, clauses.text FROM decisions
           JOIN clauses ON clauses.id = decisions.clause_id WHERE state = 'suspect'""",
    )[0]
    assert then.replace("cadangan", "nirkabel") == now


@pytest.mark.need("N-REVIEW-2")
def test_a_decision_moves_with_an_unlabelled_pasal(workspace: Path, encoder: CheapEncoder) -> None:
    for label in ("{#definisi}", "{#jaringan}", "{#aduan}"):
        edit(workspace, f"Pasal {label}", "Pasal")
    built(workspace)
    take(workspace, "reject", "Pengaduan", "Pasal 3")
    edit(workspace, "# BAB: JARINGAN", "#### Pasal\n\nTarif diumumkan di loket.\n\n# BAB: JARINGAN")
    built(workspace)
    assert statuses(workspace)[finding(workspace, "Pengaduan"), "pasal-4"] == "rejected"
    history = ask(
        workspace, "SELECT old_id, new_id, kinds FROM clause_history WHERE new_id LIKE 'pasal-_'"
    )
    assert history == [
        (None, "pasal-2", "added"),
        ("pasal-2", "pasal-3", "renumbered"),
        ("pasal-3", "pasal-4", "renumbered"),
    ]


def test_a_decision_on_a_removed_clause_is_kept_as_lost(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    take(workspace, "accept", "Pengaduan", "aduan")
    draft = workspace / "draft" / "draf.md"
    kept, _, _ = draft.read_text(encoding="utf-8").partition("#### Pasal {#aduan}")
    draft.write_text(kept, encoding="utf-8")
    built(workspace)
    assert ask(workspace, "SELECT clause_id, state FROM decisions") == [(None, "lost")]


def test_a_line_that_is_no_decision_stops_no_build(
    workspace: Path, encoder: CheapEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    built(workspace)
    take(workspace, "accept", "internet", "Pasal 2 ayat (1)")
    before = statuses(workspace)
    with (workspace / "draft" / "review.jsonl").open("a", encoding="utf-8") as journal:
        journal.write('<<<<<<< HEAD\n{"at": "2026-03-02T08:')
    outcome = built(workspace)
    assert statuses(workspace) == before
    assert [(one.path, one.line) for one in outcome.set_aside] == [
        ("draft/review.jsonl", 2),
        ("draft/review.jsonl", 3),
    ]
    for told in (outcome, built(workspace)):  # also when nothing is new
        assert told.incomplete
        print_outcome(told)
        said = capsys.readouterr().err
        assert "2 lines of the journal set aside" in said
        assert "draft/review.jsonl:3: this line is torn" in said
    take(workspace, "reject", "internet", "aduan")
    assert statuses(workspace)[finding(workspace, "internet"), "aduan"] == "rejected"


@pytest.mark.parametrize(("one", "clause"), [("f-none", "aduan"), ("", "Pasal 99")])
def test_a_decision_needs_two_ends(
    one: str, clause: str, workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    one = one or finding(workspace, "internet")
    with pytest.raises(NotFound, match=one if clause == "aduan" else clause):
        decide(workspace, "accept", one, clause, by="Sari", at=NOW, note="")
    assert not (workspace / "draft" / "review.jsonl").exists()


def judge_all(root: Path, decision: Any, word: str) -> None:
    """Decide every link that was suggested for a finding alike, without building between."""
    one = finding(root, word)
    for (clause,) in ask(root, f"SELECT clause_id FROM links WHERE finding_id = '{one}'"):
        decide(root, decision, one, clause, by="Sari", at=NOW, note="")


def scores(root: Path) -> list[tuple[Any, ...]]:
    return ask(root, "SELECT score, raw_score, rank FROM links ORDER BY finding_id, rank")


@pytest.mark.need("N-LINK-4")
def test_scores_follow_what_reviewers_decided(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    assert all(score == raw for score, raw, _ in scores(workspace))
    assert ask(workspace, "SELECT worth FROM builds") == [(None,)]
    judge_all(workspace, "reject", "internet")
    outcome = built(workspace)
    assert sum(score for score, _, _ in scores(workspace)) < sum(
        raw for _, raw, _ in scores(workspace)
    )
    assert outcome.worth
    assert outcome.worth.findings == 1
    value, low, high = outcome.worth.right_at()[STRONG]
    assert low < value < STRONG < high
    told = json.loads(ask(workspace, "SELECT worth FROM builds ORDER BY id DESC")[0][0])
    assert told["links"] == outcome.worth.links
    assert told["right_at"][f"{STRONG:.2f}"] == pytest.approx([value, low, high], abs=1e-4)


def test_accepted_links_raise_scores(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    judge_all(workspace, "accept", "internet")
    built(workspace)
    assert sum(score for score, _, _ in scores(workspace)) > sum(
        raw for _, raw, _ in scores(workspace)
    )


def test_a_store_made_anew_has_the_same_corrected_scores(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    judge_all(workspace, "reject", "internet")
    built(workspace)
    before = scores(workspace)
    (workspace / "evidence.db").unlink()
    built(workspace)
    assert scores(workspace) == before


def test_the_score_that_is_learnt_from_is_the_raw_one(
    workspace: Path, encoder: CheapEncoder
) -> None:
    """Judging corrected scores again must not correct them twice."""
    built(workspace)
    judge_all(workspace, "reject", "internet")
    built(workspace)
    before = scores(workspace)
    judge_all(workspace, "reject", "internet")
    built(workspace)
    assert scores(workspace) == before


def test_a_build_says_what_decisions_did_to_the_scores(
    workspace: Path, encoder: CheapEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    built(workspace)
    print_outcome(built(workspace))
    assert "Scores follow" not in capsys.readouterr().out
    judge_all(workspace, "reject", "internet")
    outcome = built(workspace)
    print_outcome(outcome)
    said = " ".join(capsys.readouterr().out.split())
    assert outcome.worth
    assert f"Scores follow {outcome.worth.links} decision" in said
    assert "on 1 finding: 0.18 is now" in said
    assert "Of these, people accepted: 0 of " in said
