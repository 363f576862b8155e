"""A new workspace: empty, or the sample with what people decided."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from support import CheapEncoder, built

from telusur.cli import commands
from telusur.draft import read_draft
from telusur.review import read_journal
from telusur.workspace.starter import make_workspace


@pytest.mark.need("N-START-2")
def test_an_empty_workspace_says_what_to_put_where_and_builds(
    tmp_path: Path, encoder: CheapEncoder
) -> None:
    done = CliRunner().invoke(commands, ["init", str(tmp_path / "baru")])
    for part in ("corpus/", "draft/", "extract/", "telusur.toml", "telusur init --contoh"):
        assert part in done.output
    for folder in ("corpus", "draft", "extract"):
        assert {path.name for path in (tmp_path / "baru" / folder).glob("README*")} == {
            "README.md",
            "README.en.md",
        }
    outcome = built(tmp_path / "baru")
    assert outcome.counts["documents"] == outcome.counts["clauses"] == 0
    assert outcome.unreadable == ()


@pytest.mark.need("N-START-2")
def test_the_sample_has_decisions_of_every_kind_on_words_that_stand_there(tmp_path: Path) -> None:
    make_workspace(tmp_path / "contoh", sample=True)
    root = tmp_path / "contoh"
    entries = read_journal(root / "draft" / "review.jsonl").entries
    kinds = [entry.decision.decision for entry in entries]
    assert {"accept", "reject", "unsure", "justify"} == set(kinds)
    clauses = {clause.id: clause for clause in read_draft(root / "draft").clauses}
    reports = [words(path.read_text("utf-8", "replace")) for path in root.glob("corpus/*/*.[mt]*")]
    for line in (root / "draft" / "review.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        finding = told.get("finding")
        if finding and finding["document"].endswith(("-md", "-txt")):
            assert any(words(finding["quote"]) in report for report in reports)
        if clause := told.get("clause"):
            assert clauses[clause["id"]].label == clause["label"]


def test_a_workspace_is_made_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(commands, ["init"])
    assert (tmp_path / "telusur.toml").is_file()
    assert "cd " not in done.output


def test_who_decided_about_the_sample_is_said_to_be_made_up(tmp_path: Path) -> None:
    make_workspace(tmp_path / "contoh", sample=True)
    entries = read_journal(tmp_path / "contoh" / "draft" / "review.jsonl").entries
    assert {entry.decision.by for entry in entries} == {"Sari Contoh", "Budi Contoh"}


def test_the_sample_may_be_made_beside_what_is_there_already(tmp_path: Path) -> None:
    folder = tmp_path / "satu"
    make_workspace(folder)
    make_workspace(folder, sample=True)
    assert len(list((folder / "corpus").glob("*/*.md"))) > 10


def words(text: str) -> str:
    """The words alone: a quote has no marks of Markdown."""
    return " ".join(re.findall(r"\w+", text))
