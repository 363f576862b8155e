"""`telusur evaluate` scores the links of a build against judged ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from support import CheapEncoder, built

from telusur.cli import commands
from telusur.errors import InvalidWorkspace
from telusur.evaluate.judged import JudgedFinding, JudgedLinks, read_judged
from telusur.evaluate.links import LinkComparison, compare_links, score_links
from telusur.store.connection import store_for_reading
from telusur.store.database import Database
from telusur.store.standing import STRONG

NETWORK = "Jaringan internet di loket sering terputus"
COMPLAINT = "Pengaduan masyarakat belum dijawab"


@pytest.fixture
def store(workspace: Path, encoder: CheapEncoder) -> Iterator[Database]:
    built(workspace)
    with store_for_reading(workspace / "evidence.db") as db:
        yield db


def gold_folder(folder: Path, findings: list[dict[str, str]], links: str) -> Path:
    lines = (json.dumps(one) + "\n" for one in findings)
    (folder / "sources.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "gold.tsv").write_text(links, encoding="utf-8")
    return folder


def comparison(
    suggested: list[list[tuple[str, float]]], judged: list[dict[str, float]]
) -> LinkComparison:
    findings = tuple(JudgedFinding(id=str(n), text="") for n in range(len(judged)))
    return LinkComparison(findings, tuple(map(tuple, suggested)), tuple(judged), {}, ())


def test_findings_are_known_by_id_or_by_report_and_quote(store: Database) -> None:
    (row,) = store.query("SELECT id FROM findings WHERE quote = ?", [NETWORK])
    gold = JudgedLinks(
        (
            JudgedFinding(id=row["id"], text="as it was cut before"),
            JudgedFinding(id="a", doc="palembang", text=COMPLAINT),
            JudgedFinding(id="b", doc="elsewhere", text=COMPLAINT),
        ),
        {("a", "Pasal 3"): 2, (row["id"], "jaringan.ayat-1"): 2, (row["id"], "hilang"): 1},
    )
    found = compare_links(store, gold)
    assert [one.id for one in found.findings] == [row["id"], "a"]
    assert found.judged == ({"jaringan.ayat-1": 2, "hilang": 1}, {"aduan": 2})
    assert found.lacking == ("b", "hilang")
    assert [one[0][0] for one in found.suggested] == ["jaringan.ayat-1", "aduan"]


@pytest.mark.need("N-LINK-7")
def test_scores_are_those_worked_out_by_hand() -> None:
    scores = {
        one.name: one
        for one in score_links(
            comparison(
                [[("a", 0.8), ("b", 0.4)], [("a", 0.3), ("c", 0.2)], [("b", 0.5)], []],
                [{"a": 2, "d": 1}, {"c": 2}, {}, {}],
            ),
            strong=STRONG,
        )
    }
    expected = {
        "links_map_direct": (1 + 1 / 2) / 2,
        "links_recall_at_5_direct": 1,
        "links_map": (1 / 2 + 1 / 2) / 2,
        "links_recall_at_5": (1 / 2 + 1) / 2,
        "links_precision": 2 / 5,
        "links_f1": 2 * 2 / (5 + 3),
        "strong_links_precision": 1 / 2,
        "unlinkable_with_link": 1 / 2,
        "unlinkable_with_strong_link": 1 / 2,
        "links_calibration_error": (0.2 + 0.4 + 0.3 + 0.8 + 0.5) / 5,
    }
    assert {name: one.value for name, one in scores.items()} == pytest.approx(expected)
    assert all(one.low <= one.value <= one.high for one in scores.values())


def test_what_cannot_be_measured_is_left_out() -> None:
    names = {one.name for one in score_links(comparison([[]], [{"a": 2}]), strong=STRONG)}
    assert names == {
        "links_map_direct", "links_recall_at_5_direct", "links_map", "links_recall_at_5",
        "links_f1",
    }  # fmt: skip


def test_the_command_prints_scores_and_errors(
    workspace: Path, store: Database, tmp_path: Path
) -> None:
    findings = [{"id": "a", "doc": "palembang", "text": COMPLAINT}]
    gold = gold_folder(tmp_path, findings, "a\tjaringan.ayat-2\t2\n")
    words = ["-w", str(workspace), "evaluate", str(gold), "--errors"]
    output = CliRunner().invoke(commands, words).output
    assert "1 finding with judged links" in output
    assert f"links that are right at a score of {STRONG:.2f}" in output
    assert f"links_right_at_{STRONG:.2f}" in output
    assert "wrong (score " in output
    assert "Pasal 3 (aduan)" in output
    names = json.loads(CliRunner().invoke(commands, [*words, "--json"]).output)
    assert names[0]["name"] == "links_map_direct"


def test_gold_of_another_workspace_is_told(
    workspace: Path, store: Database, tmp_path: Path
) -> None:
    gold = gold_folder(tmp_path, [{"id": "a", "text": "Lift rusak"}], "")
    done = CliRunner().invoke(commands, ["-w", str(workspace), "evaluate", str(gold)])
    assert done.exit_code
    assert "The finding of" in f"{done.output}{done.exception}"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a\tb", r"gold\.tsv:2: a line has a finding, a clause and a grade"),
        ("z\tb\t2", r"gold\.tsv:2: there is no finding “z”"),
        ("a\tb\ttwo", r"gold\.tsv:2: the grade is a number, not “two”"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(tmp_path: Path, line: str, message: str) -> None:
    gold = gold_folder(tmp_path, [{"id": "a", "text": "x"}], f"a\tb\t1\n{line}\n")
    with pytest.raises(InvalidWorkspace, match=message):
        read_judged(gold)


@pytest.mark.parametrize(
    ("line", "message"),
    [("{", "not valid JSON"), ("[]", "not a JSON object"), ('{"id": "a"}', "`text`")],
)
def test_a_wrong_finding_is_told_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    gold_folder(tmp_path, [], "")
    (tmp_path / "sources.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(InvalidWorkspace, match=rf"sources\.jsonl:1.*{message}"):
        read_judged(tmp_path)
