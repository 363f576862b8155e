from __future__ import annotations

from datetime import date

import pytest

from ..conftest import Read, report

VISIT = "Tim meninjau loket pada Jumat, 1 Maret 2024."


@pytest.mark.need("N-FIND-3")
@pytest.mark.parametrize(
    ("first", "published"),
    [
        ("Diterbitkan: Rabu, 6 Maret 2024", date(2024, 3, 6)),
        ("Diunggah pada 06/03/2024", date(2024, 3, 6)),
        ("Posted on 6 March 2024", date(2024, 3, 6)),
        ("PADANG (6/3/2024) – Loket ramai.", date(2024, 3, 6)),
        ("Padang, 6 Maret 2024 – Loket ramai.", date(2024, 3, 6)),
        ("Surat edaran tertanggal 6 Maret 2024 mengatur loket.", None),
        ("Diterbitkan: Rabu, 6 Maret 2030", None),
    ],
)
def test_the_day_of_publication_is_told_apart_from_the_visit(
    read: Read, first: str, published: date | None
) -> None:
    reading = read(report(first, VISIT))
    assert (reading.published_on, reading.visited_on) == (published, date(2024, 3, 1))


def test_the_files_name_tells_where_the_text_does_not(read: Read) -> None:
    reading = read(report(VISIT, path="berita/2024-03-06-loket.md"))
    assert reading.published_on == date(2024, 3, 6)
    assert read(report(VISIT, path="2024-13-40-loket.md")).published_on is None


def test_a_wrong_weekday_is_forgiven_beside_the_day_of_publication(read: Read) -> None:
    text = report("Diterbitkan: 6 Maret 2024", "Tim meninjau loket, Senin (5/3).")
    assert read(text).visited_on == date(2024, 3, 5)
    assert read("Tim meninjau loket, Senin (5/3/2024).").visited_on is None
