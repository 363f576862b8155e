# ruff: noqa: E501 (a sentence a line)
"""Sentences written without a look at the rules, each list measured once before any was mended.

Neither is blind any longer: rules were mended on `FORECAST`, and what `AGAIN` brought through was
counted by kind before the present mechanism was made. `AGAIN` was written by somebody who knew the
rules by then.
"""

from __future__ import annotations

from benchmarks.carriers import Carrier, Writer


def _one(w: Writer) -> str:
    return w.hide("nama: satu kata", w.draw.name(1))


def _two(w: Writer) -> str:
    return w.hide("nama: dua kata", w.draw.name(2))


def _any(w: Writer) -> str:
    return w.hide("nama: daerah", w.draw.name())


def _names(*forms: str) -> list[Carrier]:
    """A sentence a form: {1} a name of one word, {2} of two, {3} from anywhere."""

    def fill(form: str) -> Carrier:
        def carrier(w: Writer) -> str:
            text = form
            for mark, make in (("{1}", _one), ("{2}", _two), ("{3}", _any)):
                while mark in text:
                    text = text.replace(mark, make(w), 1)
            return text

        return carrier

    return [fill(form) for form in forms]


def _small(form: str, words: int = 1) -> Carrier:
    return lambda w: form.format(w.hide("nama: kecil", w.draw.name(words).lower()))


def _number(kind: str, form: str, size: int, *groups: int, lead: str = "") -> Carrier:
    def carrier(w: Writer) -> str:
        digits = w.hide(kind, lead + w.draw.digits(size))
        return form.format(w.draw.spaced(digits, *groups) if groups else digits)

    return carrier


def _keep(kind: str, form: str, *some: str) -> Carrier:
    """A public matter; {name} in it is drawn."""
    return lambda w: form.format(
        w.keep(kind, w.draw.one(*some).format(name=w.draw.name(2), place=w.place))
    )


def _official(*forms: str) -> list[Carrier]:
    def carrier(form: str) -> Carrier:
        return lambda w: form.format(w.keep("pejabat", w.draw.name(2)), w.place)

    return [carrier(form) for form in forms]


FORECAST: list[Carrier] = [
    *_names(
        "Hadir: {1}, {1}, {1}, dan dua warga lain.", "Yang ikut duduk di teras: {2}; {2}; {1}.", "Tukang ojek bernama {1} mengantar kami sampai jembatan.",
        "Penjual gorengan di depan kantor ({1}) tahu jam sepi.", "Sopir angkot, {1}, menunggu penumpang yang mengurus kartu.", "Suaminya, {2}, bekerja di kebun sawit.",
        "Menantu {2} yang mengisi formulir daring.", "Keponakannya — {1} — lulus SMK tetapi belum punya KTP.", "Ketemu {2} di parkiran, ia baru saja ditolak.",
        "Sempat ngobrol dengan {1} sambil menunggu hujan reda.", "Waktu saya tanya, {1} hanya menggeleng.", "Giliran {2} dipanggil pukul sebelas.",
        "Map merah kepunyaan {1} tertinggal di bangku.", "Almarhum {2} masih tercatat sebagai penerima bantuan.", "Janda almarhum {1} diminta membawa surat kematian.",
        "Kader posyandu {2} membantu mengetik.", "Bidan {1} membenarkan cerita itu.", "Guru honorer itu ({2}, 29) sudah empat kali kembali.",
        "{1} bilang: nomornya dilompati.", "{2} mengaku diminta uang rokok.", "{1} dan {1} pulang duluan karena anaknya rewel.",
        "Narasumber kunci:\n- {2}\n- {1}\n- {3}", "Peserta FGD\n1. {3} – nelayan\n2. {3} – pedagang sayur\n3. {1} – ibu rumah tangga", "Notulis: {2}\nPimpinan rapat: {2}",
        "---\npewawancara: {2}\nresponden: {3}\n---", "| Kode | Responden | Umur |\n|---|---|---|\n| R1 | {1} | 34 |\n| R2 | {3} | 51 |", "| No. | Pemilik berkas | Status |\n|---|---|---|\n| 1 | {2} | ditolak |\n| 2 | {1} | selesai |",
        "12/03/24 09.41 - {2}: min, kartunya kapan ya", "{1} (warga RW 4): “Saya disuruh pulang.”", "Antrean nomor 14 atas nama {1} hangus.",
        "Kakek {1} dipapah cucunya, {1}.", "Tetangganya si {1} malah selesai sehari.", "Pasangan {1}–{1} belum punya buku nikah.", "Anak sulung mereka, {1}, putus sekolah.",
        "H. {2} meminjamkan rumahnya untuk posko.", "Ustaz {1} mengumumkan jadwal lewat pengeras suara.", "Yang mengeluh paling keras {2}, pensiunan guru.", "Percakapan dengan {3} direkam seizinnya.",
        "Rekaman 03 ({2}) rusak di menit akhir.", "Tanda tangan: {2}", "Pernyataan {2} berbeda dari catatan petugas.", "Nenek itu menyebut namanya {1}, tanpa nama belakang.",
        "“{1}, sini dulu!” panggil satpam.", "Dititipkan kepada {1}, calo yang biasa mangkal di situ.", "Pengaduan {2} vs petugas loket belum selesai.",
    ),
    _small("tadi wa dari pak {0}, katanya blm dpt jadwal"), _small("mbak {0} td nanya lg soal kartunya"), _small("sdh ketemu bu {0} di warung, dia mau cerita", 2), _small("a.n. {0} msh proses", 2),
    lambda w: f"Sebut saja {w.hide('inisial', w.draw.one('Ny. KD', 'Tn. WS', 'Ny. R.H.'))}, ia tidak mau namanya ditulis.",
    lambda w: f"Perempuan berinisial {w.hide('inisial', w.draw.one('DKW', 'M.N.', 'YT'))} itu menolak difoto.",
    _number("telepon", "Kontak balik: {}, malam saja.", 10, 3, 4, lead="08"), _number("telepon", "Kalau kartunya jadi, kabari {} ya", 10, 4, 4, lead="08"), _number("telepon", "+62 ({}) dihubungi dua kali, masuk kotak suara.", 9, 3, 3, lead="8"),
    _number("rekening", "Uang dikirim ke BRI {} tanpa kuitansi.", 15, 4, 4), _number("rekening", "Norek penerima bantuan {} sudah tidak aktif.", 10, 3, 3), _number("KK", "KK lama ({}) masih memuat anak yang sudah pindah.", 14, 4, 4, lead="16"),
    _number("paspor", "Paspornya C{} kedaluwarsa.", 7), _number("ponsel", "IMEI ponsel yang dipakai mendaftar {}.", 14, 6, 2, lead="3"), _number("resi", "Nomor resi pengiriman kartu JX{} tidak terlacak.", 10),
    _number("KIS", "KIS anaknya bernomor {} ditolak klinik.", 10, 4, 5, lead="000"), _number("dompet", "Transfer DANA ke {} diminta calo.", 10, 4, 4, lead="08"), _number("NIP", "NIP {} tercetak di papan nama honorer itu.", 15, 8, 6, lead="198"),
    lambda w: f"Motor {w.hide('pelat', w.draw.one('BG', 'KB', 'DH') + ' ' + w.draw.digits(4) + ' ' + w.draw.one('QX', 'WK'))} ditahan di parkiran.",
    lambda w: f"Rumahnya Gang {w.hide('alamat', w.draw.word())} nomor {w.draw.digits(2)}, cat hijau.", lambda w: f"tinggal di blok C{w.draw.digits(1)} no {w.draw.digits(2)} Griya {w.hide('alamat', w.draw.word())}",
    lambda w: f"Alamat: Lorong {w.hide('alamat', w.draw.word())}, RT {w.draw.digits(2)}, dekat musala.", lambda w: f"Titik rumah: -{w.draw.dice.randint(1, 9)}.{w.hide('koordinat', w.draw.digits(6))}, 10{w.draw.dice.randint(1, 9)}.{w.hide('koordinat', w.draw.digits(6))}",
    lambda w: f"DM saja @{w.hide('akun', w.draw.syllables(2) + '_' + w.draw.syllables(2))}, katanya cepat dibalas.", lambda w: f"akun X-nya {w.hide('akun', w.draw.syllables(3) + w.draw.digits(2))} sudah dikunci", lambda w: f"Telegram t.me/{w.hide('akun', w.draw.syllables(3))} dipakai calo.",
    lambda w: f"kirim ke {w.hide('surel', w.draw.syllables(3))} [at] gmail [dot] com", lambda w: f"Berkas di https://drive.google.com/file/d/{w.hide('tautan', w.draw.syllables(3) + w.draw.digits(6))}/view dapat dibuka siapa saja.",
    lambda w: f"tgl lahir di KK {w.hide('tanggal lahir', w.draw.date())}, di ijazah lain lagi", lambda w: f"Usia di kartu salah: DOB {w.hide('tanggal lahir', w.draw.date())}.", lambda w: f"Bayinya lahir di puskesmas {w.hide('tanggal lahir', w.draw.date())} dan belum punya akta.",
    # What must stay.
    *_official("Kabid Pelayanan Pendaftaran Penduduk, {0}, menunjukkan rekap.", "Lurah {0} membuka loket sore.", "Asisten I Setda {1} {0} memimpin rapat.", "Plh. Sekretaris Dinas Kesehatan {0} menyambut tim.", "Kapolsek {0} mengatur parkir.", "Wakil Bupati {1}, {0}, meninjau gerai."),
    _keep("saluran", "Aduan masuk lewat {} saja.", "call center 110", "hotline 1500-771", "LAPOR! 1708"), _keep("telepon kantor", "Nomor telepon Kantor Kecamatan {}.", "(0274) 512345", "0751-445566"), _keep("tempat", "Pasien dirujuk ke {}.", "RSUD {name}", "RSIA {name}", "Puskesmas {name}"),
    _keep("tempat", "Gerai keliling mangkal di {} tiap Kamis.", "Alun-Alun {name}", "Terminal {name}", "Stadion {name}"), _keep("aturan", "Mengacu {} saja.", "PP Nomor 96 Tahun 2012", "Permendagri 108/2019", "SE Nomor 470/3307/SJ"), _keep("tanggal", "Tim berkunjung {} dan pulang sore.", "14 Februari 2024", "05/06/2023", "Kamis (7/3/2024)"),
    _keep("angka", "Realisasinya {} per triwulan.", "12.345.678 lembar", "Rp 4.500.000.000", "96,125 persen"), _keep("jam", "Loket buka {} saja.", "07.45-11.30", "pukul 08.00 WITA"), _keep("situs", "Jadwal ada di {} juga.", "https://disdukcapil.contohkab.go.id/jadwal", "layanan@contoh.go.id"),
]  # fmt: skip

AGAIN: list[Carrier] = [
    *_names(
        "Daftar tunggu hari ini ada {2}, {1}, lalu {1}.", "Tukang parkir yang kami ajak bicara, {1}, hafal jam ramai.", "{1} mengusap peluh sambil memegang map.", "{1} tak mau lagi mengurus sendiri.",
        "Kartu punya {1} patah jadi dua.", "Bayi {1} belum tercatat di mana pun.", "Di pojok ruangan, {1} tertidur.", "Siang harinya {2} muncul lagi dengan fotokopi.", "Untung ada {1}, anak RT yang paham ponsel.",
        "Menyusul kemudian: {2}, lalu {2}.", "Penjaga warung [{1}] melihat semuanya.", "Cucu tertuanya / {1} / yang mengantar.", "Ditanya begitu, {1} tertawa saja.", "“Sabar ya, {1},” kata petugas.", "Kasus 3: {2} dan surat pindahnya.",
        "Ada juga {3}, perantau yang baru sebulan menetap.", "| Jam | Yang dilayani |\n|---|---|\n| 09.10 | {2} |\n| 09.40 | {1} |", "interviewee: {2}\nlokasi: teras kantor", "Surat keterangan dipegang {1} sejak Lebaran.", "Tim mewawancarai pasangan {2} dan {2}.",
        "Bolak-balik lima kali, itulah nasib {1}.", "Pak RT ({2}) menandatangani surat itu.", "21.14 {1}: sy tunggu kabarnya",
    ),
    _small("kata bang {0} loketnya pindah ke belakang"), _small("nama di kartu: {0}, harusnya pakai h", 2), _small("tlg cek punya bu {0} dong"),
    _number("telepon", "Bisa ditelpon sesudah magrib: {}.", 10, 4, 3, lead="08"), _number("telepon", "wa-nya {} centang satu", 9, 3, 3, lead="08"), _number("rekening", "Bantuan masuk ke Mandiri {} milik orang lain.", 13, 3, 4),
    _number("NIK", "Nomor induknya {} dipakai orang lain.", 14, 6, 6, lead="16"), _number("polis", "No. peserta {} tidak ditemukan.", 12, 4, 4), _number("pelanggan", "ID pelanggan PLN {} menunggak.", 12, 4, 4),
    lambda w: f"Vespa bernopol {w.hide('pelat', w.draw.one('AB', 'KT', 'PA') + ' ' + w.draw.digits(4) + ' ' + w.draw.one('QZ', 'VX'))} miliknya.", lambda w: f"Kontrakannya di Gg {w.hide('alamat', w.draw.word())} belakang bengkel.",
    lambda w: f"Akun IG {w.hide('akun', w.draw.syllables(3) + '.' + w.draw.digits(2))} memuat fotonya.", lambda w: f"surelnya {w.hide('surel', w.draw.syllables(3))}@contohmail.com penuh", lambda w: f"Ia lahir tanggal {w.hide('tanggal lahir', w.draw.date())} menurut ijazah.",
    *_official("Kepala Seksi Pemerintahan, {0}, membuka rapat.", "Sekcam {0} mengantar tim.", "Pj. Wali Kota {1} {0} memberi sambutan."), _keep("tempat", "Kami menunggu di {} sampai siang.", "Gedung {name}", "Balai {name}"),
    _keep("saluran", "Nomor darurat {} ditempel di pintu.", "112", "119", "110"), _keep("aturan", "Rujukannya {} juga.", "Perpres Nomor 96 Tahun 2018", "UU Nomor 23 Tahun 2006"), _keep("angka", "Selesai {} sepekan.", "1.204 berkas", "87,5 persen"),
]  # fmt: skip
