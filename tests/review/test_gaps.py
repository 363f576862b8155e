"""A gap that people justified is no hole, and is listed with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, ask, built

from telusur.cli import commands


def telusur(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["-w", str(root), *arguments])


UNSUPPORTED = "SELECT clause_id FROM unsupported_clauses"
UNANSWERED = "SELECT quote FROM unanswered_findings"


@pytest.fixture
def holes(workspace: Path, encoder: CheapEncoder) -> Path:
    """A workspace in which nothing is linked to anything."""
    (workspace / "telusur.toml").write_text("[links]\nthreshold = 1\n", encoding="utf-8")
    built(workspace)
    assert len(ask(workspace, UNSUPPORTED)) == 3
    return workspace


def test_a_provision_that_a_higher_law_requires_is_no_hole(holes: Path) -> None:
    law = "UU Nomor 25 Tahun 2009 Pasal 15"
    telusur(holes, "review", "justify", "Pasal 2", "--law", law, "--by", "Sari")
    built(holes)
    assert ask(holes, UNSUPPORTED) == [("aduan",)]  # its ayat are justified with it
    matrix = "SELECT DISTINCT clause_id FROM matrix WHERE justified"
    assert ask(holes, matrix) == [("jaringan",)]
    output = telusur(
        holes, "check", "--language", "id", "--level", "info", "--select", "pembenaran,bukti"
    ).output
    assert output.count("[bukti]") == 1
    assert f"[pembenaran] Pasal 2 ayat (1): tidak perlu temuan, kata Sari: {law}" in output


def test_a_finding_that_no_clause_will_answer_is_no_hole(holes: Path) -> None:
    ((one,),) = ask(holes, "SELECT id FROM findings WHERE quote LIKE 'Antrean%'")
    telusur(holes, "review", "justify", one, "--note", "di luar kewenangan", "--by", "Sari")
    built(holes)
    assert ("Antrean daring sudah dipakai di setiap loket",) not in ask(holes, UNANSWERED)
    assert len(ask(holes, UNANSWERED)) == 2
    output = telusur(
        holes, "check", "--language", "id", "--level", "info", "--select", "pembenaran"
    ).output
    assert "tidak perlu ketentuan, kata Sari: di luar kewenangan" in output


def test_a_gap_needs_a_reason(holes: Path) -> None:
    result = telusur(holes, "review", "justify", "Pasal 2")
    assert result.exit_code == 2
    assert "Say why" in result.output
    assert not (holes / "draft" / "review.jsonl").exists()


def test_a_justification_that_is_undone_leaves_the_hole(holes: Path) -> None:
    telusur(holes, "review", "justify", "aduan", "--law", "UU 25/2009")
    built(holes)
    assert len(ask(holes, UNSUPPORTED)) == 2
    assert "justify by" in telusur(holes, "review", "undo", "1", "--note", "keliru").output
    built(holes)
    assert len(ask(holes, UNSUPPORTED)) == 3
    assert ask(holes, "SELECT decision, state FROM decisions ORDER BY line") == [
        ("justify", "withdrawn"),
        ("undo", "in force"),
    ]


def test_a_justified_clause_that_is_reworded_is_a_hole_again_and_told(holes: Path) -> None:
    telusur(holes, "review", "justify", "aduan", "--law", "UU 25/2009")
    draft = holes / "draft" / "draf.md"
    words = draft.read_text(encoding="utf-8")
    draft.write_text(words.replace("paling lama 3 (tiga) hari", "segera"), encoding="utf-8")
    assert built(holes).decisions == {"suspect": 1}
    assert len(ask(holes, UNSUPPORTED)) == 3


def test_a_later_justification_supersedes_the_earlier(holes: Path) -> None:
    for law in ("UU 25/2009", "UU 23/2006"):
        telusur(holes, "review", "justify", "aduan", "--law", law)
    built(holes)
    assert ask(holes, "SELECT law FROM justified_gaps") == [("UU 23/2006",)]


def test_justified_gaps_stand_apart_with_who_and_why_and_leave_once_evidence_comes(
    holes: Path,
) -> None:
    law = "UU Nomor 25 Tahun 2009 Pasal 15"
    ((finding,),) = ask(holes, "SELECT id FROM findings WHERE quote LIKE 'Antrean%'")
    telusur(holes, "review", "justify", "aduan", "--law", law, "--by", "Sari")
    telusur(holes, "review", "justify", finding, "--note", "di luar kewenangan", "--by", "Edo")
    built(holes)
    clauses = "SELECT clause_id, reason, law, \"by\", at <> '' FROM justified_clauses"
    findings = 'SELECT finding_id, reason, note, "by" FROM justified_findings'
    covered = "SELECT justified FROM coverage WHERE clause_id = 'aduan'"
    assert ask(holes, clauses) == [("aduan", "higher law", law, "Sari", 1)]
    assert ask(holes, findings) == [(finding, "no clause", "di luar kewenangan", "Edo")]
    assert ask(holes, covered) == [(1,)]
    telusur(holes, "review", "link", finding, "aduan", "--by", "Sari")
    assert ask(holes, clauses) == ask(holes, findings) == []
    assert ask(holes, covered) == [(0,)]
    built(holes)
    assert ask(holes, clauses) == ask(holes, findings) == []
    assert ask(holes, covered) == [(0,)]
