"""What `--fix` writes: exactly what it says, and nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

from telusur.check import Wanted, check_draft, fix_draft

CASES = Path(__file__).parents[1] / "draft" / "rules"
ALL = Wanted()

DRAFT = """\
# BAB: Ketentuan Umum {#umum}

#### Pasal {#buka}

(1) Kios dibuka selambat-lambatnya 3 hari sejak izin terbit.

(2) Kios sebagaimana dimaksud dalam ayat (1) Pasal ini  bersih.

(3) Ketentuan pada ayat (1), ayat
(2), dan ayat (3) berlaku; lihat [](#buka.ayat-1).
"""


def with_fixes() -> list[object]:
    """The drafts of the rules' own cases whose hits have a fix."""
    return [
        pytest.param(title.partition(":")[0], draft, id=title)
        for path in sorted(CASES.glob("*.txt"))
        for _, title, draft, outcome in read_fixture_file(path)
        if "→" in outcome
    ]


@pytest.mark.need("N-CHECK-2")
@pytest.mark.parametrize(("number", "draft"), with_fixes())
def test_a_fix_ends_what_it_fixes_and_changes_nothing_else(
    number: str, draft: str, tmp_path: Path
) -> None:
    file, wanted = tmp_path / "draft.md", Wanted((number,))
    file.write_text(draft, encoding="utf-8")
    before = check_draft(tmp_path, wanted)
    fixed = fix_draft(tmp_path, wanted)
    expected = draft
    for issue in sorted(before, key=lambda each: each.edit.start if each.edit else 0, reverse=True):
        if edit := issue.edit:
            expected = expected[: edit.start] + edit.replacement + expected[edit.end :]
    assert file.read_text(encoding="utf-8") == expected
    assert [each.old for each in fixed] == [each.words for each in before if each.edit]
    assert check_draft(tmp_path, wanted) == [] or all(
        each.edit is None for each in check_draft(tmp_path, wanted)
    )
    assert fix_draft(tmp_path, wanted) == []


def test_all_fixes_together_leave_what_is_not_certain(tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    fixed = fix_draft(tmp_path, ALL)
    assert len(fixed) == 5
    # The words that stand on two lines are reported, and stay as they are.
    assert file.read_text(encoding="utf-8") == (
        DRAFT.replace("Ketentuan Umum", "KETENTUAN UMUM")
        .replace("selambat-lambatnya 3 hari", "paling lambat 3 (tiga) hari")
        .replace("dalam ayat (1) Pasal ini  bersih", "pada ayat (1)  bersih")
    )
    assert "273" in {issue.check.name for issue in check_draft(tmp_path, ALL)}


@pytest.mark.parametrize(("bom", "newline"), [("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_line_endings_and_byte_order_mark_stay(bom: str, newline: str, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_bytes((bom + DRAFT.replace("\n", newline)).encode())
    assert len(fix_draft(tmp_path, ALL)) == 5
    written = file.read_bytes().decode()
    assert written.startswith(bom)
    assert written.count(newline) == DRAFT.count("\n")
    assert written.count("\n") == DRAFT.count("\n")


def test_only_wanted_rules_are_fixed(tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    fixed = fix_draft(tmp_path, Wanted(select=("72", "86"), ignore=("86",)))
    assert [each.issue.check.name for each in fixed] == ["72"]


def test_a_file_keeps_its_rights_and_no_other_file_is_left(tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    file.chmod(0o640)
    fix_draft(tmp_path, ALL)
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]
