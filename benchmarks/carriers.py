# ruff: noqa: E501 (a sentence a line)
"""Sentences that carry secrets and what must stay: those that rules were mended on (`TUNED`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.invented import Inventor


@dataclass(frozen=True, slots=True)
class Salt:
    """Something that a report was salted with."""

    kind: str
    words: str
    """As it was meant, before any disguise."""
    secret: bool
    """Whether it must be hidden; else it must stay."""


@dataclass
class Writer:
    """Writes one report, and remembers what was put into it."""

    draw: Inventor
    place: str
    salts: list[Salt] = field(default_factory=list)

    def hide(self, kind: str, words: str, shown: str | None = None) -> str:
        """Remember a secret; `shown` is how it is spelled."""
        self.salts.append(Salt(kind, words, secret=True))
        return words if shown is None else shown

    def keep(self, kind: str, words: str) -> str:
        self.salts.append(Salt(kind, words, secret=False))
        return words

    def name(self, kind: str, words: int | None = None) -> str:
        return self.hide(kind, self.draw.name(words))

    def small(self, kind: str, words: int | None = None) -> str:
        return self.name(kind, words).lower()


Carrier = Callable[[Writer], str]


def _table(heads: tuple[str, ...], row: Callable[[int], tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *(row(number) for number in range(1, 4))]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _two_tables(w: Writer) -> str:
    first = _table(("No", "Layanan", "Jumlah"), lambda n: (str(n), "cetak KTP-el", f"{n * 17}"))
    second = _table(
        (w.draw.one("Nama", "Warga", "Informan"), "Umur", "Keluhan"),
        lambda n: (w.name("nama: tabel kedua"), f"{30 + n}", "antre lama"),
    )
    return f"{first}\n\n{second}"


def _twice(w: Writer) -> str:
    name = w.draw.name(2)
    first = name.split()[0]
    w.hide("nama: kemudian sendiri", name)
    return f"{w.draw.one('Ibu', 'Bapak', 'Pak', 'Sdr.')} {name} menunggu sejak pagi. Setelah dipanggil, {first} baru tahu berkasnya kurang. Kata {first}, petugas tidak menjelaskan."


def _disguised(w: Writer) -> str:
    name = w.draw.name(2)
    w.hide("nama: ejaan tersamar", name)
    return f"{w.draw.one('Ibu', 'Bapak', 'Sdri.')} {name} datang dua kali. Berkas {w.draw.disguised(name)} belum dicetak."


def _in_address(w: Writer) -> str:
    name = w.draw.name(2)
    w.hide("nama: di alamat laman", name)
    joined = w.draw.one("%20", "-", "_", "+", "%2520", ".").join(name.split())
    return f"Menurut Bapak {name}, surat itu ada di https://contoh.id/berkas/{joined}.pdf sejak kemarin."


def _list(w: Writer) -> str:
    some = [w.name("nama: daftar", w.draw.dice.choice((1, 1, 2))) for _ in range(4)]
    return f"{w.draw.one('Hadir', 'Peserta', 'Yang hadir', 'Informan', 'Narasumber')}: {', '.join(some)}."


TUNED: list[Carrier] = [
    lambda w: f"Seorang warga bernama {w.name('nama: label')} sudah tiga kali datang tanpa hasil.",
    lambda w: f"{w.draw.one('Ibu', 'Pak', 'Bu', 'Bapak', 'Mbak', 'Sdr.')} {w.name('nama: sapaan')} menunggu sejak subuh karena loket dibuka terlambat.",
    lambda w: f"menurut {w.draw.one('bu', 'pak', 'ibu', 'bapak', 'mbak', 'mas', 'mbah')} {w.small('nama: huruf kecil', 1)}, mesin cetak macet lagi.",
    lambda w: f"“Saya harus pulang lagi,” kata {w.name('nama: ucapan')} kepada tim.",
    lambda w: f"{w.name('nama: umur')} ({w.draw.dice.randint(20, 79)}), pedagang sayur, mengeluhkan jaringan yang putus.",
    lambda w: f"Berkas atas nama {w.name('nama: label').upper()} belum dicetak sampai hari ini.",
    lambda w: f"Pemohon: {w.small('nama: label')}; keperluan: cetak ulang KTP-el.",
    lambda w: f"Kemarin {w.name('nama: kalimat', 2)} dan {w.name('nama: kalimat', 2)} membawa berkas ke loket dua.",
    lambda w: f"KELUHAN {w.name('nama: judul', 2).upper()} TENTANG AKTA KELAHIRAN",
    lambda w: f"Suaminya, {w.name('nama: kalimat')}, bekerja di luar pulau sehingga tidak dapat hadir.",
    lambda w: f"Anaknya dipanggil “{w.name('nama: panggilan', 1)}” dan belum punya akta.",
    lambda w: f"Warga berinisial {w.hide('inisial', w.draw.one('KS', 'R.M.', 'DWP', 'TL'))} mengadu ke loket.",
    _list, _two_tables, _twice, _disguised, _in_address,
    lambda w: f"NIK {w.draw.spaced(w.hide('NIK', w.draw.nik()), 6, 6, 4)} tidak ditemukan di dalam sistem.",
    lambda w: f"Nomor yang dicoba petugas ialah {w.draw.spaced(w.hide('NIK', w.draw.nik()), 4)} dan tetap ditolak.",
    lambda w: f"No. KK: {w.draw.spaced(w.hide('KK', w.draw.nik()), 4)} sudah dipecah.",
    lambda w: f"NIP {w.draw.spaced(w.hide('NIP', f'19{w.draw.dice.randint(60, 95)}0{w.draw.dice.randint(1, 9)}1{w.draw.dice.randint(0, 9)}2010011{w.draw.digits(3)}'), 8, 6, 1, 3)} tertulis di lembar itu.",
    lambda w: f"Nomor peserta BPJS {w.hide('BPJS', '000' + w.draw.digits(10))} tidak aktif.",
    lambda w: f"Paspornya {w.hide('paspor', w.draw.one('A', 'B', 'C', 'X') + w.draw.digits(7))} sudah habis masa berlakunya.",
    lambda w: f"Ia dapat dihubungi di {w.draw.spaced(w.hide('telepon', '08' + w.draw.digits(10)), 4)} setelah jam kerja.",
    lambda w: f"Telp. {w.hide('telepon pendek', w.draw.digits(6))} (rumah) tidak diangkat.",
    lambda w: f"Surel pengadu: {w.hide('surel', f'{w.draw.syllables(3)}{w.draw.digits(2)}')}{w.draw.one('@', ' [at] ', '(at)', ' @ ', '&#64;')}{w.draw.one('gmail.com', 'yahoo.co.id')} dan belum dijawab.",
    lambda w: f"Biaya dikembalikan ke rekening {w.draw.one('BRI', 'BCA', 'Mandiri')} {w.draw.spaced(w.hide('rekening', w.draw.digits(12)), 4, 2)} setelah sebulan.",
    lambda w: f"Rumahnya di {w.hide('koordinat', f'-{w.draw.dice.randint(1, 9)}.{w.draw.digits(6)}')}, {w.hide('koordinat', f'10{w.draw.dice.randint(1, 9)}.{w.draw.digits(6)}')} menurut telepon genggam.",
    lambda w: f"Lokasi: https://maps.app.goo.gl/{w.hide('tautan peta', w.draw.syllables(5).title().replace('a', '4'))} (rumah pelapor).",
    lambda w: f"Kode lokasinya {w.hide('kode plus', '6P' + w.draw.one('58', '34', 'Q7') + w.draw.one('X3CG+7J', 'V9GW+3F', 'J5HM+X2'))}.",
    lambda w: f"{w.draw.one('TikTok', 'IG', 'Instagram', 'Twitter')}: {w.hide('akun', w.draw.syllables(3) + w.draw.digits(2))} memuat videonya.",
    lambda w: f"Videonya di {w.draw.one('facebook.com/', 'instagram.com/', 'youtube.com/@', 'https://www.tiktok.com/@')}{w.hide('akun', w.draw.syllables(2) + '.' + w.draw.syllables(2))}.",
    lambda w: f"{w.draw.one('Tanggal lahirnya', 'Kelahiran', 'Lahir', 'TTL: Palembang,')} {w.hide('tanggal lahir', w.draw.date())} di kartu, beda dengan di akta.",
    lambda w: f"Anaknya ({w.hide('tanggal lahir', w.draw.date())}) belum tercatat.",
    lambda w: f"Mobil bernomor polisi {w.draw.spaced(w.hide('pelat', w.draw.one('BG', 'AD', 'B', 'DK') + w.draw.digits(4) + w.draw.one('ZK', 'TRE', 'AB')), 20)} parkir di depan loket.",
    lambda w: f"Tercatat dari IP {w.hide('alamat IP', f'36.{w.draw.dice.randint(10, 250)}.{w.draw.dice.randint(10, 250)}.{w.draw.dice.randint(10, 250)}')} pada malam hari.",
    lambda w: f"Pelapor tinggal di {w.hide('alamat', f'Jl. {w.draw.word()} No. {w.draw.dice.randint(10, 99)} RT 0{w.draw.dice.randint(1, 9)}/RW 0{w.draw.dice.randint(1, 9)}')} dan harus naik ojek.",
    lambda w: f"Bukti antreannya https://antre.contoh.id/cek?id={w.hide('tautan', w.draw.digits(5) + w.draw.syllables(3))} masih dapat dibuka.",
    # What must stay.
    lambda w: f"{w.draw.one('Kadisdukcapil', 'Kepala Dinas Kependudukan dan Pencatatan Sipil', 'Koordinator MPP', 'Bupati', 'Camat', 'Lurah')}, {w.keep('pejabat', w.draw.name(2))}, mengatakan antrean berkurang.",
    lambda w: f"{w.draw.one('Kadisdukcapil', 'Kepala Disdukcapil', 'Koordinator MPP', 'Kepala UPTD')} {w.place} {w.keep('pejabat', w.draw.name(2))} menerima tim di ruang rapat.",
    lambda w: f"Rujukan terdekat {w.keep('rumah sakit', w.draw.one('RSUD Dr. ', 'RSUP Dr. ', 'RSUD ', 'RSU ') + w.draw.name(2))} berjarak dua jam.",
    lambda w: f"Kantor itu berada di {w.keep('jalan kantor', 'Jalan ' + w.draw.name(2))}, dekat pasar.",
    lambda w: f"Hubungi {w.keep('saluran', w.draw.one('1500-533', '112', '14000', '0800-1-500-400', '1500 250'))} untuk pengaduan layanan.",
    lambda w: f"Telepon kantor Disdukcapil {w.keep('telepon kantor', f'(0711) {w.draw.digits(6)}')} dijawab cepat.",
    lambda w: f"Kunjungan dilakukan pada {w.keep('tanggal', w.draw.one('12 Mei 2023', '3 Maret 2024', '21-08-2022'))} dengan {w.keep('angka', w.draw.one('1.250.000', 'Rp5,8 miliar', '427 jenis layanan', '08.00-15.00', 'Nomor 25 Tahun 2009'))} dicatat.",
    lambda w: f"{w.keep('instansi', w.draw.one('Kementerian PANRB', 'Ombudsman RI', 'BPJS Kesehatan', 'Dinas Penanaman Modal'))} membuka gerai di {w.keep('tempat', w.place)}.",
]  # fmt: skip
