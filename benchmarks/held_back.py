# ruff: noqa: E501 (a sentence a line)
"""Sentences written before the rules and never looked at while these were mended (`HELD`)."""

from __future__ import annotations

from benchmarks.carriers import Carrier, Writer


def _vertical(w: Writer) -> str:
    return f"| Nama lengkap | {w.name('nama: tabel tegak')} |\n|---|---|\n| Pekerjaan | petani |\n| Nomor HP | {w.draw.spaced(w.hide('telepon', '08' + w.draw.digits(9)), 4)} |\n| Alamat rumah | {w.hide('alamat', 'Gang ' + w.draw.word() + ' ' + w.draw.digits(2))} |"


def _people(w: Writer) -> str:
    head = w.draw.one(
        "Pengadu",
        "Anggota keluarga",
        "Nama anak",
        "Penerima bantuan",
        "Ahli waris",
        "Orang tua",
        "Saksi",
        "Pemilik usaha",
        "Nama Ibu",
    )
    rows = "\n".join(
        f"| {n} | {w.draw.one(w.name('nama: kolom'), w.small('nama: kolom'))} | {w.hide('tanggal lahir', w.draw.date())} |"
        for n in (1, 2, 3)
    )
    return f"| No. | {head} | Tgl Lahir |\n|---|---|---|\n{rows}"


def _tabs(w: Writer) -> str:
    return "Nama\tKeperluan\n" + "\n".join(
        f"{w.name('nama: kolom tab')}\tcetak ulang kartu" for _ in range(3)
    )


def _ordinary(w: Writer) -> str:
    word = w.draw.one("Bungkus", "Gembok", "Kembar", "Senang", "Gunting", "Payung")
    w.hide("nama: kata biasa", f"{word} {w.draw.javanese()}")
    return f"| Pemohon | Layanan |\n|---|---|\n| {w.salts[-1].words} | cetak kartu |"


def _numbered(w: Writer) -> str:
    return "Daftar hadir:\n" + "\n".join(
        f"{n}. {w.name('nama: daftar bernomor', w.draw.dice.choice((1, 2)))}" for n in (1, 2, 3)
    )


def _nick(w: Writer) -> str:
    one, two = w.draw.name(1), w.draw.javanese()
    w.hide("nama: panggilan", f"{one} {two}")
    return f"{one} alias {two} tidak punya kartu keluarga."


def _again(w: Writer) -> str:
    name = w.draw.name(2)
    w.hide("nama: belakangan", name)
    last = name.split()[-1]
    return f"Saksi lain, {name}, datang siang. Rumah {last} jauh. Berkas milik {last.upper()} pun hilang."


def _spelled(w: Writer) -> str:
    name = w.draw.name(2)
    w.hide("nama: ejaan tersamar", name)
    return f"Kami bertemu dengan Bu {name}. Di buku tamu tertulis {w.draw.disguised(name)}."


HELD: list[Carrier] = [
    _vertical, _people, _tabs, _ordinary, _numbered, _nick, _again, _spelled,
    lambda w: f"Tetangganya, {w.name('nama: kerabat')}, ikut mengantar ke kecamatan.",
    lambda w: f"kami ngobrol dengan {w.draw.one('pakde', 'bude', 'kang', 'teh', 'wak', 'sdri', 'tante')} {w.small('nama: huruf kecil', 1)} di teras rumahnya.",
    lambda w: f"Cerita ini dari {w.name('nama: kalimat', 2)}, yang sejak lama berjualan di sana.",
    lambda w: f"Formulir ditandatangani {w.name('nama: kalimat', 2)} pada siang hari.",
    lambda w: f"Yang mengurus adalah {w.name('nama: satu kata', 1)}, lalu diserahkan ke loket.",
    lambda w: f"Anak bungsu {w.name('nama: satu kata', 1)} belum sekolah karena akta belum terbit.",
    lambda w: f"Ditemui di rumahnya, {w.name('nama: kalimat')} mengaku kecewa.",
    lambda w: f"Wawancara dengan {w.name('nama: kalimat')} berlangsung dua jam.",
    lambda w: f"(Sumber: {w.name('nama: sumber', 2)}, ibu rumah tangga)",
    lambda w: f"Dokumentasi oleh {w.name('nama: sumber', 2)}.",
    lambda w: f"Wali murid: {w.name('nama: label')}",
    lambda w: f"Nama istri {w.name('nama: label')} salah ketik pada kartu.",
    lambda w: f"Sdr. {w.hide('inisial', w.draw.one('K.S.', 'B.', 'R.T.'))} meminta namanya tidak disebut.",
    lambda w: f"{w.draw.one('Ny.', 'Tn.', 'Hj.', 'H.', 'Mbah', 'Daeng', 'Gus')} {w.name('nama: sapaan')} tidak membawa kartu lama.",
    lambda w: f"Yth. {w.name('nama: surat')}\ndi tempat",
    lambda w: f"Tertanda,\n\n{w.name('nama: surat', 2)}\nwarga RT 3",
    lambda w: f"Pelaku usaha {w.name('nama: kalimat', 2)} mengurus NIB tanpa biaya.",
    lambda w: f"Identitasnya ({w.draw.spaced(w.hide('NIK', w.draw.nik()), 2, 2, 2, 6, 4)}) tercetak ganda.",
    lambda w: f"nik : {w.draw.spaced(w.hide('NIK', w.draw.nik()), 8, 8)}",
    lambda w: f"kartu keluarga nomor {w.draw.spaced(w.hide('KK', w.draw.nik()), 6, 10)} hilang saat banjir",
    lambda w: f"No Kartu Indonesia Sehat {w.draw.spaced(w.hide('BPJS', '000' + w.draw.digits(10)), 4, 4, 5)}",
    lambda w: f"Nomor paspor: {w.hide('paspor', w.draw.one('E', 'B') + w.draw.digits(7))[0]} {w.salts[-1].words[1:]}",
    lambda w: f"NPWP pribadi {w.draw.spaced(w.hide('NPWP', w.draw.digits(15)), 2, 3, 3, 1, 3, 3)}",
    lambda w: f"Transfer ke {w.draw.one('BSI', 'BNI', 'bank daerah', 'DANA', 'OVO')} {w.draw.spaced(w.hide('rekening', w.draw.digits(10)), 3, 3)} a.n. pelapor.",
    lambda w: f"Kontak: {w.draw.spaced(w.hide('telepon', '+628' + w.draw.digits(9)), 3, 3)}",
    lambda w: f"wa {w.draw.spaced(w.hide('telepon', '08' + w.draw.digits(9)), 4, 3)} ya pak",
    lambda w: f"Telepon rumahnya ({w.draw.one('021', '0711', '0274')}) {w.draw.spaced(w.hide('telepon', w.draw.digits(7)), 3)} selalu sibuk.",
    lambda w: f"email saya {w.hide('surel', w.draw.syllables(3) + w.draw.digits(3))} {w.draw.one('at', '(et)', '[a]', '@')} {w.draw.one('gmail dot com', 'gmail.com', 'yahoo [dot] com')}",
    lambda w: f"Titik koordinat {w.draw.dice.randint(1, 9)}°{w.draw.dice.randint(10, 59)}'{w.hide('koordinat', w.draw.digits(2) + '.' + w.draw.digits(3))}\" LS dan 10{w.draw.dice.randint(1, 9)}°{w.draw.dice.randint(10, 59)}′{w.hide('koordinat', w.draw.digits(2) + '.' + w.draw.digits(3))}″ BT.",
    lambda w: f"GPS {w.hide('koordinat', f'-{w.draw.dice.randint(1, 8)},{w.draw.digits(6)}')}; {w.hide('koordinat', f'11{w.draw.dice.randint(1, 9)},{w.draw.digits(6)}')}",
    lambda w: f"Lihat https://www.google.com/maps/@-6.2{w.hide('tautan peta', w.draw.digits(5))},106.8{w.draw.digits(5)},17z untuk rumahnya.",
    lambda w: f"akun {w.draw.one('facebook', 'tiktok', 'telegram', 'X')} miliknya, {w.hide('akun', w.draw.syllables(2) + '_' + w.draw.syllables(2))}, ikut ramai.",
    lambda w: f"DM saja ke @{w.hide('akun', w.draw.syllables(3) + w.draw.digits(2))}!",
    lambda w: f"t.me/{w.hide('akun', w.draw.syllables(4))} dan wa.me/62{w.hide('telepon', '8' + w.draw.digits(9))}",
    lambda w: f"Pemohon kelahiran {w.place}, {w.hide('tanggal lahir', w.draw.date())}.",
    lambda w: f"{w.name('nama: kalimat', 2)} ({w.hide('tanggal lahir', w.draw.date())}) baru merekam.",
    lambda w: f"tgl lahir di KK {w.hide('tanggal lahir', w.draw.date())} padahal bukan itu",
    lambda w: f"Motornya {w.draw.one('AB', 'DK', 'KT', 'B')}{w.draw.one(' ', '-', ' - ', '')}{w.hide('pelat', w.draw.digits(4))}{w.draw.one(' ', '-', ' - ')}{w.draw.one('XY', 'LKM', 'AZ')} terparkir.",
    lambda w: f"alamat jaringan {w.hide('alamat IP', f'2001:db8:{w.draw.digits(3)}a::{w.draw.digits(4)}')} tercatat",
    lambda w: f"Domisili: {w.hide('alamat', f'Perum {w.draw.word()} {w.draw.word()} Blok C-{w.draw.dice.randint(10, 99)}')}",
    lambda w: f"Ia tinggal di {w.hide('alamat', f'Kampung {w.draw.word()} RT.0{w.draw.dice.randint(1, 9)} RW.0{w.draw.dice.randint(1, 9)}')}.",
    lambda w: f"Formulirnya: https://drive.google.com/file/d/1{w.hide('tautan', w.draw.syllables(6) + w.draw.digits(6))}/view",
    lambda w: f"Undangan https://rapat.contoh.go.id/masuk?token={w.hide('tautan', w.draw.digits(4) + w.draw.syllables(4))}&lang=id",
    lambda w: f"IMEI ponselnya {w.hide('IMEI', '35' + w.draw.digits(13))} dicatat petugas.",
    lambda w: f"ID pelanggan listrik {w.hide('pelanggan', '5' + w.draw.digits(11))} dipakai sebagai bukti tinggal.",
    # What must stay.
    lambda w: f"Menurut {w.keep('pejabat', w.draw.name(2))}, {w.draw.one('Sekretaris Dinas Kesehatan', 'Direktur RSUD', 'Kepala Puskesmas', 'Ketua KPU', 'Asisten II Setda')} {w.place}, layanan membaik.",
    lambda w: f"{w.draw.one('Menteri PANRB', 'Gubernur', 'Wakil Bupati', 'Kapolres', 'Kepala BPS', 'Ketua DPRD', 'Kadinkes', 'Kepala Seksi Pelayanan', 'Sekda')} {w.keep('pejabat', w.draw.name(2))} meninjau loket.",
    lambda w: f"Acara di {w.keep('gedung', w.draw.one('Gedung ', 'Stadion ', 'Bandara ', 'Universitas ', 'GOR ', 'Terminal ') + w.draw.name(2))} berlangsung lancar.",
    lambda w: f"Pasien dirujuk ke {w.keep('rumah sakit', w.draw.one('RSUD Prof. Dr. ', 'Rumah Sakit ', 'RSUD dr. ', 'RSJ ') + w.draw.name(2))} di {w.place}.",
    lambda w: f"Kantor Dinas Sosial, {w.keep('jalan kantor', 'Jl. ' + w.draw.name(2) + ' No. 12')}, mudah dijangkau.",
    lambda w: f"Call center {w.keep('saluran', w.draw.one('1500-' + w.draw.digits(3), '14' + w.draw.digits(3), '119', '165'))} sulit tersambung.",
    lambda w: f"Puskesmas dapat dihubungi di {w.keep('telepon kantor', w.draw.one('0274-', '0711-', '022-') + w.draw.digits(7))} pada jam kerja.",
    lambda w: f"Perda {w.keep('angka', 'Nomor ' + w.draw.digits(1) + ' Tahun 201' + w.draw.digits(1))} berlaku sejak {w.keep('tanggal', w.draw.one('1 Januari 2019', '17 Juni 2021', '30/09/2020'))}; {w.keep('angka', w.draw.one('12.345 pemohon', 'Rp750.000.000', '3,25 persen', '2018-2023', 'Pasal 12 ayat (3)'))}.",
    lambda w: f"Tim dari {w.keep('instansi', w.draw.one('Badan Pusat Statistik', 'Dinas Sosial', 'Kejaksaan Negeri', 'Bank Indonesia'))} hadir di {w.keep('tempat', w.place)}.",
]  # fmt: skip
