"""The cases in the text files beside this one: title, draft and outcome between dots."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

from telusur.draft import Regulation, read_draft

HERE = Path(__file__).parent


def cases(name: str) -> list[object]:
    return [
        pytest.param(draft, outcome, id=title)
        for _, title, draft, outcome in read_fixture_file(HERE / name)
    ]


@pytest.mark.parametrize(
    ("draft", "outcome"), cases("tabulation.txt") + cases("amending.txt") + cases("layout.txt")
)
def test_structure(draft: str, outcome: str, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    assert outline(read_draft(tmp_path)) == outcome


@pytest.mark.parametrize(("draft", "outcome"), cases("references.txt"))
def test_references(draft: str, outcome: str, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    regulation = read_draft(tmp_path)
    assert printed_references(regulation) == outcome
    texts = {clause.id: clause.text for clause in regulation.clauses}
    for each in regulation.references:
        assert texts[each.from_clause][each.start : each.end] == each.text


def outline(regulation: Regulation) -> str:
    """A clause a line: its place by indentation, citation, title and own words; `>` if quoted."""
    depth: dict[str | None, int] = {None: -1}
    lines = []
    for clause in regulation.clauses:
        depth[clause.id] = depth[clause.parent_id] + 1
        if clause.level in ("bab", "bagian", "paragraf"):
            name = f"{clause.label} {clause.heading}"
        elif clause.level == "pasal":
            name = clause.label
        else:
            name = " ".join(clause.label.split()[-2:])
        name = f"> {name}" if clause.quoted else name
        words = clause.text.replace("\n", " / ")
        lines.append(f"{'  ' * depth[clause.id]}{name} | {words}".rstrip() + "\n")
    return "".join(lines)


def printed_references(regulation: Regulation) -> str:
    return "".join(
        f"{each.from_clause} | {each.text} | {each.state} | {each.to_clause or '-'}\n"
        for each in regulation.references
    )
