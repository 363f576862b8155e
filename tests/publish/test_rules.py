# ruff: noqa: E501 (a case a line)
"""What the rules take for personal, and what they leave."""

from __future__ import annotations

import pytest
from support import ROOT

from telusur.extract.lexicon import names_of_places, read_lexicon
from telusur.publish.redaction import Redacted, Wishes, redact
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.vocabulary import Vocabulary, vocabulary
from telusur.publish.text.rewriting import rewrite


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary([])


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
        ("Ibu Kar\u00adtinah Sub-\nekti pulang", "Ibu [nama] pulang"),
        ("menurut bu rangkaruto, mesin macet", "menurut bu [nama], mesin macet"),
        ("Hadir: Setyoningrum, Mahfuzhoh.", "Hadir: [nama], [nama]."),
        ("Peserta rapat:\n\n1. Brenjul\n2. Waspunah", "Peserta rapat:\n\n1. [nama]\n2. [nama]"),
        ("I Wayan Brenjana dan Ni Luh Waspini hadir", "[nama] dan [nama] hadir"),
        ("Tio Swie Hong (54), pedagang, antre", "[nama] (54), pedagang, antre"),
        ("Korban berinisial K.S. mengadu", "Korban berinisial [nama] mengadu"),
        ("Ia akrab disapa “Tinah” di sana", "Ia akrab disapa “[nama]” di sana"),
        ("Tertanda,\nWaspunah Brenjul", "Tertanda,\n[nama]"),
        ("kata Togar br. Sinambrenja", "kata [nama]"),
        ("NIK 1671·19·060680·0006", "NIK [NIK]"),
        ("Anaknya (17-08-1965) hadir", "Anaknya ([tanggal lahir]) hadir"),
        ("Kelahiran 1958-11-23.", "Kelahiran [tanggal lahir]."),
        ("di -2.990934, 104.756554 tadi", "di [lokasi] tadi"),
        ("di 2°59'27\" LS 104°45'11\" BT tadi", "di [lokasi] tadi"),
        ("lihat https://maps.app.goo.gl/aB3xY7 ya", "lihat [lokasi] ya"),
        ("kode 2Q53+7J ya", "kode [lokasi] ya"),
        ("TikTok: zaenuri88 ramai", "TikTok: [akun] ramai"),
        ("lihat facebook.com/hj.masturoh ya", "lihat facebook.com/[akun] ya"),
        ("nomor polisi BG-5678-ZK parkir", "nomor polisi [nomor kendaraan] parkir"),
        ("dari IP 36.77.112.45 semalam", "dari IP [alamat jaringan] semalam"),
        ("Telp. 412349 sibuk", "Telp. [telepon] sibuk"),
        ("Nomor peserta 0004567891234 mati", "Nomor peserta [nomor identitas] mati"),
        ("paspornya B 1234567 habis", "paspornya [nomor identitas] habis"),
        ("buka https://a.id/cek?id=8812aaf ya", "buka https://a.id/cek?[tautan] ya"),
        (
            "di https://a.id/Kartinah%20Subekti.pdf kata Ibu Kartinah Subekti",
            "di https://a.id/[nama].pdf kata Ibu [nama]",
        ),
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
        "Kadisdukcapil Rudi Brenjana dan Koordinator MPP Waspunah Tamki hadir",
        "Pasien dirujuk ke RSUP Dr. Mohammad Hoesin dan RSUD Dr. Soetomo",
        "Hubungi 1500-533, 112, 14022 atau 0800-1-500-400 untuk pengaduan",
        "Telepon kantor Disdukcapil (0711) 412349 dijawab",
        "Kantor itu di Jalan Waspunah Brenjul, dekat pasar",
        "Surel layanan@disdukcapil.contoh.go.id dibaca",
        "Sejak 17 Agustus 1945 dan UU Nomor 5 Tahun 1999 tanggal 3 Mei 1999 berlaku",
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


def test_each_table_has_its_own_headings(words: Vocabulary, places: list[str]) -> None:
    first = "| No | Layanan |\n|---|---|\n| 1 | KTP |"
    tables = f"{first}\n\n| Informan | Umur |\n|---|---|\n| Bungkus | 61 |"
    assert told(tables, words, places) == tables.replace("Bungkus", "[nama]")


def test_a_form_says_beside_a_cell_what_it_is(words: Vocabulary, places: list[str]) -> None:
    form = (
        "| Nama lengkap | Bungkus |\n|---|---|\n| Alamat rumah | Gang Brenjul 4 |\n"
        "| No. HP | 412349 |"
    )
    expected = form.replace("Bungkus", "[nama]").replace("Gang Brenjul 4", "[alamat]")
    assert told(form, words, places) == expected.replace("412349", "[telepon]")


def test_names_in_paths_sites_and_sources_are_hidden_everywhere(
    words: Vocabulary, places: list[str]
) -> None:
    report = Report(
        "wawancara-ibu-pangestuningsih", "Loket tutup.", "", "Catatan Anindhita Maheswarini, 2024",
        published=True, no_names=(), site="Rumah Ibu Kinasih Trengginas",
        path="Tim Gatotkoco/wawancara-ibu-pangestuningsih.md",
    )  # fmt: skip
    done = redact([report], Wishes((), ()), words, places, ())
    assert done.ids == {report.id: "wawancara-ibu-nama"}
    assert done.parts[report.id, "source"].text == "Catatan [nama], 2024"
    assert done.secrets.clean(report.site) == "Rumah Ibu [nama]"
    assert done.secrets.clean("Gatotkoco") == "[nama]"


@pytest.mark.parametrize(
    ("sender", "shown"),
    [
        ("Budi Santoso", "[nama]"),
        ("Qorvatin Zelmusri", "[nama]"),
        ("zelmusri", "[nama]"),
        ("w.contoh@kantor.example", "[surel]"),
        ("Dinas Kependudukan dan Pencatatan Sipil", "Dinas Kependudukan dan Pencatatan Sipil"),
    ],
)
def test_who_sent_a_mail_is_hidden_but_an_office_stays(
    sender: str, shown: str, words: Vocabulary, places: list[str]
) -> None:
    source = f"Surel dari {sender}"
    report = Report("a", "Loket tutup.", "", source, published=True, no_names=())
    done = redact([report], Wishes((), ()), words, places, ())
    assert done.parts["a", "source"].text == f"Surel dari {shown}"


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bapak Tugino Rangkasari datang. Tertulis T.u.g.i.n.o di sana", "Bapak [nama] datang. Tertulis [nama] di sana"),
        ("Bapak Tugino Rangkasari datang. Tertulis T - u - g - i - n - o", "Bapak [nama] datang. Tertulis [nama]"),
        ("Kata Tugino Rangkasari/Lastri Bongirta, loketnya tutup", "Kata [nama]/[nama], loketnya tutup"),
        ("Warung milik Tugino Dg. Bongirta tutup", "Warung milik [nama] tutup"),
        ("Ibu tugiyemi rangkasari pulang", "Ibu [nama] pulang"),
        ("Informan PLK, perempuan, mengeluh", "Informan [nama], perempuan, mengeluh"),
        ("BPKB N-61363026 hilang", "BPKB [nomor kendaraan] hilang"),
        ("No. rangka MH1JF319322K56855 lain", "No. rangka [nomor kendaraan] lain"),
        ("No. rekam medis 62-17-68 tertukar", "No. rekam medis [nomor identitas] tertukar"),
        ("PIN 489719 ditulis di kartu", "PIN [akun] ditulis di kartu"),
        ("nol delapan satu dua tiga empat lima enam dibaca", "[nomor identitas] dibaca"),
        ("Hub. 893 7915 0856 saja", "Hub. [telepon] saja"),
        ("Posisi S 7 39.205 E 105 29.219", "Posisi [lokasi]"),
        ("Lahir 15-VIII-1937 di sana", "Lahir [tanggal lahir] di sana"),
        ("lahir 17121947 di sana", "lahir [tanggal lahir] di sana"),
        ("Lahir tanggal 8 bulan 8 tahun 1967", "Lahir tanggal [tanggal lahir]"),
        ("Rumahnya di Gg. Kelinci III/85, belakang masjid", "Rumahnya di [alamat]"),
        ("cari saja trorur.faya di instagram", "cari saja [akun] di instagram"),
        ("Rektor universitas itu, Prof. Dr. Tugino Rangkasari, hadir", "Rektor universitas itu, Prof. Dr. Tugino Rangkasari, hadir"),
        ("Halo BPJS 1500 567 sibuk", "Halo BPJS 1500 567 sibuk"),
        ("Perda Kabupaten Banjar Nomor 5 Tahun 2019", "Perda Kabupaten Banjar Nomor 5 Tahun 2019"),
    ],
)  # fmt: skip
def test_what_an_attacker_got_through_is_hidden(
    text: str, expected: str, words: Vocabulary, places: list[str]
) -> None:
    assert told(text, words, places) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pak Hari Rangkasari hadir.\nHari: Rabu", "Pak [nama] hadir.\nHari: Rabu"),
        ("Hari/Tanggal: Kamis, 3 Juli 2025", "Hari/Tanggal: Kamis, 3 Juli 2025"),
        ("Hari: saya antre sejak pagi", "[nama]: saya antre sejak pagi"),
        ("ditemui Tjhai Mei Fung di loket", "ditemui [nama] di loket"),
        (
            "Pemuda bernama Demi Rangkasari membantu. Kontak: Demi, 0813 5511 2094",
            "Pemuda bernama [nama] membantu. Kontak: [nama], [telepon]",
        ),
        ("uang dari pemohon Acuan alias Sulimpres", "uang dari pemohon [nama] alias [nama]"),
        ("terutama Uda Pen, ditanya surat", "terutama [nama], ditanya surat"),
        ("di Rumah Sakit Doktor Rangkasari", "di Rumah Sakit Doktor Rangkasari"),
    ],
)  # fmt: skip
def test_a_name_that_is_a_word_is_told_from_the_word(
    text: str, expected: str, words: Vocabulary, places: list[str]
) -> None:
    assert told(text, words, places) == expected
