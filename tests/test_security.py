"""What docs/security.md promises is shown by tests that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^- .*(?:\n  .*)*", PAGE.split("## What is not promised")[0], re.MULTILINE)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise[2:42])
def test_every_promise_is_shown_by_tests_that_are_there(promise: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", promise)
    assert named
    for file, test in named:
        parsed = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        assert test in {each.name for each in parsed.body if isinstance(each, ast.FunctionDef)}


@pytest.mark.parametrize("page", ["README.md", "README.id.md"])
def test_readers_find_what_is_promised_and_how_to_report_a_fault(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert "(docs/security.md)" in text
    assert "(SECURITY.md)" in text
    assert (ROOT / "SECURITY.md").is_file()
