from __future__ import annotations

import pytest

from ..conftest import Read, report


@pytest.mark.need("N-FIND-5")
@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        ("Kepala Dinas Kesehatan, Budi Santoso, hadir.", "Budi Santoso", "Kepala Dinas Kesehatan"),
        (
            "Sekretaris Daerah Kota Palembang Rina Wijaya hadir.",
            "Rina Wijaya",
            "Sekretaris Daerah Kota Palembang",
        ),
        (
            "Deputi bidang Pelayanan Publik Kementerian PANRB Siti Aminah, hadir.",
            "Siti Aminah",
            "Deputi bidang Pelayanan Publik Kementerian PANRB",
        ),
        ("Agus Salim selaku Ketua Tim menjelaskan.", "Agus Salim", "Ketua Tim"),
        ("Kepala Bidang Data, Drs. Joko Susilo, hadir.", "Joko Susilo", "Kepala Bidang Data"),
        ("Wali Kota Padang Budi Santoso hadir.", "Budi Santoso", "Wali Kota Padang"),
        ("Bupati Siti Aminah hadir.", "Siti Aminah", "Bupati"),
        ("Joko Susilo, Kepala Bidang Data, hadir.", "Joko Susilo", "Kepala Bidang Data"),
        ("Joko Susilo, S.Sos., selaku Camat, hadir.", "Joko Susilo", "Camat"),
        ("Kepala Bidang Data, Rina, menjelaskan loket.", "Rina", "Kepala Bidang Data"),
    ],
)
def test_a_person_has_the_position_that_the_text_gives(
    read: Read, text: str, name: str, position: str
) -> None:
    assert [(person.name, person.position) for person in read(text).people] == [(name, position)]


@pytest.mark.need("N-FIND-5")
@pytest.mark.parametrize(
    "text",
    [
        "Kepala Dinas Kesehatan hadir.",
        "Menteri, Gubernur, Bupati hadir.",
        "Warga Desa Maju",
        "Kepala Desa, Kecamatan Kejajar, hadir.",
        "Bupati Wonosobo hadir.",
    ],
)
def test_a_position_without_a_name_is_nobody(read: Read, text: str) -> None:
    assert read(text).people == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Jaringan internet di loket masih kurang,” ujar Budi.", "Budi Santoso"),
        ("Menurut Budi, jaringan internet di loket masih kurang.", "Budi Santoso"),
        ("Budi mengatakan bahwa jaringan internet di loket masih kurang.", "Budi Santoso"),
        ("Jaringan internet di loket masih kurang.", None),
        (
            "“Jaringan internet di loket masih kurang,” ujar Kepala Dinas Kesehatan Budi Santoso.",
            "Budi Santoso",
        ),
        (
            "“Jaringan internet di loket masih kurang,” kata Kepala Dinas Kesehatan.",
            "Kepala Dinas Kesehatan",
        ),
        (
            "Kepala Dinas Kesehatan mengatakan jaringan internet di loket masih kurang.",
            "Kepala Dinas Kesehatan",
        ),
    ],
)
def test_who_says_it_is_known_by_the_full_name(read: Read, text: str, speaker: str | None) -> None:
    reading = read(report("Kepala Dinas Kesehatan, Budi Santoso, hadir.", text))
    (finding,) = reading.findings
    assert finding.said_by == speaker
    assert finding.quote.lower() == "jaringan internet di loket masih kurang"


def test_institutions_end_where_a_place_or_a_person_begins(read: Read) -> None:
    text = "Hadir Dinas Kesehatan Kota Palembang Budi Santoso dan Kementerian PANRB Siti Aminah."
    assert [it.name for it in read(text).institutions] == [
        "Dinas Kesehatan Kota Palembang",
        "Kementerian PANRB",
    ]


def test_in_a_list_of_people_each_has_the_position_before_the_name(read: Read) -> None:
    people = read(
        "Hadir pula Sekretaris Daerah Kota Padang Rina Wijaya, Konsultan Pelayanan Tono Hidayat, "
        "dan Kepala Dinas Kesehatan Kota Padang Budi Santoso."
    ).people
    found = {person.name: person.position for person in people}
    assert found["Rina Wijaya"] == "Sekretaris Daerah Kota Padang"
    assert found["Budi Santoso"] == "Kepala Dinas Kesehatan Kota Padang"
    assert not any("Kota" in name for name in found)
