"""Waivers beside the text: they are no part of it, and are not lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.draft.test_properties import TEXTS
from tests.draft.trees import read, shape, written

from telusur.draft import Regulation, read_draft
from telusur.draft.outline.parsing import parse_texts
from telusur.draft.units import Units
from telusur.draft.writing.renumbering import number_draft
from telusur.exchange.importing import import_draft

WAIVER = "<!-- telusur: abaikan 86 karena sudah dibahas -->"
DRAFT = f"""\
PERATURAN BUPATI
TENTANG KIOS
{WAIVER}
Menimbang: a. bahwa kios perlu diatur;

#### Pasal {{#buka}} {WAIVER}

(1) Kios dibuka 14 hari
{WAIVER}
sejak izin terbit.

<!-- telusur: abaikan 87c, 88
dan 254* karena naskah
lama berbunyi begitu -->

> catatan bagi pembaca

(2) Kios {WAIVER} bersih.

Agar setiap orang mengetahuinya, peraturan ini diundangkan.
{WAIVER}
"""


def words_of(regulation: Regulation) -> list[object]:
    """All that a draft says, but for the lines in which it says it."""
    lines = (*regulation.opening, *regulation.closing)
    prints = [clause.fingerprint for clause in regulation.clauses]
    references = [(each.from_clause, each.text, each.state) for each in regulation.references]
    return [shape(regulation, numbers=True), lines, prints, references, regulation.title]


def test_a_waiver_stands_at_its_own_line_or_else_at_the_next_with_words() -> None:
    assert [(each.line, each.at) for each in read(DRAFT).waivers] == [
        (3, 4), (6, 6), (9, 10), (12, 18), (18, 18), (21, 20),
    ]  # fmt: skip


def test_a_waiver_names_rules_and_a_reason() -> None:
    waiver = read(DRAFT).waivers[3]
    assert waiver.rules == ("87c", "88", "254")
    assert waiver.reason == "naskah lama berbunyi begitu"
    assert waiver.mistake is None


def test_a_waiver_is_no_part_of_the_words_and_is_told_nowhere_else() -> None:
    regulation = read(DRAFT)
    plain = read(DRAFT.replace(f"{WAIVER}\n", "").replace(WAIVER, "").replace("lama", ""))
    assert "14 hari sejak izin terbit." in regulation.clauses[1].text
    assert regulation.clauses[2].text == "Kios bersih."
    assert not regulation.notices
    assert words_of(regulation) == words_of(plain)
    assert [line.line for line in regulation.preamble.considerations] == [4]


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("<!-- telusur: abaikan 86 -->", "reason"),
        ("<!-- telusur: abaikan 86 karena -->", "reason"),
        ("<!-- telusur: abaikan 86 karena … -->", "reason"),
        ("<!-- telusur: abaikan karena sudah dibahas -->", "rules"),
        ("<!-- telusur: abaikan -->", "rules"),
        ("<!-- telusur: hapus 86 karena sudah dibahas -->", "form"),
        ("<!-- telusur: -->", "form"),
        ("<!-- telusur: abaikan 86 karena sudah dibahas", "unclosed"),
        ("<!--TELUSUR:Abaikan 86 Karena sudah dibahas-->", None),
    ],
)
def test_what_a_waiver_lacks_is_known(written: str, mistake: str | None) -> None:
    regulation = read(f"Pasal 1\nKios bersih. {written}\n\nPasal 2\nKios rapi.\n")
    assert [each.mistake for each in regulation.waivers] == [mistake]
    assert [clause.text for clause in regulation.clauses] == ["Kios bersih.", "Kios rapi."]


def test_one_that_is_not_closed_hides_nothing_of_what_follows() -> None:
    text = "Pasal 1\n(1) Satu. <!-- telusur: abaikan 86\n(2) Dua. <!-- lain -->\n"
    assert [clause.text for clause in read(text).clauses] == ["", "Satu.", "Dua."]


def test_what_stands_in_another_comment_is_no_waiver() -> None:
    assert read("Pasal 1\nSatu. <!-- contoh: telusur: abaikan 86 karena x -->\n").waivers == ()
    assert read("Pasal 1\nSatu. <!-- <!-- telusur: abaikan 86 karena x -->\n").waivers == ()


@pytest.mark.parametrize("around", ["", "\n"])
def test_a_file_of_waivers_alone_is_read(around: str) -> None:
    regulation = read(f"{around}{WAIVER}{around}")
    assert [each.at for each in regulation.waivers] == [1]
    assert regulation.clauses == ()


INSERTED = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.booleans(),
        st.sampled_from(
            [
                "<!-- telusur: abaikan 86 karena sudah dibahas -->",
                "<!-- telusur: abaikan 87, 88 karena `x` * [begitu](#b) & \\ -->",
                "<!-- telusur: abaikan 3 karena\n  naskah lama -->",
                "<!-- telusur: abaikan 5 -->",
            ]
        ),
    ),
    max_size=5,
)


def with_waivers(text: str, inserted: list[tuple[int, bool, str]]) -> str:
    """Put waivers behind some lines, or on lines of their own before them."""
    lines = text.replace("\r\n", "\n").split("\n")
    for place, own_line, waiver in inserted:
        at = place % len(lines)
        if own_line or not lines[at].strip() or "<!--" in lines[at]:
            lines.insert(at, waiver)
        else:
            lines[at] = f"{lines[at]} {waiver}"
    return "\n".join(lines)


def places(regulation: Regulation) -> list[tuple[tuple[str, ...], str, int]]:
    """Each waiver, and which clause, by its place in the draft, it stands at or before."""
    units = Units(regulation)
    firsts = [units.around(each.path, each.at)[0] for each in regulation.waivers]
    return [
        (each.rules, each.reason, sum(clause.line <= first for clause in regulation.clauses))
        for each, first in zip(regulation.waivers, firsts, strict=True)
    ]


@pytest.mark.need("N-CHECK-5")
@given(TEXTS, INSERTED)
def test_with_waivers_a_draft_reads_as_without(
    text: str, inserted: list[tuple[int, bool, str]]
) -> None:
    text = "\n".join(line.rstrip(" \t") for line in text.replace("\r\n", "\n").split("\n"))
    marked = read(with_waivers(text, inserted))
    assert words_of(marked) == words_of(read(text))
    assert len(marked.waivers) == len(inserted)


@given(TEXTS, INSERTED, st.booleans())
def test_waivers_are_written_back_where_they_stood(
    text: str, inserted: list[tuple[int, bool, str]], labelled: bool
) -> None:
    regulation = read(with_waivers(text, inserted))
    again = read(written(with_waivers(text, inserted), labelled=labelled))
    assume(len(again.clauses) == len(regulation.clauses))  # another property's matter
    assert sorted(places(again)) == sorted(places(regulation))


def test_import_keeps_waivers(tmp_path: Path) -> None:
    (tmp_path / "lama.md").write_text(DRAFT, encoding="utf-8")
    imported = import_draft(tmp_path / "lama.md")
    assert imported.markdown.count("<!-- telusur: abaikan") == DRAFT.count("<!-- telusur")
    again = parse_texts({"draft.md": imported.markdown})
    assert [each.reason for each in again.waivers] == [each.reason for each in read(DRAFT).waivers]
    assert not imported.remainder


def test_numbers_are_written_around_waivers(tmp_path: Path) -> None:
    (tmp_path / "draf.md").write_text(DRAFT, encoding="utf-8")
    (file,), _ = number_draft(tmp_path)
    assert file.text == DRAFT.replace("#### Pasal {", "#### Pasal 1 {")
    file.path.write_text(file.text, encoding="utf-8")
    assert [each.rules for each in read_draft(tmp_path).waivers] == [
        each.rules for each in read(DRAFT).waivers
    ]


def test_many_openings_take_no_endless_time() -> None:
    """Each is looked at once: the number of steps grows with the length, not with its square."""
    text = "Pasal 1\n" + "<!-- telusur: abaikan 1 " * 20_000
    assert len(read(text).waivers) == 20_000
