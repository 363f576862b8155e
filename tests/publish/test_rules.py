"""What the rules take for personal, and what they leave."""

from __future__ import annotations

import pytest
from support import ROOT

from telusur.extract.lexicon import names_of_places, read_lexicon
from telusur.publish.redaction import Redacted, redact
from telusur.publish.reports import Report, Wishes
from telusur.publish.rewriting import rewrite
from telusur.publish.vocabulary import Vocabulary, vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary([], [])


@pytest.fixture(scope="module")
def places() -> list[str]:
    lexicon, _ = read_lexicon(ROOT / "extract")
    assert lexicon
    return list(names_of_places(lexicon.places))


def redacted(
    texts: list[str], words: Vocabulary, places: list[str], wishes: Wishes | None = None
) -> Redacted:
    reports = [
        Report(f"r{number}", text, "", "", published=True, no_names=())
        for number, text in enumerate(texts)
    ]
    return redact(reports, wishes or Wishes((), ()), words, places, ())


def told(text: str, words: Vocabulary, places: list[str], wishes: Wishes | None = None) -> str:
    return redacted([text], words, places, wishes).parts["r0", "text"].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NIK 3273 0145 0789\n0001 ditolak", "NIK [NIK] ditolak"),
        ("NIK ３２７３０１４５０７８９０００１ ditolak", "NIK [NIK] ditolak"),
        ("No. KK 3273.0145.0789.0001.", "No. KK [nomor KK]."),
        ("NIP 19700101 199503 1 002", "NIP [NIP]"),
        ("telepon (0812) 3456-\n7890 sore", "telepon [telepon] sore"),
        ("WA +62 812 3456 7890", "WA [telepon]"),
        ("surel budi.s [at] mail (dot) go (dot) id", "surel [surel]"),
        ("rekening BRI 1234-01-567890-53-2", "rekening BRI [rekening]"),
        ("tinggal di Gang Melati No. 4 RT 01/RW 02", "tinggal di [alamat]"),
        ("warga bernama siti aminah mengeluh", "warga bernama [nama] mengeluh"),
        ("Ibu Indah Permata menunggu", "Ibu [nama] menunggu"),
        ("kata Yopi Rumbiak sambil antre", "kata [nama] sambil antre"),
        ("istri Bupati, Ani Wijayanti, hadir", "istri Bupati, [nama], hadir"),
        ("mantan Camat, Rudi Hartono, hadir", "mantan Camat, [nama], hadir"),
        ("Kepala Keluarga, Ahmad Fauzi, hadir", "Kepala Keluarga, [nama], hadir"),
        ("Direktur PT Maju, Ahmad Fauzi, hadir", "Direktur PT Maju, [nama], hadir"),
        ("Tugiyem mengeluhkan antrean panjang", "[nama] mengeluhkan antrean panjang"),
        ("Kemarin T. Lestari datang", "Kemarin [nama] datang"),
        ("Siti\nAminah", "[nama]\n[nama]"),
    ],
)
def test_personal_data_is_hidden(
    text: str, expected: str, words: Vocabulary, places: list[str]
) -> None:
    assert told(text, words, places) == expected


@pytest.mark.need("N-PUBLISH-2")
@pytest.mark.parametrize(
    "text",
    [
        "Pada 2019 2020 2021 2022 tercatat Rp3.000.000.000.000 dan 12.500 pemohon",
        "Loket buka 08.00-15.00 pada 22-06-2021; rekening dana 2019/2020",
        "Bupati Sumedang, Dony Ahmad Munir, meresmikan MPP Kabupaten Sumedang",
        "Kepala Disdukcapil Kota Kupang Angela Tamonob menjelaskan",
        "Menurut Ayu Isti, analis kebijakan di Kementerian PANRB, layanan membaik",
        "Peraturan Pemerintah Nomor 96 Tahun 2012 Pasal 7 ayat (2) huruf a",
        "Aplikasi Silasidakep dan Program Cekatan dipakai di Lubuk Linggau",
        "MPP beralamat di kantor wali kota Jalan Merdeka No. 1",
        "REKAPITULASI KUNJUNGAN DAN DAFTAR HADIR",
        "Rapat di Delta Pawan dihadiri Dinas Penanaman Modal",
    ],
)
def test_public_matters_stay(text: str, words: Vocabulary, places: list[str]) -> None:
    assert told(text, words, places) == text


def test_a_name_is_hidden_in_every_report_and_spelling(
    words: Vocabulary, places: list[str]
) -> None:
    done = redacted(
        ["Pemohon: Yopi Rumbiak", "https://x.id/yopi-rumbiak/ dan YOPI   RUMBIAK"], words, places
    )
    assert done.parts["r1", "text"].text == "https://x.id/[nama]/ dan [nama]"


def test_a_first_name_alone_is_hidden_where_the_whole_name_stands(
    words: Vocabulary, places: list[str]
) -> None:
    text = "Pemohon: Yopi Rumbiak. Lalu Yopi pulang. Bupati, Yopi Latumahina, hadir."
    assert told(text, words, places) == (
        "Pemohon: [nama]. Lalu [nama] pulang. Bupati, Yopi Latumahina, hadir."
    )


def test_a_citizen_with_the_name_of_an_official_hides_both(
    words: Vocabulary, places: list[str]
) -> None:
    done = redacted(
        ["Bupati, Ahmad Fauzi, hadir.", "Warga bernama Ahmad Fauzi mengeluh."], words, places
    )
    assert "Fauzi" not in done.parts["r0", "text"].text + done.parts["r1", "text"].text


def test_wishes_rule(words: Vocabulary, places: list[str]) -> None:
    text = "kata Yopi Rumbiak di Warung Merah"
    wishes = Wishes(redact=("warung merah",), keep=("Yopi Rumbiak",))
    assert told(text, words, places, wishes) == "kata Yopi Rumbiak di [disamarkan]"


def test_nothing_to_hide_changes_nothing() -> None:
    assert rewrite("Loket tutup.", ()).text == "Loket tutup."


@pytest.mark.parametrize(
    "path",
    ["file:///C:/Users/sari/laporan.html", "/home/sari/laporan.pdf", r"D:\Laporan\MPP\akhir.docx"],
)
def test_names_of_files_on_a_machine_are_hidden(
    path: str, words: Vocabulary, places: list[str]
) -> None:
    assert told(f"Dicetak dari {path} pada pagi hari.", words, places) == (
        "Dicetak dari [berkas] pada pagi hari."
    )


def test_addresses_on_the_web_and_fractions_stay(words: Vocabulary, places: list[str]) -> None:
    text = "Lihat https://contoh.go.id/home/layanan dan buka 24/7 di loket dan/atau daring."
    assert told(text, words, places) == text
