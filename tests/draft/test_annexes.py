"""What stands in a Lampiran: headed parts, lists and tables are clauses that can be linked."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from telusur.draft.compare import Version, compare
from telusur.draft.model import Regulation
from telusur.draft.outline.parsing import parse_texts
from telusur.draft.provision import provisions
from telusur.draft.reading import regulation_of

BODY = (
    "PERATURAN MENTERI CONTOH\n\nTENTANG\n\nPELAYANAN LOKET\n\n#### Pasal 1\n\n"
    "Loket buka sebagaimana tercantum dalam Lampiran.\n\nDitetapkan di Jakarta\n\n"
)
STANDARD = """\
LAMPIRAN I

PERATURAN MENTERI CONTOH

TENTANG

PELAYANAN LOKET

STANDAR PELAYANAN LOKET

BAB I

PENDAHULUAN

A. Latar Belakang

Warga menunggu terlalu lama, dan standar belum ada.

BAB II

STANDAR

A. Persyaratan

Pemohon membawa:

1. kartu tanda penduduk; dan

2. formulir yang telah diisi:

a. nama; dan

b. alamat.

B. Waktu

| No | Layanan | Waktu |

|---|---|---|

| 1 | Pendaftaran | 5 menit |

| 2 | Pemeriksaan berkas | 10 menit |

MENTERI CONTOH,

ttd

FULAN

LAMPIRAN II

ALUR

1. Warga mengambil nomor antrean pada mesin.

2. Petugas memanggil nomor itu paling lama
lima menit kemudian.

PENJELASAN

I. UMUM
"""


def read(annexes: str) -> Regulation:
    return regulation_of(parse_texts({"naskah.md": BODY + annexes}))


def test_a_lampiran_is_clauses_cited_by_their_numbers() -> None:
    clauses = {each.label: each for each in read(STANDARD).annexed}
    assert [*clauses] == [
        "Lampiran I",
        "Lampiran I BAB I",
        "Lampiran I BAB I huruf A",
        "Lampiran I BAB II",
        "Lampiran I BAB II huruf A",
        "Lampiran I BAB II huruf A angka 1",
        "Lampiran I BAB II huruf A angka 2",
        "Lampiran I BAB II huruf A angka 2 huruf a",
        "Lampiran I BAB II huruf A angka 2 huruf b",
        "Lampiran I BAB II huruf B",
        "Lampiran I BAB II huruf B tabel 1 baris 1",
        "Lampiran I BAB II huruf B tabel 1 baris 2",
        "Lampiran II",
        "Lampiran II angka 1",
        "Lampiran II angka 2",
    ]
    assert clauses["Lampiran I"].heading == "STANDAR PELAYANAN LOKET"
    assert clauses["Lampiran I BAB II"].heading == "STANDAR"
    assert clauses["Lampiran I BAB II huruf B"].text == "Waktu\nNo | Layanan | Waktu"
    row = clauses["Lampiran I BAB II huruf B tabel 1 baris 2"]
    assert (row.text, row.parent_id) == (
        "Pemeriksaan berkas | 10 menit",
        clauses["Lampiran I BAB II huruf B"].id,
    )
    step = clauses["Lampiran II angka 2"]
    assert step.text == "Petugas memanggil nomor itu paling lama lima menit kemudian."


def test_evidence_can_support_a_headed_part_with_all_below_it_and_no_background() -> None:
    found = {each.clause_id: each.text for each in provisions(read(STANDARD))}
    assert [*found] == [
        "pasal-1",
        "lampiran-1.bab-2.huruf-a",
        "lampiran-1.bab-2.huruf-b",
        "lampiran-2.angka-1",
        "lampiran-2.angka-2",
    ]
    assert found["lampiran-1.bab-2.huruf-a"] == (
        "Persyaratan Pemohon membawa: 1. kartu tanda penduduk; dan 2. formulir yang telah diisi: "
        "a. nama; dan b. alamat."
    )


def test_heads_signatures_and_the_elucidation_are_no_clauses() -> None:
    left = read(STANDARD).unannexed
    assert left[1:] == (
        "LAMPIRAN I", "PERATURAN MENTERI CONTOH", "TENTANG", "PELAYANAN LOKET",
        "MENTERI CONTOH,", "ttd", "FULAN", "LAMPIRAN II", "PENJELASAN", "I. UMUM",
    )  # fmt: skip


def test_a_change_within_a_lampiran_is_told_of_the_part_that_changed() -> None:
    old, new = read(STANDARD), read(STANDARD.replace("5 menit", "15 menit"))
    changes = compare(Version(old.linkable, old.references), Version(new.linkable, new.references))
    assert [each.new and each.new.label for each in changes] == [
        "Lampiran I BAB II huruf B tabel 1 baris 1"
    ]


def test_an_item_inserted_into_a_lampiran_leaves_its_neighbours_what_they_are() -> None:
    old = read(STANDARD)
    new = read(STANDARD.replace("2. Petugas memanggil", "2. Warga duduk.\n\n3. Petugas memanggil"))
    changes = compare(Version(old.linkable, old.references), Version(new.linkable, new.references))
    told = [(*each.kinds, each.new.text) for each in changes if each.new]
    assert ("added", "Warga duduk.") in told
    assert not any("reworded" in kinds for kinds in told)


def test_capitals_without_a_number_head_a_part() -> None:
    annex = "LAMPIRAN\n\nPEDOMAN\n\nPEMBUKAAN LOKET\n\nLoket dibuka pagi hari.\n\n"
    found = read(annex + "PENUTUPAN LOKET\n\nLoket ditutup sore hari.\n").annexed
    assert [(each.label, each.text) for each in found if each.level == "pasal"] == [
        ("Lampiran pembuka", "Loket dibuka pagi hari."),
        ("Lampiran judul 1", "PENUTUPAN LOKET\nLoket ditutup sore hari."),
    ]


def test_lists_within_lists_have_an_end() -> None:
    annex = "LAMPIRAN\n\n" + "1. Petugas melayani warga:\n\n" * 3_000
    clauses = read(annex).annexed
    assert len(clauses) == 3_001
    assert max(each.id.count(".") for each in clauses) < 12


PARAGRAPHS = st.sampled_from(
    ["BAB I", "BAB II", "Bagian Kesatu", "A. Syarat", "B. Waktu layanan", "1. Loket dibuka;",
     "2. Loket ditutup.", "a. pagi;", "b. sore.", "1) satu;", "a) dua;", "(1) Petugas hadir.",
     "I. Umum", "1.1. Rincian", "Pasal 1", "TATA CARA", "Petugas melayani warga:", "| No | Apa |",
     "| 1 | Loket |", "| 2 | Meja | sedang |", "tanpa awalan", "5. Lompat nomor.", "ttd",
     "MENTERI CONTOH,", "2024. Bukan nomor"]
)  # fmt: skip


@given(st.lists(PARAGRAPHS, max_size=14))
def test_every_word_of_a_lampiran_is_in_one_clause_or_in_the_closing(some: list[str]) -> None:
    annex = "LAMPIRAN I\n\n" + "\n\n".join(some) + "\n"
    regulation = read(annex)
    clauses = regulation.annexed
    ids = [each.id for each in clauses]
    assert len(set(ids)) == len(ids)
    assert all(each.parent_id is None or each.parent_id in ids for each in clauses)
    divisions = {"buku", "bab", "bagian", "paragraf"}
    kept = [
        f"{each.heading if each.level in divisions else each.text} {each.label} {each.number}"
        for each in clauses
    ]
    assert not words(some) - words([*kept, *regulation.unannexed])


def words(texts: list[str]) -> Counter[str]:
    """Words, once each: numbers and names of levels stand in the labels of all below."""
    return Counter({*re.findall(r"[^\W_]{2,}", " ".join(texts).casefold())})
