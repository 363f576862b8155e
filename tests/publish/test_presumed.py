"""What nothing explains is hidden; what something explains stays."""

from __future__ import annotations

import pytest

from telusur.publish.redaction import Wishes, redact
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.vocabulary import Vocabulary, vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary([])


def told(text: str, words: Vocabulary) -> str:
    report = Report("r", text, "", "", published=True, no_names=())
    return redact([report], Wishes((), ()), words, (), ()).parts["r", "text"].text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Sampai di sana Brangkuto sedang tidur.", "Brangkuto"),
        ("Pasangan Brangkuto-Sulimpres belum tercatat.", "Sulimpres"),
        ("Kader posyandu Brangkuto Sulimpres mencatat balita.", "Sulimpres"),
        ("Surat itu dititipkan lewat Embun karena hujan.", "Embun"),
        ("sudah dicek petugas loket sulimpres tadi", "sulimpres"),
        ("Nomor induknya 167125_300185_0003 dipakai orang lain.", "300185"),
        ("Berkas no. 4417203 salah cetak.", "4417203"),
        ("Tiket KRTB4821 ditutup.", "KRTB4821"),
        ("Kontrakannya di Gg Brangkuto belakang bengkel.", "Brangkuto"),
        ("Surat itu dititipkan lewat Embun. Besok selesai.", "Embun"),
        ("Ia biasa dipanggil Mama Sulimpres di pasar.", "Sulimpres"),
        ("Menurut K.T. loketnya terlalu jauh.", "K.T."),
        ("nomernya 0813 dua dua 45 tujuh 0912 ya", "0912"),
        ("tolong diantar ke blok F3/21 nanti sore", "F3/21"),
        ("tadi koh dua sulimpres mau lapor", "dua"),
        ("Keluhan pemilik toko Brangkuto Sulimpres dicatat.", "Brangkuto"),
        ("Berkas dibawa Lalu Brangkuto Sulimpres kemarin.", "Lalu"),
        ("Cerita Sulimpres Payung dicatat kemarin.", "Payung"),
        ("Pasiennya Sulimpres dan Embun menunggu.", "Embun"),
        ("Titip untuk Mbak Embun di loket. Embun rupanya cuti.", "Embun"),
        ("Loket dua (operator: Tri) melayani warga.", "Tri"),
        ("Ia ditanya namanya. “Melati saja,” katanya.", "Melati"),
        ("Saya mencatat keluhan Sdr. BUDI SETIA tentang pungutan.", "SETIA"),
        ("tanya ke mbak dwi di loket lima", "dwi"),
        ("> u/tehpoci.dingin: pernah, gratis", "tehpoci"),
        ("yang unggah bambang_sulimpres kemarin", "bambang"),
        ("Kami beri OTP 558 210 kepada penipu.", "558"),
        ("Kode booking QX7-44LM9 tidak berlaku.", "44LM9"),
        ("Kapalnya KM Teduh 02 bernomor GT.5 No. 1188/LLx di dermaga.", "1188"),
        ("Tagihan masih datang ke Blok C lantai 3 unit 12.", "unit 12"),
        ("Mereka tinggal di kontrakan, gang buntu, pintu nomor empat.", "buntu"),
        ("Penerima kursi: Brangkuto, Embun Sulimpres yang baru datang.", "Embun"),
        ("Warga menunggu. Murni, penjual canang, menyodorkan map.", "Murni"),
        ("Saya Anugerah, tuli sejak kecil.", "Anugerah"),
        ("Ia tanya kakaknya Bahagia Ginting kemarin.", "Bahagia"),
        ("Kutanya Teuku Raja Sulimpres di kios.", "Raja"),
        ("Bupati Sulastri, Embun Sulimpres, dan Paijo hadir.", "Sulimpres"),
        ("kuitansi a.n. TJIA KIM SENG, lalu pulang", "KIM"),
        ("Rumahnya depan balai dusun Brangkuto.", "balai"),
        ("lahirnya tgl 2 bln 9 thn 99, belum punya akta", "99"),
        ("Menunjukkan struk TRX-0091-88A kepada kami.", "0091"),
        ("tadi ke rumah pak sabar terus pulang", "sabar"),
        ("pasutri supri/yanti anak dua", "yanti"),
        ("password wifi posko = Melati#2025kuy", "Melati"),
    ],
)
def test_what_nothing_explains_is_hidden(text: str, secret: str, words: Vocabulary) -> None:
    assert secret not in told(text, words)


@pytest.mark.parametrize(
    "text",
    [
        "Tercatat 163420 jiwa dan 12450 keping blangko.",
        "SK Bupati Nomor 050/322/2008 masih berlaku.",
        "Loket dan Ombudsman membantu warga suku Dayak sebelum Lebaran.",
        "petugas ngomel karena disuruh mengulang",
        "Kami lewat Jalan B.C. Sulimpres ke RSUD Dr. T.K. Brangkuto.",
        "Lalu Kepala Desa datang membawa dua map dan 3 stempel.",
        "Berkas dikirim ke Long Apung kemarin.",
        "Kepala seksi, Pak Brangkuto Sulimpres, menjelaskan biaya.",
        "Ia dipanggil Kepala Terminal, Rd. Brangkuto Sulimpres, kemarin.",
        "Kepala kantor, yaitu Pak Brangkuto Sulimpres, cuti.",
        "Acuannya Kepmensos 73/HUK/2024 dan laman lapor.go.id.",
        "Nama berkasnya data_akta.xlsx dan tabel nama_layanan.",
        "SIM-nya sudah mati, AC-nya rusak.",
        "Mereka turun di Halte Dukuh Atas.",
    ],
)
def test_what_is_explained_stays(text: str, words: Vocabulary) -> None:
    assert told(text, words) == text


def test_a_name_right_behind_a_village_is_hidden_and_the_village_stays(words: Vocabulary) -> None:
    text = "Peserta dari Desa Wunut Sulimpres dan dari Nagari Sungai Pua Brangkuto."
    place = (text.index("Desa"), text.index(" dan dari"))  # as a reader of capitals takes it
    report = Report("r", text, "", "", published=True, no_names=(place,))
    done = redact([report], Wishes((), ()), words, (), ()).parts["r", "text"].text
    assert done == "Peserta dari Desa Wunut [nama] dan dari Nagari Sungai Pua [nama]."


def test_whoever_is_somebodys_is_a_person_even_with_the_name_of_a_town(words: Vocabulary) -> None:
    text = "Ayah mereka Solo sudah tua."
    town = (text.index("Solo"), text.index(" sudah"))
    report = Report("r", text, "", "", published=True, no_names=(town,))
    done = redact([report], Wishes((), ()), words, (), ()).parts["r", "text"].text
    assert done == "Ayah mereka [nama] sudah tua."
