from __future__ import annotations

import pytest

from ..conftest import Read, report


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Loket di Kecamatan Kejajar, Kabupaten Wonosobo, ramai.",
            [("Kejajar", "kecamatan", "33.07.13")],
        ),
        (
            "Loket di Kec. Kejajar Kabupaten Wonosobo ramai.",
            [("Kejajar", "kecamatan", "33.07.13")],
        ),
        (
            "Warga Desa Sembungan, Kecamatan Kejajar, Kabupaten Wonosobo, menunggu.",
            [("Sembungan", "desa", "33.07.13.2003"), ("Kejajar", "kecamatan", "33.07.13")],
        ),
        (
            "Loket di Kecamatan Garung, Kejajar dan Kertek di Kabupaten Wonosobo ramai.",
            [
                ("Garung", "kecamatan", "33.07.12"),
                ("Kejajar", "kecamatan", "33.07.13"),
                ("Kertek", "kecamatan", "33.07.08"),
            ],
        ),
        ("LOKET DI KECAMATAN TUMBANG TITI", [("TUMBANG TITI", "kecamatan", "61.04.13")]),
    ],
)
def test_smaller_places_have_codes(
    read: Read, text: str, found: list[tuple[str, str, str]]
) -> None:
    reading = read(text)
    assert [(one.name, one.level) for one in reading.smaller_places] == [it[:2] for it in found]
    assert [one.code for one in reading.smaller_places] == [it[2] for it in found]
    for one in reading.smaller_places:
        assert one.parent_code == (one.code or "")[:5]
        assert text[one.start : one.end].endswith(one.name)


def test_a_name_that_the_kabupaten_does_not_know_keeps_its_parent(read: Read) -> None:
    (one,) = read("Tim mengunjungi Desa Antahberantah di Kabupaten Wonosobo.").smaller_places
    assert (one.name, one.code, one.parent_code, one.role) == (
        "Antahberantah",
        None,
        "33.07",
        "visited",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Wonosobo membina Desa Wisata dan Desa Digital.",
        "Warga desa di kecamatan itu menunggu.",
        "Kejajar dan Garung ramai.",
        "Warga mengantre di kantor kecamatan. Camat menambah petugas.",
    ],
)
def test_words_that_name_no_smaller_place_are_none(read: Read, text: str) -> None:
    assert read(text).smaller_places == ()


def test_a_namesake_elsewhere_gets_no_code(read: Read) -> None:
    (one,) = read("Loket Kecamatan Tumbang Titi di Kabupaten Sleman ramai.").smaller_places
    assert one.code is None


def test_a_clause_on_a_kecamatan_is_about_its_kabupaten(read: Read) -> None:
    reading = read(
        report(
            "Tim berkunjung ke Kabupaten Sleman dan Kabupaten Wonosobo.",
            "Jaringan internet di Kecamatan Kejajar masih kurang.",
            "Jaringan internet di Kecamatan Kalasan masih kurang.",
        )
    )
    assert [finding.place_code for finding in reading.findings[-2:]] == ["33.07", "34.04"]
