"""A changed clause is shown with the findings that are linked to it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import CheapEncoder, built

from telusur.draft import Regulation, read_draft
from telusur.draft.compare import Change, Version, compare
from telusur.store.reading import touched


def changes(old: Regulation, new: Regulation) -> list[Change]:
    return compare(Version(old.clauses, old.references), Version(new.clauses, new.references))


@pytest.mark.need("N-DRAFT-6")
def test_findings_of_the_built_side_are_found_whichever_side_was_built(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    before = tmp_path / "before"
    shutil.copytree(workspace / "draft", before)
    built(workspace)
    draft = workspace / "draft" / "draf.md"
    words = draft.read_text(encoding="utf-8")
    draft.write_text(words.replace("internet cadangan", "internet nirkabel"), encoding="utf-8")
    (change,) = changes(read_draft(before), read_draft(workspace / "draft"))
    for _ in range(2):  # the store knows the old side first, and then the new one
        links = touched(workspace / "evidence.db", [change])(change)
        assert any("Jaringan internet" in link["quote"] for link in links)
        assert {link["clause_id"] for link in links} == {"jaringan.ayat-1"}
        built(workspace)


def test_links_of_an_unlabelled_clause_of_another_version_are_not_guessed(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    built(workspace)
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    for folder, words in (("old", "Loket buka pagi."), ("new", "Loket buka sore.")):
        (tmp_path / folder / "a.md").write_text(f"Pasal 1\n{words}\n", encoding="utf-8")
    (change,) = changes(read_draft(tmp_path / "old"), read_draft(tmp_path / "new"))
    assert touched(workspace / "evidence.db", [change])(change) == []


def test_without_a_store_there_are_no_links(tmp_path: Path, workspace: Path) -> None:
    regulation = read_draft(workspace / "draft")
    (change, *_) = changes(Regulation("", (), (), (), ()), regulation)
    assert touched(tmp_path / "evidence.db", [change])(change) == []
