"""The journal is only ever appended to, and its mistakes are told by line."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.review import Decision, append_decision, read_journal

GIVEN = """\
{"at": "2026-03-02T08:00:00Z", "by": "Sari", "decision": "accept", "model": "cheap", "finding": \
{"id": "f1", "document": "catatan", "quote": "jaringan putus"}, "clause": {"id": "jaringan", \
"label": "Pasal 2", "text": "Jaringan cadangan."}}
"""


def decision(**changes: object) -> Decision:
    return Decision.model_validate_json(GIVEN).model_copy(update=changes)


@pytest.mark.need("N-REVIEW-1")
@given(
    before=st.sampled_from(["", GIVEN, GIVEN.rstrip("\n"), "\n\n" + GIVEN]),
    notes=st.lists(st.text(max_size=20), min_size=1, max_size=4),
)
def test_what_stands_is_kept_and_what_is_appended_is_read(before: str, notes: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "review.jsonl"
        path.write_text(before, encoding="utf-8")
        for note in notes:
            append_decision(path, [decision(note=note.strip())])
        assert path.read_text(encoding="utf-8").startswith(before)
        found, problems = read_journal(path, "review.jsonl")
    assert problems == []
    expected = [""] * before.count("accept") + [note.strip() for note in notes]
    assert [one.note for _, one in found] == expected


def test_without_a_journal_nothing_is_decided(tmp_path: Path) -> None:
    assert read_journal(tmp_path / "review.jsonl", "review.jsonl") == ([], [])


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    lines = [GIVEN, "{", GIVEN.replace("accept", "akur"), GIVEN.replace('"by": "Sari", ', "")]
    path.write_bytes("\n".join(lines).encode() + b"\xff\n")
    _, problems = read_journal(path, "draft/review.jsonl")
    assert [(one.path, one.line) for one in problems] == [
        ("draft/review.jsonl", line) for line in (3, 4, 6, 7)
    ]
    assert "akur" in problems[1].what


@pytest.mark.need("N-REVIEW-5")
def test_lines_that_git_put_together_count_by_time(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    path.write_text(GIVEN.replace("08:00", "09:00") + GIVEN, encoding="utf-8")
    found, _ = read_journal(path, "review.jsonl")
    assert [line for line, _ in found] == [2, 1]
