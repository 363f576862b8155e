# ruff: noqa: E501 (a sentence a line)
"""Sentences of an attacker who knew nothing of the rules; these were mended on them (`ATTACKED`)."""

from __future__ import annotations

from benchmarks.carriers import Carrier, Writer

_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def _spoken(digits: str) -> str:
    return " ".join(_WORDS[int(one)] for one in digits)


def _first_said(w: Writer, kind: str, again: str) -> str:
    """A name that is told first, and then spelled in another way."""
    name = w.draw.name(2)
    w.hide(kind, name)
    first = name.split()[0]
    shown = {
        "dots": ".".join(first), "dashes": "-".join(first), "spaces": "  ".join(first),
        "bold": f"**{first[:3]}**{first[3:]}", "entity": "".join(f"&#{ord(c)};" for c in first),
        "percent": "".join(f"%{ord(c):02X}" for c in first), "wide": "".join(chr(ord(c) + 0xFEE0) for c in first),
        "soft": "\u00ad".join(first), "zero": "\u200b".join(first), "upper": first.upper(),
        "tag": f"<b>{first[:2]}</b>{first[2:]}", "line": f"{first[:3]}-\n{first[3:]}",
        "slug": f"https://contoh.id/{first.lower()}/berkas", "mail": f"{first.lower()}@contoh.com",
        "mark": f"{first[:3]}\u0336{first[3:]}", "math": "".join(chr(0x1D400 + ord(c) - 65) if c.isupper() else chr(0x1D41A + ord(c) - 97) for c in first),
        "file": f"foto_{first}_01.jpg", "tagged": f"#{name.replace(' ', '')}", "nya": f"{first}-lah", "glued": name.replace(" ", ""),
        "turned": f"{name.split()[1]}, {first}", "slash": "/".join(name.split()), "code": f"`{first}`", "strike": f"~~{first}~~",
    }[again]  # fmt: skip
    return f"Bapak {name} menunggu lama di loket. Pada lembar kedua tertulis {shown} dengan tinta biru."


def _regional(w: Writer) -> str:
    d = w.draw
    return d.one(
        f"I Gusti {d.one('Ayu', 'Ngurah', 'Agung')} {d.word()}", f"Cokorda {d.one('Gede', 'Istri')} {d.word()}", f"Anak Agung {d.word()}",
        f"Ida Bagus {d.word()}", f"Dewa {d.one('Ayu', 'Made')} {d.word()}", f"La Ode {d.word()}", f"Wa Ode {d.word()}", f"Andi {d.word()}",
        f"Cut {d.word()}", f"Teuku {d.word()}", f"Tengku {d.word()}", f"R. Ngt. {d.javanese()}", f"Raden {d.javanese()}", f"St. {d.word()}",
        f"{d.arabic()} br. {d.word()}", f"{d.word()} boru {d.word()}", f"{d.eastern()}", f"Abd. {d.arabic()}", f"M. {d.arabic()} {d.word()}",
        f"{d.javanese()} d/h {d.chinese()}", f"Tan {d.chinese()}", f"{d.arabic()} Dg. {d.word()}", f"Siti {d.arabic()}", f"Nyi {d.word()}",
    )  # fmt: skip


def _name(w: Writer, kind: str = "nama") -> str:
    return w.hide(kind, w.draw.name(2))


def _row(w: Writer, head: str) -> str:
    return f"| {head} | Keluhan |\n|---|---|\n| {_name(w, 'nama: kolom lain')} | antre lama |\n| {w.hide('nama: kolom lain', w.draw.name(1))} | kartu rusak |"


def _kin(w: Writer) -> str:
    kin = w.draw.one(
        "Mak",
        "Wak",
        "Cik",
        "Ceu",
        "Yu",
        "Lik",
        "Pakdhe",
        "Bude",
        "Paman",
        "Bibi",
        "Oom",
        "Inang",
        "Amang",
        "Bli",
        "Mbok",
        "Koh",
        "Cece",
        "Abah",
        "Emak",
        "Oma",
        "Opa",
        "Kak",
        "Bang",
        "Eyang",
        "Ama",
        "Ina",
    )
    return f"{kin} {w.hide('nama: kerabat sapaan', w.draw.name(1))} tidak tahu harus ke loket mana."


ATTACKED: list[Carrier] = [
    *(lambda w, how=how: _first_said(w, f"nama: {how}", how) for how in ("dots", "dashes", "spaces", "bold", "entity", "percent", "wide", "soft", "zero", "upper", "tag", "line", "slug", "mail", "mark", "math", "file", "tagged", "nya", "glued", "turned", "slash", "code", "strike")),
    *(lambda w, head=head: _row(w, head) for head in ("Yang diwawancarai", "Sumber", "Penutur", "Nama/Umur", "Identitas", "PIC", "Nama terang", "Warga (inisial)", "Pihak", "Pengantre")),
    _kin, _kin, _kin, _kin,
    *(lambda w, form=form: form.format(w.hide("nama: daerah", _regional(w))) for form in ("Tadi pagi {} datang membawa map.", "Keluarga {} mengantre sejak subuh.", "- {} (pedagang)", "Menurut {}, loket kedua kosong.", "Warung milik {} ada di depan kantor.", "Ibu {} pulang tanpa kartu.")),
    *(lambda w, form=form: form.format(_name(w, "nama: bentuk lain")) for form in (
        "Hormat saya,\n{}", "Salam,\n\n{}", "ttd\n\n{}", "[^1]: Wawancara, {}, di teras kantor.", "Foto: {}", "Gambar 2. {} sedang mengantre.",
        "{}: \"Kartunya belum jadi, Pak.\"", "[09.15] {}: besok saya ke sana lagi", "a) {}", "1) {} - petani - 45 th", "• {}, RT 2",
        "{} dkk. menunggu di luar.", "Ibu ini dikenal sebagai {}.", "Ia akrab disapa {}.", "nama kecilnya {}", "Dear Mbak {},", "Cc: {}",
        "Kepada Yth. Sdr. {}", "Berkas itu milik {}.", "Surat kuasa dari {} ditolak.", "Didampingi {}, ia masuk ke ruang loket.",
        "Seorang ibu, {}, menangis di depan loket.", "Pewawancara {}", "Catatan lapangan {}, hari kedua.", "Pemohon atas nama: {}.",
        "Rumah {} jauh dari kantor.", "Anak dari {} belum punya akta.", "Yang bersangkutan ({}) tidak hadir.", "Mewakili keluarga, {} mengambil nomor antrean.",
        "> “Capek,” kata {}.", "Nama: **{}**", "*{}*, 52 tahun, buruh cuci, datang tiga kali.", "<i>{}</i> kecewa.", "Informan 3 ({}) tidak mau difoto.",
        "Terima kasih kepada {} yang bersedia bercerita.", "Ditemani anaknya {}, ia duduk di lantai.",
    )),
    lambda w: f"{_name(w, 'nama: berdua')} & {_name(w, 'nama: berdua')} datang bersama.",
    lambda w: f"Kata {_name(w, 'nama: berdua')}/{_name(w, 'nama: berdua')}, loketnya tutup.",
    lambda w: f"Nama;Umur;Pekerjaan\n{_name(w, 'nama: csv')};45;petani\n{_name(w, 'nama: csv')};38;buruh",
    lambda w: f"Ibu {w.hide('nama: kecil semua', w.draw.name(2).lower())} belum menerima kartunya.",
    lambda w: f"PAK {w.hide('nama: besar semua', w.draw.name(2).upper())} BELUM DILAYANI",
    lambda w: f"Sdri. {w.hide('inisial', w.draw.one('NR', 'S.W.', 'Mw', 'A.K'))} takut mengadu.",
    lambda w: f"Informan {w.hide('inisial', w.draw.one('HW', 'T.S.', 'PLK'))}, perempuan, menyebut loket tutup.",
    # Numbers.
    lambda w: f"NIK-nya {w.draw.spaced(w.hide('NIK', w.draw.nik()), 1)} ditolak mesin.",
    lambda w: f"NIK dieja {w.hide('NIK dieja', _spoken(w.draw.nik()))} oleh petugas.",
    lambda w: f"Di formulir tertulis {'/'.join(w.draw.spaced(w.hide('NIK', w.draw.nik()), 4).split())} tanpa keterangan.",
    lambda w: f"{w.hide('NIK', w.draw.nik()).translate(str.maketrans('0123456789', '٠١٢٣٤٥٦٧٨٩'))} nomor pada kartu lama.",
    lambda w: f"NIK {(n := w.hide('NIK', w.draw.nik()))[:8]}\n{n[8:]} terpotong baris.",
    lambda w: f"Unduh di https://contoh.id/cetak/{w.hide('NIK', w.draw.nik())}.pdf sebelum besok.",
    lambda w: f"No.KK/NIK: {w.hide('KK', w.draw.nik())}/{w.hide('NIK', w.draw.nik())}",
    lambda w: f"SIM C {w.draw.spaced(w.hide('SIM', w.draw.digits(12)), 4)} habis berlaku.",
    lambda w: f"Nomor SIM-nya {w.draw.spaced(w.hide('SIM', w.draw.digits(14)), 4, 4)} dicatat satpam.",
    lambda w: f"Kartu JKN {w.draw.spaced(w.hide('BPJS', '000' + w.draw.digits(10)), 4)} ditolak puskesmas.",
    lambda w: f"BPJS-nya: {w.draw.spaced(w.hide('BPJS', '000' + w.draw.digits(10)), 4, 5)}",
    lambda w: f"NPWP: {(n := w.hide('NPWP', w.draw.digits(15)))[:2]}.{n[2:5]}.{n[5:8]}.{n[8]}-{n[9:12]}.{n[12:]}",
    lambda w: f"Nomor akta {w.hide('akta', f'16{w.draw.digits(2)}-LT-{w.draw.digits(8)}-{w.draw.digits(4)}')} salah cetak.",
    lambda w: f"Akta kelahiran No. AL.{w.draw.digits(3)}.{w.hide('akta', w.draw.digits(7))} hilang.",
    lambda w: f"BPKB {w.draw.one('N', 'Q')}-{w.hide('BPKB', w.draw.digits(8))} dijadikan jaminan.",
    lambda w: f"No. rangka {w.hide('rangka', 'MH1JF' + w.draw.digits(6) + 'K' + w.draw.digits(5))} tidak cocok.",
    lambda w: f"No. rekam medis {w.draw.spaced(w.hide('rekam medis', w.draw.digits(6)), 2)} tertukar.",
    lambda w: f"SHM No. {w.hide('sertifikat', w.draw.digits(5))} atas tanah itu diperebutkan.",
    lambda w: f"ID DTKS {w.hide('DTKS', w.draw.digits(16))} tidak aktif.",
    lambda w: f"Nomor meter listriknya {w.draw.spaced(w.hide('meter', '14' + w.draw.digits(9)), 4)} dipakai.",
    lambda w: f"NISN anaknya {w.hide('NISN', '00' + w.draw.digits(8))} tidak sesuai.",
    lambda w: f"nomor tiket aduannya {w.hide('tiket', w.draw.digits(9))} tak pernah dijawab",
    lambda w: f"PIN {w.hide('sandi', w.draw.digits(6))} ditulis di balik kartu.",
    lambda w: f"Kata sandi: {w.hide('sandi', w.draw.syllables(3) + w.draw.digits(3))}",
    lambda w: f"Kode OTP-nya {w.hide('sandi', w.draw.digits(6))} dibacakan keras-keras.",
    lambda w: f"Meeting ID {w.draw.spaced(w.hide('rapat', w.draw.digits(11)), 3, 4)}, passcode {w.hide('sandi', w.draw.syllables(2) + w.draw.digits(3))}",
    lambda w: f"HP-nya nol delapan {w.hide('telepon dieja', _spoken(w.draw.digits(9)))} tidak aktif.",
    lambda w: f"Telp/WA: 62{w.draw.spaced(w.hide('telepon', '8' + w.draw.digits(9)), 3, 4)}",
    lambda w: f"Hub. {w.draw.spaced(w.hide('telepon', '8' + w.draw.digits(9)), 3, 4)} (Bu RT)",
    lambda w: f"0{'/'.join(w.draw.spaced(w.hide('telepon', '8' + w.draw.digits(10)), 3, 4).split())} nomor lamanya.",
    lambda w: f"tlp rumah {(n := w.hide('telepon pendek', w.draw.digits(6)))[:3]}-{n[3:]} saja",
    lambda w: f"ditelepon ke {w.hide('telepon pendek', w.draw.digits(7))} tidak diangkat suaminya",
    lambda w: f"Posisi S {w.draw.dice.randint(1, 9)} {w.hide('koordinat', w.draw.digits(2) + '.' + w.draw.digits(3))} E 10{w.draw.dice.randint(1, 9)} {w.hide('koordinat', w.draw.digits(2) + '.' + w.draw.digits(3))}",
    lambda w: f"LS {w.draw.dice.randint(1, 9)},{w.hide('koordinat', w.draw.digits(4))} BT 10{w.draw.dice.randint(1, 9)},{w.hide('koordinat', w.draw.digits(4))}",
    lambda w: f"lat=-{w.draw.dice.randint(1, 9)}.{w.hide('koordinat', w.draw.digits(5))}&lng=10{w.draw.dice.randint(1, 9)}.{w.hide('koordinat', w.draw.digits(5))}",
    lambda w: f"Zona 48M X: {w.hide('koordinat', w.draw.digits(6))} Y: {w.hide('koordinat', '93' + w.draw.digits(5))}",
    lambda w: f"Lahir {w.draw.dice.randint(10, 28)}-{w.draw.one('VIII', 'XI', 'IV')}-{w.hide('tanggal lahir romawi', '19' + w.draw.digits(2))} menurut kartu lama.",
    lambda w: f"Ibu itu lahir {w.hide('tanggal lahir', f'{w.draw.dice.randint(10, 28)}{w.draw.dice.randint(10, 12)}19{w.draw.digits(2)}')} di kampung.",
    lambda w: "kelahiran " + w.hide("tanggal lahir", f"{w.draw.dice.randint(10, 28)} {w.draw.one('Agt', 'Nop', 'Des')} '{w.draw.digits(2)}") + " kata petugas",
    lambda w: f"(lhr. {w.hide('tanggal lahir', w.draw.date())})",
    lambda w: f"Alamat di kartu: {w.hide('alamat', f'Jl {w.draw.word()} {w.draw.dice.randint(10, 99)}')} RT00{w.draw.dice.randint(1, 9)}/RW00{w.draw.dice.randint(1, 9)}",
    lambda w: f"Rumahnya di {w.hide('alamat', f'Gg. {w.draw.word()} III/{w.draw.dice.randint(10, 99)}')}, belakang masjid.",
    lambda w: f"rumah nomor {w.draw.digits(3)} di Jalan {w.hide('alamat', w.draw.word())} itu kebanjiran",
    lambda w: f"Dusun {w.hide('alamat', w.draw.word())} 02/05 tempat tinggalnya.",
    lambda w: f"Pelapor kos di {w.hide('alamat', f'Perumahan {w.draw.word()} Blok F{w.draw.digits(1)}/{w.draw.digits(2)}')}.",
    lambda w: f"Plat motornya {w.draw.one('b', 'ad', 'dk')} {w.hide('pelat', w.draw.digits(4))} {w.draw.one('xyz', 'qk', 'lm')}, warna hitam.",
    lambda w: f"Angkot bernomor {w.draw.one('B', 'BG')}.{w.hide('pelat', w.draw.digits(4))}.{w.draw.one('TQ', 'WLA')} mogok.",
    lambda w: f"LINE ID {w.hide('akun', w.draw.syllables(2) + w.draw.digits(2))}, bukan yang lama.",
    lambda w: f"FB-nya {w.hide('nama: akun', w.draw.name(2))} penuh keluhan.",
    lambda w: f"cari saja {w.hide('akun', w.draw.syllables(2) + '.' + w.draw.syllables(2))} di instagram",
    lambda w: f"MAC {':'.join(w.hide('MAC', w.draw.digits(2) + 'a' + w.draw.digits(1)) for _ in range(1))[:2]}:{w.salts[-1].words[2:]}:3c:4d:5e:6f tercatat",
    lambda w: f"s.id/{w.hide('tautan', w.draw.syllables(3) + w.draw.digits(2))} berisi berkasnya",
    # What must stay.
    *(lambda w, form=form: form.format(w.keep("pejabat", w.draw.name(2)), w.place) for form in (
        "Pj. Bupati {0} membuka acara.", "Plt. Kepala Dinas PMPTSP {1}, {0}, menyebut antrean turun.", "{0} selaku Kepala UPT Metrologi menjelaskan.",
        "{0} (Camat setempat) hadir.", "Kepala Bidang Pelayanan pada Disdukcapil {1}, {0}, menerima tim.", "| Jabatan | Nama |\n|---|---|\n| Kepala Dinas Sosial | {0} |",
        "Sekretaris Daerah {1} {0} menandatangani nota.", "Kepala Desa {0} membuka posko.", "Kepala Perwakilan Ombudsman {0} menyampaikan temuan.", "Wali Kota {1} Drs. {0}, M.Si. meninjau.",
        "Rektor universitas itu, Prof. Dr. {0}, memberi sambutan.", "Direktur Jenderal Dukcapil {0} memberi arahan.", "Kepala Puskesmas dr. {0} mengeluhkan listrik.",
        "Kepala Kantor Pertanahan {1} {0} hadir.", "Menteri PANRB, {0}, mencanangkan.",
    )),
    *(lambda w, form=form, lead=lead: form.format(w.keep("tempat bernama orang", w.draw.one("{0} {1}").format(lead, w.draw.name(2)))) for lead, form in (
        ("RSUD dr.", "Rujukan ke {} ditolak."), ("Bandara", "Pesawat mendarat di {} siang hari."), ("RS", "Ia dirawat di {} dua malam."), ("Jalan Jenderal", "Kantor di {} ramai."),
        ("Taman", "Gerai keliling parkir di {} setiap Jumat."), ("Pasar", "Loket tambahan dibuka di {} itu."), ("Masjid", "Posko didirikan di halaman {} itu."), ("Lapangan", "Upacara di {} batal."),
        ("Jembatan", "Macet di {} pagi hari."), ("Gedung", "Acara di {} mundur."), ("Puskesmas", "Antrean di {} panjang."), ("Museum", "Gerai di {} tutup."),
    )),
    *(lambda w, form=form, kind=kind, some=some: form.format(w.keep(kind, w.draw.one(*some))) for kind, form, some in (
        ("saluran", "Laporkan lewat SP4N-LAPOR! {} setiap saat.", ("1708", "112", "119")), ("saluran", "Halo BPJS {} sulit dihubungi.", ("165", "1500-400", "1500 567")),
        ("telepon kantor", "Telepon kantor kecamatan: {}.", ("(0271) 642020", "021-3500123", "0411 872345")), ("telepon kantor", "WA layanan Disdukcapil {} aktif jam kerja.", ("0811-2345-678", "0821 3456 7890")),
        ("surel kantor", "Surel dinas {} penuh.", ("info@contoh.go.id", "dukcapil@contohkab.go.id")), ("situs", "Daftar di {} dahulu.", ("https://mpp.contoh.go.id/layanan", "www.contoh.go.id/daftar-antrean")),
        ("aturan", "Dasarnya {} tentang pelayanan.", ("Undang-Undang Nomor 25 Tahun 2009", "PermenPANRB 14/2017", "Perpres No. 95 Tahun 2018", "UU 24/2013", "Keputusan Nomor 470/1234/Dukcapil", "Perda 3/2004")),
        ("aturan", "Lihat {} peraturan itu.", ("Pasal 5 ayat (2) huruf b", "lampiran II angka 4", "Pasal 12A")),
        ("tanggal", "Kami datang {} pagi.", ("Selasa, 12 Maret 2024", "12/03/2024", "2024-03-12", "12 Mar 2024")), ("tanggal", "Kantor itu berdiri {} silam.", ("17 Agustus 1950", "1 April 1998")),
        ("tanggal", "Undang-undang itu disahkan {} lalu.", ("18 Juli 2003", "23 Desember 1999")), ("angka", "Tercatat {} tahun ini.", ("1.234.567 jiwa", "98,75 persen", "1234567 penduduk", "Rp 12.500.000", "indeks 4,2315", "12.500-15.000 berkas")),
        ("angka", "Jam layanan {} setiap hari.", ("08.00–15.30 WIB", "07:30-14:00", "08.00 s.d. 12.00")), ("aplikasi", "Warga memakai {} di rumah.", ("aplikasi SIPRAJA", "aplikasi Si Manis", "program Adminduk Siaga", "inovasi Jemput Bola")),
        ("angka", "Nilainya {} menurut survei.", ("85,4321", "3.41 dari 4", "88.31")), ("angka", "Anggaran {} terserap.", ("1.250.000.000 rupiah", "Rp3,75 miliar", "12 345 678 rupiah")),
        ("nomor surat", "Menurut surat {} loket pindah.", ("nomor 065/1234/ORG/2023", "No. B/123/M.KT.02/2021")),
        ("kode", "Pakai formulir {} saja.", ("F-1.01", "F-2.04", "model A-3")), ("tempat", "Tim ke {} dahulu.", ("Kelurahan Sukajadi", "Desa Sukamaju", "Kecamatan Ilir Timur I")),
    )),
]  # fmt: skip
