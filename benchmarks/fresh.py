# ruff: noqa: E501, SIM905 (a note a line, names in rows)
"""Short notes in many genres, written before the present mechanism and divided by lot.

Half of the notes (`fresh`) were looked at while it was made. The other half (`blind`) was measured
once and is blind no longer; nor is `last`, written and measured after that. Slots stand in square brackets: names, numbers and the like are drawn anew for
each seed, `[=...]` must stay, `[&]` is an official's name, which must stay too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from benchmarks.carriers import Carrier, Writer

_SLOT = re.compile(r"\[([^\[\]]+)\]")
_GIVEN = (
    "Wahyuni Suparman Lestari Handoko Rahayu Slamet Mulyono Fitriani Cahyono Purnama Kurnia Melati Mawarni Sriwahyuni Bambang "
    "Sutrisno Yohanes Maria Kristina Ferdinan Syarifah Zulkifli Nurhayati Rosmala Hasanah Wayan Nyoman Ketut Tiurma Saulina "
    "Gunawan Hendra Liliana Meilani Irawan Setiawan Rukmini Poniman Sumiati Jumirah Tarmizi Marlina Bahtiar Yuliana Permata"
).split()  # fmt: skip


def _real(w: Writer, count: int) -> str:
    return " ".join(w.draw.dice.sample(_GIVEN, count))


def _grouped(size: int, *groups: int, lead: str = "") -> Callable[[Writer], tuple[str, str]]:
    def make(w: Writer) -> tuple[str, str]:
        digits = lead + w.draw.digits(size - len(lead))
        return digits, w.draw.spaced(digits, *groups) if groups else digits

    return make


def _plain(make: Callable[[Writer], str]) -> Callable[[Writer], tuple[str, str]]:
    def both(w: Writer) -> tuple[str, str]:
        words = make(w)
        return words, words

    return both


_SLOTS: dict[str, tuple[str, Callable[[Writer], tuple[str, str]]]] = {
    "1": ("nama: satu kata", _plain(lambda w: w.draw.name(1))),
    "2": ("nama: dua kata", _plain(lambda w: w.draw.name(2))),
    "3": ("nama: daerah", _plain(lambda w: w.draw.name())),
    "r1": ("nama: umum, satu kata", _plain(lambda w: _real(w, 1))),
    "r2": ("nama: umum, dua kata", _plain(lambda w: _real(w, 2))),
    "s1": ("nama: kecil, satu kata", _plain(lambda w: w.draw.name(1).lower())),
    "s2": ("nama: kecil, dua kata", _plain(lambda w: w.draw.name(2).lower())),
    "sr": ("nama: umum, kecil", _plain(lambda w: _real(w, 1).lower())),
    "U": ("nama: huruf besar", _plain(lambda w: w.draw.name(2).upper())),
    "nik": ("NIK", _plain(lambda w: w.draw.nik())),
    "nik4": ("NIK berkelompok", lambda w: ((n := w.draw.nik()), w.draw.spaced(n, 4, 4))),
    "nik6": ("NIK berkelompok", lambda w: ((n := w.draw.nik()), w.draw.spaced(n, 6, 6))),
    "hp": ("telepon", _grouped(12, 4, 4, lead="08")),
    "hpj": ("telepon", _grouped(12, lead="08")),
    "hp62": ("telepon", _grouped(11, 3, 4, lead="8")),
    "t6": ("telepon rumah", _grouped(6)),
    "n5": ("nomor lima angka", _grouped(5)),
    "n7": ("nomor tujuh angka", _grouped(7)),
    "n10": ("nomor sepuluh angka", _grouped(10)),
    "n13": ("nomor berkelompok", _grouped(13, 4, 5)),
    "rek": ("rekening", _grouped(12, 4, 4)),
    "tgl": ("tanggal lahir", _plain(lambda w: w.draw.date())),
    "plat": ("pelat", lambda w: ((n := w.draw.digits(4)), f"{w.draw.one('B', 'KB', 'DN', 'AG')} {n} {w.draw.one('QX', 'VZ', 'TQ')}")),
    "plats": ("pelat kecil", lambda w: ((n := w.draw.digits(4)), f"{w.draw.one('b', 'kb', 'dn')}{n}{w.draw.one('qx', 'vz')}")),
    "lat": ("koordinat", lambda w: ((n := w.draw.digits(5)), f"-{w.draw.dice.randint(1, 9)}.{n}")),
    "lon": ("koordinat", lambda w: ((n := w.draw.digits(5)), f"11{w.draw.dice.randint(0, 9)}.{n}")),
    "akun": ("akun", _plain(lambda w: w.draw.syllables(2) + w.draw.one("_", ".") + w.draw.syllables(2))),
    "akun2": ("akun", _plain(lambda w: w.draw.syllables(3) + w.draw.digits(2))),
    "surel": ("surel", _plain(lambda w: w.draw.syllables(3) + w.draw.digits(2))),
    "al": ("alamat", _plain(lambda w: w.draw.word())),
    "ip": ("alamat IP", _plain(lambda w: f"114.{w.draw.dice.randint(21, 250)}.{w.draw.dice.randint(21, 250)}.{w.draw.dice.randint(21, 250)}")),
    "tok": ("kode", _plain(lambda w: w.draw.syllables(2).upper() + w.draw.digits(4))),
}  # fmt: skip


def _carrier(form: str) -> Carrier:
    def carrier(w: Writer) -> str:
        drawn: dict[str, str] = {}

        def fill(found: re.Match[str]) -> str:
            slot = found[1]
            if slot.startswith("="):
                return w.keep("umum: " + ("angka" if re.search(r"\d", slot) else "kata"), slot[1:])
            if slot == "place":
                return w.place
            if slot == "&":
                return w.keep("pejabat", w.draw.name(2))
            if slot.startswith("@"):
                return w.keep("tempat bernama orang", f"{slot[1:]} {w.draw.name(2)}")
            if slot in drawn:
                return drawn[slot]
            kind, make = _SLOTS[slot.split("#")[0]]
            words, shown = make(w)
            w.hide(kind, words)
            if "#" in slot:
                drawn[slot] = shown
            return shown

        return _SLOT.sub(fill, form)

    return carrier


NOTES: Sequence[str] = (
    # Notes of a visit.
    "Sebelum masuk, [1] menunjukkan bukti antre kepada kami dan mengeluhkan kursi yang rusak.",
    "Rupanya [r1] baru sekali ini mengurus akta, jadi ia tidak tahu harus ke loket mana.",
    "Kami bertemu Gg [al], tepatnya di rumah [2], lalu berbincang sampai sore.",
    "Kader posyandu [2] mencatat balita tanpa akta di buku kecilnya.",
    "Pasangan [1]-[1] sudah menikah secara adat tetapi belum tercatat.",
    "Sesudah [1] pergi, petugas mematikan nomor panggil.",
    "Di antara yang antre terlihat [1] menggendong bayi.",
    "Surat nikah [1] dan [1] masih disimpan penghulu.",
    "Sampai di rumah [1] ternyata pintu terkunci; [1] sedang di ladang.",
    "Buku tabungan bantuan dipegang [2], bukan oleh penerimanya.",
    "Lelaki paruh baya itu, [1] namanya, menunggu sejak pukul lima.",
    "Yang melayani kami waktu itu [r2] dari bagian depan, orangnya ramah.",
    "Menjelang zuhur [r1] kembali dengan fotokopi yang diminta.",
    "Dari mulut [1] kami tahu bahwa calo memasang tarif.",
    "[1] berjalan kaki dua jam. [1], anaknya, ikut menemani.",
    "Nomor induknya [nik6] ternyata dipakai orang lain.",
    "Ia menyodorkan kertas bertuliskan [nik] tanpa berkata apa-apa.",
    "Di meja tergeletak kartu dengan angka [nik4].",
    "Bila kartu sudah jadi, [hp] yang dihubungi.",
    "Catat saja: [hpj], itu nomor menantunya.",
    "Rumah panggung di ujung [al], nomor 12, tampak kosong.",
    "Motor [plat] milik petugas parkir menutup jalur kursi roda.",
    # Minutes.
    "Notula\nPimpinan: [2]\nPencatat: [1]\nYang hadir: [2], [1], [r2], dan dua warga.",
    "Usul [1]: loket dibuka lebih pagi. Tanggapan [1]: setuju.",
    "- [1] (RT 3) minta kursi tunggu\n- [r1] (RT 5) minta kipas\n- [2], minta jadwal ditempel",
    "Keputusan rapat disampaikan kepada [1] paling lambat Jumat.",
    "Tindak lanjut -> [1] mengecek server, [1] menghubungi vendor.",
    "Absen: [s1], [s1], [s2]",
    "Rapat ditutup [r2] dengan doa.",
    "Menurut [1], [1] dan [1], jaringan putus tiap siang.",
    # Chat.
    "3/4/2024 08.12 - [1]: min kartu sy blm jadi\n3/4/2024 08.15 - Admin: mohon ditunggu",
    "td [s1] ngomel di loket krn disuruh balik",
    "bsk jemput mbah [s1] ya, rumahnya gg [al]",
    "tolong cariin berkas [s2], katanya ketelingsut",
    "wa sy ke [hpj] aja, atau ke istri [hp62]",
    "[r1] OTW, bawa map biru",
    "kak [sr] udah setor fotokopi belum?",
    "ini nik nya [nik] tlg dicek",
    "lahirnya [tgl] bukan yg di kartu",
    "plat [plats] parkir sembarangan depan loket",
    "ig nya [akun] , isinya keluhan semua",
    "Kata @[akun2] antreannya penuh",
    "sharelok [lat],[lon] rumah pemohon",
    "transfer ke [rek] an [s2] baru diproses kata calonya",
    # Interview.
    "T: Siapa yang membantu Ibu?\nJ: Si [1], anak tetangga.",
    "P: Nama Bapak?\nN: [r1], Pak.\nP: Sudah berapa kali kemari?\nN: Empat.",
    "“Anak saya [1] belum sekolah karena tidak ada akta,” ujarnya lirih.",
    "“Tanya [1] saja, dia yang urus,” jawab suaminya.",
    "Narasumber kami, sebut saja [1], bekerja sebagai pemulung.",
    "Petugas loket [1] membantah cerita itu.",
    "Bidan desa [1] biasa menitipkan surat lahir pada [1].",
    "Ketika ditanya umur, [1] menjawab tidak ingat; di kartu tertulis [tgl].",
    "Sambil tertawa [1] bercerita soal foto KTP yang tertukar dengan milik [1].",
    "“Waktu itu saya dipanggil [1],” kenang perempuan itu.",
    # Digest of complaints.
    "Pengadu: [2]; kanal: WA; isi: cetak lama; kontak: [hp]",
    "Aduan #[n5] dari [1] soal pungutan, belum dijawab.",
    "Tiket [tok] ([2]) ditutup tanpa penjelasan.",
    "[U] MENGELUH KTP HILANG DI LOKET",
    "Keluhan berulang: [r2] tiga kali, [2] dua kali.",
    "Pelapor memakai surel [surel]@contohpos.net dan alamat jaringan [ip].",
    "Berkas no. [n7] milik [1] salah cetak.",
    "No. peserta [n13] tidak dikenali sistem.",
    "Data ganda: [2] = [2] (satu NIK, [nik]).",
    "Laporan lewat pos: a.n. [2], d.a. Jalan [al] 45, telepon [t6].",
    "Rekaman diunggah di akun [akun2] sejak pekan lalu.",
    "Kata sandi loketnya [tok] ditempel di monitor.",
    "Diduga pelaku [1] alias [1] memungut dua puluh ribu.",
    # Tables and forms.
    "| Pukul | Dilayani | Perkara |\n|---|---|---|\n| 08.10 | [2] | pindah |\n| 08.40 | [1] | akta |",
    "| Loket | Operator |\n|---|---|\n| 1 | [r2] |\n| 2 | [1] |",
    "| No | NIK | Atas nama |\n|---|---|---|\n| 1 | [nik] | [2] |\n| 2 | [nik6] | [1] |",
    "Nama anak : [2]\nTempat/tgl lahir : [place], [tgl]\nNama ibu : [1]",
    "Penjamin  [2]\nTelp      [hp]\nPekerjaan petani",
    "[2] / [tgl] / laki-laki / [nik]",
    "1) [2], 2) [1], 3) [3] - semuanya menunggu cetak",
    "Yang menyerahkan,\n\n[2]\n\nYang menerima,\n\n[1]",
    "☐ [1] – fotokopi kurang\n☑ [2] – selesai\n☐ [r1] – foto ulang",
    # Letters.
    "Dengan hormat, saya [2], beralamat di Jalan [al] 17, memohon perbaikan nama.",
    "Bersama ini kami teruskan permohonan [2] beserta istrinya [1].",
    "Kepada Saudari [r2] diminta melengkapi syarat.",
    "Tembusan: [2]; arsip",
    "Hormat kami,\n[r2]\n[hp]",
    "Yang bertanda tangan di bawah ini [3], umur 41 tahun.",
    "Surat ini dititipkan lewat [1] karena [1] sakit.",
    "Cucu perempuan saya, [1], lahir [tgl] di rumah.",
    "Nomor kartu keluarga kami [nik4] sudah tidak berlaku.",
    "Uang pendaftaran dikirim ke rekening [rek] atas nama [2].",
    "Paspor lama bernomor B[n7] masih dipegang agen.",
    # Running prose with names where nobody expects them.
    "Bagi [1], urusan ini memakan tiga hari kerja.",
    "Tanpa bantuan [1] warga tidak bisa mengisi formulir daring.",
    "Nasib serupa menimpa [r2] dari dusun sebelah.",
    "Melihat itu [1] langsung pulang.",
    "Kasihan [1], berkasnya hilang dua kali.",
    "Hanya [1] yang berani bertanya.",
    "Bahkan [2] sampai menginap di teras.",
    "Kartu [1] tercetak buram, kartu [1] salah tanggal.",
    "Sejak [1] wafat, pensiunnya tidak dapat diurus.",
    "Kedua kakak beradik, [1] serta [1], tidak punya akta.",
    "Ternyata yang datang bukan [2], melainkan [1].",
    "Lapak [1] persis di seberang kantor.",
    "Sempat terjadi salah panggil: [1] dikira [1].",
    "Versi [1] lain lagi.",
    "Didengar dari [1]: loket tutup lebih awal.",
    "Ongkos ojek [1] tiga puluh ribu sekali jalan.",
    "Karena [1] buta huruf, formulir diisikan [1].",
    "[1] kesal. [r1] juga. Keduanya pulang tanpa kartu.",
    "Penumpang perahu itu [2] sekeluarga.",
    "Anggota kelompok tani: [1], [1], [r1], [1].",
    "sudah dicek oleh petugas loket [s1], hasilnya nihil",
    "pemohon [s2] minta dicetak ulang",
    "warga [s1] dan [s1] menunggu di luar",
    # What must stay, in the same genres.
    "Kepala Bidang Pencatatan Sipil, [&], menerangkan alur baru.",
    "Camat [&] membuka rapat pukul sembilan.",
    "Tim diterima Sekretaris Dinas, [&], di ruang kerja.",
    "Menurut Kepala Puskesmas [&], listrik padam tiap sore.",
    "Sambutan Lurah [&] singkat saja.",
    "Hadir pula Plt. Kepala Dinas Sosial [place] [&].",
    "Bupati [place], [&], meresmikan gerai.",
    "Wakil Wali Kota [&] meninjau loket.",
    "[&], Kepala UPTD Dukcapil, menjawab pertanyaan tim.",
    "Mengetahui,\nKepala Dinas,\n\n[&]",
    "Pasien rujukan dikirim ke [@RSUD], dua jam dari sini.",
    "Loket keliling parkir di [@Lapangan] setiap Rabu.",
    "Rapat berlangsung di [@Aula] sampai petang.",
    "Kantor pindah ke [@Jalan] tahun lalu.",
    "Aduan diteruskan ke [=Ombudsman Republik Indonesia] dan [=Komisi Informasi].",
    "Aplikasi [=Identitas Kependudukan Digital] sering gagal masuk; [=SIAK Terpusat] lambat.",
    "Setiap [=Senin] dan [=Kamis] ada layanan [=Jemput Bola] ke [=Kecamatan Gandus].",
    "Warga dari [=Desa Sukamaju] dan [=Kelurahan Lorok Pakjo] datang bersama.",
    "Selama [=Ramadan] loket tutup pukul 14.00, juga menjelang [=Lebaran] dan [=Natal].",
    "Perangkat [=Linux] dan peramban [=Chrome] dipakai operator; printer [=Epson] rusak.",
    "Cek di [=Google Maps] atau kirim lewat [=WhatsApp].",
    "[=Alhamdulillah], antrean siang itu pendek.",
    "[=Sayangnya], mesin cetak rusak. [=Mudah-mudahan] segera diperbaiki.",
    "[=Syukurlah] genset menyala. [=Celakanya], solar habis.",
    "Syarat: [=Kartu Keluarga], [=Surat Pindah], dan [=Akta Kelahiran].",
    "Dasarnya [=Peraturan Presiden Nomor 96 Tahun 2018] dan [=Permendagri Nomor 108 Tahun 2019].",
    "Lihat [=Pasal 12 ayat (3)] serta [=Lampiran II].",
    "Tercatat [=12.450 keping] blangko dan [=1.204 berkas] tersisa.",
    "Anggarannya [=Rp1.250.000.000] untuk [=2023-2024].",
    "Target [=95,75 persen], tercapai [=87.431 orang].",
    "Hubungi [=1500-537] atau [=112] bila darurat.",
    "Telepon Kantor Kecamatan: [=(0711) 356712].",
    "Hotline layanan Disdukcapil [=0811-7890-123] aktif.",
    "Surat tugas nomor [=094/1182/ORG/2024] ditunjukkan.",
    "Kunjungan [=12/09/2024] pukul [=08.30-15.00].",
    "Kode formulir [=F-1.02], kode pos [=30137].",
    "Jumlah penduduk [=1634201] jiwa menurut [=Badan Pusat Statistik].",
    "Warga suku [=Dayak] dan [=Bugis] mendapat penerjemah bahasa [=Jawa].",
    "Program [=Semesta Mengurus] dan [=Si Cekatan] dihentikan.",
    "Mesin [=Anjungan Dukcapil Mandiri] di [=Mal Pelayanan Publik] mati.",
    "Situs [=https://dukcapil.contohkab.go.id] lambat; surel [=layanan@contohkab.go.id] tidak dijawab.",
    "Akun [=@disdukcapil.contoh] mengumumkan jadwal.",
    "[=Posyandu], [=Karang Taruna] dan [=Dasawisma] dilibatkan.",
    "Perekaman di [=Lapas] dan [=SMA Negeri 3] berjalan.",
    "Kementerian [=Dalam Negeri], [=Kementerian Agama] dan [=Bank Mandiri] ikut membuka gerai.",
    "Kepala desa belum menerima [=Dana Desa] dan [=Bantuan Langsung Tunai].",
)  # fmt: skip

LATER: Sequence[str] = (
    # Written when the mechanism stood and both halves had been looked at; measured once.
    "Amplop cokelat berisi berkas [1] terselip di bawah meja.", "Selama tiga pekan [2] mondar-mandir antara dua kantor.",
    "Menyesal juga [1] tidak membawa saksi.", "Kursi roda milik [r1] tidak muat di pintu loket.", "Jempol [1] tidak terbaca alat sidik jari.",
    "[1], [1], dan [r1] berbagi satu ojek.", "Cerita lain datang dari [3].", "Ia menikah dengan [1] tahun lalu; akta belum terbit.",
    "tanya aja sama [s1] di parkiran", "yg antar berkas [s1] sama [s1]", "Pendamping: [s2] (relawan)", "Tercatat pewaris tunggal: [2].",
    "Kode resi paket kartu [tok] tidak bisa dilacak.", "Buku nikah seri [n7] robek.", "Nomor polis asuransinya [n10] kedaluwarsa.", "Dihubungi lewat [hpj] tidak tersambung.",
    "Titik koordinat gubuknya [lat] / [lon].", "Rumah ketiga di Lorong [al] bercat biru.", "Kartu lama [nik6] diganti.", "Ulang tahunnya [tgl], kata cucunya.",
    "Lihat unggahan [akun] di TikTok.", "Balas ke [surel]@posku.co saja.", "Truk bernomor [plat] menghalangi jalan.",
    "Kepala Seksi Identitas Penduduk [&] memperagakan alat.", "Sekretaris Kecamatan, [&], mencatat usul warga.", "Wakil Bupati [&] menutup acara.",
    "Rapat di [@Balai] molor.", "Mesin [=Fotokopi Canon] dan [=Antrean Digital] rusak.", "Layanan [=Dukcapil Go Digital] ramai setiap [=Jumat].",
    "Biaya [=15.000 rupiah] untuk [=250 lembar].", "Sesuai [=Permendagri 72 Tahun 2022] dan [=SE Nomor 400.8/1132].", "Kontak [=Ombudsman] di [=137] atau [=(021) 2251 3737].",
    "Warga [=Sunda] dan [=Madura] mengantre bersama.", "[=Ironisnya], [=Genset] cadangan pun mati.", "Petugas [=Dinas Sosial] dan [=Dinas Kesehatan] berjaga.", "Sebanyak [=18.205 jiwa] belum merekam.",
)  # fmt: skip


def _divided() -> tuple[list[Carrier], list[Carrier]]:
    """Divide the notes by lot; the lot is always the same."""
    notes = list(NOTES)
    random.Random("development or blind").shuffle(notes)
    return [_carrier(one) for one in notes[::2]], [_carrier(one) for one in notes[1::2]]


FRESH, BLIND = _divided()
LAST = [_carrier(one) for one in LATER]
