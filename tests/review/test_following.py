"""Decisions follow their report, whatever it is called and in whichever format it is saved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support import NOTE, CheapEncoder, ask, built, decide
from tests.review.made import save_in_word

from telusur.cli.summary import print_outcome

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
OTHER = NOTE.replace("Palembang", "Kupang").replace("dijawab", "ditanggapi")


def states(root: Path) -> dict[str, int]:
    return dict(ask(root, "SELECT state, count(*) FROM decisions GROUP BY state"))


def statuses(root: Path, document: str) -> list[tuple[str, str]]:
    return ask(
        root,
        f"""SELECT substr(quote, 1, 8), status FROM links JOIN findings ON findings.id = finding_id
        WHERE document_id = '{document}' AND decided_by IS NOT NULL ORDER BY findings.start""",
    )


def take_all(root: Path, document: str) -> None:
    """Accept the first link of each finding of a report, and reject that of the last."""
    best = ask(
        root,
        f"""SELECT finding_id, clause_id FROM links JOIN findings ON findings.id = finding_id
        WHERE rank = 1 AND document_id = '{document}' ORDER BY findings.start""",
    )
    for number, (finding, clause) in enumerate(best, start=1):
        verdict = "reject" if number == len(best) else "accept"
        decide(root, verdict, finding, clause, by="Sari", at=NOW)
    built(root)


@pytest.fixture
def reviewed(workspace: Path, encoder: CheapEncoder) -> Path:
    built(workspace)
    take_all(workspace, "palembang-md")
    return workspace


def first_form(root: Path) -> None:
    """Write the journal as it was before lines told what stands around a finding."""
    import json

    journal = root / "draft" / "review.jsonl"
    lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        for newer in ("v", "after"):
            line.pop(newer, None)
        for newer in ("before", "after"):
            line["finding"].pop(newer, None)
    journal.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (root / "evidence.db").unlink()
    built(root)


EXPECTED = [("Jaringan", "accepted"), ("Pengadua", "accepted"), ("Antrean ", "rejected")]


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize(
    ("path", "document"),
    [("2024/kunjungan.md", "2024-kunjungan-md"), ("catatan.markdown", "catatan-markdown")],
)
def test_a_report_that_moved_keeps_its_decisions(
    path: str, document: str, old: bool, reviewed: Path
) -> None:
    if old:
        first_form(reviewed)
    (reviewed / "corpus" / "2024").mkdir()
    (reviewed / "corpus" / "palembang.md").rename(reviewed / "corpus" / path)
    built(reviewed)
    assert states(reviewed) == {"in force": 3}
    assert statuses(reviewed, document) == EXPECTED


def test_a_report_that_was_saved_in_word_keeps_its_decisions(reviewed: Path) -> None:
    save_in_word(reviewed)
    built(reviewed)
    assert states(reviewed) == {"in force": 3}
    assert statuses(reviewed, "laporan-docx") == EXPECTED


@pytest.mark.parametrize("old", [False, True])
def test_of_two_reports_with_the_same_words_decisions_follow_their_own(
    old: bool, workspace: Path, encoder: CheapEncoder
) -> None:
    (workspace / "corpus" / "kupang.md").write_text(OTHER, encoding="utf-8")
    built(workspace)
    take_all(workspace, "palembang-md")
    if old:
        first_form(workspace)
    (workspace / "corpus" / "palembang.md").rename(workspace / "corpus" / "sumsel.md")
    built(workspace)
    assert states(workspace) == {"in force": 3}
    assert statuses(workspace, "sumsel-md") == EXPECTED
    assert statuses(workspace, "kupang-md") == []


def test_what_a_later_report_says_too_is_suspect_when_the_first_says_it_no_more(
    reviewed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reviewed / "corpus" / "kupang.md").write_text(OTHER, encoding="utf-8")
    kept = NOTE.replace("- Jaringan internet di loket sering terputus.\n", "")
    (reviewed / "corpus" / "palembang.md").write_text(kept, encoding="utf-8")
    outcome = built(reviewed)
    assert states(reviewed) == {"ambiguous": 1, "in force": 2}
    print_outcome(outcome)
    said = capsys.readouterr().err
    assert "1 decision suspect: the finding's words now stand in several places" in said
    assert "telusur check" in said


@pytest.mark.parametrize("old", [False, True])
def test_a_twin_of_a_report_that_is_gone_is_not_taken_for_it(
    old: bool, workspace: Path, encoder: CheapEncoder
) -> None:
    (workspace / "corpus" / "kupang.md").write_text(OTHER, encoding="utf-8")
    built(workspace)
    take_all(workspace, "kupang-md")  # which shows that it is another report
    take_all(workspace, "palembang-md")
    if old:
        first_form(workspace)
    (workspace / "corpus" / "palembang.md").unlink()
    built(workspace)
    assert states(workspace)["in force"] == 3
    assert statuses(workspace, "kupang-md") == EXPECTED


def test_a_report_that_moved_and_was_reworded_keeps_a_suspect_decision(reviewed: Path) -> None:
    (reviewed / "corpus" / "palembang.md").unlink()
    reworded = NOTE.replace("sering terputus", "kerap terputus")
    (reviewed / "corpus" / "baru.md").write_text(reworded, encoding="utf-8")
    built(reviewed)
    assert states(reviewed) == {"in force": 2, "suspect": 1}
    assert ask(reviewed, "SELECT doubt FROM links WHERE status = 'suspect'") == [("finding",)]


def test_a_decision_taken_after_the_move_supersedes_the_one_before(reviewed: Path) -> None:
    (reviewed / "corpus" / "palembang.md").rename(reviewed / "corpus" / "baru.md")
    built(reviewed)
    take_all(reviewed, "baru-md")
    assert states(reviewed) == {"in force": 3, "superseded": 3}


def test_decisions_of_two_branches_that_disagree_are_told(
    reviewed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = reviewed / "draft" / "review.jsonl"
    base = journal.read_text(encoding="utf-8")
    ((finding, clause),) = ask(
        reviewed, "SELECT finding_id, clause_id FROM decisions WHERE quote LIKE 'Jaringan%'"
    )
    decide(reviewed, "reject", finding, clause, by="Budi", at=NOW)
    left = journal.read_text(encoding="utf-8").removeprefix(base)
    journal.write_text(base, encoding="utf-8")
    decide(reviewed, "accept", finding, clause, by="Wati", at=NOW)
    with journal.open("a", encoding="utf-8") as file:  # as git's union does
        file.write(left)
    outcome = built(reviewed)
    assert states(reviewed) == {"conflict": 2, "in force": 2, "superseded": 1}
    assert ask(reviewed, "SELECT doubt FROM links WHERE status = 'suspect'") == [("conflict",)]
    print_outcome(outcome)
    assert "2 decisions against each other" in capsys.readouterr().err
    decide(reviewed, "reject", finding, clause, by="Sari", at=NOW)  # and somebody settles it
    built(reviewed)
    assert states(reviewed) == {"in force": 3, "superseded": 3}
