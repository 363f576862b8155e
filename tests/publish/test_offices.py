"""How offices are reached stays; how people are reached does not, also where both are named."""

from __future__ import annotations

import pytest
from tests.publish.test_rules import places as places
from tests.publish.test_rules import told
from tests.publish.test_rules import words as words

from telusur.publish.rules.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "Keluhan dikirim ke yanlik.bag3@kotaku.go.id kemarin.",
        "Admin menyarankan pesan otomatis ke WA resmi 0813-5511-2094 saja.",
        "Bila tidak hadir, hubungi 0298-771-204.",
        "Admin MPP Kota Salatiga: jadwal ulang besok. Bila berhalangan hubungi 0298-771-204",
        "Berkas dibawa ke gerai 6. Belum ada kabar, saya telepon (0298) 771-204 tidak diangkat.",
        "Hubungi kantor di (0298) 771-204, jangan nomor pribadi kepala seksi.",
        "Ditelepon ke satu lima nol kosong dua empat enam tidak masuk.",
        "Foto diunggah @layanankotaku kemarin.",
        "Kantor Pertanahan di Jl. Prof. A. Wirya Kusuma No. 18 tutup.",
        "Lokasi: Mal Pelayanan Publik, Jl. K.H. Ahmad Wirya No. 8",
        "Kantor Imigrasi, Jl. Jend. Ahmad Yani Km. 6 No. 3, tutup. Telp. (0511) 425-3312.",
        "Alamat kantor: Jl. H. Misbah No. 45, telepon (061) 4567-890",
        "Nomor piket posko bencana 0821-5555-9090 aktif.",
        "Tulis ke umpeg.disdik@kotaku.go.id atau sekretariat@kotaku.go.id.",
        "Bertempat di Inspektorat Daerah, Jalan Cempaka No. 14",
        "Anak itu mendaftar di SD Negeri 104773.",
    ],
)
def test_how_an_office_is_reached_stays(text: str, words: Vocabulary, places: list[str]) -> None:
    assert told(text, words, places) == text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Jangan telepon 0298-771204 lagi, itu nomor rumah mertua saya.", "771204"),
        ("Mbah Poniran mendaftar di loket 3 dengan telepon 0298-771204.", "771204"),
        ("Petugas layanan 0813-5511-2094 itu ramah.", "5511"),
        ("Nomor layanan antar 0813-5511-2094 itu kurir.", "5511"),
        ("Pengaduan dari 0813-5511-2094 belum dijawab.", "5511"),
        ("Penerima layanan 0813-5511-2094 menunggu.", "5511"),
        ("Layanan antar ke Sukinem 0813-5511-2094 belum tiba.", "5511"),
        ("Sukinem antre di loket 2, nomornya 0298-771204, tidak diangkat.", "771204"),
        ("Tercatat di kantor desa: Wagimin, 0298-771204", "771204"),
        ("Akun @pengaduan_wagini88 ramai.", "wagini"),
        ("Hubungi saya 0298-771204 setelah dari kantor.", "771204"),
        ("Di kantor desa, Bu Sukinem memberi nomor 0813-5511-2094.", "5511"),
        ("Surel sukinem.rahayu@kotaku.go.id tidak dijawab.", "sukinem"),
        ("Rumahnya dekat kantor desa, Jl. Cempaka No. 14.", "No. 14"),
        ("Dari kantor desa kami ke Jl. Cempaka No. 14 RT 03.", "No. 14"),
        ("Puskesmas merujuk Bu Sukinem, Jl. Cempaka No. 14, kemarin.", "No. 14"),
        ("Warga dekat kantor camat, Jl. Cempaka No. 14, mengeluh.", "No. 14"),
    ],
)
def test_how_a_person_is_reached_is_hidden(
    text: str, secret: str, words: Vocabulary, places: list[str]
) -> None:
    assert secret not in told(text, words, places)
