"""telusur check, as someone types it."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, built, decide

from telusur.check import CHECKS
from telusur.cli.check import command

FAULTY = """\
# BAB: KETENTUAN UMUM

Pasal 1

(1) Kios dibuka paling lambat 14 hari sejak izin terbit.

(2) Kios sebagaimana dimaksud dalam ayat (1) bersih.

(4) Kios sebagaimana dimaksud dalam Pasal 9 bersih.

Pasal 2
Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
"""


def check(workspace: Path, *words: str) -> Result:
    told = [*words, *(() if "--language" in words else ("--language", "id"))]
    return CliRunner().invoke(command, told, obj=workspace, catch_exceptions=False)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A workspace with a draft and no store."""
    (tmp_path / "draft").mkdir()
    (tmp_path / "telusur.toml").touch()
    (tmp_path / "draft" / "kios.md").write_text(FAULTY, encoding="utf-8")
    return tmp_path


@pytest.mark.need("N-CHECK-3")
def test_issues_stand_below_their_file_with_line_rule_and_clause(faulty: Path) -> None:
    result = check(faulty)
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == "draft/kios.md"
    assert lines[1].startswith("  draft/kios.md:5:31: peringatan [86] Pasal 1 ayat (1): ")
    assert "  draft/kios.md:9: peringatan [penomoran] " in result.output
    assert "  draft/kios.md:9:37: galat [acuan] Pasal 1 ayat (4): “Pasal 9”" in result.output
    assert "1 × [272] " in result.output
    assert lines[-1] == "1 galat, 2 peringatan, 1 catatan."


def test_messages_in_english_and_all_levels(faulty: Path) -> None:
    output = check(faulty, "--language", "en", "--level", "info").output
    assert "draft/kios.md:7:31: note [272] Pasal 1 ayat (2): write “dimaksud pada”" in output
    assert output.splitlines()[-1] == "errors: 1, warnings: 2, notes: 1."


@pytest.mark.need("N-CHECK-3")
def test_exit_status_follows_errors_and_with_strict_warnings(faulty: Path) -> None:
    assert check(faulty, "--ignore", "acuan").exit_code == 0
    assert check(faulty, "--ignore", "acuan", "--strict").exit_code == 1
    assert check(faulty, "--select", "272", "--strict").exit_code == 0


def test_rules_that_do_not_exist_are_refused(faulty: Path) -> None:
    result = CliRunner().invoke(command, ["--select", "86,999"], obj=faulty)
    assert result.exit_code == 2
    assert "999" in result.output
    assert "acuan" in result.output


def test_a_number_stands_for_its_letters(faulty: Path) -> None:
    (faulty / "draft" / "kios.md").write_text("Pasal 1\nKios:\n\na. Besar;\n\nb. kecil.\n", "utf-8")
    found = {
        each["rule"]
        for each in json.loads(check(faulty, "--select", "87,88", "--format", "json").output)
    }
    assert found == {"87c", "88"}


def test_nothing_is_written_without_fix(faulty: Path) -> None:
    check(faulty)
    assert (faulty / "draft" / "kios.md").read_text("utf-8") == FAULTY
    assert sorted(path.name for path in faulty.iterdir()) == ["draft", "telusur.toml"]


def test_fix_says_what_it_changed_apart_from_the_report(faulty: Path) -> None:
    result = check(faulty, "--fix", "--format", "json")
    assert "draft/kios.md:5: [86] “14” → “14 (empat belas)”" in result.stderr
    assert {each["rule"] for each in json.loads(result.stdout)} == {"acuan", "penomoran"}
    again = check(faulty, "--fix", "--format", "json")
    assert again.stderr == ""
    assert again.stdout == result.stdout


def test_json_tells_all_that_is_known_of_an_issue(faulty: Path) -> None:
    issues = json.loads(check(faulty, "--format", "json").output)
    one = next(issue for issue in issues if issue["rule"] == "86")
    assert one["words"] == "14"
    assert one["replacement"] == "14 (empat belas)"
    assert (one["path"], one["line"], one["column"]) == ("draft/kios.md", 5, 31)
    assert (one["clause"], one["label"]) == ("pasal-1.ayat-1", "Pasal 1 ayat (1)")
    assert one["severity"] == "warning"
    line = FAULTY.splitlines()[one["line"] - 1]
    assert line[one["column"] - 1 :].startswith(one["words"])


@pytest.mark.need("N-CHECK-3")
def test_sarif_has_the_form_that_its_readers_ask_for(faulty: Path) -> None:
    log = json.loads(check(faulty, "--format", "sarif").output)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKS)
    assert len(run["results"]) == 4
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "draft/kios.md"
        assert physical["region"]["startLine"] > 0
    fixed = next(result for result in run["results"] if result["ruleId"] == "86")
    (change,) = fixed["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "14 (empat belas)"}
    assert replacement["deletedRegion"] == {
        "startLine": 5, "startColumn": 31, "endLine": 5, "endColumn": 33,
    }  # fmt: skip


def test_a_draft_that_cannot_be_read_gives_the_reasons(faulty: Path) -> None:
    (faulty / "draft" / "kios.md").write_text("#### Pasal {#A B}\n\nKios bersih.\n", "utf-8")
    result = check(faulty)
    assert result.exit_code == 1
    assert "draft/kios.md:1: galat [naskah]" in result.output


def test_a_workspace_without_a_draft_is_told_so(faulty: Path) -> None:
    (faulty / "draft" / "kios.md").unlink()
    result = check(faulty)
    assert result.exit_code == 1
    assert "draft: galat [naskah]" in result.output


def test_opening_and_ending_may_stand_in_files_of_their_own(faulty: Path) -> None:
    folder = faulty / "draft"
    (folder / "a.md").write_text("Menimbang: bahwa pasar perlu diatur\n", encoding="utf-8")
    (folder / "z.md").write_text("Diundangkan di Contoh\n\nLAMPIRAN\n\nKIOS\n", encoding="utf-8")
    result = check(faulty, "--fix")
    assert "draft/a.md:1: [22] “” → “;”" in result.stderr
    assert (folder / "a.md").read_text("utf-8") == "Menimbang: bahwa pasar perlu diatur;\n"
    assert "draft/z.md:3:1: peringatan [192] " in result.output


@pytest.mark.need("N-CHECK-4")
def test_gaps_in_the_evidence_are_those_of_the_store(
    workspace: Path, encoder: CheapEncoder
) -> None:
    (workspace / "telusur.toml").write_text("[links]\nthreshold = 1\n", encoding="utf-8")
    assert (
        check(workspace, "--select", "bukti,temuan").output == "0 galat, 0 peringatan, 0 catatan.\n"
    )
    outcome = built(workspace)
    output = check(workspace, "--select", "bukti,temuan", "--level", "info").output
    assert output.count("[bukti]") == outcome.counts["provisions"]
    assert output.count("[temuan]") == outcome.counts["findings"]
    assert "draft/draf.md:13: catatan [bukti] Pasal 2 ayat (1): " in output
    assert "corpus/palembang.md: catatan [temuan] " in output
    headings = [line for line in output.splitlines() if line.endswith(".md")]
    assert headings == ["draft/draf.md", "corpus/palembang.md"]


def test_a_store_that_cannot_be_read_hides_nothing_else(faulty: Path) -> None:
    (faulty / "evidence.db").write_bytes(b"rusak " * 1000)
    result = check(faulty)
    assert "evidence.db" in result.stderr
    assert "galat [acuan]" in result.stdout


@pytest.mark.need("N-CHECK-4")
def test_a_decision_whose_clause_was_reworded_is_to_be_taken_again(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    store = sqlite3.connect(workspace / "evidence.db")
    (finding,) = store.execute("SELECT id FROM findings WHERE quote LIKE '%internet%'").fetchone()
    store.close()
    at = datetime(2026, 3, 2, tzinfo=UTC)
    decide(workspace, "accept", finding, "jaringan.ayat-1", by="Sari", at=at, note="")
    draft = workspace / "draft" / "draf.md"
    words = draft.read_text(encoding="utf-8")
    draft.write_text(words.replace("internet cadangan", "internet nirkabel"), encoding="utf-8")
    built(workspace)
    output = check(workspace, "--select", "keputusan").output
    assert "draft/review.jsonl:1: peringatan [keputusan] Pasal 2 ayat (1) dan “Jaringan" in output


def test_settings_name_rules_to_leave_out(faulty: Path) -> None:
    (faulty / "telusur.toml").write_text('[check]\nignore = ["86", "acuan"]\n', encoding="utf-8")
    result = check(faulty)
    assert "[86]" not in result.output
    assert result.exit_code == 0


def test_issues_are_told_in_the_language_of_everything_else(
    faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        return CliRunner().invoke(command, [], obj=faulty).output

    assert "errors: " in told()
    monkeypatch.setenv("TELUSUR_BAHASA", "id")
    assert " galat, " in told()
