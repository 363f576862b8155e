from __future__ import annotations

from dataclasses import replace

import pytest

from telusur.extract.sites.numbers import value_of

from ..conftest import Read, report


def names(read: Read, *lines: str) -> list[str]:
    return [site.name for site in read(report(*lines)).sites]


@pytest.mark.need("N-FIND-4")
def test_a_site_is_named_by_its_type_and_place(read: Read) -> None:
    assert names(read, "Tim meninjau Mal Pelayanan Publik (MPP) Pekanbaru.") == [
        "MPP Kota Pekanbaru"
    ]


def test_a_site_without_a_place_is_that_of_the_place_visited(read: Read) -> None:
    text = "Tim meninjau MPP Kota Palembang, lalu Dinas Kependudukan dan Pencatatan Sipil."
    assert names(read, text) == ["MPP Kota Palembang", "Disdukcapil Kota Palembang"]


def test_the_office_in_a_position_is_not_a_site(read: Read) -> None:
    assert names(read, "Kepala DPMPTSP Kota Palembang, Budi Santoso, hadir.") == []


def test_a_type_of_which_a_place_has_many_needs_a_name(read: Read) -> None:
    lines = "Tim berkunjung ke Kota Palembang.", "Puskesmas Sukamaju ramai, puskesmas lain sepi."
    assert names(read, *lines) == ["Puskesmas Sukamaju"]


def test_the_site_of_the_front_matter_is_the_one_of_the_text(read: Read) -> None:
    document = replace(
        report("Loket di MPP Palembang masih kurang."),
        place="Kota Palembang",
        site="MPP Kota Palembang",
    )
    assert [site.id for site in read(document).sites] == ["mpp-kota-palembang"]


@pytest.mark.need("N-FIND-4")
def test_facts_have_values_units_and_exact_quotes(read: Read) -> None:
    text = (
        "MPP Kota Palembang seluas 12.000 meter persegi melayani 378 jenis layanan dari "
        "29 instansi, sebagai MPP ke-30, dan memiliki antrean daring."
    )
    reading = read(text)
    facts = {fact.fact: (fact.value, fact.unit) for fact in reading.site_facts}
    assert facts == {
        "luas_bangunan": (12000.0, "meter persegi"),
        "jenis_layanan": (378.0, "jenis layanan"),
        "instansi": (29.0, "instansi"),
        "urutan_mpp": (30.0, ""),
        "antrean_daring": (None, ""),
    }
    assert {fact.site_id for fact in reading.site_facts} == {"mpp-kota-palembang"}
    assert all(text[fact.start : fact.end] == fact.quote for fact in reading.site_facts)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("12 ribu meter persegi", 12000.0, "meter persegi"),
        ("1,5 ribu m2", 1500.0, "m2"),
        ("29 (dua puluh sembilan) instansi", 29.0, "instansi"),
    ],
)
def test_figures_may_be_written_with_words(read: Read, words: str, value: float, unit: str) -> None:
    (fact,) = read(f"MPP Kota Palembang punya {words} sekarang.").site_facts
    assert (fact.value, fact.unit, fact.quote) == (value, unit, words)


@pytest.mark.parametrize(
    ("figure", "value"),
    [("12.000", 12000), ("1.234.567,5", 1234567.5), ("3,5", 3.5), ("378", 378), ("lima", 5)],
)
def test_indonesian_figures(figure: str, value: float) -> None:
    assert value_of(figure) == value


@pytest.mark.parametrize("figure", ["12.00", "", "1,2,3", "٣", "abc"])
def test_what_is_no_figure_has_no_value(figure: str) -> None:
    assert value_of(figure) is None


def test_facts_belong_to_the_site_that_the_report_goes_on_about(read: Read) -> None:
    reading = read(
        report(
            "Tim mengunjungi MPP Kota Palembang serta Disdukcapil.",
            "Layanan digital perlu ada baik di MPP maupun di Disdukcapil.",
            "Kriterianya adalah antrean daring, pelacakan layanan, dan statistik pelayanan.",
            "Disdukcapil Kota Palembang punya 12 loket.",
            "Di sana bekerja 20 petugas.",
        )
    )
    assert [(fact.fact, fact.site_id) for fact in reading.site_facts] == [
        ("antrean_daring", "mpp-kota-palembang"),
        ("pelacakan_layanan", "mpp-kota-palembang"),
        ("statistik_pelayanan", "mpp-kota-palembang"),
        ("loket", "disdukcapil-kota-palembang"),
        ("jumlah_pegawai", "disdukcapil-kota-palembang"),
    ]


def test_each_fact_of_a_sentence_belongs_to_the_site_named_before_it(read: Read) -> None:
    text = "MPP Kota Palembang punya 12 loket, sedangkan MPP Kota Padang punya 9 loket."
    assert [(fact.value, fact.site_id) for fact in read(text).site_facts] == [
        (12.0, "mpp-kota-palembang"),
        (9.0, "mpp-kota-padang"),
    ]
