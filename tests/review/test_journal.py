"""What can be read of the journal counts, and the rest is named by its line."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.review.made import FIRST_FORM, decision

from telusur.review import Line, read_journal
from telusur.review.journal.decisions import ANY, MODELS, VERSION, as_line


def journal(folder: Path, *lines: str | bytes) -> Path:
    path = folder / "review.jsonl"
    path.write_bytes(b"\n".join(one.encode() if isinstance(one, str) else one for one in lines))
    return path


def test_without_a_journal_nothing_is_decided(tmp_path: Path) -> None:
    found = read_journal(tmp_path / "review.jsonl")
    assert (found.entries, found.set_aside) == ((), ())


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(str.strip)
SAID = TEXT.filter(bool)
FINDING = st.fixed_dictionaries(
    {"id": SAID, "document": TEXT, "quote": TEXT, "before": TEXT, "after": TEXT}
)
CLAUSE = st.fixed_dictionaries({"id": SAID, "label": TEXT, "text": TEXT})
READING = st.fixed_dictionaries(
    {"kind": SAID},
    optional={"challenges": st.lists(SAID, max_size=3), "place": TEXT, "quote": SAID},
)
LINK = {"finding": FINDING, "clause": CLAUSE, "score": st.none() | st.floats(0, 1)}
PARTS: dict[str, dict[str, st.SearchStrategy[object]]] = {
    "accept": LINK,
    "reject": LINK,
    "withdraw": LINK,
    "link": LINK,
    "unsure": {**LINK, "question": SAID, "to": TEXT},
    "confirm": {"finding": FINDING},
    "dismiss": {"finding": FINDING},
    "correct": {"finding": FINDING, "reading": READING},
    "split": {"finding": FINDING, "parts": st.lists(SAID, min_size=2, max_size=4)},
    "add": {"finding": FINDING, "reading": READING},
    "justify": {"clause": CLAUSE, "reason": st.just("higher law"), "law": SAID},
    "comment": {"finding": FINDING, "text": SAID},
    "reply": {"of": SAID, "text": SAID},
    "resolve": {"of": SAID},
    "undo": {"of": SAID},
}
COMMON = {
    "v": st.just(VERSION),
    "at": st.datetimes(timezones=st.just(UTC)),
    "by": SAID,
    "note": TEXT,
    "after": st.lists(SAID, max_size=2),
    "meeting": st.none()
    | st.fixed_dictionaries({"name": SAID, "date": st.dates().map(str), "minutes": TEXT}),
}


def test_every_kind_of_line_is_tried_here() -> None:
    assert PARTS.keys() == MODELS.keys()


@st.composite
def lines(draw: st.DrawFn) -> Line:
    kind = draw(st.sampled_from(sorted(PARTS)))
    made = draw(st.fixed_dictionaries({**COMMON, **PARTS[kind]}))
    return MODELS[kind].model_validate({**made, "decision": kind})


@given(st.lists(lines(), max_size=5))
def test_what_is_written_is_read(made: list[Line]) -> None:
    with TemporaryDirectory() as folder:
        found = read_journal(journal(Path(folder), *map(as_line, made)))
    assert found.set_aside == ()
    assert sorted(map(as_line, (one.decision for one in found.entries))) == sorted(
        set(map(as_line, made))
    )


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("unsure", {}),  # asks nothing
        ("accept", {"question": "mengapa?"}),
        ("justify", {"reason": "higher law"}),  # which?
        ("justify", {"reason": "no clause"}),  # why?
        ("correct", {"reading": {}}),  # corrects nothing
        ("split", {"parts": ["satu"]}),
        ("comment", {"text": ""}),
        ("add", {"kind": "kendala"}),  # unknown key
    ],
)
def test_a_line_that_does_not_say_what_it_must_is_none(kind: str, parts: dict[str, object]) -> None:
    line = {**json.loads(FIRST_FORM), "decision": kind, **parts}
    if kind in ("justify", "correct", "split"):
        line.pop("clause")
    with pytest.raises(ValueError, match=kind):
        ANY.validate_python(line)


def test_lines_of_the_first_form_stay_valid(tmp_path: Path) -> None:
    (found,) = read_journal(journal(tmp_path, FIRST_FORM)).entries
    assert (found.decision.v, found.decision.by, found.line) == (1, "Sari", 1)


BAD = {
    "torn": FIRST_FORM[:90],
    "half a number": FIRST_FORM[:-1] + ', "suggested": ' + "9" * 5000 + "}",
    "deep": '{"at": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "other verdict": FIRST_FORM.replace("accept", "akur"),
    "nobody": FIRST_FORM.replace('"by": "Sari", ', ""),
    "no object": "[1, 2]",
    "foreign": "catatan rapat: semua setuju",
    "git": "<<<<<<< HEAD",
    "no utf-8": FIRST_FORM.encode().replace(b"Sari", b"S\xe9ri"),
    "surrogate": FIRST_FORM.replace("Sari", "\\ud800"),
    "future": FIRST_FORM.replace('{"at"', '{"v": 99, "at"'),
    "no zone": FIRST_FORM.replace("08:00:00Z", "08:00:00"),
    "long": "S" * 1_000_001,
    "nul": b"\x00" * 300,
}


@pytest.mark.parametrize("name", BAD)
def test_a_line_that_is_no_decision_is_named_and_all_others_count(
    name: str, tmp_path: Path
) -> None:
    other = as_line(decision())
    found = read_journal(journal(tmp_path, FIRST_FORM, BAD[name], other), "draft/review.jsonl")
    (problem,) = found.set_aside
    assert (problem.path, problem.line) == ("draft/review.jsonl", 2)
    assert problem.remedy
    assert len(problem.what) < 400
    assert [one.line for one in found.entries] == [1, 3]


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_reading(noise: bytes) -> None:
    with TemporaryDirectory() as folder:
        found = read_journal(journal(Path(folder), FIRST_FORM, noise, FIRST_FORM))
    assert len(found.entries) == 1


def test_what_windows_editors_do_to_a_file_changes_no_decision(tmp_path: Path) -> None:
    plain = read_journal(journal(tmp_path, FIRST_FORM, as_line(decision())))
    saved = b"\xef\xbb\xbf" + FIRST_FORM.encode() + b"\r\n" + as_line(decision()).encode() + b"\r\n"
    assert read_journal(journal(tmp_path, saved)) == plain
    # Git has put such a file behind another one.
    joined = read_journal(journal(tmp_path, as_line(decision()), saved))
    assert {one.id for one in joined.entries} == {one.id for one in plain.entries}
    assert joined.set_aside == ()


def test_a_line_that_git_kept_twice_is_one_decision(tmp_path: Path) -> None:
    assert len(read_journal(journal(tmp_path, FIRST_FORM, FIRST_FORM + " ")).entries) == 1


@pytest.mark.need("N-REVIEW-5")
def test_lines_of_the_first_form_that_git_put_together_count_by_time(tmp_path: Path) -> None:
    later = FIRST_FORM.replace("08:00", "09:00")
    assert [one.line for one in read_journal(journal(tmp_path, later, FIRST_FORM)).entries] == [
        2,
        1,
    ]


def test_a_moment_without_end_is_no_clock(tmp_path: Path) -> None:
    path = journal(tmp_path, FIRST_FORM.replace("2026-03-02", "9999-12-31"))
    assert read_journal(path).entries[0].decision.at == datetime(9999, 12, 31, 8, tzinfo=UTC)
