"""The labelled examples are what the training can read: every quote stands in its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from benchmarks.training_data import EXAMPLES, clauses_of, examples

from telusur.extract import Lexicon, Reader
from telusur.extract.model import Kind

FILES = sorted(EXAMPLES.glob("*.jsonl"))
KEYS = {"text", "section", "findings"}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_a_labelled_sentence(path: Path, lexicon: Lexicon) -> None:
    challenges = {one.id for one in lexicon.challenges}
    for number, row in enumerate(rows(path), start=1):
        where = f"{path.name}:{number}"
        assert set(row) - {"report"} == KEYS, where
        for finding in row["findings"]:
            assert set(finding) == {"quote", "kind", "challenges"}, where
            assert finding["quote"] in row["text"], where
            assert finding["kind"] in get_args(Kind), where
            assert set(finding["challenges"]) <= challenges, where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_sentence_stands_twice(path: Path) -> None:
    texts = [row["text"] for row in rows(path)]
    assert len(texts) == len(set(texts))


def test_lines_of_one_report_are_read_as_one() -> None:
    read = list(examples())
    whole = [one for one in read if len(one.document.passages) > 1]
    slugs = {row["report"] for path in FILES for row in rows(path) if "report" in row}
    assert len(whole) == len(slugs) > 0
    for one in read:
        for finding, span in zip(one.findings, one.spans, strict=True):
            assert one.document.text[span.start : span.end] == finding.quote


def test_most_findings_of_the_examples_are_clauses_that_a_build_would_judge(
    lexicon: Lexicon,
) -> None:
    reader = Reader(lexicon)
    some = list(examples())[::12]
    met = sum(one.finding is not None for report in some for one in clauses_of(report, reader))
    assert met >= 0.9 * sum(len(report.findings) for report in some)
