"""Numbers are computed: what moves gets another one, and so does every reference to it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.draft.trees import read

from telusur.draft import read_draft
from telusur.draft.writing.renumbering import number_draft, renumbering

DRAFT = """\
---
title: Loket
---
> Catatan: [](#c) bukan rujukan.

# BAB: UMUM {#bab-umum}

#### Pasal {#a}

(1) Loket buka.

## Bagian: Antrean {#bagian-antrean}

#### Pasal {#b}

Menurut [](#a.ayat-1), [aturan loket](#a), dan [](#c).

#### Pasal {#c}

    a. satu menurut [](#bab-umum).
"""


def numbered(folder: Path, text: str) -> str:
    (folder / "draft.md").write_text(text, encoding="utf-8")
    files, _ = number_draft(folder)
    return files[0].text


def test_headings_and_references_show_their_numbers_and_keep_their_labels(tmp_path: Path) -> None:
    text = numbered(tmp_path, DRAFT)
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# BAB I: UMUM {#bab-umum}",
        "#### Pasal 1 {#a}",
        "## Bagian Kesatu: Antrean {#bagian-antrean}",
        "#### Pasal 2 {#b}",
        "#### Pasal 3 {#c}",
    ]
    assert "Menurut [Pasal 1 ayat (1)](#a.ayat-1), [aturan loket](#a), dan [Pasal 3](#c)." in text
    assert "> Catatan: [](#c) bukan rujukan." in text
    assert "[BAB I](#bab-umum)" in text


@pytest.mark.need("N-DRAFT-3")
def test_numbering_twice_changes_nothing_and_leaves_the_regulation_as_it_was(
    tmp_path: Path,
) -> None:
    once = numbered(tmp_path, DRAFT)
    assert numbered(tmp_path, once) == once
    assert [
        (clause.id, clause.label, clause.text, clause.fingerprint) for clause in read(once).clauses
    ] == [
        (clause.id, clause.label, clause.text, clause.fingerprint) for clause in read(DRAFT).clauses
    ]


@pytest.mark.need("N-DRAFT-3")
def test_moving_a_pasal_renumbers_it_and_every_reference_to_it(tmp_path: Path) -> None:
    text = numbered(tmp_path, DRAFT)
    head, a, rest = text.partition("#### Pasal 1 {#a}\n\n(1) Loket buka.\n")
    moved = head + rest + "\n" + a
    (tmp_path / "draft.md").write_text(moved, encoding="utf-8")
    files, changes = number_draft(tmp_path)
    assert [(each.old, each.new, each.label) for each in changes] == [
        ("Pasal 2", "Pasal 1", "b"),
        ("Pasal 3", "Pasal 2", "c"),
        ("Pasal 1", "Pasal 3", "a"),
    ]
    assert "Menurut [Pasal 3 ayat (1)](#a.ayat-1), [aturan loket](#a), dan [Pasal 2](#c)." in (
        files[0].text
    )
    assert renumbering(read(text), read(moved)) == {
        "Pasal 1": "Pasal 3",
        "Pasal 1 ayat (1)": "Pasal 3 ayat (1)",
        "Pasal 2": "Pasal 1",
        "Pasal 3": "Pasal 2",
        "Pasal 3 huruf a": "Pasal 2 huruf a",
    }


def test_what_is_inserted_split_merged_or_gone_is_told_by_label() -> None:
    pasal = "#### Pasal {{#{}}}\nIsi {}.\n"
    old = read("".join(pasal.format(label, label) for label in "abc"))
    new = read("".join(pasal.format(label, label) for label in ("baru", "a", "c")))
    assert renumbering(old, new) == {"Pasal 1": "Pasal 2"}


def test_numbers_without_a_label_are_left_alone(tmp_path: Path) -> None:
    text = "# BAB\nUMUM\n#### Pasal 4\nSatu.\n#### Pasal {#a}\nDua.\n#### Pasal\nTiga.\n"
    (tmp_path / "draft.md").write_bytes(text.replace("\n", "\r\n").encode())
    files, changes = number_draft(tmp_path)
    assert changes == []
    assert files[0].text == text.replace("{#a}", "5 {#a}").replace("\n", "\r\n")


def test_the_sample_reads_the_same_when_numbered_and_shuffled(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "draft"
    sample = read_draft(folder)
    files, _ = number_draft(folder)
    (tmp_path / "a.md").write_text(files[0].text, encoding="utf-8")
    again = read_draft(tmp_path)
    assert [(each.id, each.label, each.text, each.fingerprint) for each in again.clauses] == [
        (each.id, each.label, each.text, each.fingerprint) for each in sample.clauses
    ]
    # Pasal in another order: every reference still says where its target stands.
    head, *units, last = files[0].text.split("#### Pasal")
    random.Random(5).shuffle(units)
    (tmp_path / "a.md").write_text("#### Pasal".join([head, *units, last]), encoding="utf-8")
    shuffled, _ = number_draft(tmp_path)
    (tmp_path / "a.md").write_text(shuffled[0].text, encoding="utf-8")
    assert number_draft(tmp_path)[1] == []
    regulation = read_draft(tmp_path)
    labels = {clause.id: clause.label for clause in regulation.clauses}
    before = {each.to_clause for each in sample.references if each.text[:5] == "Pasal"}
    cited = [each for each in regulation.references if each.to_clause in before]
    assert len(cited) >= len(before)
    assert all(
        labels[each.to_clause or ""] == each.text for each in cited if each.text[:5] == "Pasal"
    )
