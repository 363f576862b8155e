from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from telusur.corpus import Document, check_front_matter
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]

NOTE = """---
title: Catatan loket
date: 2021-02-26
published: 2021-03-01
place: Kota Contoh
site: MPP Kota Contoh
genre: catatan lapangan
source: "Arsip kami"
---

Jaringan lambat.
"""


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_front_matter_tells_what_the_report_is(read: Reader, name: str) -> None:
    document = read(name, NOTE)
    assert document.title == "Catatan loket"
    assert document.date == datetime.date(2021, 2, 26)
    assert document.published == datetime.date(2021, 3, 1)
    assert (document.place, document.site) == ("Kota Contoh", "MPP Kota Contoh")
    assert (document.genre, document.source) == ("catatan lapangan", "Arsip kami")
    assert document.text.strip() == "Jaringan lambat."


def test_windows_newlines_and_a_byte_order_mark_do_not_hide_it(read: Reader) -> None:
    document = read("a.md", NOTE.replace("\n", "\r\n").encode("utf-8-sig"))
    assert document.title == "Catatan loket"


@pytest.mark.parametrize(
    "text",
    [
        "---\nJaringan lambat di loket.\n",
        "---\n\nJaringan lambat di loket.\n\n---\n\nListrik padam.\n",
        "--- Catatan: loket ---\nJaringan lambat.",
        "---\nCatatan: jaringan lambat dan garis ini tidak pernah ditutup.\n",
    ],
)
def test_a_horizontal_rule_is_no_front_matter(read: Reader, text: str) -> None:
    assert read("a.txt", text).text == text


def test_all_mistakes_are_told_at_once_with_their_lines(read: Reader, tmp_path: Path) -> None:
    text = "---\nsifat: entah\ndate: 2021-02-30\ngenre: puisi\n---\n\nJaringan lambat.\n"
    with pytest.raises(UnreadableFile) as caught:
        read("a.md", text)
    problems = caught.value.problems
    assert sorted((problem.path, problem.line) for problem in problems) == [
        ("corpus/a.md", 2),
        ("corpus/a.md", 3),
        ("corpus/a.md", 4),
    ]
    assert check_front_matter(tmp_path / "a.md", "a.md") == list(problems)


def test_front_matter_that_does_not_end_is_a_mistake(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match=r"corpus/a\.md:1: the front matter does not end"):
        read("a.md", "---\ntitle: Catatan\n\nJaringan lambat.\n")


def test_bad_yaml_is_a_mistake_with_its_line(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match=r"corpus/a\.md:3: this is not valid YAML"):
        read("a.md", "---\ntitle: Catatan\nsource: arsip: kami\n---\n\nJaringan lambat.\n")


def test_the_check_is_silent_on_good_and_missing_files_and_other_formats(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTE + "x" * 200_000, "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"---\ntitel: x\n---\n")
    for name in ("a.md", "b.pdf", "tidak-ada.md"):
        assert check_front_matter(tmp_path / name, name) == []


@pytest.mark.parametrize(
    "day",
    ["3 Juni 2025", "03/06/2025", "3-6-2025", "3.6.2025", "Selasa, 3 Juni 2025", "3 Jun 2025",
     "2025-06-03", "3–5 Juni 2025", "June 3, 2025", "2025-06-03 09:00"],
)  # fmt: skip
def test_front_matter_may_be_in_indonesian_with_days_as_people_write_them(
    read: Reader, day: str
) -> None:
    text = (
        f"---\nJudul: Catatan loket\ntanggal: {day}\nlokasi: Kota Contoh\n"
        "sumber: Arsip kami\njenis: Catatan Lapangan\nrahasia: tidak\n---\n\nJaringan lambat.\n"
    )
    document = read("a.md", text)
    assert (document.title, document.place) == ("Catatan loket", "Kota Contoh")
    assert document.date == datetime.date(2025, 6, 3)
    assert (document.source, document.genre) == ("Arsip kami", "catatan lapangan")
    assert document.confidential is None


def test_a_line_that_is_not_known_is_told_and_the_note_is_read(read: Reader) -> None:
    document = read("a.md", "---\ntitel: Catatan\npenulis: Tim\n---\n\nJaringan lambat.\n")
    assert document.text.strip() == "Jaringan lambat."
    assert [one.what for one in document.remarks] == [
        "`titel` is not known in the front matter and was passed over",
        "`penulis` is not known in the front matter and was passed over",
    ]
    assert document.remarks[0].remedy == "Did you mean `title`"


@pytest.mark.parametrize(
    "line",
    ["rahasa: ya", "confidental: true", "Kerahasiaan: Rahasia", "akses: RAHASIA", "sifatnya: x"],
)
def test_a_line_that_may_mean_that_a_note_is_confidential_keeps_it_back(
    read: Reader, line: str
) -> None:
    assert read("a.md", f"---\ntitle: Catatan\n{line}\n---\n\nJaringan lambat.\n").confidential


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_lines_at_the_head_of_a_plain_note_count(read: Reader, name: str) -> None:
    document = read(
        name, "Catatan loket\n\nTanggal: 3 Juni 2025\n\nLokasi : Kota Contoh\n\nJaringan lambat.\n"
    )
    assert (document.date, document.place) == (datetime.date(2025, 6, 3), "Kota Contoh")


def test_lines_further_down_say_nothing_of_the_note(read: Reader) -> None:
    document = read("a.txt", "Kalimat.\n" * 9 + "Tanggal: 3 Juni 2025\n")
    assert document.date is None
